// The lessons that come with the program and their facilitators' notes, as tests look at them.
#pragma once

#include <string>
#include <vector>

#include "sim/futures/study_results.hpp"
#include "sim/scenario/scenario.hpp"

namespace headroom {

// A note's table, row by row: the words of its cells.
using NoteTable = std::vector<std::vector<std::string>>;

// One lesson as it lies in scenarios/lessons: NN-slug.json with NN-slug.md beside it.
struct LessonFile {
    std::string name;  // "03-what-a-limit-moves"
    Scenario question;
    std::string note;

    const Lesson& lesson() const { return *question.lesson; }
};

// All of them, in the order of their numbers; each was read without a fault.
const std::vector<LessonFile>& lesson_files();

const LessonFile& lesson_file(const std::string& number);

// The answer to a question, of which no branch may break down.
StudyResults answer_to(const Scenario& question);

// The only table of a note, its row of dashes left out.
NoteTable table_of(const std::string& note);

// What stands in the row that begins with those words, under that heading; "" where there is no such cell.
std::string cell_of(const NoteTable& table, const std::string& row, const std::string& column);

}  // namespace headroom
