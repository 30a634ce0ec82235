// What comes with Headroom is found by its name from any folder.
#include "tests/catch.hpp"
#include "tests/command_line/installed.hpp"

using namespace headroom;

namespace {

constexpr const char* study = R"({"authority": "teaching team", "months": 1, "settling_months": 0,
    "factors": {"work_scale": {"from": 0.6, "to": 0.8}}, "design": {"kind": "latin_hypercube", "points": 2},
    "replications": 1})";

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != text.npos;
}

}  // namespace

TEST_CASE(
    "every command that reads a question or study finds those that came with Headroom from any folder") {
    const Installed installed;
    installed.lay_down("scenarios/questions/limit.json", short_question());
    installed.lay_down("scenarios/studies/small.json", study);
    const std::string question = " scenarios/questions/limit.json --quiet";
    for (
        const std::string& words :
        {"compare" + question, "run" + question, std::string("study scenarios/studies/small.json --quiet"),
         std::string("check scenarios/questions/limit.json"),
         std::string("check scenarios/studies/small.json"),
         "sustain" + question +
             " --replications 10 --measure children_unallocated --at-most 100 --vary posts.add --from 0 --to 4"}) {
        const ProgramRun run = installed.run(words, "somewhere");
        CAPTURE(words, run.err);
        CHECK(run.exit_code == 0);
    }
    CHECK(std::filesystem::exists(installed.folder() / "somewhere/limit.h5"));
    CHECK(std::filesystem::exists(installed.folder() / "somewhere/limit.html"));
    CHECK(std::filesystem::exists(installed.folder() / "somewhere/small.h5"));
}

TEST_CASE("a file of one's own is taken before one of the same name that came with Headroom") {
    const Installed installed;
    installed.lay_down("scenarios/ours.json", "not a question");
    std::filesystem::create_directories(installed.folder() / "here/scenarios");
    write_content(installed.folder() / "here/scenarios/ours.json", short_question());
    CHECK(installed.run("check scenarios/ours.json", "here").exit_code == 0);
    CHECK(installed.run("check scenarios/ours.json", "elsewhere").exit_code == 2);
}

TEST_CASE("a name that leads out of what came with Headroom, or to nothing there, is not found") {
    const Installed installed;
    installed.lay_down("../secret.json", short_question());
    installed.lay_down("scenarios/questions/limit.json", short_question());
    for (const std::string name : {"../secret.json", "scenarios/../../secret.json", "scenarios/questions",
                                   "scenarios/questions/other.json", "limit.json"}) {
        const ProgramRun run = installed.run("check " + name, "far/away");
        CAPTURE(name, run.err);
        CHECK(run.exit_code == 2);
        CHECK(holds(run.err, name));
        CHECK_FALSE(holds(run.err, "share/headroom"));
    }
}
