// The rows of a file of one's own figures, each by itself: which figure or setting, and its value.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/places/figures.hpp"
#include "sim/settings/setting.hpp"
#include "sim/text/fault.hpp"
#include "sim/text/shape.hpp"

namespace headroom {

// One row that could be read: a published figure, a setting, or both under one name.
struct OwnRow {
    std::string key;
    int line = 0;
    int column = 0;  // of the value, from 1
    const SettingRow* setting = nullptr;
    std::optional<Figure> figure;  // the row's own name, or what its setting is another word for
    double value = 0;
};

// The rows of a file with what is wrong with the others, and what may be read in two ways.
struct OwnRows {
    std::vector<OwnRow> rows;
    std::vector<std::string> read_as_thousands;  // "referrals "3,246" (line 3)"
    std::vector<Fault> faults;
};

// What such a file is, for a message that it is not there or says nothing.
inline constexpr std::string_view a_file_of_figures = "a CSV file of figure,value lines";

OwnRows read_own_rows(const std::string& file, std::string_view text);

}  // namespace headroom
