// Alternatives written as a user writes them, lived for a few months by the whole model.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sim/futures/replication.hpp"

namespace headroom {

// What one alternative changes: `"policy": {...}` or `"shocks": [...]`.
struct Change {
    std::string name;
    std::string members;
};

// The word between quotation marks.
std::string in_marks(std::string_view word);

// Two futures of every change. A branch that breaks a promise of the model fails the test.
std::vector<Replication> lived(const std::vector<Change>& changes, int months);

// Whether the futures of two alternatives differ in any measure.
bool differ(const std::vector<Replication>& replications, std::size_t one, std::size_t other);

}  // namespace headroom
