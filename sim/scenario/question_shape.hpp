#pragma once

#include "sim/text/shape.hpp"

namespace headroom {

// A whole question: every key it may hold. Built once.
const Shape& question_shape();

// The parts of it that are documented by themselves.
Shape settings_shape();
Shape policy_shape();
Shape dated_policy_shape();  // the same with from_month, for the whole and for each lever
Shape shock_shape();

}  // namespace headroom
