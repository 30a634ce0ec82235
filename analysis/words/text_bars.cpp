#include "analysis/words/text_bars.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "analysis/statistics/measure_names.hpp"
#include "analysis/words/number_words.hpp"
#include "analysis/words/text_table.hpp"

namespace headroom {

namespace {

// One part of a bar: its measure, and the letter it is drawn with.
struct BarPart {
    Measure measure;
    std::string_view letter;
    Ink ink;
};

constexpr std::array<BarPart, 3> parts{{
    {Measure::unmet_per_100_waiting, "\u2592", Ink::waiting},
    {Measure::unmet_per_100_stretched, "\u2588", Ink::stretched},
    {Measure::unmet_per_100_turned_away, "\u2591", Ink::turned_away},
}};

constexpr std::size_t widest_name = 40, widest_bar = 50, number_width = 7;

double mean_of(const Comparison& comparison, std::size_t alternative, Measure measure) {
    const double mean =
        comparison.alternatives[alternative].measures[comparison.row_of_measure(measure)].mean;
    return std::isfinite(mean) ? mean : 0;
}

double sum_of(const Comparison& comparison, std::size_t alternative) {
    double sum = 0;
    for (const BarPart& part : parts) sum += mean_of(comparison, alternative, part.measure);
    return sum;
}

// Every part ends where the sum up to it does, so that bars of equal sums are equally long.
std::string bar(const Comparison& comparison, std::size_t alternative, double letters_per_unit,
                Colours colours) {
    std::string text;
    double sum = 0;
    long drawn = 0;
    for (const BarPart& part : parts) {
        sum += mean_of(comparison, alternative, part.measure);
        // Parts of a damaged file may be below nothing, and so the others above their sum.
        const long end =
            std::lround(std::clamp(sum * letters_per_unit, 0.0, static_cast<double>(widest_bar)));
        std::string piece;
        for (; drawn < end; ++drawn) piece += part.letter;
        text += inked(piece, part.ink, colours);
    }
    return text;
}

std::string key_line(Colours colours) {
    std::string key = "Need unmet, hours of every 100 planned:";
    for (const BarPart& part : parts)
        key += (part.ink == parts[0].ink ? " " : ", ") + inked(part.letter, part.ink, colours) + " " +
               std::string(called(part.measure).part);
    return key + "\n";
}

}  // namespace

std::string unmet_bars(const Comparison& comparison, std::size_t width, Colours colours) {
    double largest = 0;
    std::size_t name_width = 0;
    for (std::size_t i = 0; i < comparison.alternatives.size(); ++i) {
        largest = std::max(largest, sum_of(comparison, i));
        name_width = std::max(name_width, shown_width(comparison.alternatives[i].name));
    }
    if (largest <= 0) return "";
    name_width = std::min(name_width, widest_name);
    const std::size_t room = width - 2 - name_width - number_width - 1;
    const double letters_per_unit = static_cast<double>(std::min(room, widest_bar)) / largest;
    std::string text = key_line(colours);
    for (std::size_t i = 0; i < comparison.alternatives.size(); ++i) {
        const std::string name = shortened(comparison.alternatives[i].name, name_width);
        text += "  " + to_left(name, name_width) +
                to_right(number_words(sum_of(comparison, i), 1), number_width) + " " +
                bar(comparison, i, letters_per_unit, colours) + "\n";
    }
    return text;
}

}  // namespace headroom
