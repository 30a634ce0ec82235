// What is counted: one table of measures with name, unit, kind and definition.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace headroom {

// How a measure is kept: a value a month, a ratio of two monthly ones, one value a run, or a histogram.
enum class MeasureKind : std::uint8_t { monthly, ratio, whole, histogram };

// How a monthly value comes about within its month, and so how months add up to a run.
enum class Within : std::uint8_t { sum, mean, peak, last };

// Which way is better for children or workers.
enum class Better : std::uint8_t { lower, higher, neither };

enum class Measure : std::uint16_t {
#define MONTHLY(name, unit, within, better, definition) name,
#define RATIO(name, unit, numerator, denominator, factor, better, definition) name,
#define WHOLE(name, unit, better, definition) name,
#define HISTOGRAM(name, unit, bins, width, definition) name##_histogram,
#include "sim/measures/measures.inc"
#undef MONTHLY
#undef RATIO
#undef WHOLE
#undef HISTOGRAM
    count
};
constexpr int measure_count = static_cast<int>(Measure::count);

// How many values a histogram has, and its last one, which takes what lies beyond; of what is no histogram 0.
constexpr int bins_of(Measure measure) {
    constexpr int bins[] = {
#define MONTHLY(name, unit, within, better, definition) 0,
#define RATIO(name, unit, numerator, denominator, factor, better, definition) 0,
#define WHOLE(name, unit, better, definition) 0,
#define HISTOGRAM(name, unit, count, width, definition) count,
#include "sim/measures/measures.inc"
#undef MONTHLY
#undef RATIO
#undef WHOLE
#undef HISTOGRAM
    };
    return bins[static_cast<int>(measure)];
}
constexpr int last_bin(Measure histogram) {
    return bins_of(histogram) - 1;
}

// One row of the table. A histogram's name ends in "_histogram"; `numerator`, `denominator` and `factor` are
// a ratio's.
struct MeasureRow {
    Measure measure;
    std::string_view name;
    std::string_view unit;
    MeasureKind kind;
    Within within;
    Better better;
    Measure numerator, denominator;
    double factor;
    int bins;
    double bin_width;
    std::string_view definition;
};

std::span<const MeasureRow> measure_rows();
inline const MeasureRow& row_of(Measure measure) {
    return measure_rows()[static_cast<std::size_t>(measure)];
}

// The row of a name, or nullptr.
const MeasureRow* find_measure(std::string_view name);

// The netCDF cell method of a monthly row: "month: sum", "month: mean", "month: maximum" or "month: point".
std::string_view cell_method(const MeasureRow& row);

}  // namespace headroom
