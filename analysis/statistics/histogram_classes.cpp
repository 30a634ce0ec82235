#include "analysis/statistics/histogram_classes.hpp"

#include <cstddef>
#include <numeric>

namespace headroom {

std::vector<OverFutures> class_percents(const StudyResults& results, int point, Measure histogram,
                                        const std::vector<BinClass>& classes) {
    std::vector<std::vector<double>> percents(classes.size());
    for (int replication = 0; replication < results.replications; ++replication) {
        if (results.has_failed(point, replication)) continue;
        const std::span<const double> bins = results.at(point, replication).of(histogram);
        const double all = std::accumulate(bins.begin(), bins.end(), 0.0);
        if (!(all > 0)) continue;
        for (std::size_t i = 0; i < classes.size(); ++i) {
            const double counted =
                std::accumulate(bins.begin() + classes[i].first, bins.begin() + classes[i].end, 0.0);
            percents[i].push_back(100 * counted / all);
        }
    }
    std::vector<OverFutures> shares;
    for (const std::vector<double>& values : percents) shares.push_back(mean_and_range(values));
    return shares;
}

}  // namespace headroom
