#include "sim/families/returning.hpp"

#include <algorithm>

#include "sim/engine/draws.hpp"

namespace headroom {

namespace {

// The first three months, and what is left of the year; and of six after it.
constexpr double first_part = 0.25, rest_of_year = 1 - first_part;
constexpr double later_years = years_of_return - 1;
// A little less than would leave nobody for the rest of the year.
constexpr double most_front_loading = 3.9;

}  // namespace

ReturnTime::ReturnTime(const Settings& settings) {
    const double within_year = -natural_log(1 - settings.return_12_months_percent / 100);
    const double within_six =
        -natural_log(1 - std::max(settings.return_12_months_percent, settings.return_6_years_percent) / 100);
    first_quarter_ = std::min(within_year * settings.return_front_loading, most_front_loading * within_year);
    first_year_ = (within_year - first_quarter_ * first_part) / rest_of_year;
    later_ = (within_six - within_year) / later_years;
}

double ReturnTime::cumulative(double years) const {
    const double quarter = std::min(years, first_part);
    const double year = std::clamp(years - first_part, 0.0, rest_of_year);
    const double later = std::clamp(years - 1, 0.0, later_years);
    return first_quarter_ * quarter + first_year_ * year + later_ * later;
}

double ReturnTime::years(double exponential, double hazard) const {
    if (hazard <= 0) return never_back;
    double left = exponential / hazard;
    if (left < first_quarter_ * first_part) return left / first_quarter_;
    left -= first_quarter_ * first_part;
    if (left < first_year_ * rest_of_year) return first_part + left / first_year_;
    left -= first_year_ * rest_of_year;
    if (left < later_ * later_years) return 1 + left / later_;
    return never_back;
}

double ReturnTime::share_back(double years) const {
    return 1 - exponential_of(-cumulative(years));
}

}  // namespace headroom
