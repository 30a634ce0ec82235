#pragma once

#include <atomic>

namespace headroom {

// From the first call on, Ctrl-C, a closed terminal and a request to end set this flag instead of ending the
// program; a second Ctrl-C ends it at once.
std::atomic<bool>& interruption();

// Whether the request came from who runs the machine (SIGTERM) and not from the user.
bool is_told_to_end();

}  // namespace headroom
