#include "analysis/statistics/assumptions.hpp"

#include <algorithm>
#include <cmath>
#include <functional>

#include "sim/settings/evidence_range.hpp"
#include "sim/settings/setting_names.hpp"

namespace headroom {

namespace {

AssumptionEnd end_of(const MemberTable& table, std::size_t setting, double value) {
    AssumptionEnd end{value, {}, {}};
    for (std::size_t answer = 0; answer < table.answers.size(); ++answer) {
        const Estimate estimate = line_through(table.settings[setting], table.answers[answer]).at(value);
        if (answer == 0)
            end.first = estimate;
        else
            end.differences.push_back(estimate);
    }
    return end;
}

// To so many figures that count.
double rounded(double value, int figures) {
    double size = std::abs(value), most = 1;
    for (int i = 0; i < figures; ++i) most *= 10;
    if (!(size > 0)) return value;
    double times = 1, parts = 1;
    for (; size * times < most / 10; times *= 10) continue;
    for (; size / parts >= most; parts *= 10) continue;
    return std::round(value * times / parts) / times * parts;
}

// Two figures are as much as anybody can picture; more where they would make one of two.
Range as_told(const Range& range) {
    for (int figures = 2; figures < 4; ++figures) {
        const Range told{rounded(range.low, figures), rounded(range.median, figures),
                         rounded(range.high, figures)};
        if (told.low < told.median && told.median < told.high) return told;
    }
    return range;
}

AssumptionEffect effect_of(const StudyResults& results, const MemberTable& table, const ToldEffect& told) {
    const std::string& key = results.members.keys[told.setting];
    const EvidenceRange* const range = find_evidence_range(key);
    std::vector<double> values = table.settings[told.setting];
    const Range plausible = as_told(middle_80_percent(values));
    AssumptionEffect effect{key,
                            name_of_setting(key),
                            std::string(range ? range->basis : std::string_view()),
                            plausible.median,
                            results.replications,
                            end_of(table, told.setting, plausible.low),
                            end_of(table, told.setting, plausible.high),
                            0,
                            0};
    for (const std::size_t answer : told.answers) {
        const Line line = line_through(table.settings[told.setting], table.answers[answer]);
        const double farther = std::max(plausible.high - line.middle, line.middle - plausible.low);
        effect.share = std::max(effect.share, line.share() * table.between[answer]);
        effect.movement = std::max(effect.movement, std::abs(line.slope) * farther);
    }
    return effect;
}

}  // namespace

std::size_t assumptions_tried(const StudyResults& results) {
    return results.members.keys.size();
}

std::vector<AssumptionEffect> assumptions_that_matter(const StudyResults& results, std::size_t most) {
    std::vector<AssumptionEffect> effects;
    if (results.members.keys.empty()) return effects;
    const MemberTable table = member_table(results);
    for (const ToldEffect& told : told_effects(table, most))
        effects.push_back(effect_of(results, table, told));
    std::ranges::stable_sort(effects, std::greater<>(), &AssumptionEffect::movement);
    return effects;
}

}  // namespace headroom
