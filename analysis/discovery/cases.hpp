// Worlds in which a policy fails a stated test, and worlds in which it does not.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/statistics/intervals.hpp"
#include "analysis/statistics/study_worlds.hpp"

namespace headroom {

enum class Relation { above, at_least, below, at_most };

// What is meant by failing: "children_unallocated > 20".
struct FailTest {
    std::string measure;
    Relation relation = Relation::above;
    double limit = 0;

    bool fails(double value) const;
};

// "children_unallocated > 20" with >, >=, < or <=; nothing where it is not of that form.
std::optional<FailTest> fail_test_of(std::string_view written);

// "children unallocated above 20", as it is read out.
std::string words_of(const FailTest& test);

// Every world with a value, where it stands and whether the policy fails there.
struct Cases {
    std::vector<WorldFactor> factors;  // values by case
    std::vector<bool> fails;
    std::vector<int> groups;  // which cases hang together, from 0 without gaps, ascending
    int without_value = 0;    // worlds left out
    int near = 0;             // worlds whose failing chance may have decided; see cases_of

    std::size_t size() const { return fails.size(); }
    int group_count() const { return groups.empty() ? 0 : groups.back() + 1; }
    double failing_share() const;
};

// A world fails when the mean over its futures does. The alternative: when at least a share of its futures
// fails, which asks how often rather than how it is on average. A world is near where one standard error of
// its mean, or of that share, would decide otherwise.
Cases cases_of(const StudyTable& table, const LookedAt& looked_at, const FailTest& test,
               std::optional<double> share_of_futures = {});

// Those of the cases of which `wanted` is true, their groups counted anew.
Cases selected(const Cases& cases, const std::vector<bool>& wanted);

// So many folds of whole groups, drawn at random but the same each time: the fold of every case.
std::vector<int> folds_of(const Cases& cases, int folds);

// How many of the cases that are `inside` fail.
struct Counted {
    int cases = 0, failing = 0;
    int groups = 0;  // that the cases inside belong to

    double density() const;  // NaN where none is inside
    // 95 %, Wilson's, in which cases that hang together count as one: cautious where they hang together
    // loosely.
    Interval density_within() const;
};
Counted counted_inside(const Cases& cases, const std::vector<bool>& inside);

}  // namespace headroom
