#include "sim/commands/explain.hpp"

#include <iostream>

#include "analysis/statistics/headlines.hpp"
#include "sim/commands/messages.hpp"
#include "sim/scenario/nearest.hpp"
#include "sim/scenario/reference_text.hpp"

namespace headroom {

namespace {

std::string lower(std::string_view text) {
    std::string result(text);
    for (char& c : result) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return result;
}

// A row of the answer without its unit: "visits on time, %" is "visits on time".
std::string row_name(std::string_view label) {
    return lower(label.substr(0, label.find_first_of(",(") == label.npos
                                     ? label.size()
                                     : label.find_last_not_of(' ', label.find_first_of(",(") - 1) + 1));
}

// The measure of a row of the answer, by the words that stand before the row; nullptr for none.
const Headline* row_called(const std::string& words) {
    for (const Headline& row : headlines()) {
        const std::string asked = lower(words);
        if (asked == lower(row.label) || asked == row_name(row.label)) return &row;
    }
    return nullptr;
}

std::vector<std::string> all_names() {
    std::vector<std::string> names = all_keys();
    for (const Headline& row : headlines()) names.push_back(row_name(row.label));
    return names;
}

// What stands below a key that has a meaning of its own: the kinds of shock below "shocks".
std::string below(const Entry& entry) {
    std::string keys;
    for (const EntryGroup& group : reference()) {
        for (const Entry& other : group.entries) {
            if (other.key.starts_with(entry.key + ".")) keys += (keys.empty() ? "" : ", ") + other.key;
        }
    }
    return keys.empty() ? "" : "  holds     " + keys + "\n";
}

}  // namespace

ExitCode explain(const std::string& key) {
    if (key.empty()) {
        std::cout << reference_list();
        return exit_done;
    }
    const Headline* row = row_called(key);
    if (row != nullptr) std::cout << "\"" << row->label << "\" in the answer is the measure\n";
    const std::vector<const Entry*> entries = entries_of(row != nullptr ? row_of(row->measure).name : key);
    for (const Entry* entry : entries) {
        std::cout << (entry == entries.front() ? "" : "\n") << explained(*entry) << below(*entry);
    }
    if (!entries.empty()) return exit_done;
    const std::string near = did_you_mean(key, all_names());
    say(in_quotes(key) + " is no key, setting, shock, measure or row of the answer. " +
        (near.empty() ? "`headroom explain` lists them all." : near));
    return exit_input_wrong;
}

ExitCode explain_as_page() {
    std::cout << reference_page();
    return exit_done;
}

}  // namespace headroom
