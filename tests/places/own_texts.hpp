// Files of one's own figures, as several tests write them.
#pragma once

#include <cstdio>
#include <string>
#include <vector>

#include "sim/places/own_figures.hpp"

namespace headroom {

inline std::vector<Figure> every_figure() {
    std::vector<Figure> all;
    for (std::size_t i = 0; i < figure_count; ++i) all.push_back(static_cast<Figure>(i));
    return all;
}

// Shortest with all its digits.
inline std::string in_digits(double number) {
    char text[40];
    std::snprintf(text, sizeof text, "%.10g", number);
    return text;
}

// What is wrong with a file of such a text, about no named authority.
inline std::string faults_of_figures(const std::string& text) {
    return sentences_of(read_own_figures("ours.csv", text).faults);
}

}  // namespace headroom
