#include "analysis/statistics/monthly.hpp"

#include <cmath>

#include "analysis/statistics/over_futures.hpp"

namespace headroom {

MonthlyBand monthly_band(const StudyResults& results, int point, Measure measure) {
    MonthlyBand band;
    std::vector<double> values;
    for (int month = 0; month < results.months; ++month) {
        values.clear();
        for (int replication = 0; replication < results.replications; ++replication) {
            if (results.has_failed(point, replication)) continue;
            const double value = results.at(point, replication).at(measure, month);
            if (!std::isnan(value)) values.push_back(value);
        }
        const Range range = middle_80_percent(values);
        band.median.push_back(range.median);
        band.low.push_back(range.low);
        band.high.push_back(range.high);
    }
    return band;
}

}  // namespace headroom
