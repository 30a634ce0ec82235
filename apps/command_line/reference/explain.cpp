#include "apps/command_line/reference/explain.hpp"

#include <iostream>

#include "analysis/report/row_names.hpp"
#include "apps/command_line/terminal/messages.hpp"
#include "sim/scenario/reference.hpp"
#include "sim/scenario/reference_text.hpp"
#include "sim/text/nearest.hpp"
#include "sim/text/small_words.hpp"

namespace headroom {

namespace {

std::vector<std::string> all_names() {
    std::vector<std::string> names = all_keys();
    for (std::string& name : number_names()) names.push_back(std::move(name));
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

std::string what_it_is(const NamedNumber& number) {
    const std::string words = in_quotes(number.label) + " in the " + number.where;
    if (number.out_of == Measure::count) return words + " is the measure\n";
    const std::string factor = number.factor == 1 ? "" : number_text(number.factor) + " times ";
    return words + " is " + factor + "the first of these measures, divided by the second\n";
}

std::vector<const Entry*> entries_of(const NamedNumber& number) {
    std::vector<const Entry*> entries = headroom::entries_of(row_of(number.measure).name);
    if (number.out_of == Measure::count) return entries;
    for (const Entry* entry : headroom::entries_of(row_of(number.out_of).name)) entries.push_back(entry);
    return entries;
}

}  // namespace

ExitCode explain(const std::string& key) {
    if (key.empty()) {
        std::cout << reference_list();
        return exit_done;
    }
    std::optional<NamedNumber> number = number_called(key);
    // "agency" is the lever before it is the report's word for a share.
    if (number && number->where == "report" && !headroom::entries_of(key).empty()) number.reset();
    if (number) std::cout << what_it_is(*number);
    const std::vector<const Entry*> entries = number ? entries_of(*number) : headroom::entries_of(key);
    for (const Entry* entry : entries) {
        std::cout << (entry == entries.front() ? "" : "\n") << explained(*entry) << below(*entry);
    }
    if (!entries.empty()) return exit_done;
    if (key.ends_with(".h5")) {
        say("Which number of " + in_quotes(key) + "? headroom explain " + shell_word(key) +
            " --why children_unallocated tells where that one comes from in its worst month, and --month in "
            "any "
            "other.");
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
