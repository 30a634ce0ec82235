// What one future of one alternative measured: every measure by month, whole-run numbers and histograms.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "sim/measures/measure.hpp"

namespace headroom {

// What is kept per team and month besides the totals.
enum class TeamMeasure : std::uint8_t {
    team_children_held,
    team_children_unallocated,
    team_planned_hours,
    team_unmet_hours,
    count
};
constexpr int team_measure_count = static_cast<int>(TeamMeasure::count);
constexpr std::string_view team_measure_names[] = {"team_children_held", "team_children_unallocated",
                                                   "team_planned_hours", "team_unmet_hours"};
constexpr std::string_view team_measure_units[] = {"children", "children", "hours", "hours"};
constexpr std::string_view team_measure_definitions[] = {
    "children held by the team's workers at the month's end",
    "children waiting on the team's list at the month's end",
    "planned hours of the team's families that fell due", "unmet hours of the team's families"};

// Values of one future. A measure has `months` values, one value, or one per bin, by its kind.
class Series {
public:
    Series() = default;
    Series(int months, int teams);

    int months() const { return months_; }
    int teams() const { return teams_; }
    // What the first month holds of its calendar month: as much of a month it counts for in means over
    // months.
    double first_part() const { return first_part_; }
    void set_first_part(double share) { first_part_ = share; }

    // All values of a measure, in order of month or bin.
    std::span<double> of(Measure measure);
    std::span<const double> of(Measure measure) const;
    double& at(Measure measure, int index = 0) {
        return values_[offset_[static_cast<std::size_t>(measure)] + static_cast<std::size_t>(index)];
    }
    double at(Measure measure, int index = 0) const {
        return values_[offset_[static_cast<std::size_t>(measure)] + static_cast<std::size_t>(index)];
    }
    // Counts in the bin of a histogram; its last bin takes what lies beyond, its first what lies before.
    void add_to_bin(Measure histogram, int bin, double amount) {
        at(histogram, std::clamp(bin, 0, last_bin(histogram))) += amount;
    }
    double& team(TeamMeasure measure, int team, int month) {
        const int index = (static_cast<int>(measure) * teams_ + team) * months_ + month;
        return values_[team_offset_ + static_cast<std::size_t>(index)];
    }
    std::span<const double> team(TeamMeasure measure) const;  // team-major: team x month

    // Everything, in one fixed order: to store, compare and restore.
    std::span<double> values() { return values_; }
    std::span<const double> values() const { return values_; }

    // Makes the ratios from their two parts; a ratio of nothing is NaN.
    void make_ratios();

    // The measure over months [from, to): sums, means and peaks as the row says, ratios of the summed parts.
    // Months are counted from the start of the run. One value for whole-run measures.
    double over(Measure measure, int from, int to) const;
    double over_run(Measure measure) const { return over(measure, 0, months_); }

    // The same with one value for every so many months (0: for all; the last period may be shorter) and
    // without teams.
    Series by_period(int months_in_a_period) const;

    void clear();

private:
    double weight_of(int month, Within within) const;

    int months_ = 0;
    int teams_ = 0;
    double first_part_ = 1;
    std::array<std::uint32_t, measure_count> offset_{};  // of each measure among the values
    std::size_t team_offset_ = 0;
    std::vector<double> values_;
};

// The number below which a share of a histogram's counts lies: the lower edge of the
// bin in which it falls. NaN for an empty histogram.
double histogram_quantile(std::span<const double> counts, double bin_width, double share);

}  // namespace headroom
