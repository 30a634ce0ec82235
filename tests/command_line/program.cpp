#include "tests/command_line/program.hpp"

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace headroom {

namespace {

[[noreturn]] void become_program(const std::filesystem::path& folder,
                                 const std::vector<std::string>& arguments, const std::string& out,
                                 const std::string& err) {
    std::vector<std::string> words = {HEADROOM_PROGRAM};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<char*> pointers;
    for (std::string& word : words) pointers.push_back(word.data());
    pointers.push_back(nullptr);
    const int to = ::open(out.c_str(), O_WRONLY | O_CREAT, 0666);
    const int to_errors = ::open(err.c_str(), O_WRONLY | O_CREAT, 0666);
    ::dup2(to, STDOUT_FILENO);
    ::dup2(to_errors, STDERR_FILENO);
    if (::chdir(folder.c_str()) == 0) ::execv(pointers[0], pointers.data());
    ::_exit(127);
}

}  // namespace

TestFolder::TestFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "headroom-test-XXXXXX").string();
    if (!::mkdtemp(name.data())) throw std::runtime_error("no temporary folder");
    path_ = name;
}

TestFolder::~TestFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

std::vector<std::string> TestFolder::names() const {
    std::vector<std::string> all;
    for (const auto& entry : std::filesystem::directory_iterator(path_))
        all.push_back(entry.path().filename());
    std::sort(all.begin(), all.end());
    return all;
}

std::string content_of(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

void write_content(const std::filesystem::path& file, const std::string& content) {
    std::ofstream(file, std::ios::binary) << content;
}

StartedProgram::StartedProgram(const std::filesystem::path& folder, const std::vector<std::string>& arguments,
                               const std::string& standard_output)
    : out_(standard_output.empty() ? capture_ / "out" : std::filesystem::path(standard_output)) {
    process_ = ::fork();
    if (process_ < 0) throw std::runtime_error("cannot start the program");
    if (process_ == 0) become_program(folder, arguments, out_, capture_ / "err");
}

StartedProgram::~StartedProgram() {
    if (process_ < 0) return;
    ::kill(process_, SIGKILL);
    ::waitpid(process_, nullptr, 0);
}

void StartedProgram::signal(int number) const {
    ::kill(process_, number);
}

ProgramRun StartedProgram::wait() {
    int status = 0;
    ::waitpid(process_, &status, 0);
    process_ = -1;
    ProgramRun run;
    run.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
    if (out_ == capture_ / "out") run.out = content_of(out_);
    run.err = content_of(capture_ / "err");
    return run;
}

ProgramRun run_program(const std::filesystem::path& folder, const std::vector<std::string>& arguments) {
    return StartedProgram(folder, arguments).wait();
}

std::string short_question() {
    return R"({"question": "What would a limit of 15 do?", "authority": "Rutland", "months": 3, "settling_months": 1, "replications": 4,
        "alternatives": [{"name": "As now"},
            {"name": "Limit 15", "policy": {"caseload_limit": {"kind": "hard", "children": 15}}}]})";
}

}  // namespace headroom
