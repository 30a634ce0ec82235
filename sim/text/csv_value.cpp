#include "sim/text/csv_value.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "sim/text/csv_rows.hpp"
#include "sim/text/fault.hpp"
#include "sim/text/small_words.hpp"

namespace headroom {

namespace {

constexpr std::string_view suppressed_marks[] = {"",
                                                 "c",
                                                 "x",
                                                 "z",
                                                 "k",
                                                 "u",
                                                 "s",
                                                 "*",
                                                 ":",
                                                 ".",
                                                 "..",
                                                 "...",
                                                 "-",
                                                 "--",
                                                 "~",
                                                 "low",
                                                 "na",
                                                 "n/a",
                                                 "#n/a",
                                                 "<na>",
                                                 "nan",
                                                 "null",
                                                 "nil",
                                                 "none",
                                                 "not available",
                                                 "supp",
                                                 "suppressed",
                                                 "confidential",
                                                 "missing",
                                                 "?",
                                                 "\xE2\x80\x93",
                                                 "\xE2\x80\x94",
                                                 "\xE2\x80\xA6"};
constexpr std::string_view yes_words[] = {"true", "yes", "t", "y"};
constexpr std::string_view no_words[] = {"false", "no", "f", "n"};

template <class Words>
bool is_among(const Words& words, std::string_view text) {
    return std::find(std::begin(words), std::end(words), text) != std::end(words);
}

void replace_all(std::string& text, std::string_view what, std::string_view by) {
    for (std::size_t at = 0; (at = text.find(what, at)) != text.npos; at += by.size())
        text.replace(at, what.size(), by);
}

bool is_digits(std::string_view text) {
    return !text.empty() &&
           std::all_of(text.begin(), text.end(), [](char letter) { return letter >= '0' && letter <= '9'; });
}

// How many groups of three digits follow the first one to three ("147,954": 1; "0,954": 0, for no thousands
// begin with 0); 0 where the text is not made that way.
int groups_of_thousands(std::string_view text, char mark) {
    std::size_t at = text.find(mark);
    const std::string_view first = text.substr(0, at);
    if (at == text.npos || first.size() > 3 || !is_digits(first) || first.starts_with('0')) return 0;
    int groups = 0;
    for (; at < text.size(); at += 4, ++groups) {
        if (text[at] != mark || !is_digits(text.substr(at + 1, 3)) || text.substr(at + 1, 3).size() < 3)
            return 0;
    }
    return groups;
}

std::optional<double> plain_number(std::string_view text) {
    double number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool is_whole_text = read.ec == std::errc{} && read.ptr == text.data() + text.size();
    return is_whole_text && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

// A number as it is written in one country.
struct Marks {
    char decimal, thousands;
};

constexpr Marks marks_of(char separator) {
    return separator == ';' ? Marks{',', '.'} : Marks{'.', ','};
}

// Where the decimal mark is a comma, "1,250" may be a thousand too many as well as a thousand too few, and
// "1.250" likewise.
bool is_ambiguous(std::string_view text, char separator) {
    return separator == ';' && (groups_of_thousands(text, ',') == 1 || groups_of_thousands(text, '.') == 1);
}

std::optional<double> number_with(std::string text, Marks marks) {
    const std::size_t decimal = std::min(text.find(marks.decimal), text.size());
    std::string whole = text.substr(0, decimal);
    if (groups_of_thousands(whole, marks.thousands) > 0) replace_all(whole, {&marks.thousands, 1}, "");
    text = whole + (decimal < text.size() ? "." + text.substr(decimal + 1) : "");
    return plain_number(text);
}

// Without what people put around a number: a plus, a real minus sign, a percent or pound sign where the unit
// has it.
std::string bare_number(std::string text, const Shape& shape) {
    replace_all(text, "\xE2\x88\x92", "-");
    for (const std::string_view space : {"\xC2\xA0", "\xE2\x80\xAF"}) replace_all(text, space, " ");
    const bool is_percent = shape.unit.find("percent") != std::string::npos || shape.unit.ends_with("%");
    if (is_percent && text.ends_with('%')) text.pop_back();
    constexpr std::string_view pound = "\xC2\xA3";
    if (shape.unit.starts_with("pounds") && text.starts_with(pound)) text.erase(0, pound.size());
    while (text.ends_with(' ')) text.pop_back();
    if (groups_of_thousands(text, ' ') > 0) replace_all(text, " ", "");
    if (text.starts_with('+')) text.erase(0, 1);
    return text;
}

// "21,4" in a file that has no comma between its cells, or in quotes: no thousands are written so.
bool is_decimal_comma(std::string_view text) {
    const std::size_t comma = text.find(',');
    if (comma == text.npos || text.find_first_of(".,", comma + 1) != text.npos) return false;
    const std::string_view whole = text.substr(0, comma), decimals = text.substr(comma + 1);
    return is_digits(whole) && is_digits(decimals) && (decimals.size() < 3 || whole == "0");
}

std::optional<double> number_in_cell(const std::string& cell, const Shape& shape, char separator) {
    std::string text = bare_number(cell, shape);
    const bool is_negative = text.starts_with('-');
    if (is_negative) text.erase(0, 1);
    const bool is_twice_negative = is_negative && text.starts_with('-');
    if (is_twice_negative || is_ambiguous(text, separator)) return std::nullopt;
    std::optional<double> number = number_with(text, marks_of(separator));
    // With semicolons too a program may write a decimal point.
    if (!number && text.find(',') == text.npos) number = plain_number(text);
    if (!number && is_decimal_comma(text)) number = number_with(text, marks_of(';'));
    if (number && is_negative) *number = -*number;
    return number;
}

std::optional<double> word_in_cell(const std::string& small, const Shape& shape) {
    const auto found = std::find_if(shape.words.begin(), shape.words.end(),
                                    [&](const std::string& word) { return in_small_letters(word) == small; });
    if (found == shape.words.end()) return std::nullopt;
    return static_cast<double>(found - shape.words.begin());
}

std::string advice_on(const std::string& cell, const Shape& shape, char separator) {
    if (is_suppressed(cell)) return "If this value is suppressed or unknown, leave the line out.";
    std::string bare = bare_number(cell, shape);
    if (bare.starts_with('-')) bare.erase(0, 1);
    if (is_ambiguous(bare, separator))
        return "Write it without a mark for thousands, or with all its decimals.";
    if (separator != ';' && number_with(bare, marks_of(';'))) return "Write a point for the decimals.";
    return plain_number(bare.substr(0, bare.find_first_not_of("0123456789.,")))
               ? "Write the number alone, without a unit or a remark."
               : "";
}

// The only mark of a number of two groups of digits; nothing where it has none or more.
std::optional<char> mark_of_two_ways(std::string_view text) {
    for (const char mark : {',', '.'})
        if (groups_of_thousands(text, mark) == 1) return mark;
    return std::nullopt;
}

}  // namespace

std::optional<TwoWayNumber> two_way_number_in(const std::string& cell, const Shape& shape, char separator) {
    const std::string text = bare_number(cell, shape);
    const std::optional<char> mark = mark_of_two_ways(text);
    // Between commas a point is a point.
    if (!mark || (*mark == '.' && separator != ';')) return std::nullopt;
    const char other = *mark == ',' ? '.' : ',';
    const auto thousands = number_with(text, {other, *mark}), decimals = number_with(text, {*mark, other});
    const bool is_many = thousands && allows(shape, *thousands);
    const bool is_few = decimals && allows(shape, *decimals);
    if (!is_many && !is_few) return std::nullopt;
    return TwoWayNumber{is_many ? *thousands : *decimals, is_many, is_few};
}

bool has_decimal_point(std::string_view cell) {
    const std::size_t point = cell.find('.');
    return point != cell.npos && point + 1 < cell.size() && is_digits(cell.substr(point + 1, 1));
}

bool is_suppressed(std::string_view cell) {
    return is_among(suppressed_marks, in_small_letters(cell));
}

CellValue value_in_cell(const std::string& cell, const Shape& shape, char separator) {
    const std::string small = in_small_letters(cell);
    if (shape.sort == Shape::Sort::word) {
        if (const auto place = word_in_cell(small, shape)) return {place};
    } else {
        const bool is_yes_no = shape.sort == Shape::Sort::yes_no;
        if (is_yes_no && is_among(yes_words, small)) return {1};
        if (is_yes_no && is_among(no_words, small)) return {0};
        const std::optional<double> number = number_in_cell(cell, shape, separator);
        if (number && allows(shape, *number)) return {number};
        if (number) return {std::nullopt, number_text(*number)};
    }
    return {std::nullopt, cell.empty() ? "empty" : in_quotes(cell), advice_on(cell, shape, separator)};
}

}  // namespace headroom
