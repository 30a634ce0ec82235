#include "analysis/statistics/csv.hpp"

#include <array>
#include <charconv>
#include <cmath>

namespace headroom {

Csv::Csv(const std::vector<std::string_view>& headers) {
    for (const std::string_view header : headers) cell(header);
    end_line();
}

Csv& Csv::cell(std::string_view text) {
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
    if (!std::isfinite(number)) return cell(std::string_view{});
    std::array<char, 32> letters;
    const auto end = std::to_chars(letters.data(), letters.data() + letters.size(), number).ptr;
    return cell(std::string_view(letters.data(), static_cast<std::size_t>(end - letters.data())));
}

void Csv::end_line() {
    text_ += '\n';
    is_at_start_ = true;
}

}  // namespace headroom
