#include "analysis/words/json.hpp"

#include <array>
#include <charconv>
#include <cmath>

namespace headroom {

std::string json_quoted(std::string_view text) {
    constexpr std::string_view hexadecimal = "0123456789abcdef";
    std::string all = "\"";
    for (const char letter : text) {
        if (letter == '"' || letter == '\\')
            (all += '\\') += letter;
        else if (letter == '\n')
            all += "\\n";
        else if (static_cast<unsigned char>(letter) < 0x20)
            ((all += "\\u00") += hexadecimal[static_cast<std::size_t>(letter >> 4)]) +=
                hexadecimal[static_cast<std::size_t>(letter & 15)];
        else
            all += letter;
    }
    return all += '"';
}

std::string json_number(double value) {
    if (!std::isfinite(value)) return "null";
    std::array<char, 32> letters;
    return {letters.data(), std::to_chars(letters.data(), letters.data() + letters.size(), value).ptr};
}

Joined& Joined::add(const std::string& value) {
    const bool is_first = text_.size() == 1;
    if (layout_ == JsonLayout::a_line_each)
        text_ += is_first ? "\n  " : ",\n  ";
    else if (!is_first)
        text_ += ", ";
    text_ += value;
    return *this;
}

Joined& Joined::add(std::string_view key, const std::string& value) {
    return add(json_quoted(key) + ": " + value);
}

std::string Joined::closed() const {
    const bool ends_on_own_line = layout_ == JsonLayout::a_line_each && text_.size() > 1;
    return text_ + (ends_on_own_line ? "\n" : "") + (text_[0] == '{' ? "}" : "]");
}

std::string json_of(const Interval& interval) {
    return Joined('[').add(json_number(interval.low)).add(json_number(interval.high)).closed();
}

std::string json_of_texts(const std::vector<std::string>& texts) {
    Joined list('[');
    for (const std::string& text : texts) list.add(json_quoted(text));
    return list.closed();
}

}  // namespace headroom
