// Everything a user can write or read of, as a list with its meaning: for `headroom explain` and the page of
// keys.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace headroom {

// One key of a question, setting, lever of a policy, kind of shock or measure. Empty parts have nothing to
// say.
struct Entry {
    std::string key;  // "hours_per_visit_looked_after", "caseload_limit.hard.children"
    std::string meaning;
    std::string unit = {};
    std::string normal = {};
    std::string range = {};     // "0 to 20", or the words it may be
    std::string evidence = {};  // how well a default is known
    std::string source = {};
    std::string example = {};  // as written in a question
    bool is_required = false;
};

// Entries that belong together, under a title with a line of introduction.
struct EntryGroup {
    std::string title;
    std::string introduction;
    std::vector<Entry> entries;
};

// All of them, in the order of a question; made from the same rows that the model, the reader and the results
// use.
const std::vector<EntryGroup>& reference();

// What a user means by a key: the entry itself, those below it ("caseload_limit"), or those whose last word
// it is
// ("children"). Empty for an unknown key.
std::vector<const Entry*> entries_of(std::string_view key);

// Every key, what stands before and what stands after its last dot.
std::vector<std::string> all_keys();

}  // namespace headroom
