#include "sim/futures/inputs_digest.hpp"

#include "tests/catch.hpp"

using namespace headroom;

namespace {

Scenario one_alternative() {
    Scenario scenario;
    Alternative alternative;
    alternative.policies.emplace_back();
    scenario.alternatives.push_back(alternative);
    return scenario;
}

}  // namespace

TEST_CASE("every setting of today and of an alternative counts in the digest") {
    const Scenario scenario = one_alternative();
    const std::uint64_t plain = inputs_digest(scenario, "1");
    for (const SettingRow& row : setting_rows()) {
        Scenario changed = scenario;
        changed.settings.*row.value += 1;
        CHECK(inputs_digest(changed, "1") != plain);
        changed = scenario;
        changed.alternatives[0].settings.*row.value += 1;
        CHECK(inputs_digest(changed, "1") != plain);
    }
}

TEST_CASE("policy, shock, seed, span and program count in the digest") {
    const Scenario scenario = one_alternative();
    const std::uint64_t plain = inputs_digest(scenario, "1");
    CHECK(inputs_digest(scenario, "2") != plain);
    const auto differs = [&](auto change) {
        Scenario changed = scenario;
        change(changed);
        return inputs_digest(changed, "1") != plain;
    };
    CHECK(differs([](Scenario& s) { s.seed = 2; }));
    CHECK(differs([](Scenario& s) { s.months = 35; }));
    CHECK(differs([](Scenario& s) { s.settling_months = 11; }));
    CHECK(differs([](Scenario& s) { s.start.day = 2; }));
    CHECK(differs([](Scenario& s) { s.today.allocation.every_working_days = 2; }));
    CHECK(differs([](Scenario& s) { s.alternatives.push_back(s.alternatives[0]); }));
    CHECK(differs([](Scenario& s) { s.alternatives[0].shocks.emplace_back(); }));
    CHECK(differs([](Scenario& s) { s.alternatives[0].policies[0].from_month = 1; }));
    CHECK(
        differs([](Scenario& s) { s.alternatives[0].policies[0].policy.caseload_limit.rule = HardLimit{}; }));
    CHECK(differs(
        [](Scenario& s) { s.alternatives[0].policies[0].policy.caseload_limit.overflow = Overflow::duty; }));
    CHECK(differs([](Scenario& s) { s.alternatives[0].policies[0].policy.practice.early_closure = 1; }));
}

TEST_CASE(
    "an alternative lives alike whatever it is compared with and called, and otherwise as it is decided") {
    const Scenario scenario = one_alternative();
    const std::uint64_t plain = branch_digest(scenario, scenario.alternatives[0]);
    const auto differs = [&](auto change) {
        Scenario changed = scenario;
        change(changed);
        return branch_digest(changed, changed.alternatives[0]) != plain;
    };
    CHECK_FALSE(differs([](Scenario& s) { s.alternatives.push_back(s.alternatives[0]); }));
    CHECK_FALSE(differs([](Scenario& s) { s.alternatives[0].name = "Another name"; }));
    for (const SettingRow& row : setting_rows()) {
        CHECK(differs([&](Scenario& s) { s.settings.*row.value += 1; }));
        CHECK(differs([&](Scenario& s) { s.alternatives[0].settings.*row.value += 1; }));
    }
    CHECK(differs([](Scenario& s) { s.seed = 2; }));
    CHECK(differs([](Scenario& s) { s.months = 35; }));
    CHECK(differs([](Scenario& s) { s.today.allocation.every_working_days = 2; }));
    CHECK(
        differs([](Scenario& s) { s.alternatives[0].policies[0].policy.caseload_limit.rule = HardLimit{}; }));
    CHECK(differs([](Scenario& s) { s.alternatives[0].shocks.push_back({}); }));
}

TEST_CASE(
    "a settled authority rests on all that comes before its first month, and on nothing that is decided "
    "then") {
    const Scenario scenario = one_alternative();
    const std::uint64_t plain = settling_digest(scenario);
    const auto differs = [&](auto change) {
        Scenario changed = scenario;
        change(changed);
        return settling_digest(changed) != plain;
    };
    for (const SettingRow& row : setting_rows()) {
        CHECK(differs([&](Scenario& s) { s.settings.*row.value += 1; }));
        CHECK_FALSE(differs([&](Scenario& s) { s.alternatives[0].settings.*row.value += 1; }));
    }
    CHECK(differs([](Scenario& s) { s.seed = 2; }));
    CHECK(differs([](Scenario& s) { s.months = 35; }));
    CHECK(differs([](Scenario& s) { s.settling_months = 11; }));
    CHECK(differs([](Scenario& s) { s.start.day = 2; }));
    CHECK(differs([](Scenario& s) { s.today.allocation.every_working_days = 2; }));
    CHECK_FALSE(differs([](Scenario& s) { s.alternatives.push_back(s.alternatives[0]); }));
    CHECK_FALSE(differs([](Scenario& s) { s.alternatives[0].shocks.emplace_back(); }));
    CHECK_FALSE(
        differs([](Scenario& s) { s.alternatives[0].policies[0].policy.practice.early_closure = 1; }));
    CHECK_FALSE(differs([](Scenario& s) { s.replications = 1000; }));
}

TEST_CASE("words that change no result, and more replications, leave the digest alone") {
    const Scenario scenario = one_alternative();
    Scenario changed = scenario;
    changed.question = "Another wording";
    changed.text = "{}";
    changed.alternatives[0].name = "Another name";
    changed.replications = 1000;
    CHECK(inputs_digest(changed, "1") == inputs_digest(scenario, "1"));
}

TEST_CASE("a shock is no decision, and a limit or a setting of an alternative is one") {
    const Alternative plain = one_alternative().alternatives[0];
    Alternative befallen = plain, limited = plain, assumed = plain;
    befallen.shocks.emplace_back();
    limited.policies[0].policy.caseload_limit.rule = HardLimit{};
    assumed.settings.weeks_to_hire += 1;
    CHECK(decisions_digest(befallen) == decisions_digest(plain));
    CHECK(decisions_digest(limited) != decisions_digest(plain));
    CHECK(decisions_digest(assumed) != decisions_digest(plain));
}
