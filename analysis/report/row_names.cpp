#include "analysis/report/row_names.hpp"

#include "analysis/report/groups.hpp"
#include "analysis/statistics/measure_names.hpp"
#include "sim/text/small_words.hpp"

namespace headroom {

namespace {

// "visits on time, %" is "visits on time", "strain (1 just fits)" is "strain".
std::string without_unit(std::string_view label) {
    const std::string_view name = label.substr(0, label.find_first_of(",("));
    return in_small_letters(name.substr(0, name.find_last_not_of(' ') + 1));
}

// The report lets narrow headings break at soft hyphens, which come along when they are copied.
std::string without_soft_hyphens(std::string_view text) {
    constexpr std::string_view soft_hyphen = "\u00ad";
    std::string words(text);
    for (std::size_t at = words.find(soft_hyphen); at != words.npos; at = words.find(soft_hyphen))
        words.erase(at, soft_hyphen.size());
    return words;
}

// Where the report says the same in other words than the answer.
void add_names_in_report(const MeasureNames& names, std::vector<NamedNumber>& all) {
    std::string before = in_small_letters(names.row);
    for (const std::string_view name : {names.column, names.picture, names.also}) {
        const std::string words = in_small_letters(without_soft_hyphens(name));
        if (!name.empty() && words != before) all.push_back({std::string(name), "report", names.measure});
        if (!name.empty()) before = words;
    }
}

std::vector<NamedNumber> all_numbers() {
    std::vector<NamedNumber> all;
    for (const Headline& row : headlines()) all.push_back({std::string(row.label()), "answer", row.measure});
    for (const MeasureNames& names : measure_names()) add_names_in_report(names, all);
    for (const Affected& group : all_affected())
        all.push_back({std::string(group.who), "report", group.counted, group.out_of, group.factor});
    return all;
}

}  // namespace

const Headline* row_called(const std::string& words) {
    const std::string asked = in_small_letters(words);
    for (const Headline& row : headlines()) {
        if (asked == in_small_letters(row.label()) || asked == without_unit(row.label())) return &row;
    }
    return nullptr;
}

std::vector<std::string> row_names() {
    std::vector<std::string> names;
    for (const Headline& row : headlines()) names.push_back(without_unit(row.label()));
    return names;
}

std::optional<NamedNumber> number_called(const std::string& words) {
    const std::string asked = in_small_letters(without_soft_hyphens(words));
    for (const NamedNumber& number : all_numbers()) {
        if (asked == in_small_letters(number.label) || asked == without_unit(number.label)) return number;
    }
    return std::nullopt;
}

std::vector<std::string> number_names() {
    std::vector<std::string> names;
    for (const NamedNumber& number : all_numbers()) names.push_back(without_unit(number.label));
    return names;
}

}  // namespace headroom
