#include "tests/lessons/lesson_files.hpp"

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "sim/futures/results_of.hpp"
#include "sim/scenario/reader.hpp"
#include "sim/study/study.hpp"
#include "tests/catch.hpp"

namespace headroom {

namespace {

namespace files = std::filesystem;

std::string text_of(const files::path& path) {
    std::stringstream text;
    text << std::ifstream(path).rdbuf();
    return text.str();
}

std::vector<LessonFile> read_all() {
    std::vector<LessonFile> lessons;
    for (const auto& entry : files::directory_iterator(HEADROOM_SOURCE_DIR "/scenarios/lessons")) {
        if (entry.path().extension() != ".json") continue;
        Reading reading = read_question(entry.path().string());
        INFO(sentences_of(reading.faults));
        REQUIRE(reading.is_good());
        REQUIRE(reading.scenario.lesson);
        lessons.push_back({entry.path().stem().string(), std::move(reading.scenario),
                           text_of(files::path(entry.path()).replace_extension(".md"))});
    }
    std::ranges::sort(lessons, {}, &LessonFile::name);
    return lessons;
}

std::string trimmed(const std::string& text) {
    const std::size_t begin = text.find_first_not_of(' ');
    return begin == text.npos ? "" : text.substr(begin, text.find_last_not_of(' ') - begin + 1);
}

}  // namespace

const std::vector<LessonFile>& lesson_files() {
    static const std::vector<LessonFile> lessons = read_all();
    return lessons;
}

const LessonFile& lesson_file(const std::string& number) {
    const auto found = std::ranges::find_if(
        lesson_files(), [&](const LessonFile& lesson) { return lesson.name.starts_with(number + "-"); });
    REQUIRE(found != lesson_files().end());
    return *found;
}

StudyResults answer_to(const Scenario& question) {
    std::atomic<bool> stop = false;
    StudyOptions options;
    options.replications = question.replications;
    StudyOutcome outcome = run_study(question, options, stop);
    REQUIRE(outcome.broken().empty());
    return results_of(question, std::move(outcome.replications), "headroom compare");
}

NoteTable table_of(const std::string& note) {
    NoteTable table;
    std::istringstream lines(note);
    for (std::string line; std::getline(lines, line);) {
        if (!line.starts_with("|") || line.starts_with("|---")) continue;
        std::istringstream cells(line.substr(1));
        table.emplace_back();
        for (std::string cell; std::getline(cells, cell, '|');) table.back().push_back(trimmed(cell));
    }
    return table;
}

std::string cell_of(const NoteTable& table, const std::string& row, const std::string& column) {
    if (table.empty()) return "";
    const auto& headings = table.front();
    const auto place = std::ranges::find(headings, column) - headings.begin();
    for (const auto& cells : table) {
        if (cells.front().starts_with(row) && static_cast<std::size_t>(place) < cells.size())
            return cells[static_cast<std::size_t>(place)];
    }
    return "";
}

}  // namespace headroom
