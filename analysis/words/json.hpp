// JSON for programs, written piece by piece.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analysis/statistics/intervals.hpp"

namespace headroom {

// A text in double quotes; a number with every digit that tells it from its neighbours, "null" for none.
std::string json_quoted(std::string_view text);
std::string json_number(double value);

// An answer that people look at too has its outermost entries on lines of their own.
enum class JsonLayout { on_one_line, a_line_each };

// Writes `"key": value` pairs or values with commas between them; values are JSON already.
class Joined {
public:
    // '{' or '['.
    explicit Joined(char open, JsonLayout layout = JsonLayout::on_one_line)
        : text_(1, open), layout_(layout) {}
    Joined& add(const std::string& value);
    Joined& add(std::string_view key, const std::string& value);
    Joined& add(std::string_view key, double value) { return add(key, json_number(value)); }
    std::string closed() const;

private:
    std::string text_;
    JsonLayout layout_;
};

// "[low, high]".
std::string json_of(const Interval& interval);

// A list of texts.
std::string json_of_texts(const std::vector<std::string>& texts);

}  // namespace headroom
