#include "analysis/words/number_words.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "sim/engine/first_month.hpp"

namespace headroom {

namespace {

constexpr std::array<std::string_view, 12> month_names{"January",   "February", "March",    "April",
                                                       "May",       "June",     "July",     "August",
                                                       "September", "October",  "November", "December"};

std::string plain(double value, int decimals) {
    std::array<char, 400> letters;
    const auto end = std::to_chars(letters.data(), letters.data() + letters.size(), value,
                                   std::chars_format::fixed, decimals);
    return {letters.data(), end.ptr};
}

bool is_zero(const std::string& text) {
    return text.find_first_of("123456789") == std::string::npos;
}

std::string with_commas(std::string digits) {
    const std::size_t point = std::min(digits.find('.'), digits.size());
    for (std::size_t place = point; place > 3; place -= 3) digits.insert(place - 3, ",");
    return digits;
}

std::string_view name_of_month(Date date) {
    return month_names[static_cast<std::size_t>(date.month - 1)];
}

}  // namespace

std::string number_words(double value, int decimals) {
    if (!std::isfinite(value)) return "none";
    const std::string size = plain(std::abs(value), decimals);
    return (value < 0 && !is_zero(size) ? "-" : "") + with_commas(size);
}

std::string signed_words(double value, int decimals) {
    const std::string words = number_words(value, decimals);
    return value > 0 && !is_zero(words) ? "+" + words : words;
}

std::string plain_words(double value) {
    int decimals = 0;
    for (double size = std::abs(value); size > 0 && size < 100 && decimals < 6; size *= 10) ++decimals;
    std::string words = number_words(value, decimals);
    std::erase(words, ',');
    if (decimals == 0) return words;
    words.erase(words.find_last_not_of('0') + 1);
    if (words.ends_with('.')) words.pop_back();
    return words;
}

std::string percent_words(double share) {
    return std::isnan(share) ? "none" : number_words(100 * share, 0) + " %";
}

std::string share_words(const PairedDifference& difference, const Headline& row) {
    const std::string share = percent_words(difference.share_better);
    if (row_of(row.measure).better == Better::neither) return share + " higher";
    if (difference.futures < fewest_futures) return share;
    return share + " (" + number_words(100 * difference.share_within.low, 0) + "-" +
           number_words(100 * difference.share_within.high, 0) + ")";
}

std::string counted_futures(int futures) {
    return futures == 1 ? "1 future" : number_words(futures, 0) + " futures";
}

std::string cell_words(const OverFutures& measure, const Headline& row) {
    const auto words = [&row](double value) { return number_words(value * row.scale, row.decimals); };
    if (std::isnan(measure.low)) return words(measure.mean);
    return words(measure.mean) + " (" + words(measure.low) + "-" + words(measure.high) + ")";
}

std::string interval_words(const PairedDifference& difference, const Headline& row) {
    const Interval& joint = difference.joint;
    if (std::isnan(joint.low)) return "none";
    return signed_words(joint.low * row.scale, row.decimals) + " to " +
           signed_words(joint.high * row.scale, row.decimals);
}

std::string month_words(Date start, int month) {
    const Date last = end_of_month(start, month);
    if (month == 0 && first_month_of(start).is_part())
        return std::to_string(start.day) + (start == last ? "" : " to " + std::to_string(last.day)) + " " +
               std::string(name_of_month(last)) + " " + std::to_string(last.year);
    return std::string(name_of_month(last)) + " " + std::to_string(last.year);
}

std::string short_month_words(Date start, int month) {
    const Date last = end_of_month(start, month);
    return std::string(name_of_month(last).substr(0, 3)) + " " + std::to_string(last.year);
}

std::string months_words(Date start, int first, int last) {
    const bool from_middle = first == 0 && first_month_of(start).is_part();
    if (from_middle && first == last) return month_words(start, first);
    const std::string day = from_middle ? std::to_string(start.day) + " " : "";
    const std::string from = short_month_words(start, first), to = short_month_words(start, last);
    if (first == last) return from;
    const bool same_year = from.substr(4) == to.substr(4);
    return day + (same_year ? from.substr(0, 3) : from) + " to " + to;
}

std::string quarter_words(Date start, int quarter, int months) {
    return months_words(start, 3 * quarter, std::min(3 * quarter + 3, months) - 1);
}

std::string length_words(int months, Date start) {
    const std::string text =
        std::to_string(months) + (months == 1 ? " month from " : " months from ") + date_words(start);
    if (!first_month_of(start).is_part()) return text;
    return text + (months == 1 ? " (only to " : " (the first only to ") + date_words(end_of_month(start, 0)) +
           ")";
}

std::string date_words(Date date) {
    return std::to_string(date.day) + " " + std::string(name_of_month(date)) + " " +
           std::to_string(date.year);
}

std::string quoted_name(std::string_view name) {
    return "\u201c" + std::string(name) + "\u201d";
}

}  // namespace headroom
