// The settings of a fitted place's futures, as the results of a comparison hold them.
#include "sim/futures/authority_futures.hpp"
#include "sim/futures/results_of.hpp"
#include "tests/catch.hpp"

using namespace headroom;

namespace {

// Three members that differ in two settings of three; the question sets a fourth, in which they differ too.
Scenario fitted() {
    Scenario scenario;
    Ensemble ensemble;
    for (const char* key : {"work_scale", "weeks_to_hire", "hours_court", "sibling_share"})
        ensemble.moved.push_back(find_setting(key));
    ensemble.members = {{0.5, 10, 12, 0.5}, {0.6, 20, 12, 0.6}, {0.7, 30, 12, 0.7}};
    scenario.settings = scenario.fitted_middle = ensemble.middle(scenario.settings);
    scenario.settings.sibling_share = 0.55;
    scenario.ensemble = ensemble;
    scenario.alternatives.push_back({"As now", {DatedPolicy{}}, {}, scenario.settings});
    scenario.replications = 5;
    return scenario;
}

std::vector<Replication> lived(std::initializer_list<std::uint32_t> numbers) {
    std::vector<Replication> all;
    for (const std::uint32_t number : numbers) {
        Replication& one = all.emplace_back();
        one.number = number;
        one.series.emplace_back(1, 0);
        one.faults.emplace_back();
    }
    return all;
}

}  // namespace

TEST_CASE("the results hold the settings that each future used, those alone in which futures differ") {
    const Scenario scenario = fitted();
    const StudyResults results = results_of(scenario, lived({0, 1, 2, 3, 4}), "");
    CHECK(results.members.keys == std::vector<std::string>{"work_scale", "weeks_to_hire"});
    CHECK(results.members.numbers == std::vector<int>{0, 1, 2, 0, 1});
    REQUIRE(results.members.values.size() == 5);
    for (std::uint32_t future = 0; future < 5; ++future) {
        const Settings used = settings_lived(scenario, scenario.settings, future);
        CHECK(results.members.values[future] == std::vector<double>{used.work_scale, used.weeks_to_hire});
    }
    CHECK(origin_of(scenario, "").members == results.members);
}

TEST_CASE("the settings in the file and the rest of the question's are all that a future uses") {
    const Scenario scenario = fitted();
    const MembersUsed members = origin_of(scenario, "").members;
    for (std::uint32_t future = 0; future < 5; ++future) {
        Settings again = scenario.settings;
        for (std::size_t i = 0; i < members.keys.size(); ++i)
            again.*find_setting(members.keys[i])->value = members.values[future][i];
        CHECK(again == settings_lived(scenario, scenario.settings, future));
    }
}

TEST_CASE(
    "one future by itself is told under its own number, and an authority without a fit has no members") {
    Scenario scenario = fitted();
    const StudyResults one = results_of(scenario, lived({4}), "");
    CHECK(one.members.numbers == std::vector<int>{1});
    CHECK(one.members.values == std::vector<std::vector<double>>{{0.6, 20}});
    scenario.ensemble.reset();
    CHECK(results_of(scenario, lived({0, 1}), "").members == MembersUsed{});
}
