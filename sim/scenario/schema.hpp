#pragma once

#include <string>

namespace headroom {

// The JSON Schema (draft 2020-12) of a question, from the same tree that the reader follows.
std::string question_schema();

// The same for studies.
std::string study_schema();

}  // namespace headroom
