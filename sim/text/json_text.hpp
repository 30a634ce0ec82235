#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "sim/text/fault.hpp"
#include "sim/text/outline.hpp"

namespace headroom {

constexpr std::size_t most_bytes = 4 * 1024 * 1024;

// The whole of a file of at most `most` bytes; an absent, unreadable or too large one is a fault. `kind` says
// what was wanted: "a question file".
std::string read_whole_file(const std::string& path, std::string_view kind, std::vector<Fault>& faults,
                            std::size_t most = most_bytes);

// Where the first byte stands that is not UTF-8, or the size of the text when all is well.
std::size_t first_not_utf8(std::string_view text);

// JSON with // comments, as a value; null with faults when it cannot be read. Endless numbers are faults of
// their own and stand as 0 in the value, so that the rest can still be checked.
nlohmann::json parse_text(const std::string& file, std::string text, Outline& outline,
                          std::vector<Fault>& faults);

}  // namespace headroom
