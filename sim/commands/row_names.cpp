#include "sim/commands/row_names.hpp"

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

}  // namespace headroom
