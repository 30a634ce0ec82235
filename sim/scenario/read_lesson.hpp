#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>

#include "sim/scenario/lesson.hpp"
#include "sim/scenario/scenario.hpp"
#include "sim/text/findings.hpp"
#include "sim/text/shape.hpp"

namespace headroom {

// What may stand under the key "lesson".
Shape lesson_shape();

// The lesson of a question whose alternatives and months were read; nothing where `lesson` is missing. Tells
// of measures and alternatives that there are not, and of ends and months in the wrong order.
std::optional<Lesson> read_lesson(const nlohmann::json& lesson, const Scenario& scenario, Findings& findings);

}  // namespace headroom
