#include "analysis/words/enough_futures.hpp"

#include "tests/catch.hpp"

using namespace headroom;

namespace {

Scenario two_alternatives() {
    Scenario scenario;
    scenario.alternatives.resize(2);
    scenario.alternatives[0].name = "As now";
    scenario.alternatives[1].name = "Limit 15";
    return scenario;
}

// One month in which the second alternative differs from the first: unmet hours of a hundred planned by
// `unmet`, children without a worker by `children`, up and down by turns; cost not at all.
Replication future(std::uint32_t number, double unmet, double children) {
    Replication lived;
    lived.number = number;
    const double luck = number % 2 == 0 ? 1 : -1;
    for (const double differs : {0.0, luck}) {
        Series series(1, 0);
        series.at(Measure::planned_hours) = 100;
        series.at(Measure::unmet_hours) = 20 + differs * unmet;
        series.at(Measure::children_unallocated) = 200 + differs * children;
        series.at(Measure::cost) = 1e6;
        series.make_ratios();
        lived.series.push_back(std::move(series));
        lived.faults.emplace_back();
    }
    return lived;
}

std::vector<Replication> futures(int number, double unmet, double children) {
    std::vector<Replication> all;
    for (int i = 0; i < number; ++i) all.push_back(future(static_cast<std::uint32_t>(i), unmet, children));
    return all;
}

}  // namespace

TEST_CASE("alternatives that hardly differ need twenty futures, and one that swings needs more") {
    const Scenario scenario = two_alternatives();
    CHECK(futures_wanted(scenario, {}, {}) == 20);
    CHECK(futures_wanted(scenario, futures(20, 0.1, 0.1), {}) == 20);
    CHECK(futures_wanted(scenario, futures(20, 3, 0.1), {}) == 40);
    CHECK(futures_wanted(scenario, futures(20, 0.1, 30), {}) == 40);
    CHECK(futures_wanted(scenario, futures(20, 3, 0.1), precision_of(10)) == 20);
}

TEST_CASE("a future that failed in one alternative counts in no difference") {
    const Scenario scenario = two_alternatives();
    std::vector<Replication> lived = futures(20, 0.1, 0.1);
    lived[4].series[1].at(Measure::unmet_hours) = 1e9;
    CHECK(futures_wanted(scenario, lived, {}) > 20);
    lived[4].faults[1] = "a family was in two places";
    lived[4].series[1].make_ratios();
    CHECK(futures_wanted(scenario, lived, {}) == 20);
}

TEST_CASE("the answer says how many futures sufficed, or what is still not precise") {
    const Scenario scenario = two_alternatives();
    const std::string enough = sentence_on_futures(scenario, futures(20, 0.1, 0.1), {});
    CHECK(enough.ends_with("20 futures sufficed."));
    CHECK(enough.find(" 0.5 of the smallest difference") != std::string::npos);
    const std::string capped = sentence_on_futures(scenario, futures(20, 3, 60), {.most = 20});
    CHECK(
        capped.ends_with("after 20 futures 2 of 3 still reach further, most of all children without a "
                         "worker of \u201cLimit 15\u201d."));
}

TEST_CASE("one policy alone is known by its own numbers") {
    Scenario scenario = two_alternatives();
    scenario.alternatives.resize(1);
    std::vector<Replication> lived = futures(20, 0, 0);
    for (Replication& each : lived) each.series.resize(1);
    CHECK(futures_wanted(scenario, lived, {}) == 20);
    CHECK(sentence_on_futures(scenario, lived, {}).find("intervals of need unmet") != std::string::npos);
}
