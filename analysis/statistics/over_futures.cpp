#include "analysis/statistics/over_futures.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "sim/engine/draws.hpp"

namespace headroom {

namespace {

constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

int futures_better(const std::vector<double>& differences, Better better) {
    const double sign = better == Better::lower ? -1 : 1;
    const auto is_better = [sign](double difference) { return sign * difference > 0; };
    return static_cast<int>(std::count_if(differences.begin(), differences.end(), is_better));
}

Verdict verdict_of(const Interval& joint, Judgement judgement) {
    if (std::isnan(joint.low)) return Verdict::cannot_tell;
    if (joint.low >= -judgement.smallest && joint.high <= judgement.smallest) return Verdict::no_difference;
    if (joint.holds(0)) return Verdict::cannot_tell;
    if (std::abs(joint.low + joint.high) / 2 < judgement.smallest) return Verdict::slight;
    const bool is_higher = joint.low > 0;
    if (judgement.better == Better::neither) return is_higher ? Verdict::higher : Verdict::lower;
    return is_higher == (judgement.better == Better::higher) ? Verdict::better : Verdict::worse;
}

// Independent futures would give the difference the sum of both variances; pairing gives it its own.
double times_as_many(std::span<const double> values, std::span<const double> first,
                     std::span<const double> differences) {
    if (differences.size() < fewest_futures) return not_a_number;
    const double apart = variance_of(values) + variance_of(first), paired = variance_of(differences);
    if (paired == 0) return apart == 0 ? not_a_number : std::numeric_limits<double>::infinity();
    return apart / paired;
}

// An interval shrinks with the root of the futures. It tells when it no longer reaches from the mean to zero,
// or from the mean beyond the smallest difference, whichever comes first; since the next mean will be
// another, room is left for one that lies as far astray as four in five do not (power 80 %).
double futures_to_tell(const PairedDifference& found, Judgement judgement) {
    if (found.verdict != Verdict::cannot_tell) return 0;
    const double size = std::abs(found.mean), enough = std::max(size, judgement.smallest - size);
    const double confidence = Together{judgement.alternatives}.each();
    const double astray = normal_quantile(0.8) / normal_quantile((1 + confidence) / 2);
    const double times = found.joint.half_width() * (1 + astray) / enough;
    return std::ceil(found.futures * times * times);
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

OverFutures mean_and_range(std::span<const double> values) {
    std::vector<double> kept = known_of(values);
    const double mean = mean_of(kept);
    const Range range = middle_80_percent(kept);
    OverFutures found{};
    found.futures = static_cast<int>(kept.size());
    found.mean = mean, found.low = range.low, found.high = range.high;
    return found;
}

OverFutures over_futures(std::span<const double> values, std::span<const int> worlds) {
    std::vector<double> kept = known_of(values);
    const double mean = mean_of(kept);
    const Interval mean_within = mean_interval_by_world(kept, worlds_of_known(values, worlds));
    const Range range = middle_80_percent(kept);
    return {static_cast<int>(kept.size()),
            mean,
            range.low,
            range.high,
            range.median,
            mean_within,
            quantile_interval(kept, 0.5),
            quantile_interval(kept, 0.1),
            quantile_interval(kept, 0.9)};
}

std::string_view words_of(Verdict verdict) {
    switch (verdict) {
        case Verdict::better: return "better";
        case Verdict::worse: return "worse";
        case Verdict::lower: return "lower";
        case Verdict::higher: return "higher";
        case Verdict::slight: return "slight, may not matter";
        case Verdict::no_difference: return "no difference";
        case Verdict::cannot_tell: return "cannot tell from this many runs";
    }
    return "";
}

std::string_view short_words_of(Verdict verdict) {
    if (verdict == Verdict::slight) return "slight";
    return verdict == Verdict::cannot_tell ? "cannot tell" : words_of(verdict);
}

bool is_told(Verdict verdict) {
    return verdict != Verdict::no_difference && verdict != Verdict::slight && verdict != Verdict::cannot_tell;
}

PairedDifference paired_difference(std::span<const double> values, std::span<const double> first,
                                   Judgement judgement) {
    std::vector<double> theirs, firsts, differences;
    std::vector<int> worlds;
    for (std::size_t i = 0; i < std::min(values.size(), first.size()); ++i) {
        if (std::isnan(values[i]) || std::isnan(first[i])) continue;
        if (i < judgement.worlds.size()) worlds.push_back(judgement.worlds[i]);
        theirs.push_back(values[i]);
        firsts.push_back(first[i]);
        differences.push_back(values[i] - first[i]);
    }
    const int futures = static_cast<int>(differences.size());
    const int better = futures_better(differences, judgement.better);
    const Interval alone = mean_interval_by_world(differences, worlds);
    PairedDifference found;
    found.futures = futures;
    found.mean = mean_of(differences);
    found.low = alone.low;
    found.high = alone.high;
    found.joint = mean_interval_by_world(differences, worlds, Together{judgement.alternatives}.each());
    found.share_better = futures > 0 ? static_cast<double>(better) / futures : not_a_number;
    found.share_within = share_interval(better, futures);
    found.times_as_many = times_as_many(theirs, firsts, differences);
    // Of one or two futures among many that have a value nothing is said, even where they are alike.
    const bool is_most = futures >= fewest_futures || static_cast<std::size_t>(futures) == values.size();
    const bool is_same = std::all_of(differences.begin(), differences.end(), [](double x) { return x == 0; });
    found.verdict =
        is_same && futures > 0 && is_most ? Verdict::no_difference : verdict_of(found.joint, judgement);
    found.futures_to_tell = futures_to_tell(found, judgement);
    return found;
}

}  // namespace headroom
