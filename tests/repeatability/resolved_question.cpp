// The scenario that a results file holds is a question that gives the same futures.
#include "sim/futures/inputs_digest.hpp"
#include "sim/scenario/reader.hpp"
#include "sim/scenario/resolved.hpp"
#include "tests/catch.hpp"

using namespace headroom;

namespace {

Scenario scenario_of(const std::string& text) {
    const Reading reading = read_question_text("question", text);
    CAPTURE(sentences_of(reading.faults));
    REQUIRE(reading.is_good());
    return reading.scenario;
}

}  // namespace

TEST_CASE("a question of steps resolves to one of alternatives written out, with the same inputs") {
    const Scenario scenario =
        scenario_of(R"({"compare_with": "Limit 18, 5 more posts, 10 % more referrals", "months": 12,
        "steps": {"posts.add": [0, 5], "caseload_limit.children": [15, 18], "referrals": [10]}})");
    CHECK(scenario.alternatives.size() == 4);
    const std::string resolved = resolved_question(scenario);
    CHECK(resolved.find("\"steps\"") == std::string::npos);
    const Scenario again = scenario_of(resolved);
    CHECK(inputs_digest(again, "1") == inputs_digest(scenario, "1"));
    for (std::size_t i = 0; i < 4; ++i) CHECK(again.alternatives[i].name == scenario.alternatives[i].name);
    CHECK(resolved_question(again) == resolved);
}

TEST_CASE("the resolved question read again has the same inputs, digit for digit") {
    for (const std::string_view authority : {"typical", "Leeds", "Cornwall"}) {
        for (const std::string_view kind :
             {"none", "hard", "advisory", "points", "by_type", "intake", "average"}) {
            const std::string text =
                R"({"authority": ")" + std::string(authority) +
                R"(", "months": 24, "seed": 5, "alternatives": [
                {"name": "As now"},
                {"name": "Other", "policy": [{"caseload_limit": {"kind": ")" +
                std::string(kind) + R"(", "overflow": "duty", "unit": "families", "exempt": ["looked_after"]},
                 "allocation": {"choice": "round_robin"}, "posts": {"add": 3, "from_month": 2}},
                 {"from_month": 7, "practice": {"early_closure": true}}],
                 "shocks": [{"kind": "referral_surge", "from_month": 2, "size": 33, "as_severe": true}]}]})";
            const Scenario scenario = scenario_of(text);
            const Scenario again = scenario_of(resolved_question(scenario));
            CAPTURE(authority, kind);
            CHECK(inputs_digest(again, "1") == inputs_digest(scenario, "1"));
            CHECK(again.replications == scenario.replications);
            CHECK(resolved_question(again) == resolved_question(scenario));
        }
    }
}

TEST_CASE("two questions that differ only in whether a surge is as severe as any have different inputs") {
    const auto inputs = [](const std::string& more) {
        const Scenario scenario = scenario_of(R"({"shocks": [{"kind": "referral_surge")" + more + "}]}");
        return inputs_digest(scenario, "1");
    };
    CHECK(inputs(R"(, "as_severe": false)") == inputs(""));
    CHECK(inputs(R"(, "as_severe": true)") != inputs(""));
}
