#include "analysis/words/this_is_us.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "analysis/words/number_words.hpp"
#include "analysis/words/text_table.hpp"
#include "sim/text/small_words.hpp"

namespace headroom {

namespace {

// A figure of the table: its name in a fit, and how it is said.
struct UsFigure {
    std::string_view name, label;
    int decimals;
    bool is_stock = false;  // of the service itself, so that a place without it is another place
};

constexpr std::array figures = {
    UsFigure{"caseload", "children to a worker", 1, true},
    UsFigure{"children held", "children held by workers", 0, true},
    UsFigure{"on in-need plans", "children on in-need plans", 0, true},
    UsFigure{"on protection plans", "children on protection plans", 0, true},
    UsFigure{"looked after", "looked-after children", 0, true},
    UsFigure{"assessed in 45 days", "assessed within 45 days, %", 1},
    UsFigure{"conferences in 15 days", "conferences within 15 days, %", 1},
    UsFigure{"re-referred in a year", "referred again within a year, %", 1},
    UsFigure{"vacancies", "posts vacant, %", 1},
    UsFigure{"agency workers", "agency workers, %", 1},
    UsFigure{"turnover", "leave in a year, %", 1},
    UsFigure{"sickness absence", "days lost to sickness, %", 1},
};

// The figures that are fitted too and stand in no table, as a sentence names them.
constexpr std::array other_figures = {
    UsFigure{"referrals", "referrals", 0},
    UsFigure{"no further action", "referrals without further action, %", 1},
    UsFigure{"not in need", "children assessed as not in need, %", 1},
    UsFigure{"assessments", "assessments in the year", 0},
    UsFigure{"section 47 enquiries", "section 47 enquiries", 0},
    UsFigure{"conferences", "conferences", 0},
    UsFigure{"protection plans started", "protection plans started", 0},
    UsFigure{"in-need plans started", "in-need plans started", 0},
    UsFigure{"became looked after", "children who became looked after", 0},
    UsFigure{"assessments, lower quartile", "the shortest quarter of assessments, days", 0},
    UsFigure{"assessments, median", "the median assessment, days", 0},
    UsFigure{"assessments, upper quartile", "the longest quarter of assessments, days", 0},
    UsFigure{"second or later plans", "second or later plans, %", 1},
    UsFigure{"three or more workers", "looked-after children with three or more workers, %", 1},
};

// As said, whole where nothing else is known.
UsFigure said_as(const std::string& name) {
    const auto is_it = [&](const UsFigure& figure) { return figure.name == name; };
    if (const auto found = std::find_if(figures.begin(), figures.end(), is_it); found != figures.end())
        return *found;
    const auto found = std::find_if(other_figures.begin(), other_figures.end(), is_it);
    return found != other_figures.end() ? *found : UsFigure{name, name, 0};
}

const FitFigure* find(const StudyResults& results, std::string_view name) {
    for (const FitFigure& figure : results.fit_figures)
        if (figure.name == name) return &figure;
    return nullptr;
}

// From a file of one's own figures, which has no year.
bool is_of_a_file(const FitFigure& figure) {
    return figure.whose == "own" && figure.year == 0;
}

std::string published_words(const FitFigure& figure, int decimals) {
    const std::string of_own = is_of_a_file(figure) ? "own" : std::to_string(figure.year);
    const std::string whose = figure.whose == "own" ? of_own : figure.whose;
    return number_words(figure.published, decimals) + " (" + whose + ")";
}

UsLine line_of(const UsFigure& said, const FitFigure& figure) {
    const bool lasts = std::abs(figure.held_to - figure.published) < 0.05;
    return {std::string(said.label), published_words(figure, said.decimals),
            lasts ? "" : number_words(figure.held_to, said.decimals),
            number_words(figure.mean, said.decimals) + " (" + number_words(figure.low, said.decimals) + "-" +
                number_words(figure.high, said.decimals) + ")",
            nearness_of(figure.tolerances_off)};
}

bool is_off(const FitFigure& figure) {
    return nearness_of(figure.tolerances_off) == Nearness::does_not_fit;
}

// Of the place's own figures, the one that pulls hardest against the rest.
const FitFigure& farthest(const StudyResults& results) {
    const auto nearer = [](const FitFigure& a, const FitFigure& b) {
        return a.tolerances_off < b.tolerances_off;
    };
    return *std::max_element(results.fit_figures.begin(), results.fit_figures.end(), nearer);
}

}  // namespace

std::vector<UsLine> us_lines(const StudyResults& results) {
    std::vector<UsLine> lines;
    for (const UsFigure& said : figures)
        if (const FitFigure* figure = find(results, said.name)) lines.push_back(line_of(said, *figure));
    return lines;
}

bool has_own_figures(const StudyResults& results) {
    return std::ranges::any_of(results.fit_figures, is_of_a_file);
}

std::string us_heading(const StudyResults& results) {
    const bool is_typical = results.authority == "typical";
    return "This is " + (is_typical ? "the typical authority" : results.authority) + ": " +
           (has_own_figures(results) ? "your own figures" : "what is published") +
           ", and what the model gives";
}

std::string_view figures_heading(const StudyResults& results) {
    return has_own_figures(results) ? "own figures" : "published";
}

bool some_last(const std::vector<UsLine>& lines) {
    return std::ranges::any_of(lines, [](const UsLine& line) { return !line.lasting.empty(); });
}

std::string_view mark_of(Nearness nearness) {
    switch (nearness) {
        case Nearness::fits: return "fits";
        case Nearness::near: return "near";
        case Nearness::does_not_fit: return "does not fit";
    }
    return "";
}

std::string us_sentence(const StudyResults& results) {
    if (results.fit_figures.empty()) return "";
    std::vector<std::string> off;
    for (const FitFigure& figure : results.fit_figures)
        if (is_off(figure)) off.push_back("“" + std::string(said_as(figure.name).label) + "”");
    const std::size_t all = results.fit_figures.size();
    if (off.empty())
        return "All " + std::to_string(all) + " figures that the model was fitted to come out, or nearly.";
    return "Of " + std::to_string(all) + " figures that the model was fitted to, " +
           std::to_string(all - off.size()) + " come out, or nearly. Not: " + listed(off) + ".";
}

std::string cannot_be_fitted(const StudyResults& results) {
    const auto off = static_cast<std::size_t>(
        std::count_if(results.fit_figures.begin(), results.fit_figures.end(), is_off));
    const bool stock_is_off = std::ranges::any_of(figures, [&](const UsFigure& said) {
        const FitFigure* const figure = find(results, said.name);
        return said.is_stock && figure != nullptr && is_off(*figure);
    });
    if (!stock_is_off && 4 * off <= results.fit_figures.size()) return "";
    const FitFigure& worst = farthest(results);
    const UsFigure said = said_as(worst.name);
    return "The model cannot be fitted to " + results.authority + ": for “" + std::string(said.label) + "” " +
           number_words(worst.published, said.decimals) +
           (is_of_a_file(worst) ? " is given" : " is published") +
           ", and beside its other figures the model gives " + number_words(worst.mean, said.decimals) +
           ". What is said here rests on a model that is not this service.";
}

std::string contradictions_text(const std::vector<std::string>& sentences, std::size_t width) {
    if (sentences.empty()) return "";
    std::string text = paragraph(std::string(contradictions_heading) + ":", width);
    for (const std::string& sentence : sentences) text += paragraph("- " + sentence, width, 2);
    return text + "\n";
}

std::string us_note(const StudyResults& results) {
    const std::string whose =
        has_own_figures(results)
            ? "“own” for a figure of your file or one that follows from it, and otherwise whose figure "
              "stands in or the year of a published one"
            : "the year of a published figure";
    return "In brackets: " + whose +
           ", and the range that holds the middle 80% of the fitted sets of settings." +
           (some_last(us_lines(results)) ? " A year's rate is partly chance. What lasts of it is drawn from "
                                           "three years and towards England's, "
                                           "because next year's usually is; the model is fitted to that."
                                         : "");
}

std::string us_text(const StudyResults& results, std::size_t width, Colours colours) {
    const std::vector<UsLine> lines = us_lines(results);
    if (lines.empty()) return "";
    const bool has_lasting = some_last(lines);
    std::vector<std::string> headers{"", std::string(figures_heading(results)), "the model", ""};
    if (has_lasting) headers.insert(headers.begin() + 2, "what lasts");
    TextTable table(std::move(headers), 12);
    for (const UsLine& line : lines) {
        const bool is_far = line.nearness == Nearness::does_not_fit;
        std::vector<std::string> cells{
            line.label, line.published, line.model,
            inked(mark_of(line.nearness), is_far ? Ink::bad : Ink::plain, colours)};
        if (has_lasting) cells.insert(cells.begin() + 2, line.lasting);
        table.add_row(std::move(cells));
    }
    return table.text(width) + paragraph(us_sentence(results) + " " + us_note(results), width);
}

}  // namespace headroom
