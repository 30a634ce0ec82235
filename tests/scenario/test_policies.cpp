#include "sim/policy/policy.hpp"

#include "sim/scenario/levers.hpp"
#include "tests/catch.hpp"
#include "tests/scenario/reading.hpp"

using namespace headroom;

namespace {

const HardLimit& hard_of(const Policy& policy) {
    return std::get<HardLimit>(policy.caseload_limit.rule);
}

}  // namespace

TEST_CASE("every kind of limit can be asked for by its name, and starts from its own numbers") {
    for_each_limit_rule([]<class Rule>(std::type_identity<Rule>) {
        INFO(Rule::name);
        const Alternative alternative = alternative_of("\"policy\": {\"caseload_limit\": {\"kind\": \"" +
                                                       std::string(Rule::name) + "\"}}");
        const LimitRule& rule = alternative.policies.at(0).policy.caseload_limit.rule;
        REQUIRE(std::holds_alternative<Rule>(rule));
        for (const auto& field : Rule::fields())
            CHECK(std::get<Rule>(rule).*field.value == Rule{}.*field.value);
    });
}

TEST_CASE("every number of every lever reaches the policy") {
    for_each_lever([]<class Lever>(std::string_view key, std::string_view, Lever Policy::*lever) {
        for (const auto& field : Lever::fields()) {
            INFO(key << "." << field.key);
            const std::string kind = std::is_same_v<Lever, CaseloadLimit> ? "\"kind\": \"none\", " : "";
            const Alternative alternative =
                alternative_of("\"policy\": {\"" + std::string(key) + "\": {" + kind + "\"" +
                               std::string(field.key) + "\": " + number_text(field.high) + "}}");
            CHECK(alternative.policies.at(0).policy.*lever.*field.value == field.high);
        }
    });
}

TEST_CASE("every word of every lever reaches the policy") {
    for (std::size_t place = 0; place < allocation_choice_words.size(); ++place) {
        const Alternative alternative = alternative_of("\"policy\": {\"allocation\": {\"choice\": \"" +
                                                       std::string(allocation_choice_words[place]) + "\"}}");
        CHECK(alternative.policies[0].policy.allocation.choice == static_cast<AllocationChoice>(place));
    }
    for (std::size_t place = 0; place < overflow_words.size(); ++place) {
        const Alternative alternative =
            alternative_of("\"policy\": {\"caseload_limit\": {\"kind\": \"hard\", \"overflow\": \"" +
                           std::string(overflow_words[place]) + "\"}}");
        CHECK(alternative.policies[0].policy.caseload_limit.overflow == static_cast<Overflow>(place));
    }
    const Alternative families =
        alternative_of(R"("policy": {"caseload_limit": {"kind": "hard", "unit": "families"}})");
    CHECK(families.policies[0].policy.caseload_limit.unit == CountedUnit::families);
}

TEST_CASE("the exempt stages are exactly those listed") {
    const auto exempt_of = [](const std::string& stages) {
        return alternative_of("\"policy\": {\"caseload_limit\": {\"kind\": \"hard\", \"exempt\": " + stages +
                              "}}")
            .policies[0]
            .policy.caseload_limit.exempt_stages;
    };
    CHECK(exempt_of("[]") == 0);
    CHECK(exempt_of(R"(["assessment"])") == 1u << static_cast<int>(Stage::assessment));
    CHECK(alternative_of(R"("policy": {"caseload_limit": {"kind": "hard"}})")
              .policies[0]
              .policy.caseload_limit.exempt_stages == CaseloadLimit{}.exempt_stages);
}

TEST_CASE("an alternative starts from today's policy and moves only what it names") {
    const Alternative alternative = alternative_of(
        R"("policy": {"caseload_limit": {"kind": "hard", "children": 15}})",
        R"("today": {"caseload_limit": {"kind": "hard", "children": 18, "newly_qualified": 12, "overflow": "duty"},
                     "agency": {"cover_percent": 50}},)");
    const Policy& policy = alternative.policies.at(0).policy;
    CHECK(hard_of(policy).children == 15);
    CHECK(hard_of(policy).newly_qualified == 12);
    CHECK(policy.caseload_limit.overflow == Overflow::duty);
    CHECK(policy.agency.cover_percent == 50);
}

TEST_CASE("a limit of another kind starts from that kind's own numbers") {
    const Alternative alternative =
        alternative_of(R"("policy": [{"caseload_limit": {"kind": "hard", "children": 30}},
                                     {"from_month": 3, "caseload_limit": {"kind": "advisory"}},
                                     {"from_month": 6, "caseload_limit": {"kind": "hard"}}])");
    REQUIRE(alternative.policies.size() == 3);
    CHECK(std::get<AdvisoryLimit>(alternative.policies[1].policy.caseload_limit.rule).children ==
          AdvisoryLimit{}.children);
    CHECK(hard_of(alternative.policies[2].policy).children == HardLimit{}.children);
}

TEST_CASE("a lever with a month of its own is moved from that month on") {
    const Alternative alternative = alternative_of(
        R"("policy": {"caseload_limit": {"kind": "hard", "children": 18}, "posts": {"add": 10, "from_month": 3}})");
    REQUIRE(alternative.policies.size() == 2);
    CHECK(alternative.policies[0].from_month == 0);
    CHECK(alternative.policies[0].policy.posts.add == 0);
    CHECK(hard_of(alternative.policies[0].policy).children == 18);
    CHECK(alternative.policies[1].from_month == 3);
    CHECK(alternative.policies[1].policy.posts.add == 10);
    CHECK(hard_of(alternative.policies[1].policy).children == 18);
}

TEST_CASE("dated policies follow each other, each starting from the one before") {
    const Alternative alternative = alternative_of(
        R"("policy": [{"from_month": 2, "posts": {"add": 5}},
                      {"from_month": 6, "retention": {"pay_supplement_percent": 4}},
                      {"from_month": 12, "posts": {"add": 8}}])");
    REQUIRE(alternative.policies.size() == 4);
    CHECK(alternative.policies[0].from_month == 0);
    CHECK(alternative.policies[0].policy.posts.add == 0);
    CHECK(alternative.policies[2].policy.posts.add == 5);
    CHECK(alternative.policies[3].policy.posts.add == 8);
    CHECK(alternative.policies[3].policy.retention.pay_supplement_percent == 4);
}

TEST_CASE("a lever's own month falls in with those of the policies after it") {
    const Alternative alternative = alternative_of(
        R"("policy": [{"posts": {"add": 10, "from_month": 12}}, {"from_month": 6, "agency": {"cover_percent": 20}}])");
    REQUIRE(alternative.policies.size() == 3);
    CHECK(alternative.policies[1].from_month == 6);
    CHECK(alternative.policies[1].policy.posts.add == 0);
    CHECK(alternative.policies[2].from_month == 12);
    CHECK(alternative.policies[2].policy.posts.add == 10);
    CHECK(alternative.policies[2].policy.agency.cover_percent == 20);
}
