#include "analysis/words/csv.hpp"

#include <array>
#include <charconv>
#include <cmath>

namespace headroom {

Csv::Csv(const std::vector<std::string_view>& headers) {
    for (const std::string_view header : headers) cell(header);
    end_line();
}

namespace {

// What a spreadsheet would take for a formula and carry out (OWASP, CSV injection).
bool is_formula(std::string_view text) {
    constexpr std::string_view beginnings = "=+-@\t\r\n";
    return !text.empty() && beginnings.find(text.front()) != beginnings.npos;
}

}  // namespace

std::string no_formula(std::string_view text) {
    return (is_formula(text) ? "'" : "") + std::string(text);
}

Csv& Csv::cell(std::string_view text) {
    return raw_cell(no_formula(text));
}

Csv& Csv::raw_cell(std::string_view text) {
    if (!is_at_start_) text_ += ',';
    is_at_start_ = false;
    if (text.find_first_of(",\"\n\r") == text.npos) {
        text_ += text;
        return *this;
    }
    text_ += '"';
    for (const char letter : text) {
        if (letter == '"') text_ += '"';
        text_ += letter;
    }
    text_ += '"';
    return *this;
}

Csv& Csv::cell(double number) {
    if (!std::isfinite(number)) return raw_cell({});
    std::array<char, 32> letters;
    const auto end = std::to_chars(letters.data(), letters.data() + letters.size(), number).ptr;
    return raw_cell(std::string_view(letters.data(), static_cast<std::size_t>(end - letters.data())));
}

void Csv::end_line() {
    text_ += '\n';
    is_at_start_ = true;
}

}  // namespace headroom
