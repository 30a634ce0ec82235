#include "apps/command_line/places/fit_answer.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/words/number_words.hpp"
#include "analysis/words/text_table.hpp"
#include "analysis/words/this_is_us.hpp"
#include "sim/places/fit_figure.hpp"
#include "sim/text/small_words.hpp"

namespace headroom {

namespace {

constexpr std::size_t terminal_width = 100;

// Counts have no decimals; shares and caseloads one.
int decimals_of(const FittedFigure& figure) {
    return figure.target->distance == Distance::share || figure.published >= 1000 ? 0 : 1;
}

std::string published_words(const FittedFigure& figure) {
    const std::string value = number_words(figure.published, decimals_of(figure));
    switch (figure.whose) {
        case FigureValue::From::own:
            return value + " (" + (figure.year == 0 ? "own" : std::to_string(figure.year)) + ")";
        case FigureValue::From::region: return value + " (region)";
        case FigureValue::From::england: return value + " (England)";
    }
    return value;
}

// Nothing where all of it lasts.
std::string lasting_words(const FittedFigure& figure) {
    return figure.held_to == figure.published ? "" : number_words(figure.held_to, decimals_of(figure));
}

std::string range_words(const FittedFigure& figure) {
    const int decimals = decimals_of(figure);
    return number_words(figure.mean, decimals) + " (" + number_words(figure.low, decimals) + "-" +
           number_words(figure.high, decimals) + ")";
}

std::vector<std::string> names_of(const Fit& fit, Nearness wanted) {
    std::vector<std::string> names;
    for (const FittedFigure& figure : fit.figures)
        if (nearness_of(figure.tolerances_off) == wanted) names.emplace_back(figure.target->name);
    return names;
}

// What stands in brackets behind a figure.
std::string brackets_of(const Fit& fit) {
    return fit.own
               ? "“own” for a figure of your file or one that follows from it, and otherwise whose figure "
                 "stands in or the year of a published one"
               : "the year of a figure";
}

}  // namespace

std::string fit_sentence(const Fit& fit) {
    const std::size_t all = fit.figures.size();
    const std::vector<std::string> near = names_of(fit, Nearness::near);
    const std::vector<std::string> off = names_of(fit, Nearness::does_not_fit);
    const std::size_t fits = all - near.size() - off.size();
    std::string text = std::to_string(fits) + " of " + std::to_string(all) + " figures fit";
    if (!near.empty())
        text += ", " + std::to_string(near.size()) + (near.size() == 1 ? " is near" : " are near");
    if (off.empty()) return text + ".";
    return text + ". Not fitted: " + listed(off) +
           ". What the model says of this place rests on a model that does not give " +
           (off.size() == 1 ? "that figure." : "those figures.");
}

std::string fit_answer(const Fit& fit) {
    std::string text = fit.own ? contradictions_text(fit.own->contradictions, terminal_width) : std::string();
    text +=
        paragraph(
            "This is " + fit.name + ": " + (fit.own ? "your own figures" : "what it publishes") +
                " beside what the model gives as now, with " + std::to_string(fit.ensemble.members.size()) +
                " sets of settings that were fitted to it. In brackets: " + brackets_of(fit) +
                ", and the range in which the middle 80 % of the sets lie. What lasts of a yearly rate is "
                "drawn from "
                "three years and towards England's, as next year's figure usually is; the fit is held to "
                "that.",
            terminal_width) +
        "\n";
    TextTable table({"", fit.own ? "own figures" : "published", "what lasts", "not fitted", "fitted", ""},
                    24);
    for (const FittedFigure& figure : fit.figures) {
        table.add_row({std::string(figure.target->name) + ", " + std::string(figure.target->unit),
                       published_words(figure), lasting_words(figure),
                       number_words(figure.unfitted, decimals_of(figure)), range_words(figure),
                       std::string(mark_of(nearness_of(figure.tolerances_off)))});
    }
    return text + table.text(terminal_width) + "\n" + paragraph(fit_sentence(fit), terminal_width);
}

}  // namespace headroom
