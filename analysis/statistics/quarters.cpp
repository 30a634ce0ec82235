#include "analysis/statistics/quarters.hpp"

#include <algorithm>

#include "analysis/statistics/number_words.hpp"

namespace headroom {

int quarters_of(const StudyResults& results) {
    return (results.months + 2) / 3;
}

std::string quarter_words(const StudyResults& results, int quarter) {
    return months_words(results.start, 3 * quarter, std::min(3 * quarter + 3, results.months) - 1);
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
