// The rhythm of the year: how much referring goes on at each moment, so that time can be stretched by it.
#pragma once

#include <vector>

#include "sim/engine/calendar.hpp"
#include "sim/settings/setting.hpp"

namespace headroom {

// A clock that runs fast when referrals are many: one unit is a mean year of referrals. Arrivals are a steady
// stream on this clock, and returns come after a time measured on it; so both follow the published months.
class Season {
public:
    // Covers the calendar's months; before and after them, the year's mean rate. `month_factors` multiplies
    // the months of the calendar from its first (a surge, a trend, a year's shock); empty: all 1.
    Season(const Settings& settings, const Calendar& calendar, const std::vector<double>& month_factors = {});

    double at(Minutes time) const;
    Minutes time_at(double reading) const;
    bool operator==(const Season&) const = default;

private:
    const Calendar* calendar_;
    int first_month_;
    std::vector<double> readings_;  // at each month's start, and at the end
    std::vector<Minutes> starts_;
    double mean_rate_;  // a year's reading per minute
};

}  // namespace headroom
