#include <algorithm>
#include <cmath>
#include <numeric>

#include "analysis/sensitivity/sensitivity.hpp"
#include "analysis/words/number_words.hpp"
#include "analysis/words/study_words.hpp"
#include "analysis/words/text_table.hpp"
#include "sim/text/small_words.hpp"

namespace headroom {

namespace {

constexpr std::size_t most_shown = 12;  // factors in a table
constexpr std::size_t most_pairs = 6;   // told one by one
constexpr std::size_t widest_header = 20;
constexpr double much_chance = 0.1;  // of the variance
constexpr double nearly_all_chance = 0.8;

// The factors by what they weigh, the heaviest first; those of which nothing is known last.
std::vector<std::size_t> in_order(const std::vector<double>& weights) {
    std::vector<std::size_t> order(weights.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto known = [&](std::size_t factor) { return std::isnan(weights[factor]) ? -1 : weights[factor]; };
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return known(a) > known(b); });
    return order;
}

// The heaviest that a factor is in any period.
std::vector<double> heaviest(const Sensitivity& sensitivity) {
    std::vector<double> weights(sensitivity.factors.size(), std::nan(""));
    for (const Finding& finding : sensitivity.findings) {
        for (std::size_t factor = 0; factor < weights.size(); ++factor)
            weights[factor] = std::fmax(weights[factor], weight_of(finding, factor).value);
    }
    return weights;
}

std::string words(const Index& index, int decimals = 2) {
    if (!std::isnan(index.value) && index.value != 0 && std::isnan(index.within.low))
        return number_words(index.value, decimals) + " (too few)";
    return with_interval(index.value, index.within, decimals);
}

// What the numbers of the tables are.
std::string caption_of(const Sensitivity& sensitivity) {
    const bool is_over_time = sensitivity.findings.size() > 1;
    switch (sensitivity.method) {
        case Method::sobol:
            return is_over_time
                       ? "Total order: part of the variance that a factor makes with all it acts with\n"
                       : "Part of the variance between worlds that is a factor's\n";
        case Method::morris:
            return is_over_time ? "Mean size (mu*) of the change over the whole range of a factor\n"
                                : "Change over the whole range of a factor\n";
        case Method::regression:
            return is_over_time ? "Straight line: standard deviations, up or down, for one of the factor\n"
                                : "Standard deviations that it moves for one of the factor\n";
    }
    return "";
}

// How numbers are shown, and how wide their table may be.
struct Shown {
    int decimals;
    std::size_t width;
};

// A line for each of the heaviest factors, and how heavy the others are at most.
template <class Cells>
std::string factor_table(TextTable table, const Sensitivity& sensitivity, Shown shown, Cells cells) {
    const std::vector<double> weights = heaviest(sensitivity);
    const std::vector<std::size_t> order = in_order(weights);
    for (std::size_t place = 0; place < std::min(order.size(), most_shown); ++place) {
        std::vector<std::string> row = cells(order[place]);
        row.insert(row.begin(), shortened(sensitivity.factors[order[place]].name, 44));
        table.add_row(std::move(row));
    }
    std::string text = caption_of(sensitivity) + table.text(shown.width);
    if (order.size() > most_shown) {
        const double next = weights[order[most_shown]];
        text += number_words(static_cast<double>(order.size() - most_shown), 0) + " more, none above " +
                number_words(next, shown.decimals) + " (all of them: --csv or --json)\n";
    }
    return text;
}

std::string sobol_table(const Sensitivity& sensitivity, const SobolIndices& found, std::size_t width) {
    TextTable table({"", "by itself (first order)", "with all it acts with (total order)"}, widest_header);
    return factor_table(table, sensitivity, {2, width}, [&](std::size_t factor) {
        return std::vector<std::string>{words(found.first[factor]), words(found.total[factor])};
    });
}

std::string morris_table(const Sensitivity& sensitivity, const std::vector<ElementaryEffects>& found,
                         std::size_t width) {
    double largest = 0;
    for (const ElementaryEffects& each : found) largest = std::fmax(largest, each.size.value);
    const int decimals = decimals_for(largest);
    TextTable table({"", "mean size (mu*)", "mean (mu)", "spread (sigma)"}, widest_header);
    return factor_table(table, sensitivity, {decimals, width}, [&](std::size_t factor) {
        const ElementaryEffects& each = found[factor];
        return std::vector<std::string>{words(each.size, decimals), words(each.mean, decimals),
                                        words(each.spread, decimals)};
    });
}

std::string regression_table(const Sensitivity& sensitivity, const Regressions& found, std::size_t width) {
    TextTable table({"", "straight line", "line through ranks"}, widest_header);
    std::string text = factor_table(table, sensitivity, {2, width}, [&](std::size_t factor) {
        return std::vector<std::string>{words(found.values.coefficients[factor]),
                                        words(found.ranks.coefficients[factor])};
    });
    return text + "Explained (R squared, adjusted for " + std::to_string(found.columns) +
           " columns): straight line " + number_words(found.values.explained_adjusted, 2) + ", ranks " +
           number_words(found.ranks.explained_adjusted, 2) + "\n";
}

// Which pairs surely act together, the strongest first.
std::string pairs_sentence(const Sensitivity& sensitivity, const SobolIndices& found) {
    if (found.pairs.empty()) return "";
    std::vector<PairIndex> sure;
    for (const PairIndex& pair : found.pairs) {
        if (pair.index.within.low > 0) sure.push_back(pair);
    }
    std::sort(sure.begin(), sure.end(),
              [](const PairIndex& a, const PairIndex& b) { return a.index.value > b.index.value; });
    const std::string pairs = counted(found.pairs.size(), "pair", "pairs");
    if (sure.empty()) return "Second order: of " + pairs + " none has an interval above 0.";
    std::string text = "Second order, what two add by acting together: of " + pairs + ", " +
                       std::to_string(sure.size()) + (sure.size() == 1 ? " has" : " have") +
                       " an interval above 0 (by luck alone about one in forty would), " +
                       (sure.size() > most_pairs ? "the strongest: " : "");
    for (std::size_t i = 0; i < std::min(sure.size(), most_pairs); ++i)
        text += (i == 0 ? "" : "; ") + sensitivity.factors[sure[i].one].name + " with " +
                sensitivity.factors[sure[i].other].name + " " + words(sure[i].index);
    return text + ".";
}

// Whether a number or an interval shown lies where no part of a variance can be.
bool has_error_beyond(const SobolIndices& found) {
    const auto is_beyond = [](const Index& index) {
        return index.within.low < -0.005 || index.within.high > 1.005;
    };
    return std::any_of(found.first.begin(), found.first.end(), is_beyond) ||
           std::any_of(found.total.begin(), found.total.end(), is_beyond);
}

// Whether chance leaves too little between worlds for a factor to be told from it.
bool is_nearly_all_chance(const Finding& finding) {
    return finding.worlds.chance_share >= nearly_all_chance;
}

std::string all_first_sentence(const Index& all, const Finding& finding) {
    constexpr double too_wide = 0.5, too_much = 1.1;
    constexpr double rounding = 0.005;  // of what is shown
    const std::string part = "By themselves the factors make " + words(all) + " of the variance";
    const bool is_beyond = all.value > too_much || all.within.low > 1 + rounding || all.value < -rounding;
    const bool has_chance = finding.worlds.chance_share > much_chance;
    if (is_beyond)
        return part + ", which cannot be: too few base rows" + (has_chance ? ", or too much chance," : "") +
               " to tell how much they make by acting together.";
    if (is_nearly_all_chance(finding))
        return part + ": too much chance to tell how much is left to what they do together.";
    if (!(all.within.high - all.within.low < too_wide))
        return part + ": too few base rows to tell how much is left to what they do together.";
    if (all.value > 1) return part + ": all of it, as far as can be told.";
    return part + "; the rest they make by acting together (and chance, see below).";
}

std::vector<std::string> sobol_notes(const Sensitivity& sensitivity, const Finding& finding) {
    const auto& found = std::get<SobolIndices>(finding.found);
    std::vector<std::string> notes;
    if (!std::isnan(found.all_first.value)) {
        notes.push_back(all_first_sentence(found.all_first, finding));
        notes.push_back(pairs_sentence(sensitivity, found));
    } else if (found.base_rows < fewest_base_rows) {
        notes.push_back("Indices need at least " + std::to_string(fewest_base_rows) +
                        " base rows with a value in every world; here are " +
                        std::to_string(found.base_rows) + ".");
    }
    if (has_error_beyond(found))
        notes.push_back("What lies below 0 or above 1 is error of so few base rows.");
    notes.push_back("Sobol' indices: first order as Saltelli et al. 2010, total as Jansen 1999" +
                    std::string(found.pairs.empty() ? "" : ", second order as Saltelli 2002") +
                    ". Intervals: 95 %, each by itself, percentile bootstrap over " +
                    number_words(found.base_rows, 0) + " base rows" +
                    (found.dropped == 0
                         ? ""
                         : "; " + counted(static_cast<std::size_t>(found.dropped), "more is", "more are") +
                               " left out whole, because a world has no value") +
                    ".");
    return notes;
}

// "12 effects of each factor", or from the fewest to the most.
std::string effects_words(const std::vector<ElementaryEffects>& found) {
    int fewest = found.front().effects, most = fewest;
    for (const ElementaryEffects& each : found) {
        fewest = std::min(fewest, each.effects);
        most = std::max(most, each.effects);
    }
    return (fewest == most ? "" : std::to_string(fewest) + " to ") + std::to_string(most) +
           " effects of each factor" + (fewest == most ? "" : "; the others have a world without a value");
}

std::vector<std::string> morris_notes(const Sensitivity& sensitivity, const Finding& finding) {
    std::vector<std::string> notes = {
        "Where sigma is about as large as mu*, what a factor does depends on the others, or is no straight "
        "line. A choice of more than two words has no direction: its effects are by change of word.",
        "Elementary effects: Morris 1991, mu* as Campolongo et al. 2007; " +
            effects_words(std::get<std::vector<ElementaryEffects>>(finding.found)) +
            ". Intervals: 95 %, each by itself, Student's over trajectories (at least " +
            std::to_string(fewest_effects) + "), of sigma by the jackknife (at least " +
            std::to_string(fewest_effects_for_spread) + "; Miller 1968)."};
    const double chance = effect_of_chance(finding, sensitivity.factors);
    if (!std::isnan(chance))
        notes.insert(notes.begin(), "Chance alone can give a mean size of up to about " +
                                        number_words(chance, decimals_for(chance)) +
                                        " where a factor does nothing but change who is lucky.");
    return notes;
}

// What a line that explains little of all that worlds differ by says of the part that is not chance.
std::string little_explained(const Regressions& found, const WorldValues& worlds) {
    const std::string little = "The straight line explains less than 0.7 of what worlds differ by, ";
    if (found.ranks.explained_adjusted >= enough_explained)
        return little +
               "so that its coefficients say little about what matters; the line through ranks explains "
               "enough.";
    if (std::isnan(worlds.chance_share))
        return little +
               "and so does the line through ranks. Whether the rest is chance cannot be told from one "
               "future a world: two or more (--replications) would tell, and come before another design.";
    const double not_chance = 1 - worlds.chance_share;
    const double best = std::max(found.values.explained_adjusted, found.ranks.explained_adjusted);
    const std::string most =
        " at most about " + number_words(not_chance, 2) + " can be explained, as the rest is chance. ";
    if (worlds.chance_share >= nearly_all_chance)
        return little + "but" + most + "More futures are what would tell more, not another design.";
    if (best >= enough_explained * not_chance)
        return little + "but" + most +
               "Of that it misses little, so that its coefficients put factors in the right order but are "
               "too small. More futures are what would tell more, not another design.";
    const std::string neither =
        little +
        "so that its coefficients say little about what matters; nor does the line through ranks "
        "explain enough.";
    if (worlds.chance_share > much_chance)
        return neither + " Of what worlds differ by" + most +
               "More futures first, and then a Saltelli design, would tell more.";
    return neither + " A Saltelli design would tell more.";
}

std::vector<std::string> regression_notes(const Finding& finding) {
    const auto& found = std::get<Regressions>(finding.found);
    std::vector<std::string> notes;
    if (std::isnan(found.values.explained)) {
        if (found.worlds < found.columns + fewest_spare_worlds)
            notes.push_back("A line through " + std::to_string(found.columns) + " columns needs at least " +
                            std::to_string(found.columns + fewest_spare_worlds) +
                            " worlds with a value; here are " + std::to_string(found.worlds) + ".");
    } else if (!(found.values.explained_adjusted >= enough_explained)) {
        notes.push_back(little_explained(found, finding.worlds));
    }
    notes.push_back(
        "Standardised regression coefficients (ranks: Iman and Conover 1979). A choice counts by "
        "what its words add together, which has no sign. Intervals: 95 %, each by itself, "
        "percentile bootstrap over " +
        number_words(found.worlds, 0) + " worlds" +
        (found.without == 0
             ? ""
             : "; " + counted(static_cast<std::size_t>(found.without), "more has", "more have") +
                   " no value") +
        ".");
    return notes;
}

// How much of what is shown may be luck.
std::string chance_note(const Finding& finding, Method method) {
    const WorldValues& worlds = finding.worlds;
    if (worlds.futures < 2)
        return "Each world was lived in one future only, so that chance cannot be told from what the factors "
               "do: some of the above, and above all of what factors do together, may be chance. Two or more "
               "futures (--replications) would tell.";
    if (std::isnan(worlds.chance_share)) return "";
    if (worlds.chance_share < 0.005) return "Less than 0.01 of the variance between worlds is chance.";
    std::string text = "Of the variance between worlds about " + number_words(worlds.chance_share, 2) +
                       " is chance, as each was lived in only " + counted_futures(worlds.futures) + ".";
    if (method == Method::sobol)
        text += " By up to that much a total is too large, and a part by itself is too small by that share.";
    if (method == Method::regression) text += " No line can explain that part.";
    if (worlds.chance_share > much_chance) text += " More futures would make this clearer.";
    return text;
}

std::string level_note(const StudyTable& table, const Finding& finding) {
    const double mean = mean_of(known_of(finding.worlds.means));
    const double deviation = std::sqrt(finding.worlds.variance);
    const int decimals = std::max(decimals_for(mean), decimals_for(deviation) - 1);
    const int known = finding.worlds.worlds_with_value();
    if (known < 2) return too_few_words(finding.worlds);
    if (deviation == 0)
        return "It is " + number_words(mean, decimals) + " in every world" +
               (known < table.origin.design.worlds ? " that has a value." : ": no factor moves it.");
    return "Over " + number_words(known, 0) + " worlds it is " + number_words(mean, decimals) +
           " on average (" + table.unit + "), with a standard deviation of " +
           number_words(deviation, decimals) + ".";
}

std::string finding_table(const Sensitivity& sensitivity, const Finding& finding, std::size_t width) {
    if (const auto* indices = std::get_if<SobolIndices>(&finding.found))
        return sobol_table(sensitivity, *indices, width);
    if (const auto* effects = std::get_if<std::vector<ElementaryEffects>>(&finding.found))
        return morris_table(sensitivity, *effects, width);
    return regression_table(sensitivity, std::get<Regressions>(finding.found), width);
}

std::vector<std::string> method_notes(const Sensitivity& sensitivity, const Finding& finding) {
    if (sensitivity.method == Method::sobol) return sobol_notes(sensitivity, finding);
    if (sensitivity.method == Method::morris) return morris_notes(sensitivity, finding);
    return regression_notes(finding);
}

// A column for each period.
std::string over_time_table(const StudyTable& table, const Sensitivity& sensitivity, std::size_t width) {
    std::vector<std::string> headers{""};
    for (const Finding& finding : sensitivity.findings)
        headers.push_back(period_words(table, finding.looked_at.period));
    double largest = 0;
    for (const double weight : heaviest(sensitivity)) largest = std::fmax(largest, weight);
    const int decimals = sensitivity.method == Method::morris ? decimals_for(largest) : 2;
    TextTable columns(std::move(headers), widest_header);
    return factor_table(columns, sensitivity, {decimals, width}, [&](std::size_t factor) {
        std::vector<std::string> cells;
        for (const Finding& finding : sensitivity.findings)
            cells.push_back(words(weight_of(finding, factor), decimals));
        return cells;
    });
}

// What must be known before any number is read, or nothing.
std::string warning_of_chance(const StudyTable& table, const Sensitivity& sensitivity) {
    std::string periods;
    std::size_t hidden = 0;
    for (const Finding& finding : sensitivity.findings) {
        if (!is_nearly_all_chance(finding)) continue;
        ++hidden;
        periods += (periods.empty() ? "" : "; ") + period_words(table, finding.looked_at.period) + " " +
                   number_words(finding.worlds.chance_share, 2);
    }
    if (hidden == 0) return "";
    const std::string futures = counted_futures(sensitivity.findings.back().worlds.futures) + " a world";
    const std::string more = " More futures (--replications) are needed.";
    if (sensitivity.findings.size() == 1)
        return "From only " + futures + " nothing can be told: about " +
               number_words(sensitivity.findings.back().worlds.chance_share, 2) +
               " of the variance between worlds is chance, and so may be every number below." + more;
    if (hidden > 4) periods = counted(hidden, "period", "periods");
    return "From only " + futures + " nothing can be told of periods in which at least " +
           number_words(nearly_all_chance, 1) + " of the variance between worlds is chance: " + periods +
           "." + more;
}

}  // namespace

std::string sensitivity_text(const StudyTable& table, const Sensitivity& sensitivity, std::size_t width) {
    const Finding& last = sensitivity.findings.back();
    std::string text = paragraph("What moves " + measure_words(table) + ": " +
                                     looked_at_words(table.origin.design, last.looked_at),
                                 width) +
                       paragraph("(" + table.definition + ")", width) + "\n";
    const auto has_few = [](const Finding& one) { return one.worlds.worlds_with_value() < 2; };
    if (std::all_of(sensitivity.findings.begin(), sensitivity.findings.end(), has_few))
        return text + paragraph(too_few_words(last.worlds), width) +
               paragraph(study_origin_words(table.origin), width);
    const std::string warning = warning_of_chance(table, sensitivity);
    if (!warning.empty()) text += paragraph(warning, width) + "\n";
    const bool is_over_time = sensitivity.findings.size() > 1;
    text +=
        is_over_time ? over_time_table(table, sensitivity, width) : finding_table(sensitivity, last, width);
    text += "\n";
    std::vector<std::string> notes;
    if (is_over_time) notes.push_back("What follows is of the last period.");
    notes.push_back(level_note(table, last));
    for (std::string& note : method_notes(sensitivity, last)) notes.push_back(std::move(note));
    notes.push_back(chance_note(last, sensitivity.method));
    notes.push_back(missing_words(table, last.worlds));
    for (const std::string& note : notes) {
        if (!note.empty()) text += paragraph("- " + note, width, 2);
    }
    return text + paragraph(study_origin_words(table.origin), width);
}

}  // namespace headroom
