#include "analysis/statistics/number_words.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

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

Date first_of(Date start, int month) {
    const int from_january = start.month - 1 + month;
    return {start.year + from_january / 12, from_january % 12 + 1, 1};
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
    const Date first = first_of(start, month);
    return std::string(name_of_month(first)) + " " + std::to_string(first.year);
}

std::string short_month_words(Date start, int month) {
    const Date first = first_of(start, month);
    return std::string(name_of_month(first).substr(0, 3)) + " " + std::to_string(first.year);
}

std::string months_words(Date start, int first, int last) {
    const std::string from = short_month_words(start, first), to = short_month_words(start, last);
    if (first == last) return from;
    const bool same_year = from.substr(4) == to.substr(4);
    return (same_year ? from.substr(0, 3) : from) + " to " + to;
}

std::string date_words(Date date) {
    return std::to_string(date.day) + " " + std::string(name_of_month(date)) + " " +
           std::to_string(date.year);
}

std::string quoted_name(std::string_view name) {
    return "\u201c" + std::string(name) + "\u201d";
}

std::string listed(const std::vector<std::string>& items) {
    std::string text;
    for (std::size_t i = 0; i < items.size(); ++i)
        text += (i == 0 ? "" : i + 1 == items.size() ? " and " : ", ") + items[i];
    return text;
}

}  // namespace headroom
