#include "analysis/statistics/quarters.hpp"

#include <algorithm>

namespace headroom {

int quarters_of(const StudyResults& results) {
    return (results.months + 2) / 3;
}

OverFutures over_quarter(const StudyResults& results, int point, Measure measure, int quarter) {
    std::vector<double> values;
    for (int replication = 0; replication < results.replications; ++replication) {
        if (!results.has_failed(point, replication))
            values.push_back(results.at(point, replication)
                                 .over(measure, 3 * quarter, std::min(3 * quarter + 3, results.months)));
    }
    return mean_and_range(values);
}

}  // namespace headroom
