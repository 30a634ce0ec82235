// What can be turned under one short key each.
#include "sim/scenario/dial.hpp"

#include <set>

#include "sim/places/position.hpp"
#include "sim/scenario/levers.hpp"
#include "tests/catch.hpp"
#include "tests/scenario/reading.hpp"

using namespace headroom;

namespace {

Alternative as_now() {
    return scenario_of("{}").alternatives.at(0);
}

}  // namespace

TEST_CASE(
    "every number of every lever and every setting that is no stock can be turned, each under one key") {
    std::set<std::string> keys;
    for (const Dial& dial : dials()) CHECK(keys.insert(dial.key).second);
    for_each_lever([&]<class Lever>(std::string_view lever, std::string_view, Lever Policy::*) {
        for (const Field<Lever>& field : Lever::fields())
            CHECK(keys.count(std::string(lever) + "." + std::string(field.key)) == 1);
    });
    for_each_limit_rule([&]<class Rule>(std::type_identity<Rule>) {
        for (const auto& field : Rule::fields()) {
            CHECK(keys.count("caseload_limit." + std::string(field.key)) == 1);
            CHECK(keys.count("caseload_limit." + std::string(Rule::name) + "." + std::string(field.key)) ==
                  1);
        }
    });
    for (const SettingRow& row : setting_rows())
        CHECK(keys.count(std::string(row.key)) == (is_stock(row) ? 0 : 1));
    CHECK(keys.count("referrals") == 1);
    CHECK(find_dial("zebra") == nullptr);
}

TEST_CASE("a dial turned in a policy of several dates is turned in each of them, and nothing else is") {
    Alternative alternative = alternative_of(
        R"("policy": [{"posts": {"add": 1}}, {"from_month": 6, "posts": {"support_workers": 2}}])");
    turn(alternative, *find_dial("posts.add"), 9.0);
    REQUIRE(alternative.policies.size() == 2);
    CHECK(alternative.policies[0].policy.posts.add == 9);
    CHECK(alternative.policies[1].policy.posts.add == 9);
    CHECK(alternative.policies[0].policy.posts.support_workers == 0);
    CHECK(alternative.policies[1].policy.posts.support_workers == 2);
}

TEST_CASE("turning referrals adds to what strikes anyway") {
    Alternative alternative = alternative_of(R"("shocks": [{"kind": "it_outage"}])");
    turn(alternative, *find_dial("referrals"), -15.0);
    REQUIRE(alternative.shocks.size() == 2);
    CHECK(alternative.shocks[1].kind == ShockKind::referral_surge);
    CHECK(alternative.shocks[1].size == -15);
}

TEST_CASE("every number that can be turned ends where it was turned to, and says so in words") {
    for (const Dial& dial : dials()) {
        if (!dial.is_number() || dial.lever.empty()) continue;
        CAPTURE(dial.key);
        Alternative low = as_now(), high = as_now();
        turn(low, dial, dial.value.low);
        turn(high, dial, dial.value.high);
        turn(low, dial, dial.value.high);
        CHECK(words_of(dial, 7.0).find('7') != std::string::npos);
        CHECK(words_of(dial, 7.0).find('_') == std::string::npos);
        // Turned twice, only the last counts.
        CHECK(low.policies.size() == high.policies.size());
        CHECK(low.policies[0].policy.posts.add == high.policies[0].policy.posts.add);
        CHECK(low.policies[0].policy.agency.most_percent == high.policies[0].policy.agency.most_percent);
    }
    CHECK(words_of(*find_dial("agency.most_percent"), 10.0) == "agency most 10 %");
    CHECK(words_of(*find_dial("recruitment.weeks_to_hire"), 8.0) == "recruitment weeks to hire 8");
    CHECK(words_of(*find_dial("caseload_limit.advisory.children"), 18.0) == "advisory limit 18");
    CHECK(words_of(*find_dial("posts.support_workers"), 5.0) == "5 support workers");
}

TEST_CASE("every number of a policy that says more, or adds, starts at nothing more than today and says so") {
    int found = 0;
    const Alternative today = as_now();
    for_each_lever([&]<class Lever>(std::string_view lever, std::string_view, Lever Policy::*member) {
        for (const Field<Lever>& field : Lever::fields()) {
            if (!field.key.ends_with("_more") && field.key != "add") continue;
            ++found;
            CAPTURE(lever, field.key);
            CHECK(today.policies.front().policy.*member.*field.value == 0);
            const std::string key = std::string(lever) + "." + std::string(field.key);
            CHECK(words_of(*find_dial(key), 10.0).find("10 more ") == 0);
            const std::string meaning(field.meaning);
            CHECK((meaning.find("beside today's") != std::string::npos ||
                   meaning.find("added to") != std::string::npos));
        }
    });
    CHECK(found == 2);
    CHECK(words_of(*find_dial("recruitment.newly_qualified_more"), 1.0) ==
          "1 more newly qualified worker a year");
}
