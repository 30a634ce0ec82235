// Factors at their values: what becomes of a question, and of a policy.
#include "sim/scenario/turned.hpp"

#include <algorithm>

#include "sim/scenario/study_plan.hpp"
#include "tests/scenario/reading.hpp"

using namespace headroom;

namespace {

const CaseloadLimit& limit_of(const Alternative& alternative) {
    return alternative.policies.at(0).policy.caseload_limit;
}

// A value of a factor by its word or number.
struct Value {
    std::string key;
    std::string word = {};
    double number = 0;
};

Alternative decided(const std::vector<Value>& values, Alternative policy = alternative_of("\"policy\": {}")) {
    std::vector<Factor> factors;
    std::vector<double> numbers;
    for (const Value& value : values) {
        factors.push_back(factor_of(value.key, Settings{}));
        const std::vector<std::string>& words = factors.back().words;
        const auto place = std::find(words.begin(), words.end(), value.word);
        numbers.push_back(place == words.end() ? value.number : static_cast<double>(place - words.begin()));
    }
    decide(policy, factors, numbers);
    return policy;
}

std::string name_of(const std::vector<Value>& values) {
    std::vector<Factor> factors;
    std::vector<double> numbers;
    for (const Value& value : values) {
        factors.push_back(factor_of(value.key, Settings{}));
        const std::vector<std::string>& words = factors.back().words;
        const auto place = std::find(words.begin(), words.end(), value.word);
        numbers.push_back(place == words.end() ? value.number : static_cast<double>(place - words.begin()));
    }
    return name_of_policy(factors, numbers);
}

}  // namespace

TEST_CASE("a kind of limit is chosen before its numbers, whichever stands first") {
    for (const bool kind_first : {true, false}) {
        std::vector<Value> values = {{"caseload_limit.kind", "advisory"},
                                     {"caseload_limit.children", "", 17}};
        if (!kind_first) std::swap(values[0], values[1]);
        const Alternative policy = decided(values);
        const auto* advisory = std::get_if<AdvisoryLimit>(&limit_of(policy).rule);
        REQUIRE(advisory != nullptr);
        CHECK(advisory->children == 17);
    }
}

TEST_CASE("a number that the chosen kind of limit does not have decides nothing") {
    const Alternative without = decided({{"caseload_limit.kind", "none"}});
    const Alternative with = decided({{"caseload_limit.children", "", 17}, {"caseload_limit.kind", "none"}});
    CHECK(std::holds_alternative<NoLimit>(limit_of(with).rule));
    CHECK(limit_of(with).rule.index() == limit_of(without).rule.index());
    const Alternative hard =
        decided({{"caseload_limit.by_type.ongoing", "", 3}, {"caseload_limit.kind", "hard"}});
    CHECK(std::holds_alternative<HardLimit>(limit_of(hard).rule));
}

TEST_CASE("without a kind among the factors a limit's number goes where a step's does: to a hard limit") {
    const Alternative policy = decided({{"caseload_limit.children", "", 14}});
    const auto* hard = std::get_if<HardLimit>(&limit_of(policy).rule);
    REQUIRE(hard != nullptr);
    CHECK(hard->children == 14);
}

TEST_CASE("what every kind of limit has is decided under any kind") {
    const Alternative policy =
        decided({{"caseload_limit.overflow", "duty"}, {"caseload_limit.kind", "advisory"}});
    CHECK(limit_of(policy).overflow == Overflow::duty);
}

TEST_CASE("a decision holds in every dated policy, and leaves what it does not name as it was") {
    const Alternative before =
        alternative_of(R"("policy": [{"posts": {"add": 2}}, {"from_month": 6, "posts": {"add": 5}}])");
    const Alternative policy = decided({{"caseload_limit.children", "", 15}}, before);
    REQUIRE(policy.policies.size() == 2);
    for (const DatedPolicy& dated : policy.policies) {
        CHECK(std::holds_alternative<HardLimit>(dated.policy.caseload_limit.rule));
    }
    CHECK(policy.policies[0].policy.posts.add == 2);
    CHECK(policy.policies[1].policy.posts.add == 5);
    CHECK(policy.policies[1].from_month == 6);
    for (const DatedPolicy& dated : decided({{"posts.add", "", 9}}, before).policies)
        CHECK(dated.policy.posts.add == 9);
}

TEST_CASE("a factor that is a setting is set today and in every alternative that does not set it itself") {
    Scenario scenario =
        scenario_of(R"({"alternatives": [{"name": "a"}, {"name": "b", "settings": {"work_scale": 0.5}}]})");
    const Factor factors[] = {factor_of("work_scale", scenario.settings)};
    const double values[] = {0.81};
    set_world(scenario, factors, values);
    CHECK(scenario.settings.work_scale == 0.81);
    CHECK(scenario.alternatives[0].settings.work_scale == 0.81);
    CHECK(scenario.alternatives[1].settings.work_scale == 0.5);
}

TEST_CASE("a world changes nothing but what its factors name") {
    const Scenario before = scenario_of(R"({"alternatives": [{"name": "a"}]})");
    Scenario scenario = before;
    const Factor factors[] = {factor_of("weeks_to_hire", before.settings)};
    const double values[] = {31};
    set_world(scenario, factors, values);
    for (const SettingRow& row : setting_rows()) {
        const bool is_moved = row.key == "weeks_to_hire";
        CHECK(scenario.settings.*row.value == (is_moved ? 31 : before.settings.*row.value));
    }
    CHECK(scenario.alternatives[0].shocks.empty());
    CHECK(std::holds_alternative<NoLimit>(limit_of(scenario.alternatives[0]).rule));
}

TEST_CASE("a decision among the factors of a world is taken in every policy, and today is as it was") {
    Scenario scenario = scenario_of(R"({"alternatives": [{"name": "a"}, {"name": "b"}]})");
    const Factor factors[] = {factor_of("posts.add", scenario.settings), factor_of("referrals", {})};
    const double values[] = {12, 5};
    set_world(scenario, factors, values);
    for (const Alternative& alternative : scenario.alternatives) {
        CHECK(alternative.policies[0].policy.posts.add == 12);
        REQUIRE(alternative.shocks.size() == 1);
        CHECK(alternative.shocks[0].kind == ShockKind::referral_surge);
        CHECK(alternative.shocks[0].size == 5);
    }
    CHECK(scenario.today.posts.add == 0);
}

TEST_CASE("no more and no fewer referrals is no shock") {
    CHECK(decided({{"referrals", "", 0}}).shocks.empty());
}

TEST_CASE("a policy is named by its decisions in plain words, the first with a capital") {
    CHECK(name_of({{"caseload_limit.children", "", 18}, {"posts.add", "", 10}}) == "Limit 18, 10 more posts");
    CHECK(name_of({{"posts.add", "", 1}, {"caseload_limit.children", "", 15}}) == "1 more post, limit 15");
    CHECK(name_of({{"caseload_limit.kind", "by_type"}}) == "Limit by type");
    CHECK(name_of({{"recruitment.freeze", "", 1}}) == "Recruitment freeze: yes");
    CHECK(name_of({{"recruitment.freeze", "", 0}}) == "Recruitment freeze: no");
    CHECK(name_of({{"work_scale", "", 0.7}}).empty());
}
