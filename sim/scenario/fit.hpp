#pragma once

#include <nlohmann/json_fwd.hpp>

#include "sim/scenario/findings.hpp"
#include "sim/scenario/shape.hpp"

namespace headroom {

// Finds everything in a question that does not fit its shape. `found_at` is where the value stands.
void find_misfits(const nlohmann::json& value, const Shape& shape, const ValuePath& found_at,
                  Findings& findings);

// A value as a message tells of it: 18, "the text "18"", "a list".
std::string told(const nlohmann::json& value);

}  // namespace headroom
