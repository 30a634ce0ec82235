// `headroom workshop` hands out the page that was built beside the program, whole or not at all.
#include "tests/catch.hpp"
#include "tests/command_line/installed.hpp"

using namespace headroom;

namespace {

TEST_CASE(
    "an installed program hands out its page under the name that was asked for, and says how to open it") {
    const Installed installed;
    installed.lay_down("headroom.html", "<!doctype html> a page");
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
    installed.lay_down("headroom.html", "a page");
    const ProgramRun nowhere = installed.run("workshop -o no/such/folder/page.html");
    CHECK(nowhere.exit_code == 3);
    CHECK(nowhere.err.find("no/such/folder") != std::string::npos);
    CHECK_FALSE(std::filesystem::exists(installed.folder() / "headroom.html"));
}

}  // namespace
