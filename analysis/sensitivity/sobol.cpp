#include "analysis/sensitivity/sobol.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "analysis/statistics/resampling.hpp"

namespace headroom {

namespace {

constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

// The values of one base row under their names.
class BaseRow {
public:
    BaseRow(std::span<const double> values, const SaltelliRows& rows) : values_(values), rows_(rows) {}
    double a() const { return values_.front(); }
    double b() const { return values_.back(); }
    double ab(std::size_t factor) const { return values_[1 + factor]; }
    double ba(std::size_t factor) const { return values_[1 + rows_.factors + factor]; }

    double first(std::size_t factor) const {
        const double forth = b() * (ab(factor) - a());
        return rows_.second_order ? (forth + a() * (ba(factor) - b())) / 2 : forth;
    }
    double total(std::size_t factor) const {
        const double forth = (a() - ab(factor)) * (a() - ab(factor)) / 2;
        if (!rows_.second_order) return forth;
        return (forth + (b() - ba(factor)) * (b() - ba(factor)) / 2) / 2;
    }
    // Both together and each by itself.
    double closed(std::size_t one, std::size_t other) const {
        return (ba(one) * ab(other) + ba(other) * ab(one)) / 2 - a() * b();
    }

private:
    std::span<const double> values_;
    const SaltelliRows& rows_;
};

// What is summed over base rows, for every row side by side: the sum and the squares of A and B, then a first
// and a total term for each factor, then one for each pair.
struct Terms {
    std::size_t factors = 0, width = 0, rows = 0;
    std::vector<double> values;  // row-major

    std::span<const double> row(std::size_t number) const {
        return std::span(values).subspan(number * width, width);
    }
};

void add_terms(Terms& terms, const BaseRow& row, Pairs pairs) {
    terms.values.push_back(row.a() + row.b());
    terms.values.push_back(row.a() * row.a() + row.b() * row.b());
    for (std::size_t factor = 0; factor < terms.factors; ++factor) terms.values.push_back(row.first(factor));
    for (std::size_t factor = 0; factor < terms.factors; ++factor) terms.values.push_back(row.total(factor));
    for (std::size_t one = 0; pairs == Pairs::asked && one < terms.factors; ++one) {
        for (std::size_t other = one + 1; other < terms.factors; ++other)
            terms.values.push_back(row.closed(one, other));
    }
    ++terms.rows;
}

// One estimate of every index, in the order of the terms: the variance stands where the squares did.
std::vector<double> indices_of(std::vector<double> sums, double rows, std::size_t factors) {
    const double mean = sums[0] / (2 * rows), variance = sums[1] / (2 * rows) - mean * mean;
    sums[0] = 0;
    sums[1] = variance;
    for (std::size_t term = 2; term < sums.size(); ++term)
        sums[term] = variance > 0 ? sums[term] / rows / variance : not_a_number;
    for (std::size_t factor = 0; factor < factors; ++factor) sums[0] += sums[2 + factor];
    std::size_t term = 2 + 2 * factors;
    for (std::size_t one = 0; term < sums.size(); ++one) {
        for (std::size_t other = one + 1; other < factors; ++other, ++term)
            sums[term] -= sums[2 + one] + sums[2 + other];
    }
    return sums;
}

std::vector<double> sums_of(const Terms& terms, std::span<const int> counts) {
    std::vector<double> sums(terms.width, 0);
    for (std::size_t row = 0; row < terms.rows; ++row) {
        if (counts[row] == 0) continue;
        const std::span<const double> values = terms.row(row);
        for (std::size_t term = 0; term < terms.width; ++term) sums[term] += counts[row] * values[term];
    }
    return sums;
}

// Every index with its interval.
std::vector<Index> with_intervals(const Terms& terms) {
    const double rows = static_cast<double>(terms.rows);
    const std::vector<double> found =
        indices_of(sums_of(terms, std::vector<int>(terms.rows, 1)), rows, terms.factors);
    std::vector<std::vector<double>> resamples(terms.width);
    for (std::uint32_t number = 0; number < usual_resamples; ++number) {
        const std::vector<double> again =
            indices_of(sums_of(terms, resampled(terms.rows, number)), rows, terms.factors);
        for (std::size_t term = 0; term < terms.width; ++term) resamples[term].push_back(again[term]);
    }
    std::vector<Index> indices;
    for (std::size_t term = 0; term < terms.width; ++term)
        indices.push_back({found[term], percentile_interval(std::move(resamples[term]))});
    return indices;
}

// The base rows all of whose worlds have a value.
std::vector<std::span<const double>> whole_rows(std::span<const double> worlds, const SaltelliRows& rows) {
    std::vector<std::span<const double>> whole;
    for (std::size_t at = 0; at + rows.of_base_row() <= worlds.size(); at += rows.of_base_row()) {
        const std::span<const double> row = worlds.subspan(at, rows.of_base_row());
        if (std::none_of(row.begin(), row.end(), [](double value) { return std::isnan(value); }))
            whole.push_back(row);
    }
    return whole;
}

double mean_of_a_and_b(const std::vector<std::span<const double>>& whole) {
    double sum = 0;
    for (const std::span<const double> row : whole) sum += row.front() + row.back();
    return whole.empty() ? not_a_number : sum / (2 * static_cast<double>(whole.size()));
}

// Rounding of equal values must not look like a variance.
bool varies(const std::vector<std::span<const double>>& whole) {
    return std::any_of(whole.begin(), whole.end(), [&](std::span<const double> row) {
        return row.front() != whole.front().front() || row.back() != whole.front().front();
    });
}

Terms terms_of(const std::vector<std::span<const double>>& whole, const SaltelliRows& rows, double mean,
               Pairs pairs) {
    Terms terms;
    terms.factors = rows.factors;
    std::vector<double> centred;
    for (const std::span<const double> row : whole) {
        centred.assign(row.begin(), row.end());
        for (double& value : centred) value -= mean;
        add_terms(terms, BaseRow(centred, rows), pairs);
    }
    terms.width = terms.rows == 0 ? 0 : terms.values.size() / terms.rows;
    return terms;
}

}  // namespace

SobolIndices sobol_indices(std::span<const double> worlds, const SaltelliRows& rows, Pairs pairs) {
    const std::vector<std::span<const double>> whole = whole_rows(worlds, rows);
    SobolIndices found;
    found.base_rows = static_cast<int>(whole.size());
    found.dropped = static_cast<int>(worlds.size() / rows.of_base_row() - whole.size());
    found.mean = mean_of_a_and_b(whole);
    const Index none{not_a_number, {}};
    found.first.assign(rows.factors, none);
    found.total.assign(rows.factors, none);
    found.all_first = none;
    found.variance = not_a_number;
    if (found.base_rows < fewest_base_rows || !varies(whole)) return found;
    const Pairs pairs_there = rows.second_order ? pairs : Pairs::left_out;
    const std::vector<Index> all = with_intervals(terms_of(whole, rows, found.mean, pairs_there));
    found.all_first = all[0];
    found.variance = all[1].value;
    const auto factors = static_cast<std::ptrdiff_t>(rows.factors);
    found.first.assign(all.begin() + 2, all.begin() + 2 + factors);
    found.total.assign(all.begin() + 2 + factors, all.begin() + 2 + 2 * factors);
    std::size_t term = 2 + 2 * rows.factors;
    for (std::size_t one = 0; term < all.size(); ++one) {
        for (std::size_t other = one + 1; other < rows.factors; ++other, ++term)
            found.pairs.push_back({one, other, all[term]});
    }
    return found;
}

}  // namespace headroom
