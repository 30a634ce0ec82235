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

// `fill="#0b5a8a"`.
std::string fill_of(std::string_view colour);

constexpr std::string_view faint_line = "stroke=\"#d5d5d5\" stroke-width=\"1\"";
constexpr std::string_view axis_line = "stroke=\"#555555\" stroke-width=\"1\"";
constexpr std::string_view small_text = "font-size=\"11\" fill=\"#555555\"";

}  // namespace headroom
