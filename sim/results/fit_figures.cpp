#include "sim/results/fit_figures.hpp"

#include <array>
#include <charconv>

#include "sim/text/small_words.hpp"

namespace headroom {

namespace {

constexpr std::string_view heading =
    "figure\tpublished\tyear\twhose\theld_to\tfitted\tlow\thigh\ttolerances_off";
constexpr std::size_t columns = 9;

std::string cell(double number) {
    std::array<char, 40> text{};
    const auto written = std::to_chars(text.data(), text.data() + text.size(), number);
    return "\t" + std::string(text.data(), written.ptr);
}

template <class Number = double>
Number number_in_cell(const std::string& text) {
    Number number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

}  // namespace

std::string text_of_figures(const std::vector<FitFigure>& figures) {
    if (figures.empty()) return "";
    std::string text(heading);
    for (const FitFigure& figure : figures) {
        text += "\n" + figure.name + cell(figure.published) + cell(figure.year) + "\t" + figure.whose;
        for (const double number :
             {figure.held_to, figure.mean, figure.low, figure.high, figure.tolerances_off})
            text += cell(number);
    }
    return text;
}

std::vector<FitFigure> figures_in(const std::string& text) {
    std::vector<FitFigure> figures;
    for (const std::string& line : parts_of(text, '\n')) {
        if (line == heading) continue;
        const std::vector<std::string> cells = parts_of(line, '\t');
        if (cells.size() != columns) return {};
        const auto number = [&](std::size_t column) { return number_in_cell(cells[column]); };
        figures.push_back({cells[0], number(1), number_in_cell<int>(cells[2]), cells[3], number(4), number(5),
                           number(6), number(7), number(8)});
    }
    return figures;
}

}  // namespace headroom
