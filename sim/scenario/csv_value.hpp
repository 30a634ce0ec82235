// What a cell of a CSV file says, as spreadsheets, statistics programs and people write numbers and yes or
// no.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "sim/scenario/shape.hpp"

namespace headroom {

// The value of a cell, a word at its place in the list of words. Without one, what was found and what to do.
struct CellValue {
    std::optional<double> value;
    std::string found = {};
    std::string advice = {};
};

// `separator` is that of the file: where it is a semicolon, numbers have a decimal comma.
CellValue value_in_cell(const std::string& cell, const Shape& shape, char separator);

// Whether publishers write it where a number is suppressed or not known: c, x, :, .., z, low, NA, nothing.
bool is_suppressed(std::string_view cell);

}  // namespace headroom
