#include "analysis/words/study_words.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/words/authority_words.hpp"
#include "analysis/words/number_words.hpp"
#include "sim/engine/first_month.hpp"
#include "sim/text/small_words.hpp"

namespace headroom {

namespace {

struct DesignName {
    std::string_view kind, words;
};

constexpr DesignName design_names[] = {
    {"full_factorial", "a full factorial design"},
    {"one_at_a_time", "one factor at a time"},
    {"latin_hypercube", "a Latin hypercube"},
    {"sobol", "a Sobol' sequence"},
    {"saltelli", "a Saltelli design"},
    {"morris", "Morris trajectories"},
    {"file", "points from a file"},
};

}  // namespace

std::string design_words(const StudyDesign& design) {
    for (const DesignName& name : design_names) {
        if (name.kind == design.kind) return std::string(name.words);
    }
    return design.kind.empty() ? "no design" : "a design of kind " + design.kind;
}

std::string study_origin_words(const StudyResults& origin) {
    const StudyDesign& design = origin.design;
    return authority_heading(origin.authority) + ", " + length_words(origin.months, origin.start) + "; " +
           counted(design.worlds, "world", "worlds") +
           (design.kind.empty() || design.kind == "none" ? "" : " (" + design_words(design) + ")") + ", " +
           counted(design.policies(), "policy", "policies") + ", " + counted_futures(origin.replications) +
           (design.worlds * design.policies() > 1 ? " each" : "") + ", seed " + std::to_string(origin.seed) +
           "; Headroom " + origin.headroom_version + " (" + origin.git_commit.substr(0, 10) + ")";
}

std::string looked_at_words(const StudyDesign& design, const LookedAt& looked_at) {
    const auto name = [&](int policy) {
        return quoted_name(design.policy_names[static_cast<std::size_t>(policy)]);
    };
    return name(looked_at.policy) + (looked_at.against ? " less " + name(*looked_at.against) : "");
}

std::string measure_words(const StudyTable& table) {
    std::string words = table.measure;
    std::replace(words.begin(), words.end(), '_', ' ');
    return words + ", " + table.unit;
}

std::string period_words(const StudyTable& table, int period) {
    if (table.periods == 1) return "the whole run";
    const int first = period * table.origin.period_months;
    return months_words(table.origin.start, first,
                        std::min(first + table.origin.period_months, table.origin.months) - 1);
}

std::string period_start(const StudyTable& table, int period) {
    return beginning_of_month(table.origin.start, period * table.origin.period_months).to_iso();
}

std::string missing_words(const StudyTable& table, const WorldValues& worlds) {
    if (worlds.without_value == 0) return "";
    const int all = table.origin.design.worlds * table.origin.replications;
    return number_words(worlds.without_value, 0) + " of " + counted_futures(all) +
           (worlds.without_value == 1 ? " has" : " have") + " no value (failed, or nothing to measure) and " +
           (worlds.without_value == 1 ? "counts" : "count") + " in no mean.";
}

int decimals_for(double size) {
    int decimals = 0;
    for (double each = std::abs(size); each > 0 && each < 100 && decimals < 6; each *= 10) ++decimals;
    return decimals;
}

std::string with_interval(double value, const Interval& within, int decimals) {
    const std::string words = number_words(value, decimals);
    if (std::isnan(value) || std::isnan(within.low) || std::isnan(within.high)) return words;
    return words + " (" + number_words(within.low, decimals) + " to " + number_words(within.high, decimals) +
           ")";
}

std::string too_few_words(const WorldValues& worlds) {
    const bool is_one = worlds.worlds_with_value() == 1;
    return std::string("It has a value in ") + (is_one ? "only one" : "none") + " of " +
           number_words(static_cast<double>(worlds.means.size()), 0) +
           " worlds, as there was nothing to measure, so what moves it cannot be told: a longer run, or "
           "another measure, may have more.";
}

}  // namespace headroom
