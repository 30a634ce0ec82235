#include "analysis/report/row_names.hpp"

#include "analysis/report/groups.hpp"

namespace headroom {

namespace {

std::string lower(std::string_view text) {
    std::string result(text);
    for (char& c : result) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return result;
}

// "visits on time, %" is "visits on time", "strain (1 just fits)" is "strain".
std::string without_unit(std::string_view label) {
    const std::string_view name = label.substr(0, label.find_first_of(",("));
    return lower(name.substr(0, name.find_last_not_of(' ') + 1));
}

struct Label {
    std::string_view words;
    Measure measure;
};

// On the report's first pages, where it says the same in other words than the answer.
constexpr Label report_labels[] = {
    {"All three", Measure::unmet_per_100},
    {"Unmet hours of every 100 planned", Measure::unmet_per_100},
    {"Need unmet", Measure::unmet_per_100},
    {"Children without a worker", Measure::children_unallocated},
    {"Vacant posts", Measure::vacancy_percent},
    {"Agency, %", Measure::agency_percent},
    {"Staff cost, \u00a3 million", Measure::cost},
    {"Cost of staff", Measure::cost},
};

std::vector<NamedNumber> all_numbers() {
    std::vector<NamedNumber> all;
    for (const Headline& row : headlines()) all.push_back({std::string(row.label), "answer", row.measure});
    for (const Label& label : report_labels)
        all.push_back({std::string(label.words), "report", label.measure});
    for (const Affected& group : all_affected())
        all.push_back({std::string(group.who), "report", group.counted, group.out_of, group.factor});
    return all;
}

}  // namespace

const Headline* row_called(const std::string& words) {
    const std::string asked = lower(words);
    for (const Headline& row : headlines()) {
        if (asked == lower(row.label) || asked == without_unit(row.label)) return &row;
    }
    return nullptr;
}

std::vector<std::string> row_names() {
    std::vector<std::string> names;
    for (const Headline& row : headlines()) names.push_back(without_unit(row.label));
    return names;
}

std::optional<NamedNumber> number_called(const std::string& words) {
    std::string asked = lower(words);
    // The report lets narrow headings break at soft hyphens, which come along when they are copied.
    constexpr std::string_view soft_hyphen = "\u00ad";
    for (std::size_t at = asked.find(soft_hyphen); at != asked.npos; at = asked.find(soft_hyphen))
        asked.erase(at, soft_hyphen.size());
    for (const NamedNumber& number : all_numbers()) {
        if (asked == lower(number.label) || asked == without_unit(number.label)) return number;
    }
    return std::nullopt;
}

std::vector<std::string> number_names() {
    std::vector<std::string> names;
    for (const NamedNumber& number : all_numbers()) names.push_back(without_unit(number.label));
    return names;
}

}  // namespace headroom
