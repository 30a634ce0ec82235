#include "tests/patterns/typical_authority.hpp"

#include <cmath>

#include "sim/text/small_words.hpp"

namespace headroom {

namespace {

constexpr Date start{2025, 4, 1};

void add_histograms(const Series& series, std::vector<std::vector<double>>& sums, double sign) {
    for (const MeasureRow& row : measure_rows()) {
        if (row.kind != MeasureKind::histogram) continue;
        const std::span<const double> counts = series.of(row.measure);
        std::vector<double>& sum = sums[static_cast<std::size_t>(row.measure)];
        sum.resize(counts.size());
        for (std::size_t bin = 0; bin < counts.size(); ++bin) sum[bin] += sign * counts[bin];
    }
}

}  // namespace

SecondYear::SecondYear() : means(measure_count), histograms(measure_count), referrals_by_month(12) {
    const Settings settings;
    children = settings.children_0_to_17;
    const std::vector<DatedPolicy> as_now(1);
    const Branch branch{&settings, as_now, {}};
    Authority two_years(settings, Policy{}, start, 12, 24);
    Authority first_year(settings, Policy{}, start, 12, 12);
    std::vector<int> counted(measure_count);
    for (std::uint32_t future = 0; future < static_cast<std::uint32_t>(pattern_futures); ++future) {
        two_years.settle(1, future);
        const Series& series = two_years.run(branch);
        for (const MeasureRow& row : measure_rows()) {
            if (row.kind == MeasureKind::histogram || row.kind == MeasureKind::whole) continue;
            const double value = series.over(row.measure, 12, 24);
            if (std::isnan(value)) continue;
            means[static_cast<std::size_t>(row.measure)] += value;
            ++counted[static_cast<std::size_t>(row.measure)];
        }
        for (int month = 0; month < 24; ++month) {
            referrals_by_month[static_cast<std::size_t>((month + 3) % 12)] +=
                series.at(Measure::referrals, month);
        }
        // Histograms are kept over a whole run: the second year is two years less the first.
        add_histograms(series, histograms, 1);
        first_year.settle(1, future);
        add_histograms(first_year.run(branch), histograms, -1);
    }
    for (std::size_t k = 0; k < means.size(); ++k) means[k] /= counted[k] > 0 ? counted[k] : 1;
    double sum = 0;
    for (const double referrals : referrals_by_month) sum += referrals;
    for (double& referrals : referrals_by_month) referrals *= 12 / sum;
}

double SecondYear::percent_between(Measure histogram, int from, int to) const {
    const std::vector<double>& counts = histograms[static_cast<std::size_t>(histogram)];
    double all = 0, between = 0;
    for (int bin = 0; bin < static_cast<int>(counts.size()); ++bin) {
        all += counts[static_cast<std::size_t>(bin)];
        if (bin >= from && bin < to) between += counts[static_cast<std::size_t>(bin)];
    }
    return all > 0 ? 100 * between / all : 0;
}

double SecondYear::quantile(Measure histogram, double share) const {
    return histogram_quantile(histograms[static_cast<std::size_t>(histogram)], row_of(histogram).bin_width,
                              share);
}

const SecondYear& second_year() {
    static const SecondYear year;
    return year;
}

}  // namespace headroom
