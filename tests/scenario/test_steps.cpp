// Alternatives made by steps: every combination, named in plain words, each as if written out by hand.
#include "sim/scenario/steps.hpp"

#include <set>

#include "sim/scenario/resolved.hpp"
#include "tests/catch.hpp"
#include "tests/scenario/reading.hpp"

using namespace headroom;

namespace {

std::vector<std::string> names_in(const std::string& text) {
    std::vector<std::string> names;
    for (const Alternative& alternative : scenario_of(text).alternatives) names.push_back(alternative.name);
    return names;
}

std::string faults_of(const std::string& text, const Choices& choices = {}) {
    return sentences_of(read_question_text("ours.json", text, choices).faults);
}

const HardLimit& hard_of(const Alternative& alternative) {
    return std::get<HardLimit>(alternative.policies.at(0).policy.caseload_limit.rule);
}

}  // namespace

TEST_CASE(
    "steps of one key make an alternative for each value, and the first is what the others are compared "
    "with") {
    const Scenario scenario = scenario_of(R"({"steps": {"posts.add": [0, 10, 20, -1]}})");
    REQUIRE(scenario.alternatives.size() == 4);
    CHECK(names_in(R"({"steps": {"posts.add": [0, 10, 20, -1]}})") ==
          std::vector<std::string>{"No more posts", "10 more posts", "20 more posts", "1 fewer post"});
    CHECK(scenario.alternatives[1].policies.at(0).policy.posts.add == 10);
    CHECK(scenario.alternatives[3].policies.at(0).policy.posts.add == -1);
}

TEST_CASE("an \"As now\" that is written comes before the steps") {
    CHECK(names_in(R"({"alternatives": [{"name": "As now"}], "steps": {"posts.add": [10]}})") ==
          std::vector<std::string>{"As now", "10 more posts"});
}

TEST_CASE("a step that is written already, as 0 more posts is in \"As now\", is no second alternative") {
    const std::string as_now = R"({"alternatives": [{"name": "As now"}], )";
    CHECK(names_in(as_now + R"("steps": {"posts.add": [0, 10]}})") ==
          std::vector<std::string>{"As now", "10 more posts"});
    CHECK(names_in(as_now + R"("steps": {"referrals": [-10, 0, 10]}})") ==
          std::vector<std::string>{"As now", "10 % fewer referrals", "10 % more referrals"});
    CHECK(names_in(as_now + R"("settings": {"work_scale": 1}, "steps": {"work_scale": [1, 1.2]}})") ==
          std::vector<std::string>{"As now", "Work scale 1.2"});
    CHECK(names_in(R"({"shocks": [{"kind": "it_outage", "from_month": 2}],
                       "alternatives": [{"name": "As now"}, {"name": "Ten", "policy": {"posts": {"add": 10}}}],
                       "steps": {"posts.add": [0, 10, 20]}})") ==
          std::vector<std::string>{"As now", "Ten", "20 more posts"});
}

TEST_CASE("of two keys only the pair that changes nothing at all is left out") {
    CHECK(names_in(R"({"alternatives": [{"name": "As now"}],
                       "steps": {"posts.add": [0, 10], "referrals": [0, 20]}})") ==
          std::vector<std::string>{"As now", "No more posts, 20 % more referrals",
                                   "10 more posts, referrals as now", "10 more posts, 20 % more referrals"});
}

TEST_CASE("a 0 among the steps stays where no \"As now\" is written, or where today is not as that step") {
    CHECK(names_in(R"({"steps": {"posts.add": [0, 10]}})").size() == 2);
    CHECK(names_in(R"({"today": {"posts": {"add": 5}}, "alternatives": [{"name": "As now"}],
                       "steps": {"posts.add": [0, 5]}})") ==
          std::vector<std::string>{"As now", "No more posts"});
}

TEST_CASE("several keys are combined, every value of one with every value of the others") {
    const Scenario scenario =
        scenario_of(R"({"steps": {"posts.add": [0, 10], "caseload_limit.children": [15, 18, 20]}})");
    REQUIRE(scenario.alternatives.size() == 6);
    CHECK(scenario.alternatives[0].name == "Limit 15, no more posts");
    CHECK(scenario.alternatives[1].name == "Limit 15, 10 more posts");
    CHECK(scenario.alternatives[5].name == "Limit 20, 10 more posts");
    CHECK(hard_of(scenario.alternatives[5]).children == 20);
    CHECK(scenario.alternatives[5].policies.at(0).policy.posts.add == 10);
}

TEST_CASE("a step is the same as the alternative written out") {
    const std::string rest =
        R"("settings": {"casework_share": 0.7}, "today": {"allocation": {"choice": "round_robin"}},
        "shocks": [{"kind": "it_outage", "from_month": 2}], )";
    const auto resolved = [&](const std::string& inside) {
        return resolved_question(scenario_of("{" + rest + inside + "}"));
    };
    CHECK(resolved(R"("steps": {"posts.add": [7], "work_scale": [0.8], "practice.early_closure": [true]})") ==
          resolved(R"("alternatives": [{"name": "7 more posts, practice early closure: yes, work scale 0.8",
              "policy": {"posts": {"add": 7}, "practice": {"early_closure": true}}, "settings": {"work_scale": 0.8}}])"));
    CHECK(
        resolved(R"("steps": {"caseload_limit.kind": ["advisory"], "caseload_limit.overflow": ["duty"]})") ==
        resolved(R"("alternatives": [{"name": "Advisory limit, overflow: duty",
              "policy": {"caseload_limit": {"kind": "advisory", "overflow": "duty"}}}])"));
    CHECK(resolved(R"("steps": {"referrals": [20]})") ==
          resolved(R"("alternatives": [{"name": "20 % more referrals",
              "shocks": [{"kind": "referral_surge", "from_month": 0, "months": 600, "size": 20}]}])"));
}

TEST_CASE("no change of referrals is no shock") {
    CHECK(scenario_of(R"({"steps": {"referrals": [0]}})").alternatives[0].shocks.empty());
    CHECK(names_in(R"({"steps": {"referrals": [0, -5]}})") ==
          std::vector<std::string>{"Referrals as now", "5 % fewer referrals"});
}

TEST_CASE(
    "a limit's number without its kind goes to the kind in force, else to a hard limit, else to the kind "
    "that has it") {
    const Scenario advisory = scenario_of(
        R"({"today": {"caseload_limit": {"kind": "advisory"}}, "steps": {"caseload_limit.children": [14]}})");
    CHECK(std::get<AdvisoryLimit>(advisory.alternatives[0].policies[0].policy.caseload_limit.rule).children ==
          14);
    CHECK(hard_of(scenario_of(R"({"steps": {"caseload_limit.children": [14]}})").alternatives[0]).children ==
          14);
    const Scenario points = scenario_of(R"({"steps": {"caseload_limit.points": [80]}})");
    CHECK(std::get<PointsLimit>(points.alternatives[0].policies[0].policy.caseload_limit.rule).points == 80);
    const Scenario named = scenario_of(
        R"({"today": {"caseload_limit": {"kind": "advisory"}}, "steps": {"caseload_limit.hard.children": [14]}})");
    CHECK(hard_of(named.alternatives[0]).children == 14);
}

TEST_CASE("what is wrong with a step is told at its place, with the nearest key") {
    CHECK(faults_of("{\n\"steps\": {\"posts.add\": [0, 10, 5000]}}") ==
          "ours.json, line 2: steps.posts.add[3] is 5000, but should be a whole number from -1000 to 1000 "
          "(posts).\n");
    CHECK(faults_of(R"({"steps": {"posts.ad": [1]}})") ==
          "ours.json, line 1: steps.posts.ad is not a known key. Did you mean \"posts.add\" or "
          "\"posts.add_percent\"?\n");
    CHECK(faults_of(R"({"steps": {"add": [1]}})") ==
          "ours.json, line 1: steps.add is not a known key. Did you mean \"posts.add\"?\n");
    CHECK(faults_of(R"({"steps": {"posts.add": 10}})") ==
          "ours.json, line 1: steps.posts.add is 10, but should be a list [ ] of at least 1 and at most 100 "
          "entries.\n");
    CHECK(faults_of(R"({"steps": {"caseload_limit.overflow": ["dutty"]}})").find("Did you mean \"duty\"?") !=
          std::string::npos);
    CHECK(faults_of(R"({"steps": {"posts.add": [3, 3]}})") ==
          "ours.json, line 1: steps is \"3 more posts\" there twice, but should be made of values that "
          "differ.\n");
    CHECK(faults_of(R"({"steps": {"posts.add": [-900]}})").find("no case-holding post is left") !=
          std::string::npos);
}

TEST_CASE("more alternatives than anyone can read are refused") {
    std::string values = "0";
    for (int value = 1; value < 11; ++value) values += ", " + std::to_string(value);
    const std::string text =
        "{\"steps\": {\"posts.add\": [" + values + "], \"posts.support_workers\": [" + values + "]}}";
    CHECK(faults_of(text).find(
              "steps is more than 100 alternatives, but should be fewer values, or fewer keys") !=
          std::string::npos);
}

TEST_CASE("a stock of today is no step, since all alternatives start from the same day") {
    CHECK_FALSE(faults_of(R"({"steps": {"children_held": [1000]}})").empty());
}

TEST_CASE("the alternative that the others are to be compared with comes first, the rest in their order") {
    const std::string list = R"("alternatives": [{"name": "a"}, {"name": "b"}, {"name": "c"}])";
    CHECK(names_in(R"({"compare_with": "c", )" + list + "}") == std::vector<std::string>{"c", "a", "b"});
    Choices choices;
    choices.against = "b";
    const Scenario scenario = scenario_of(R"({"compare_with": "c", )" + list + "}", choices);
    CHECK(scenario.alternatives.front().name == "b");
    CHECK(names_in(R"({"compare_with": "10 more posts", "steps": {"posts.add": [0, 10]}})").front() ==
          "10 more posts");
}

TEST_CASE("a name to compare with that nobody has is told with the nearest") {
    const std::string list = R"("alternatives": [{"name": "As now"}, {"name": "Limit 18"}]})";
    CHECK(faults_of(R"({"compare_with": "Limit 8", )" + list) ==
          "ours.json, line 1: compare_with is \"Limit 8\", which no alternative is called. Did you mean "
          "\"Limit 18\"?\n");
    Choices choices;
    choices.against = "zebra";
    CHECK(faults_of("{" + list, choices) ==
          "command line: --against is \"zebra\", which no alternative is called, but should be the name of "
          "an alternative, "
          "such as \"As now\".\n");
}
