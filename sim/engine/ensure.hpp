#pragma once

#include <stdexcept>

namespace headroom {

// A mistake of the program itself, never of a scenario: the run it happens in is worth nothing.
struct ModelFault : std::logic_error {
    using std::logic_error::logic_error;
};

// Kept out of line and marked cold, so that a check costs the hot path one compare and one untaken branch.
[[noreturn, gnu::cold, gnu::noinline]] inline void fail(const char* reason) {
    throw ModelFault(reason);
}

constexpr void ensure(bool condition, const char* reason) {
    if (!condition) [[unlikely]]
        fail(reason);
}

}  // namespace headroom
