#pragma once

#include <nlohmann/json_fwd.hpp>

#include "sim/text/findings.hpp"
#include "sim/text/shape.hpp"

namespace headroom {

// Finds everything in a text that does not fit its shape. A key that is at home elsewhere in `whole`, the
// shape of a whole question, is told where it belongs.
void find_misfits(const nlohmann::json& text, const Shape& shape, const Shape& whole, Findings& findings);

// A value as a message tells of it: 18, "the text "18"", "a list".
std::string told(const nlohmann::json& value);

}  // namespace headroom
