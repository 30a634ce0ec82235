// `headroom workshop` hands out the page that was built beside the program, whole or not at all.
#include <sys/wait.h>

#include <cstdlib>

#include "tests/catch.hpp"
#include "tests/command_line/program.hpp"

using namespace headroom;

namespace {

// The program as `cmake --install` puts it, in a folder of its own.
class Installed {
public:
    Installed() {
        std::filesystem::create_directories(folder_ / "bin");
        std::filesystem::copy_file(HEADROOM_PROGRAM, folder_ / "bin/headroom");
    }
    const TestFolder& folder() const { return folder_; }

    void build_page(const std::string& content) const {
        std::filesystem::create_directories(folder_ / "share/headroom");
        write_content(folder_ / "share/headroom/headroom.html", content);
    }
    // What it said, and how it ended.
    ProgramRun run(const std::string& words) const {
        const std::string command =
            "cd '" + folder_.path().string() + "' && bin/headroom " + words + " >out 2>err";
        ProgramRun ended;
        ended.exit_code = WEXITSTATUS(std::system(command.c_str()));
        ended.out = content_of(folder_ / "out");
        ended.err = content_of(folder_ / "err");
        return ended;
    }

private:
    TestFolder folder_;
};

TEST_CASE(
    "an installed program hands out its page under the name that was asked for, and says how to open it") {
    const Installed installed;
    installed.build_page("<!doctype html> a page");
    const ProgramRun usual = installed.run("workshop"),
                     named = installed.run("workshop -o training-day.html");
    CHECK(usual.exit_code == 0);
    CHECK(named.exit_code == 0);
    CHECK(content_of(installed.folder() / "headroom.html") == "<!doctype html> a page");
    CHECK(content_of(installed.folder() / "training-day.html") == "<!doctype html> a page");
    CHECK(named.err.find("training-day.html") != std::string::npos);
    CHECK(named.err.find("double click") != std::string::npos);
    CHECK(named.out.empty());
}

TEST_CASE(
    "a program without a page says how to have one, one that cannot write says so, and no file is left") {
    const Installed installed;
    const ProgramRun without = installed.run("workshop");
    CHECK(without.exit_code == 3);
    CHECK(without.err.find("./headroom workshop") != std::string::npos);
    installed.build_page("a page");
    const ProgramRun nowhere = installed.run("workshop -o no/such/folder/page.html");
    CHECK(nowhere.exit_code == 3);
    CHECK(nowhere.err.find("no/such/folder") != std::string::npos);
    CHECK_FALSE(std::filesystem::exists(installed.folder() / "headroom.html"));
}

}  // namespace
