// What the program shows at a terminal, and only there.
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include <stdexcept>

#include "tests/catch.hpp"
#include "tests/command_line/program.hpp"

using namespace headroom;

namespace {

bool has_colours(const std::string& text) {
    return text.find("\x1b[") != std::string::npos;
}

// A terminal of the system's making: what is written to `path` can be read here.
class Terminal {
public:
    Terminal() : side_(::posix_openpt(O_RDWR | O_NOCTTY)) {
        if (side_ < 0 || ::grantpt(side_) != 0 || ::unlockpt(side_) != 0)
            throw std::runtime_error("no terminal to be had");
        path_ = ::ptsname(side_);
    }
    ~Terminal() { ::close(side_); }
    Terminal(const Terminal&) = delete;
    Terminal& operator=(const Terminal&) = delete;

    const std::string& path() const { return path_; }

    // Everything until nobody has it open any more.
    std::string all() const {
        std::string text;
        char letters[4096];
        for (ssize_t count; (count = ::read(side_, letters, sizeof letters)) > 0;)
            text.append(letters, static_cast<std::size_t>(count));
        return text;
    }

private:
    int side_;
    std::string path_;
};

// A variable of the environment for one test; nullptr takes it away.
class Variable {
public:
    Variable(const char* name, const char* value) : name_(name) {
        const char* const before = ::getenv(name);
        had_ = before != nullptr;
        if (had_) before_ = before;
        set(value);
    }
    ~Variable() { set(had_ ? before_.c_str() : nullptr); }
    Variable(const Variable&) = delete;
    Variable& operator=(const Variable&) = delete;

private:
    void set(const char* value) {
        if (value == nullptr)
            ::unsetenv(name_);
        else
            ::setenv(name_, value, 1);
    }

    const char* name_;
    std::string before_;
    bool had_;
};

// What `summary` shows at a terminal of that kind.
std::string shown(const TestFolder& folder, const char* no_colour, const char* kind) {
    const Variable refused("NO_COLOR", no_colour), term("TERM", kind);
    const Terminal terminal;
    StartedProgram program(folder.path(), {"summary", "limit.h5"}, terminal.path());
    const std::string text = terminal.all();
    CHECK(program.wait().exit_code == 0);
    return text;
}

// What a comparison shows of its progress at a terminal of that kind.
std::string progress_shown(const TestFolder& folder, const char* kind) {
    const Variable term("TERM", kind);
    const Terminal terminal;
    const std::string line = "cd '" + folder.path().string() +
                             "' && '" HEADROOM_PROGRAM
                             "' compare limit.json --no-assumptions --replications 2 >/dev/null 2>" +
                             terminal.path();
    CHECK(::system(line.c_str()) == 0);
    return terminal.all();
}

}  // namespace

TEST_CASE("progress is drawn at a terminal that obeys, and leaves no escape sequence at one that does not") {
    const TestFolder folder;
    write_content(folder / "limit.json", short_question());
    CHECK(has_colours(progress_shown(folder, "xterm")));
    for (const char* const kind : {"dumb", "", static_cast<const char*>(nullptr)}) {
        const std::string shown = progress_shown(folder, kind);
        CHECK_FALSE(has_colours(shown));
        CHECK(shown.find("Results are in") != std::string::npos);
    }
}

TEST_CASE("the answer has colours at a terminal, and nowhere else") {
    const TestFolder folder;
    write_content(folder / "limit.json", short_question());
    const ProgramRun run = run_program(folder.path(), {"compare", "limit.json", "--no-assumptions"});
    REQUIRE(run.exit_code == 0);
    CHECK_FALSE(has_colours(run.out));
    CHECK(has_colours(shown(folder, nullptr, "xterm")));
    CHECK(has_colours(shown(folder, "", "xterm")));  // set but empty refuses nothing (no-color.org)
    CHECK_FALSE(has_colours(shown(folder, "1", "xterm")));
    CHECK_FALSE(has_colours(shown(folder, nullptr, "dumb")));
    CHECK_FALSE(has_colours(shown(folder, nullptr, nullptr)));
}

TEST_CASE("a run that is too short to show where things settle is told so") {
    const TestFolder folder;
    write_content(folder / "limit.json", short_question());
    REQUIRE(run_program(folder.path(), {"compare", "limit.json", "--no-assumptions"}).exit_code == 0);
    const ProgramRun run = run_program(folder.path(), {"summary", "limit.h5", "--steady-state"});
    CHECK(run.exit_code == 2);
    CHECK(run.out.empty());
    CHECK(run.err.find("--months 120 or more") != std::string::npos);
}
