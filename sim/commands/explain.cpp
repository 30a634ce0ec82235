#include "sim/commands/explain.hpp"

#include <iostream>

#include "sim/commands/messages.hpp"
#include "sim/commands/row_names.hpp"
#include "sim/scenario/nearest.hpp"
#include "sim/scenario/reference_text.hpp"

namespace headroom {

namespace {

std::vector<std::string> all_names() {
    std::vector<std::string> names = all_keys();
    for (std::string& name : row_names()) names.push_back(std::move(name));
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
    if (key.ends_with(".h5")) {
        say("Which number of " + in_quotes(key) + "? headroom explain " + shell_word(key) +
            " --why children_unallocated --month 12 tells where that month's comes from.");
        return exit_input_wrong;
    }
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
