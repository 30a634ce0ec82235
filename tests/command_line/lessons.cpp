// A lesson on the command line: a question like any other, with what was expected beneath its answer.
#include <nlohmann/json.hpp>

#include "tests/catch.hpp"
#include "tests/command_line/program.hpp"

using namespace headroom;

namespace {

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != text.npos;
}

// Of the teaching team, over in a moment: one claim that is true, one that is not, one of months it does not
// have on the command line, and one about a later future.
std::string lesson() {
    return R"({
  "authority": "teaching team", "months": 3, "settling_months": 1, "replications": 4,
  "alternatives": [{"name": "As now"}, {"name": "One more post", "policy": {"posts": {"add": 1}}}],
  "lesson": {"title": "Counting children", "expect": [
    {"claim": "The service is open to many children.", "measure": "children_open", "alternative": "As now",
     "from": 50, "to": 250},
    {"claim": "A post brings children.", "measure": "children_open", "alternative": "One more post",
     "less": "As now", "from": 50, "to": 60},
    {"claim": "It is so in the third month.", "measure": "children_open", "alternative": "As now",
     "from": 50, "to": 250, "months": [3, 3]},
    {"claim": "It is so in the last future.", "measure": "children_open", "alternative": "As now",
     "from": 50, "to": 250, "future": 3}]}
})";
}

ProgramRun compare_with(const std::vector<std::string>& more) {
    const TestFolder folder;
    write_content(folder / "count.json", lesson());
    std::vector<std::string> arguments = {"compare", "count.json", "--quiet"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    const ProgramRun run = run_program(folder.path(), arguments);
    CAPTURE(run.err);
    REQUIRE(run.exit_code == 0);
    return run;
}

}  // namespace

TEST_CASE("beneath the answer to a lesson stands what it expects and what was measured, claim by claim") {
    const std::string out = compare_with({}).out;
    const std::size_t lesson = out.find("What the lesson “Counting children” expects\n");
    REQUIRE(lesson != out.npos);
    CHECK(holds(out.substr(0, lesson), "Teaching team, 3 months"));
    const std::string claims = out.substr(lesson);
    CHECK(
        holds(claims, "  The service is open to many children.\n    Expected 50 to 250 children, measured "));
    CHECK(
        holds(claims, "as expected.\n  A post brings children.\n    Expected 50 to 60 children, measured "));
    CHECK(holds(claims, ": not as expected.\n  It is so in the third month.\n"));
}

TEST_CASE("what a shorter run or fewer futures cannot show is said to be not measured, or not yet known") {
    CHECK(holds(compare_with({"--months", "2"}).out, "third month.\n    Not measured in this run."));
    CHECK(holds(compare_with({"--replications", "2"}).out, "last future.\n    Not measured in this run."));
    CHECK(holds(compare_with({"--replications", "2"}).out, ": not yet known."));
}

TEST_CASE(
    "of another authority or other settings a lesson expects nothing, and JSON holds the answer alone") {
    CHECK_FALSE(holds(compare_with({"--set", "work_scale=0.7"}).out, "expects"));
    CHECK_FALSE(holds(compare_with({"--authority", "City of London"}).out, "expects"));
    CHECK(nlohmann::json::accept(compare_with({"--json"}).out));
}

TEST_CASE("the option --authority takes the teaching team, and its answer has a name of its own") {
    const TestFolder folder;
    write_content(folder / "limit.json", short_question());
    const ProgramRun run =
        run_program(folder.path(), {"compare", "limit.json", "--quiet", "--authority", "teaching team"});
    CAPTURE(run.err);
    REQUIRE(run.exit_code == 0);
    CHECK(folder.names() ==
          std::vector<std::string>{"limit-teaching-team.h5", "limit-teaching-team.html", "limit.json"});
    CHECK(holds(run.out, "The teaching team is made up"));
    CHECK(holds(content_of(folder / "limit-teaching-team.html"), "4,600 children (the teaching team)"));
}
