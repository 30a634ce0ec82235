#include "apps/command_line/question/lesson_answer.hpp"

#include "analysis/statistics/measured_expectation.hpp"
#include "analysis/words/expectation_words.hpp"
#include "analysis/words/text_table.hpp"

namespace headroom {

namespace {

// Every line after an indent of so many letters.
std::string indented(const std::string& text, std::size_t indent, std::size_t width) {
    std::string block;
    for (const std::string& line : wrapped(text, width - indent))
        block += std::string(indent, ' ') + line + "\n";
    return block;
}

}  // namespace

std::string lesson_text(const Lesson& lesson, const StudyResults& results, std::size_t width) {
    std::string text = "\nWhat the lesson \u201c" + lesson.title + "\u201d expects\n";
    for (const Expectation& expected : lesson.expectations) {
        const auto found = measured(results, expected);
        text += indented(expected.claim, 2, width);
        text += indented(found ? words_of(expected, *found) : "Not measured in this run.", 4, width);
    }
    return text;
}

}  // namespace headroom
