#include "sim/text/fault.hpp"

#include <algorithm>
#include <charconv>

#include "sim/engine/letters.hpp"
#include "sim/engine/whole_part.hpp"

namespace headroom {

namespace {

constexpr std::size_t longest_shown = 60;

bool is_middle_of_letter(char c) {
    return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

}  // namespace

std::string in_quotes(std::string_view text) {
    std::size_t end = std::min(text.size(), longest_shown);
    while (end < text.size() && end > 0 && is_middle_of_letter(text[end])) --end;
    std::string shown = "\"";
    for (const char c : with_unseen_replaced(text.substr(0, end), " "))
        shown += c == '\n' || c == '\t' ? ' ' : c;
    return shown + (end < text.size() ? "...\"" : "\"");
}

std::string number_text(double number) {
    constexpr double most_exact = 9007199254740992.0;
    char digits[64];
    const bool is_whole =
        number > -most_exact && number < most_exact && number == whole_part<long long>(number);
    const auto written = is_whole
                             ? std::to_chars(digits, digits + sizeof digits, whole_part<long long>(number))
                             : std::to_chars(digits, digits + sizeof digits, number);
    // Longer ones nobody writes: they are sums of binary steps, as 0.7000000000000001 is.
    constexpr int most_digits = 15;
    const auto count =
        std::count_if(digits, written.ptr, [](char digit) { return digit >= '0' && digit <= '9'; });
    if (is_whole || count <= most_digits) return {digits, written.ptr};
    const auto rounded =
        std::to_chars(digits, digits + sizeof digits, number, std::chars_format::general, most_digits);
    return {digits, rounded.ptr};
}

std::string sentence_of(const Fault& fault) {
    std::string place = fault.file;
    if (fault.line > 0) place += ", line " + std::to_string(fault.line);
    if (fault.column > 0) place += ", column " + std::to_string(fault.column);
    const std::string subject = fault.key.empty() ? " " : ": " + fault.key + " ";
    std::string sentence = place + subject + "is " + fault.found;
    sentence += fault.expected.empty() ? "." : ", but should be " + fault.expected + ".";
    if (!fault.nearest.empty()) sentence += " " + fault.nearest;
    return sentence;
}

std::string sentences_of(const std::vector<Fault>& faults) {
    std::string all;
    for (const Fault& fault : faults) all += sentence_of(fault) + "\n";
    return all;
}

}  // namespace headroom
