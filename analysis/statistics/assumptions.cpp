#include "analysis/statistics/assumptions.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "analysis/statistics/number_words.hpp"
#include "analysis/statistics/student_t.hpp"
#include "sim/settings/evidence_range.hpp"

namespace headroom {

namespace {

// The mean of some numbers with its variance; NaN variance below three.
struct MeanOf {
    double mean = 0;
    double variance_of_mean = std::numeric_limits<double>::quiet_NaN();
    int count = 0;
};

MeanOf mean_of(const std::vector<double>& numbers) {
    MeanOf found;
    for (const double number : numbers) {
        if (std::isnan(number)) continue;
        found.mean += number;
        ++found.count;
    }
    found.mean = found.count > 0 ? found.mean / found.count : std::numeric_limits<double>::quiet_NaN();
    if (found.count < 3) return found;
    double squares = 0;
    for (const double number : numbers) {
        if (!std::isnan(number)) squares += (number - found.mean) * (number - found.mean);
    }
    found.variance_of_mean = squares / (found.count - 1) / found.count;
    return found;
}

// The comparison's mean and the mean change added to it. Student's t has as many degrees of freedom as the
// fewer futures give, which is on the safe side.
Estimate moved_estimate(const std::vector<double>& before, const std::vector<double>& changes) {
    const MeanOf all = mean_of(before);
    const MeanOf change = mean_of(changes);
    const double spread = std::sqrt(all.variance_of_mean + change.variance_of_mean);
    const double t = change.count < 3 ? std::numeric_limits<double>::quiet_NaN()
                                      : student_t_quantile(0.975, change.count - 1);
    return {all.mean + change.mean, t * spread};
}

// What every alternative left unmet, future by future: all of the comparison's.
using Unmet = std::vector<std::vector<double>>;  // by point, then future

std::vector<double> less(const std::vector<double>& values, const std::vector<double>& first) {
    std::vector<double> differences;
    for (std::size_t i = 0; i < std::min(values.size(), first.size()); ++i)
        differences.push_back(values[i] - first[i]);
    return differences;
}

AssumptionEnd end_of(const MovedAssumption& moved, const Unmet& before) {
    const std::size_t points = before.size();
    Unmet now(points);
    for (std::size_t i = 0; i < moved.unmet_per_100.size(); ++i)
        now[i % points].push_back(moved.unmet_per_100[i]);
    AssumptionEnd end{moved.value, moved_estimate(before[0], less(now[0], before[0])), {}};
    for (std::size_t point = 1; point < points; ++point) {
        const std::vector<double> then = less(before[point], before[0]);
        end.differences.push_back(moved_estimate(then, less(less(now[point], now[0]), then)));
    }
    return end;
}

double movement_of(const AssumptionEnd& end, const Unmet& before) {
    if (before.size() == 1) return std::abs(end.first.mean - mean_of(before[0]).mean);
    double most = 0;
    for (std::size_t i = 0; i < end.differences.size(); ++i) {
        const double then = mean_of(less(before[i + 1], before[0])).mean;
        most = std::max(most, std::abs(end.differences[i].mean - then));
    }
    return most;
}

AssumptionEffect effect_of(const MovedAssumption& low, const MovedAssumption& high, const Unmet& before) {
    const EvidenceRange* const range = find_evidence_range(low.key);
    AssumptionEffect effect{low.key,
                            std::string(range ? range->name : std::string_view(low.key)),
                            std::string(range ? range->basis : std::string_view()),
                            low.used,
                            static_cast<int>(low.unmet_per_100.size() / before.size()),
                            end_of(low, before),
                            end_of(high, before),
                            0};
    effect.movement = std::max(movement_of(effect.low, before), movement_of(effect.high, before));
    return effect;
}

// " (15 % more)"; "" where nothing can be said in shares.
std::string share_words(double value, double used) {
    if (used <= 0 || value <= 0) return "";
    const double percent = 100 * (value / used - 1);
    return " (" + number_words(std::abs(percent), 0) + (percent > 0 ? " % more)" : " % less)");
}

// The alternatives of an end that leave more need unmet (sign 1) or less (sign -1) for all of their interval,
// where the comparison tells the opposite.
std::vector<std::string> turned(const AssumptionEnd& end, const Comparison& comparison, int sign) {
    const std::size_t row = comparison.row_of_measure(Measure::unmet_per_100);
    std::vector<std::string> names;
    for (std::size_t i = 0; i < end.differences.size() && i < comparison.differences.size(); ++i) {
        const Estimate& moved = end.differences[i];
        const Verdict told = comparison.differences[i].measures[row].verdict;
        const Verdict opposite = sign > 0 ? Verdict::better : Verdict::worse;
        if (told == opposite && sign * moved.mean - moved.half_width > 0)
            names.push_back(quoted_name(comparison.differences[i].name));
    }
    return names;
}

}  // namespace

std::size_t assumptions_tried(const StudyResults& results) {
    return results.moved.size() / 2;
}

std::vector<AssumptionEffect> assumptions_that_matter(const StudyResults& results, std::size_t most) {
    Unmet before;
    for (int point = 0; point < results.points(); ++point)
        before.push_back(values_over_run(results, point, Measure::unmet_per_100));
    std::size_t longest = 0;
    for (const MovedAssumption& moved : results.moved)
        longest = std::max(longest, moved.unmet_per_100.size());
    std::vector<AssumptionEffect> effects;
    for (std::size_t low = 0; low + 1 < results.moved.size(); low += 2) {
        if (results.moved[low].unmet_per_100.size() == longest && longest > 0)
            effects.push_back(effect_of(results.moved[low], results.moved[low + 1], before));
    }
    std::stable_sort(
        effects.begin(), effects.end(),
        [](const AssumptionEffect& a, const AssumptionEffect& b) { return a.movement > b.movement; });
    effects.resize(std::min(most, effects.size()));
    return effects;
}

std::string what_ranges_hold(const StudyResults& results) {
    return results.fitted_sets > 0 ? "chance, and what the authority's figures leave open" : "chance alone";
}

std::string beyond_chance(const StudyResults& results, const Comparison& comparison) {
    const std::vector<AssumptionEffect> effects = assumptions_that_matter(results);
    const std::vector<std::string> turned = turning_sentences(effects, comparison);
    if (!turned.empty()) return turned[0];
    const std::string hours =
        "How many hours a case takes is known only to about a sixth, which moves every level here much "
        "further";
    if (effects.empty()) return hours + " and can turn the order of the alternatives.";
    return hours +
           "; of the assumptions tried, one at a time and in few futures each, none is seen to turn the "
           "order.";
}

std::vector<std::string> turning_sentences(const std::vector<AssumptionEffect>& effects,
                                           const Comparison& comparison) {
    std::vector<std::string> sentences;
    for (const AssumptionEffect& effect : effects) {
        for (const AssumptionEnd& end : {effect.low, effect.high}) {
            for (const int sign : {-1, 1}) {
                const std::vector<std::string> names = turned(end, comparison, sign);
                if (names.empty()) continue;
                sentences.push_back(
                    "Were \u201c" + effect.name + "\u201d " + plain_words(end.value) + " instead of " +
                    plain_words(effect.used) + share_words(end.value, effect.used) + ", " + listed(names) +
                    " would leave " + (sign < 0 ? "less" : "more") + " need unmet than \u201c" +
                    comparison.alternatives[0].name + "\u201d, not " + (sign < 0 ? "more." : "less."));
            }
        }
    }
    return sentences;
}

}  // namespace headroom
