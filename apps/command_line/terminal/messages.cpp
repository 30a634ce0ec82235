#include "apps/command_line/terminal/messages.hpp"

#include <unistd.h>

#include <cstdlib>
#include <iostream>

#include "sim/engine/letters.hpp"

namespace headroom {

void say(std::string_view sentence) {
    // Names of files may hold what would steer a terminal.
    std::cerr << "headroom: " << with_unseen_replaced(sentence) << std::endl;
}

std::string sentence_on(const std::filesystem::filesystem_error& fault) {
    return "Could not read or write " + fault.path1().string() + ": " + fault.code().message() + ".";
}

void say_faults(const std::vector<Fault>& faults) {
    for (const Fault& fault : faults) say(sentence_of(fault));
}

bool obeys_escapes(int descriptor) {
    const char* const kind = std::getenv("TERM");
    return ::isatty(descriptor) && kind != nullptr && *kind != '\0' && std::string_view(kind) != "dumb";
}

std::ostream* terminal_for_progress() {
    return obeys_escapes(STDERR_FILENO) ? &std::cerr : nullptr;
}

}  // namespace headroom
