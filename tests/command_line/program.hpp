// The program itself, started as a user starts it.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>
#include <vector>

namespace headroom {

// An empty folder for one test, taken away at its end.
class TestFolder {
public:
    TestFolder();
    ~TestFolder();
    TestFolder(const TestFolder&) = delete;
    TestFolder& operator=(const TestFolder&) = delete;

    std::filesystem::path operator/(const std::string& name) const { return path_ / name; }
    const std::filesystem::path& path() const { return path_; }
    // Every name in it, sorted.
    std::vector<std::string> names() const;

private:
    std::filesystem::path path_;
};

std::string content_of(const std::filesystem::path& file);
void write_content(const std::filesystem::path& file, const std::string& content);

// What a run of the program left behind.
struct ProgramRun {
    int exit_code = 0;  // minus the signal, where one ended it
    std::string out;
    std::string err;
};

// A run of the program that has begun, in a folder of its own choosing.
class StartedProgram {
public:
    StartedProgram(const std::filesystem::path& folder, const std::vector<std::string>& arguments,
                   const std::string& standard_output = "");
    ~StartedProgram();
    StartedProgram(const StartedProgram&) = delete;
    StartedProgram& operator=(const StartedProgram&) = delete;

    void signal(int number) const;
    ProgramRun wait();

private:
    TestFolder capture_;
    std::filesystem::path out_;
    pid_t process_ = -1;
};

ProgramRun run_program(const std::filesystem::path& folder, const std::vector<std::string>& arguments);

// A question with two alternatives that is answered in a moment.
std::string short_question();

}  // namespace headroom
