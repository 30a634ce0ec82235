// Four plain questions in the terminal, for someone who has no question file yet.
#pragma once

#include <filesystem>
#include <iosfwd>
#include <optional>
#include <string>

#include "sim/scenario/reader.hpp"

namespace headroom {

// A question file as the answers make it, not yet written.
struct NewQuestion {
    std::string text;
    std::string name;  // of the file, without its ending: "limit-15-18-20-leeds"
};

// Asks which authority, what to change, by how much and how long to look ahead; an empty line takes what
// stands in brackets (what the command line chose, where it did), and a wrong answer is asked again with the
// nearest right one. Nothing where the answers end early.
std::optional<NewQuestion> ask_question(std::istream& answers, std::ostream& terminal,
                                        const Choices& choices = {});

// Writes it into the folder under its name, or the name with the first number from 2 on that is free. Throws
// a SurroundingsFault.
std::filesystem::path save_question(const NewQuestion& question, const std::filesystem::path& folder);

}  // namespace headroom
