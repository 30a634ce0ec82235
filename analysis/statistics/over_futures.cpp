#include "analysis/statistics/over_futures.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "analysis/statistics/student_t.hpp"

namespace headroom {

namespace {

constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

std::vector<double> known(std::span<const double> values) {
    std::vector<double> kept;
    std::copy_if(values.begin(), values.end(), std::back_inserter(kept),
                 [](double x) { return !std::isnan(x); });
    return kept;
}

double mean_of(const std::vector<double>& values) {
    if (values.empty()) return not_a_number;
    double sum = 0;
    for (const double value : values) sum += value;
    return sum / static_cast<double>(values.size());
}

// Half the width of the 95 % interval of the mean.
double half_interval(const std::vector<double>& values, double mean) {
    double squares = 0;
    for (const double value : values) squares += (value - mean) * (value - mean);
    const double count = static_cast<double>(values.size());
    return student_t_quantile(0.975, count - 1) * std::sqrt(squares / (count - 1) / count);
}

double share_better(const std::vector<double>& differences, Better better) {
    if (differences.empty()) return not_a_number;
    const double sign = better == Better::lower ? -1 : 1;
    const auto is_better = [sign](double difference) { return sign * difference > 0; };
    return static_cast<double>(std::count_if(differences.begin(), differences.end(), is_better)) /
           static_cast<double>(differences.size());
}

Verdict verdict_of(const PairedDifference& difference, Judgement judgement) {
    if (std::isnan(difference.low)) return Verdict::cannot_tell;
    if (difference.low >= -judgement.smallest && difference.high <= judgement.smallest)
        return Verdict::no_difference;
    if (difference.low <= 0 && difference.high >= 0) return Verdict::cannot_tell;
    const bool is_higher = difference.low > 0;
    if (judgement.better == Better::neither) return is_higher ? Verdict::higher : Verdict::lower;
    return is_higher == (judgement.better == Better::higher) ? Verdict::better : Verdict::worse;
}

}  // namespace

Range middle_80_percent(std::vector<double>& values) {
    std::sort(values.begin(), values.end());
    const std::size_t count = values.size();
    if (count == 0) return {not_a_number, not_a_number, not_a_number};
    const double median = (values[(count - 1) / 2] + values[count / 2]) / 2;
    if (count < fewest_futures) return {not_a_number, median, not_a_number};
    const std::size_t kth = std::max<std::size_t>((count + 1) / 10, 1);
    return {values[kth - 1], median, values[count - kth]};
}

OverFutures over_futures(std::span<const double> values) {
    std::vector<double> kept = known(values);
    const double mean = mean_of(kept);
    const Range range = middle_80_percent(kept);
    return {static_cast<int>(kept.size()), mean, range.low, range.high};
}

std::string_view words_of(Verdict verdict) {
    switch (verdict) {
        case Verdict::better: return "better";
        case Verdict::worse: return "worse";
        case Verdict::lower: return "lower";
        case Verdict::higher: return "higher";
        case Verdict::no_difference: return "no difference";
        case Verdict::cannot_tell: return "cannot tell from this many runs";
    }
    return "";
}

PairedDifference paired_difference(std::span<const double> values, std::span<const double> first,
                                   Judgement judgement) {
    std::vector<double> differences;
    for (std::size_t i = 0; i < std::min(values.size(), first.size()); ++i)
        differences.push_back(values[i] - first[i]);
    differences = known(differences);
    PairedDifference found{
        static_cast<int>(differences.size()),        mean_of(differences), not_a_number, not_a_number,
        share_better(differences, judgement.better), Verdict::cannot_tell};
    const bool is_same = std::all_of(differences.begin(), differences.end(), [](double x) { return x == 0; });
    if (found.futures >= fewest_futures) {
        const double half = is_same ? 0 : half_interval(differences, found.mean);
        found.low = found.mean - half;
        found.high = found.mean + half;
    }
    found.verdict = is_same && found.futures > 0 ? Verdict::no_difference : verdict_of(found, judgement);
    return found;
}

}  // namespace headroom
