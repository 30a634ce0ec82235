// What a cell of a CSV file says, as spreadsheets, statistics programs and people write numbers and yes or
// no.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "sim/text/shape.hpp"

namespace headroom {

// The value of a cell, a word at its place in the list of words. Without one, what was found and what to do.
struct CellValue {
    std::optional<double> value;
    std::string found = {};
    std::string advice = {};
};

// `separator` is that of the file: where it is a semicolon, numbers have a decimal comma.
CellValue value_in_cell(const std::string& cell, const Shape& shape, char separator);

// A number that may be written with a mark for thousands or for decimals, such as 1,234: thousands where the
// shape allows so many, otherwise decimals; nothing where it is no such number or neither is allowed.
struct TwoWayNumber {
    double value;
    bool is_of_thousands;
    bool may_be_decimals;  // which the shape would allow as well
};

std::optional<TwoWayNumber> two_way_number_in(const std::string& cell, const Shape& shape, char separator);

// Whether it settles that the writer's decimals have a point: 21.4 does.
bool has_decimal_point(std::string_view cell);

// Whether publishers write it where a number is suppressed or not known: c, x, :, .., z, low, NA, nothing.
bool is_suppressed(std::string_view cell);

}  // namespace headroom
