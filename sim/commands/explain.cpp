#include "sim/commands/explain.hpp"

#include <iostream>

#include "sim/commands/messages.hpp"
#include "sim/scenario/nearest.hpp"
#include "sim/scenario/reference_text.hpp"

namespace headroom {

ExitCode explain(const std::string& key) {
    if (key.empty()) {
        std::cout << reference_list();
        return exit_done;
    }
    const std::vector<const Entry*> entries = entries_of(key);
    for (const Entry* entry : entries) {
        std::cout << (entry == entries.front() ? "" : "\n") << explained(*entry);
    }
    if (!entries.empty()) return exit_done;
    const std::string near = did_you_mean(key, all_keys());
    say(in_quotes(key) + " is no key, setting, shock or measure. " +
        (near.empty() ? "`headroom explain` lists them all." : near));
    return exit_input_wrong;
}

ExitCode explain_as_page() {
    std::cout << reference_page();
    return exit_done;
}

}  // namespace headroom
