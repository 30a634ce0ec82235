#include "sim/measures/series.hpp"

#include <algorithm>
#include <limits>

namespace headroom {

namespace {

std::size_t values_of(const MeasureRow& row, int months) {
    if (row.kind == MeasureKind::histogram) return static_cast<std::size_t>(row.bins);
    if (row.kind == MeasureKind::whole) return 1;
    return static_cast<std::size_t>(months);
}

constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

}  // namespace

Series::Series(int months, int teams) : months_(months), teams_(teams) {
    std::size_t next = 0, place = 0;
    for (const MeasureRow& row : measure_rows()) {
        offset_[place++] = static_cast<std::uint32_t>(next);
        next += values_of(row, months);
    }
    team_offset_ = next;
    next += static_cast<std::size_t>(team_measure_count * teams * months);
    values_.assign(next, 0.0);
}

std::span<double> Series::of(Measure measure) {
    return {values_.data() + offset_[static_cast<std::size_t>(measure)], values_of(row_of(measure), months_)};
}

std::span<const double> Series::of(Measure measure) const {
    return {values_.data() + offset_[static_cast<std::size_t>(measure)], values_of(row_of(measure), months_)};
}

std::span<const double> Series::team(TeamMeasure measure) const {
    const int first = static_cast<int>(measure) * teams_ * months_;
    return {values_.data() + team_offset_ + first, static_cast<std::size_t>(teams_ * months_)};
}

// What is summed is less in a part of a month by itself.
double Series::weight_of(int month, Within within) const {
    const bool is_state = within == Within::mean || within == Within::last;
    return month == 0 && is_state ? first_part_ : 1;
}

void Series::make_ratios() {
    for (const MeasureRow& row : measure_rows()) {
        if (row.kind != MeasureKind::ratio) continue;
        for (int month = 0; month < months_; ++month) {
            const double above = at(row.numerator, month) * weight_of(month, row_of(row.numerator).within);
            const double below =
                at(row.denominator, month) * weight_of(month, row_of(row.denominator).within);
            at(row.measure, month) = below == 0 ? not_a_number : row.factor * above / below;
        }
    }
}

double Series::over(Measure measure, int from, int to) const {
    const MeasureRow& row = row_of(measure);
    if (row.kind == MeasureKind::whole) return at(measure);
    if (row.kind == MeasureKind::histogram || to <= from) return not_a_number;
    if (row.kind == MeasureKind::ratio) {
        double above = 0, below = 0;
        for (int month = from; month < to; ++month) {
            above += at(row.numerator, month) * weight_of(month, row_of(row.numerator).within);
            below += at(row.denominator, month) * weight_of(month, row_of(row.denominator).within);
        }
        return below == 0 ? not_a_number : row.factor * above / below;
    }
    const std::span<const double> all =
        of(measure).subspan(static_cast<std::size_t>(from), static_cast<std::size_t>(to - from));
    if (row.within == Within::peak) return *std::max_element(all.begin(), all.end());
    double sum = 0, weights = 0;
    for (int month = from; month < to; ++month) {
        const double weight = weight_of(month, row.within);
        sum += at(measure, month) * weight;
        weights += weight;
    }
    return row.within == Within::sum ? sum : sum / weights;
}

Series Series::by_period(int months_in_a_period) const {
    if (months_in_a_period == 0) months_in_a_period = std::max(1, months_);
    const int periods = (months_ + months_in_a_period - 1) / months_in_a_period;
    Series kept(periods, 0);
    kept.first_part_ = first_part_;
    for (const MeasureRow& row : measure_rows()) {
        const std::span<double> to = kept.of(row.measure);
        if (row.kind == MeasureKind::whole || row.kind == MeasureKind::histogram) {
            std::ranges::copy(of(row.measure), to.begin());
            continue;
        }
        for (int period = 0; period < periods; ++period) {
            const int from = period * months_in_a_period;
            to[static_cast<std::size_t>(period)] =
                over(row.measure, from, std::min(from + months_in_a_period, months_));
        }
    }
    return kept;
}

void Series::clear() {
    std::fill(values_.begin(), values_.end(), 0.0);
}

double histogram_quantile(std::span<const double> counts, double bin_width, double share) {
    double total = 0;
    for (const double count : counts) total += count;
    if (total <= 0) return not_a_number;
    double below = 0;
    for (std::size_t bin = 0; bin < counts.size(); ++bin) {
        below += counts[bin];
        if (below >= share * total) return static_cast<double>(bin) * bin_width;
    }
    return static_cast<double>(counts.size() - 1) * bin_width;
}

}  // namespace headroom
