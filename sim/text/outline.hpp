// Where each value of a JSON text stands, and what a parser would not tell: repeated keys, numbers beyond
// numbers, brackets too deep. Reads broken texts too, without recursion.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace headroom {

// The way to a value: "/alternatives/1/name", list places counted from 0; "" is the whole text.
using ValuePath = std::string;

ValuePath step_into(const ValuePath& path, std::string_view key);
ValuePath step_into(const ValuePath& path, std::size_t place);

// The path as a message shows it, list places counted from 1: "alternatives[2].name".
std::string shown(const ValuePath& path);

// A key given twice in the same brackets; the last one would silently win.
struct RepeatedKey {
    ValuePath path;
    int first_line;
    int line;
};

// A token that is no finite number: NaN, Infinity, 1e999.
struct EndlessNumber {
    ValuePath path;
    int line;
    std::size_t offset, length;
};

// A bracket still open where the text ends.
struct OpenBracket {
    char bracket;
    int line;
};

// What one pass over a text finds.
struct Outline {
    std::unordered_map<ValuePath, int> lines;
    std::vector<RepeatedKey> repeated;
    std::vector<EndlessNumber> endless;
    std::vector<OpenBracket> open;
    bool is_blank = true;       // nothing but spaces and comments
    int too_deep_line = 0;      // where brackets pass most_depth; 0: nowhere
    bool has_too_many = false;  // more than most_values

    // The line of the value, or of the nearest value around it that has one.
    int line_of(ValuePath path) const;
};

constexpr int most_depth = 64;
constexpr std::size_t most_values = 50000;

Outline outline_of(std::string_view text);

}  // namespace headroom
