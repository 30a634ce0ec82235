// Each lesson has a note that fits one printed page and says what its leader needs.
#include <algorithm>
#include <set>
#include <sstream>

#include "tests/catch.hpp"
#include "tests/lessons/lesson_files.hpp"

using namespace headroom;

namespace {

std::size_t words_in(const std::string& text) {
    std::istringstream in(text);
    std::size_t words = 0;
    for (std::string word; in >> word;) words += word.find_first_not_of("|-") != std::string::npos;
    return words;
}

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

std::string view_words(const std::string& view) {
    if (view == "watch") return "**Watch a team**";
    return view == "rounds" ? "**Play rounds**" : "**Change one thing**";
}

std::string one_decimal(double value) {
    std::ostringstream text;
    text.precision(1);
    text << std::fixed << value;
    return text.str();
}

}  // namespace

TEST_CASE("there are eight lessons, numbered from 01, and none is easier than the one before") {
    CHECK(lesson_files().size() == 8);
    int number = 0, level = 1;
    std::set<std::string> titles;
    for (const LessonFile& file : lesson_files()) {
        CAPTURE(file.name);
        CHECK(file.name.starts_with("0" + std::to_string(++number) + "-"));
        CHECK(file.lesson().level >= level);
        level = file.lesson().level;
        CHECK(titles.insert(file.lesson().title).second);
    }
}

TEST_CASE("a lesson's file opens with its background, asks one thing, and its first numbers are looked at") {
    for (const LessonFile& file : lesson_files()) {
        CAPTURE(file.name);
        CHECK(file.question.text.starts_with("// "));
        CHECK(file.question.text.find('{') > 300);
        CHECK(holds(file.question.text.substr(0, file.question.text.find("\n{")), "\n// Source"));
        CHECK(file.question.question.ends_with("?"));
        CHECK(file.question.question.size() <= 150);
        const auto& looked_at = file.lesson().look_at;
        CHECK(std::ranges::find(looked_at, file.lesson().expectations.front().measure) != looked_at.end());
    }
}

TEST_CASE(
    "every lesson has a note of its title that says how long, what to press and what it does not show") {
    for (const LessonFile& file : lesson_files()) {
        CAPTURE(file.name);
        CHECK(file.note.starts_with("# " + file.lesson().title + "\n"));
        CHECK(holds(file.note, std::to_string(file.lesson().minutes) + " minutes."));
        CHECK(holds(file.note, "press **Lessons**"));
        CHECK(holds(file.note, view_words(file.lesson().opens_in)));
        for (const char* part : {"## Ask first", "## What to do", "## What they will see",
                                 "## For your own team", "## What it does not show", "\nSource"}) {
            CAPTURE(part);
            CHECK(holds(file.note, part));
        }
    }
}

TEST_CASE("every note fits one printed page") {
    for (const LessonFile& file : lesson_files()) {
        CAPTURE(file.name);
        CHECK(words_in(file.note) >= 300);
        CHECK(words_in(file.note) <= 450);
        CHECK(table_of(file.note).size() <= 11);
    }
}

TEST_CASE("the queue that people work by hand has the answer that the note prints") {
    const LessonFile& file = lesson_file("01");
    const NoteTable table = table_of(file.note);
    double free_from = 0, waited = 0, worked = 0;
    std::string waits;
    for (std::size_t row = 1; row < table.size(); ++row) {
        const double arrives = std::stod(table[row][1]), work = std::stod(table[row][2]);
        const double starts = std::max(arrives, free_from);
        free_from = starts + work;
        waited += starts - arrives;
        worked += work;
        waits += (row == 1 ? "" : row + 1 == table.size() ? " and " : ", ");
        waits += one_decimal(starts - arrives);
        if (table[row][5].empty()) continue;
        CHECK(table[row][3] == one_decimal(starts));
        CHECK(table[row][4] == one_decimal(free_from));
        CHECK(table[row][5] == one_decimal(starts - arrives));
    }
    CHECK(table.size() == 11);
    CHECK(holds(file.note, waits));
    CHECK(holds(file.note, "together " + one_decimal(waited) + ", on average " + one_decimal(waited / 10)));
    CHECK(holds(file.note, one_decimal(worked) + " days of " + one_decimal(free_from)));
}
