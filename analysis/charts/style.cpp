#include "analysis/charts/style.hpp"

namespace headroom {

LineStyle line_style(std::size_t number) {
    constexpr LineStyle styles[] = {{"#3d3d3d", "none"}, {"#0b5a8a", "8 3"},      {"#b34700", "none"},
                                    {"#00704f", "3 3"},  {"#8a3a78", "10 3 3 3"}, {"#6b5500", "5 2"}};
    return styles[number % 6];
}

std::string_view shortfall_colour(std::size_t number) {
    constexpr std::string_view colours[] = {"#b34700", "#0b5a8a", "#8a3a78"};
    return colours[number % 3];
}

std::string_view part_colour(std::size_t number) {
    constexpr std::string_view colours[] = {"#4f7d2a", "#0b5a8a", "#8a3a78", "#a33b00", "#3d3d3d"};
    return colours[number % 5];
}

std::string letter_of(std::size_t number) {
    std::string letter(1, static_cast<char>('A' + number % 26));
    return number < 26 ? letter : letter + std::to_string(number / 26 + 1);
}

std::string fill_of(std::string_view colour) {
    return "fill=\"" + std::string(colour) + "\"";
}

}  // namespace headroom
