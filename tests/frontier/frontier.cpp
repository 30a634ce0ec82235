#include "analysis/frontier/frontier.hpp"

#include <cmath>
#include <limits>

#include "tests/catch.hpp"
#include "tests/says.hpp"
#include "tests/statistics/made_up_chance.hpp"
#include "tests/statistics/made_up_table.hpp"

using namespace headroom;

namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();

MadeUpWorlds worlds_in_a_row(int number) {
    MadeUpWorlds worlds;
    for (int world = 0; world < number; ++world) worlds.shares.push_back({(world + 0.5) / number});
    return worlds;
}

StudyTable table_on(const std::string& measure, const MadeUpWorlds& worlds, const StudyTable& like,
                    const MadeUpValue& value) {
    StudyTable table = made_up_table(worlds, like.origin.design.policies(), like.origin.replications, value);
    const MeasureRow& row = *find_measure(measure);
    table.measure = measure;
    table.unit = row.unit;
    table.definition = row.definition;
    return table;
}

// Need unmet and cost of four policies: cheap and bad, dear and good, between, and as dear as the good one
// but worse. Worlds move all alike.
std::vector<StudyTable> four_policies(double luck, int worlds = 20, int futures = 5) {
    const double unmet[] = {20, 10, 15, 16}, cost[] = {100, 200, 140, 200};
    const MadeUpWorlds row = worlds_in_a_row(worlds);
    TrialChance chance(6, 1);
    std::vector<StudyTable> tables{made_up_table(row, 4, futures, [&](auto shares, int policy, int future) {
        return unmet[policy] + 10 * shares[0] + future + luck * chance.normal();
    })};
    tables.push_back(table_on("cost", row, tables[0],
                              [&](auto, int policy, int) { return cost[policy] + luck * chance.normal(); }));
    return tables;
}

}  // namespace

TEST_CASE(
    "a policy betters another that is worse on one measure and better on none, whichever way is better") {
    const std::vector<FrontierMeasure> unmet_and_visits = {{*find_measure("unmet_per_100"), 0},
                                                           {*find_measure("visits_on_time_percent"), 0}};
    CHECK(betters({10, 80}, {11, 80}, unmet_and_visits));
    CHECK(betters({10, 80}, {10, 79}, unmet_and_visits));
    CHECK_FALSE(betters({10, 80}, {10, 80}, unmet_and_visits));
    CHECK_FALSE(betters({10, 70}, {11, 69.9999 + 1}, unmet_and_visits));
    CHECK_FALSE(betters({11, 90}, {10, 80}, unmet_and_visits));
}

TEST_CASE("a difference that nobody would act on makes no policy better or worse") {
    const std::vector<FrontierMeasure> measures = {{*find_measure("unmet_per_100"), 0.5},
                                                   {*find_measure("children_unallocated"), 5}};
    CHECK(betters({10, 4}, {10.2, 24}, measures));
    CHECK(betters({10.4, 4}, {10, 24}, measures));
    CHECK_FALSE(betters({10.6, 4}, {10, 24}, measures));
    CHECK_FALSE(betters({10, 4}, {10.5, 9}, measures));
    const Frontier found = frontier_of(four_policies(0.1));
    CHECK(found.measures[0].smallest == 0.5);
    CHECK(found.measures[1].smallest > 0);
    CHECK(found.measures[1].smallest < 1);
}

TEST_CASE("where differences are larger than luck the frontier is sure, and the bettered are told by whom") {
    const Frontier found = frontier_of(four_policies(0.1));
    REQUIRE(found.policies.size() == 4);
    for (const std::size_t policy : {0u, 1u, 2u}) {
        CHECK(found.policies[policy].standing() == Standing::stands_out);
        CHECK(found.policies[policy].share_of_resamples == 1);
        CHECK(found.policies[policy].share_of_worlds == 1);
        CHECK_FALSE(found.policies[policy].is_bettered);
    }
    CHECK(found.policies[3].standing() == Standing::bettered);
    CHECK(found.policies[3].is_bettered);
    // The good one is better and as dear, in every resample; the next one that is too is not named.
    CHECK(found.policies[3].share_of_resamples == 0);
    CHECK(found.policies[3].bettered_by == 1u);
    CHECK(found.worlds == 20);
    CHECK(found.futures == 100);
}

TEST_CASE("what luck can turn is not called sure, and what all policies share is no doubt between them") {
    const std::vector<StudyTable> noisy = four_policies(20, 10, 3);
    int told = 0;
    for (const PolicyStanding& policy : frontier_of(noisy).policies)
        told += policy.share_of_resamples > 0.02 && policy.share_of_resamples < 0.98;
    CHECK(told >= 2);
    // A swing of hundreds that all policies meet alike.
    const MadeUpWorlds row = worlds_in_a_row(10);
    std::vector<StudyTable> shared{made_up_table(row, 2, 4, [](auto shares, int policy, int future) {
        return 500 * shares[0] + 300.0 * future + policy;
    })};
    const Frontier found = frontier_of(shared);
    CHECK(found.policies[0].share_of_resamples == 1);
    CHECK(found.policies[1].share_of_resamples == 0);
    CHECK(found.policies[0].means[0].within.half_width() > 100);
}

TEST_CASE("two policies that truly do not differ are called sure in few of 200 studies") {
    int told = 0;
    for (int trial = 0; trial < 200; ++trial) {
        TrialChance chance(8, trial);
        const std::vector<StudyTable> tables{
            made_up_table(worlds_in_a_row(6), 2, 5, [&](auto, int, int) { return 50 * chance.normal(); })};
        told += frontier_of(tables).policies[0].standing() == Standing::stands_out;
    }
    // At most 5 % were resampling exact; crosswise it is a little more cautious.
    CHECK(told <= 12);
}

TEST_CASE("the interval of a policy's mean holds the truth in about 95 of 100 studies, or more") {
    // Worlds of variance 4, luck that all worlds share of variance 1, luck of their own of variance 1; as few
    // as four replications.
    const double share = share_of_trials([](int trial) {
        TrialChance chance(9, trial);
        double luck[4];
        for (double& each : luck) each = chance.normal();
        double world = 0;
        const std::vector<StudyTable> tables{
            made_up_table(worlds_in_a_row(12), 1, 4, [&](auto, int, int future) {
                if (future == 0) world = 2 * chance.normal();
                return 7 + world + luck[future] + chance.normal();
            })};
        return frontier_of(tables).policies[0].means[0].within.holds(7);
    });
    CHECK(share > 0.95 - 3 * 0.0097);
    CHECK(share < 0.99);
}

TEST_CASE("a future without a value in one policy counts for none of them") {
    std::vector<StudyTable> tables = four_policies(0.1, 4, 3);
    tables[1].values[tables[1].origin.index_of(tables[1].origin.design.point(2, 1), 0)] = missing;
    const Frontier found = frontier_of(tables);
    CHECK(found.dropped == 1);
    CHECK(found.futures == 11);
    CHECK(found.worlds == 4);
    CHECK(says(frontier_text(tables, found, 100), "1 future left out for all policies"));
    for (int future = 0; future < 3; ++future)
        tables[0].values[tables[0].origin.index_of(tables[0].origin.design.point(3, 0), future)] = missing;
    CHECK(frontier_of(tables).worlds == 3);
}

TEST_CASE("a comparison is judged over its futures, and a single future says nothing") {
    const Frontier found = frontier_of(four_policies(0.1, 1, 10));
    CHECK(found.policies[3].standing() == Standing::bettered);
    CHECK(found.policies[1].means[0].within.holds(found.policies[1].means[0].value));
    const std::vector<StudyTable> single = four_policies(0.1, 1, 1);
    const Frontier none = frontier_of(single);
    CHECK(std::isnan(none.policies[0].share_of_resamples));
    CHECK(none.policies[0].standing() == Standing::cannot_tell);
    CHECK(std::isnan(none.policies[0].means[0].within.low));
    CHECK(says(frontier_text(single, none, 100), "nothing can be said about how sure this is"));
}

TEST_CASE("worlds of one base row count as one") {
    MadeUpWorlds together = worlds_in_a_row(40);
    together.kind = "saltelli";
    TrialChance chance(10, 1);
    std::vector<double> of_row;
    const auto value = [&](auto shares, int, int) {
        const auto row = static_cast<std::size_t>(40 * shares[0]) / 3;
        while (of_row.size() <= row) of_row.push_back(chance.normal());
        return of_row[row];
    };
    const Frontier apart = frontier_of({made_up_table(worlds_in_a_row(40), 1, 3, value)});
    const Frontier rows = frontier_of({made_up_table(together, 1, 3, value)});
    CHECK(rows.groups == 14);
    CHECK(apart.groups == 40);
    CHECK(rows.policies[0].means[0].within.half_width() >
          1.3 * apart.policies[0].means[0].within.half_width());
}

TEST_CASE("the answer lists policies from those that stand out down, with measures, ways and means") {
    const std::vector<StudyTable> tables = four_policies(0.1);
    const std::string text = frontier_text(tables, frontier_of(tables), 100);
    INFO(text);
    CHECK(says(text, "Which policies stand out on unmet per 100 and cost"));
    CHECK(says(text, "bettered, most often by Policy 2"));
    CHECK(says(text, "1,000 resamples of worlds and futures (Owen 2007)"));
    CHECK(says(text, "20 worlds (a Latin hypercube), 4 policies, 5 futures each"));
    CHECK(text.find("\nAs now ") < text.find("\nPolicy 4 "));
}

TEST_CASE("programs get every policy with its means, shares and who betters it") {
    const std::vector<StudyTable> tables = four_policies(0.1);
    const Frontier found = frontier_of(tables);
    const std::string json = frontier_json(tables, found);
    CHECK(says(
        json, "{\"name\": \"cost\", \"unit\": \"pounds\", \"better\": \"lower\", \"smallest_difference\": "));
    CHECK(says(json,
               "{\"name\": \"Policy 4\", \"standing\": \"bettered\", \"share_of_resamples_unbettered\": 0,"));
    CHECK(says(json, "\"bettered_most_often_by\": \"Policy 2\""));
    const std::string csv = frontier_csv(tables, found);
    CHECK(std::count(csv.begin(), csv.end(), '\n') == 1 + 4 * 2);
    CHECK(frontier_json(tables, frontier_of(tables)) == json);
}
