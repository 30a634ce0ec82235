#pragma once

#include <cstddef>

namespace headroom {

// How often this test program has asked for memory so far.
std::size_t memory_requests();

}  // namespace headroom
