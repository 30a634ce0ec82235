#include "sim/families/returning.hpp"

#include <algorithm>

#include "sim/engine/draws.hpp"

namespace headroom {

ReturnTime::ReturnTime(const Settings& settings) {
    const double within_year = -natural_log(1 - settings.return_12_months_percent / 100);
    const double within_six =
        -natural_log(1 - std::max(settings.return_12_months_percent, settings.return_6_years_percent) / 100);
    first_quarter_ = std::min(within_year * settings.return_front_loading, 3.9 * within_year);
    first_year_ = (within_year - first_quarter_ / 4) / 0.75;
    later_ = (within_six - within_year) / 5;
}

double ReturnTime::cumulative(double years) const {
    const double quarter = std::min(years, 0.25);
    const double year = std::clamp(years - 0.25, 0.0, 0.75);
    const double later = std::clamp(years - 1, 0.0, 5.0);
    return first_quarter_ * quarter + first_year_ * year + later_ * later;
}

double ReturnTime::years(double exponential, double hazard) const {
    if (hazard <= 0) return never_back;
    double left = exponential / hazard;
    if (left < first_quarter_ / 4) return left / first_quarter_;
    left -= first_quarter_ / 4;
    if (left < first_year_ * 0.75) return 0.25 + left / first_year_;
    left -= first_year_ * 0.75;
    if (left < later_ * 5) return 1 + left / later_;
    return never_back;
}

double ReturnTime::share_back(double years) const {
    return 1 - exponential_of(-cumulative(years));
}

}  // namespace headroom
