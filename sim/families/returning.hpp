// When a closed family comes back.
#pragma once

#include "sim/settings/setting.hpp"

namespace headroom {

// Beyond them nobody comes back: the last point that is published.
constexpr int years_of_return = 6;

// The time from closure to the next referral, in years of referral season; beyond six years: never.
// Piecewise constant hazard through the two published points (32 percent in 12 months, 58 percent in six
// years), higher in the first three months.
class ReturnTime {
public:
    explicit ReturnTime(const Settings& settings);

    // `exponential`: a draw with mean 1; `hazard`: times the base hazard. Years, or a negative number for
    // never.
    double years(double exponential, double hazard) const;

    // Share back within so many years at base hazard.
    double share_back(double years) const;

    static constexpr double never_back = -1;

private:
    double cumulative(double years) const;
    double first_quarter_;  // hazard a year, up to 3 months
    double first_year_;     // from 3 to 12 months
    double later_;          // from one year to six
};

}  // namespace headroom
