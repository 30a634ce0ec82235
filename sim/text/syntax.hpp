// Where and why a text is not JSON, in words for someone who has never heard of JSON.
#pragma once

#include <string>
#include <string_view>

#include "sim/text/fault.hpp"
#include "sim/text/outline.hpp"

namespace headroom {

// A place in a text as an editor shows it, both from 1; columns count letters, not bytes.
struct Position {
    int line;
    int column;
};

Position position_of(std::string_view text, std::size_t offset);

// The fault of a text whose reading broke off at the byte `read` (counted from 1).
Fault syntax_fault(const std::string& file, std::string_view text, std::size_t read, const Outline& outline);

}  // namespace headroom
