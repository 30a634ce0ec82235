// How often the program has asked for memory.
#pragma once

#include <cstdint>

namespace headroom {

// Calls of operator new so far, by the calling thread.
std::uint64_t allocations_of_this_thread();

}  // namespace headroom
