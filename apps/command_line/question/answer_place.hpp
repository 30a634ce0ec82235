#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "apps/command_line/terminal/arguments.hpp"
#include "sim/scenario/scenario.hpp"

namespace headroom {

// Where an answer goes whose file nobody named: never over an answer of more futures or months, nor over
// what an interrupted run of something else keeps.
struct AnswerPlace {
    std::filesystem::path results;
    std::string why_beside;  // a sentence, where it is not the first choice
    std::string replaced;    // a sentence, where another answer is replaced
};

// The first choice, or the same name with -2, -3 ... behind it. An answer that the same command gave to the
// same question is no other. `inputs` stands for the comparison, as in its kept work. Throws a
// SurroundingsFault where a thousand are taken.
AnswerPlace place_of_answer(const std::filesystem::path& first, const Scenario& scenario,
                            const RunArguments& arguments, std::uint64_t inputs);

}  // namespace headroom
