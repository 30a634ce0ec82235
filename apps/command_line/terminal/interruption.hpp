#pragma once

#include <atomic>

namespace headroom {

// From the first call on, Ctrl-C, a closed terminal and a request to end set this flag instead of ending the
// program; a second Ctrl-C ends it at once.
std::atomic<bool>& interruption();

// Whether the request came from who runs the machine (SIGTERM) and not from the user.
bool is_told_to_end();

// From now on a write that would make a file larger than a limit allows (ulimit -f, as some batch systems
// set) fails with a reason, in place of ending the program without a word.
void outlive_file_size_limits();

}  // namespace headroom
