#include "sim/places/figure_caveats.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "sim/text/fault.hpp"
#include "sim/text/small_words.hpp"

namespace headroom {
namespace {

using Names = std::vector<std::string>;

// A distribution is one metric of several figures, named once.
void add(Names& names, const Metric& metric) {
    std::string name = metric.meaning.substr(0, metric.meaning.find(':'));
    if (std::ranges::find(names, name) == names.end()) names.push_back(std::move(name));
}

// Semicolons, because some names hold commas.
// A whole return of an earlier year is said shortly; a dozen figures are all named.
std::string listed_shortly(const Names& names) {
    constexpr std::size_t most = 12, named_of_more = 6;
    if (names.size() <= most) return joined(names, "; ");
    return std::to_string(names.size()) + " kinds of figure, among them " +
           joined(Names(names.begin(), names.begin() + named_of_more), "; ");
}

template <typename Visit>
void for_each_figure(Visit visit) {
    for (std::size_t i = 0; i < figure_count; ++i) visit(static_cast<Figure>(i));
}

}  // namespace

std::vector<std::string> figure_caveats(const PublishedFigures& published, const PlaceFigures& place) {
    if (place.code() == published.typical().code()) return {};
    int newest = 0;
    std::map<std::pair<FigureValue::From, int>, Names> by_origin;
    for_each_figure([&](Figure figure) {
        const FigureValue value = place[figure];
        add(by_origin[{value.from, value.year}], published.metric(figure));
        if (value.from == FigureValue::From::own) newest = std::max(newest, value.year);
    });
    std::vector<std::string> sentences;
    for (const auto& [origin, names] : by_origin) {
        const auto [from, year] = origin;
        const std::string other = from == FigureValue::From::region ? place.region() : "England";
        if (from != FigureValue::From::own)
            sentences.push_back("Not published for " + place.name() + ": " + joined(names, "; ") + ". " +
                                other + "'s figures of " + std::to_string(year) +
                                " stand in, counts scaled to size.");
        else if (year < newest && year > 0)  // those of one's own have no year
            sentences.push_back("From " + std::to_string(year) + ", the latest published for " +
                                place.name() + ": " + listed_shortly(names) + ".");
    }
    return sentences;
}

std::string not_fitted_caveat(const PlaceFigures& place) {
    return "Hours and practice are England's and not fitted to " + place.name() +
           ": where its published caseloads are far from England's, levels come out more extreme than they "
           "are. "
           "Read differences before levels.";
}

std::vector<std::string> own_settings_caveat(const Settings& of_authority, const Settings& own) {
    constexpr std::size_t most_named = 6;
    Names changed;
    for (const SettingRow& row : setting_rows()) {
        const double before = of_authority.*row.value, now = own.*row.value;
        if (now != before)
            changed.push_back(std::string(row.key) + " " + number_text(now) + " (otherwise " +
                              number_text(before) + ")");
    }
    if (changed.empty()) return {};
    if (changed.size() <= most_named) return {"The question's own settings: " + joined(changed, "; ") + "."};
    return {
        std::to_string(changed.size()) +
        " settings are the question's own: this is the place's model with other figures in it, and what is "
        "said elsewhere of the place, and of the hours that work takes, does not hold here."};
}

}  // namespace headroom
