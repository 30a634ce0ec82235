#include "analysis/statistics/monthly_fan.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace headroom {

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();
constexpr int percents[] = {95, 80, 50};

std::vector<double> sorted_values(const StudyResults& results, int point, Measure measure, int month) {
    std::vector<double> values;
    for (int replication = 0; replication < results.replications; ++replication) {
        if (results.has_failed(point, replication)) continue;
        const double value = results.at(point, replication).at(measure, month);
        if (!std::isnan(value)) values.push_back(value);
    }
    std::sort(values.begin(), values.end());
    return values;
}

void add_month(FutureBand& band, const std::vector<double>& sorted) {
    const std::size_t kth = (sorted.size() + 1) * static_cast<std::size_t>(100 - band.percent) / 200;
    band.low.push_back(kth > 0 ? sorted[kth - 1] : none);
    band.high.push_back(kth > 0 ? sorted[sorted.size() - kth] : none);
}

}  // namespace

MonthlyFan monthly_fan(const StudyResults& results, int point, Measure measure) {
    MonthlyFan fan;
    for (const int percent : percents) fan.bands.push_back({percent, {}, {}});
    for (int month = 0; month < results.months; ++month) {
        const std::vector<double> sorted = sorted_values(results, point, measure, month);
        const std::size_t count = sorted.size();
        fan.median.push_back(count == 0 ? none : (sorted[(count - 1) / 2] + sorted[count / 2]) / 2);
        for (FutureBand& band : fan.bands) add_month(band, sorted);
    }
    return fan;
}

}  // namespace headroom
