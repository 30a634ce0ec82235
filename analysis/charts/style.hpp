// Colours and dashes: dark enough to read as text on white, told apart without colour by dash and by label.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace headroom {

// How one line of a chart is drawn.
struct LineStyle {
    std::string_view colour;
    std::string_view dashes;
};

// Repeats after six. Each colour has a contrast of at least 4.5 to white (WCAG 2.2, 1.4.3).
LineStyle line_style(std::size_t number);

// The three shortfalls, always in the same colours: waiting, stretched, turned away.
std::string_view shortfall_colour(std::size_t number);

// The parts of any other whole, from pale need to dark: white text can be read on each. Repeats after five.
std::string_view part_colour(std::size_t number);

// "A", "B" .. "Z", "A2": what an alternative is called where its name has no room.
std::string letter_of(std::size_t number);

// `fill="#0b5a8a"`.
std::string fill_of(std::string_view colour);

// A chart is drawn as wide as a telephone shows it at full size, and stands beside others where there is
// room.
constexpr double panel_width = 340;
// Of one line of text; no text is smaller than 12.5, which a page 360 wide still shows at more than 12.
constexpr double text_height = 15;
// Letters of text that surely fit into one unit of width, for an ordinary mixture of letters.
constexpr double letters_per_unit = 0.145;

constexpr std::string_view faint_line = "stroke=\"#d5d5d5\" stroke-width=\"1\"";
constexpr std::string_view axis_line = "stroke=\"#555555\" stroke-width=\"1\"";
constexpr std::string_view small_text = "font-size=\"12.5\" fill=\"#555555\"";

}  // namespace headroom
