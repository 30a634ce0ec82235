#pragma once

#include "sim/text/shape.hpp"

namespace headroom {

// A whole study: the keys of a question but for steps, and what is varied. Built once.
const Shape& study_shape();

constexpr const char* all_assumptions_words = "all assumptions";
constexpr const char* all_assumptions_key = "all_assumptions";

}  // namespace headroom
