#include "analysis/statistics/comparison.hpp"

#include <limits>

#include "sim/engine/ensure.hpp"

namespace headroom {

std::size_t Comparison::row_of_measure(Measure measure) const {
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i].measure == measure) return i;
    }
    fail("the answer asked for a measure that is not one of its rows");
}

std::vector<double> values_over_run(const StudyResults& results, int point, Measure measure) {
    std::vector<double> values;
    for (int replication = 0; replication < results.replications; ++replication) {
        values.push_back(results.has_failed(point, replication)
                             ? std::numeric_limits<double>::quiet_NaN()
                             : results.at(point, replication).over_run(measure));
    }
    return values;
}

Comparison compare(const StudyResults& results, std::span<const Headline> rows) {
    Comparison comparison{{rows.begin(), rows.end()}, {}, {}};
    for (const std::string& name : results.point_names) {
        comparison.alternatives.push_back({name, 0, {}});
        if (comparison.alternatives.size() > 1) comparison.differences.push_back({name, {}});
    }
    for (const Failure& failure : results.failures)
        ++comparison.alternatives[static_cast<std::size_t>(failure.point)].failed;
    const std::span<const int> worlds = results.members.numbers;
    for (Headline& row : comparison.rows) {
        std::vector<double> first;
        for (int point = 0; point < results.points(); ++point) {
            const std::vector<double> values = values_over_run(results, point, row.measure);
            const auto place = static_cast<std::size_t>(point);
            comparison.alternatives[place].measures.push_back(over_futures(values, worlds));
            if (point == 0) {
                first = values;
                row = row.beside(comparison.alternatives[0].measures.back().mean);
            } else {
                comparison.differences[place - 1].measures.push_back(
                    paired_difference(values, first, row.judgement(results.points() - 1, worlds)));
            }
        }
    }
    return comparison;
}

}  // namespace headroom
