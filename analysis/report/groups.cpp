#include "analysis/report/groups.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "analysis/statistics/comparison.hpp"

namespace headroom {

namespace {

constexpr std::string_view hours_unmet = "of 100 planned hours unmet";
constexpr Measure nothing = Measure::count;

constexpr Affected everybody[] = {
    {"children without a worker", "on a typical day", Measure::children_unallocated, nothing, 1, 0, 1},
    {"those turned away or let go early", hours_unmet, Measure::unmet_per_100_turned_away, nothing, 1, 1,
     0.5},
    {"children in assessment", hours_unmet, Measure::unmet_hours_assessment,
     Measure::planned_hours_assessment, 100, 1, 0.5},
    {"children in brief help", hours_unmet, Measure::unmet_hours_brief_help,
     Measure::planned_hours_brief_help, 100, 1, 0.5},
    {"children on in-need plans", hours_unmet, Measure::unmet_hours_child_in_need,
     Measure::planned_hours_child_in_need, 100, 1, 0.5},
    {"children on protection plans", hours_unmet, Measure::unmet_hours_child_protection,
     Measure::planned_hours_child_protection, 100, 1, 0.5},
    {"looked-after children", hours_unmet, Measure::unmet_hours_looked_after,
     Measure::planned_hours_looked_after, 100, 1, 0.5},
    {"the worst-served twentieth of children", hours_unmet, Measure::worst_served_share_unmet, nothing, 1, 1,
     0.5},
    {"children in crisis while unserved", "for every 1,000 referrals", Measure::escalations_unserved,
     Measure::referrals, 1000, 0, 2},
    {"children who change worker", "changes a year open", Measure::worker_changes, Measure::child_years, 1, 2,
     0.03},
    {"families whose record is behind", "% at month ends", Measure::records_behind_percent, nothing, 1, 1,
     0.5},
    {"workers under strain", "of work to time, 1 just fits", Measure::strain, nothing, 1, 2, 0.01},
    {"workers with more than 20 children", "%", Measure::workers_over_20_percent, nothing, 1, 1, 0.5},
};

std::vector<double> values_of(const StudyResults& results, int point, const Affected& affected) {
    std::vector<double> values = values_over_run(results, point, affected.counted);
    if (affected.out_of == nothing) return values;
    const std::vector<double> whole = values_over_run(results, point, affected.out_of);
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] =
            whole[i] > 0 ? affected.factor * values[i] / whole[i] : std::numeric_limits<double>::quiet_NaN();
    return values;
}

}  // namespace

std::span<const Affected> all_affected() {
    return everybody;
}

std::vector<Fate> fates_under(const StudyResults& results, int point) {
    std::vector<Fate> fates;
    for (const Affected& affected : everybody) {
        const std::vector<double> first = values_of(results, 0, affected);
        const std::vector<double> mine = values_of(results, point, affected);
        fates.push_back({&affected, over_futures(mine).mean, over_futures(first).mean,
                         paired_difference(mine, first,
                                           {Better::lower, affected.smallest, results.points() - 1,
                                            results.members.numbers})});
    }
    return fates;
}

std::vector<Fate> worse_off(std::vector<Fate> fates) {
    std::erase_if(fates, [](const Fate& fate) { return fate.difference.verdict != Verdict::worse; });
    std::stable_sort(fates.begin(), fates.end(), [](const Fate& a, const Fate& b) {
        return a.difference.mean / a.affected->smallest > b.difference.mean / b.affected->smallest;
    });
    return fates;
}

}  // namespace headroom
