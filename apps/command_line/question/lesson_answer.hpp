// What stands beneath the answer to a lesson.
#pragma once

#include <cstddef>
#include <string>

#include "sim/futures/study_results.hpp"
#include "sim/scenario/lesson.hpp"

namespace headroom {

// What the lesson's writer expected and what was measured, claim by claim, in lines of at most `width`
// letters.
std::string lesson_text(const Lesson& lesson, const StudyResults& results, std::size_t width);

}  // namespace headroom
