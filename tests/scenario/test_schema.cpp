#include "sim/scenario/schema.hpp"

#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "sim/policy/policy.hpp"
#include "sim/scenario/reader.hpp"
#include "sim/scenario/reference.hpp"
#include "sim/scenario/study_plan.hpp"
#include "sim/settings/setting.hpp"
#include "tests/catch.hpp"
#include "tests/scenario/bad_questions.hpp"
#include "tests/scenario/example_texts.hpp"

using namespace headroom;
using nlohmann::json;
namespace files = std::filesystem;

namespace {

std::string text_of(const files::path& path) {
    std::stringstream text;
    text << std::ifstream(path).rdbuf();
    return text.str();
}

// What Python's jsonschema says of each text, by a schema the program prints.
std::vector<std::string> verdicts_on(const std::vector<std::string>& texts,
                                     const std::string& schema = question_schema()) {
    json questions = json::array();
    for (const std::string& text : texts) questions.push_back(json::parse(text, nullptr, true, true));
    const files::path folder =
        files::temp_directory_path() / ("headroom_schema_" + std::to_string(::getpid()));
    files::create_directories(folder);
    std::ofstream(folder / "schema.json") << schema;
    std::ofstream(folder / "questions.json") << questions;
    const std::string command = "/usr/bin/python3 " HEADROOM_SOURCE_DIR "/tests/scenario/agree.py " +
                                (folder / "schema.json").string() + " " +
                                (folder / "questions.json").string() + " > " + (folder / "verdicts").string();
    REQUIRE(std::system(command.c_str()) == 0);
    std::istringstream lines(text_of(folder / "verdicts"));
    files::remove_all(folder);
    std::vector<std::string> verdicts;
    for (std::string line; std::getline(lines, line);) verdicts.push_back(line);
    REQUIRE(verdicts.size() == texts.size());
    return verdicts;
}

// Questions that are right: those that ship, every example of the page of keys, and every end of every range.
std::vector<std::string> good_questions() {
    std::vector<std::string> texts = {"{}"};
    for (const char* folder : {"/scenarios/questions", "/scenarios/lessons"}) {
        for (const auto& entry : files::directory_iterator(std::string(HEADROOM_SOURCE_DIR) + folder)) {
            if (entry.path().extension() == ".json") texts.push_back(text_of(entry.path()));
        }
    }
    for (const EntryGroup& group : reference()) {
        for (const Entry& entry : group.entries) {
            if (entry.example.empty() || is_of_study(entry.example)) continue;
            texts.push_back(text_with(entry.example));
        }
    }
    for (const auto& field : AgencyPolicy::fields()) {
        texts.push_back("{\"today\": {\"agency\": {\"" + std::string(field.key) +
                        "\": " + number_text(field.low) + "}}}");
        texts.push_back("{\"today\": {\"agency\": {\"" + std::string(field.key) +
                        "\": " + number_text(field.high) + "}}}");
    }
    texts.push_back(
        R"({"$schema": "question.schema.json", "authority": "Leeds", "start": "2026-01-31", "months": 36.0,
        "alternatives": [{"name": "a", "policy": [{"posts": {"add": 1}}, {"from_month": 3, "posts": {"add": 2}}],
                          "settings": {"patch_teams": true}, "shocks": [{"kind": "inspection", "from_month": 3}]}]})");
    return texts;
}

std::vector<std::string> texts_of(const std::vector<BadQuestion>& questions) {
    std::vector<std::string> texts;
    for (const BadQuestion& question : questions) texts.push_back(question.text);
    return texts;
}

}  // namespace

TEST_CASE("what the reader takes the schema takes") {
    const std::vector<std::string> texts = good_questions();
    const std::vector<std::string> verdicts = verdicts_on(texts);
    for (std::size_t i = 0; i < texts.size(); ++i) {
        INFO(texts[i]);
        CHECK(sentences_of(read_question_text("ours.json", texts[i]).faults).empty());
        CHECK(verdicts[i] == "valid");
    }
}

TEST_CASE("what the reader refuses for one value alone the schema refuses") {
    const std::vector<std::string> verdicts = verdicts_on(texts_of(bad_values()));
    for (std::size_t i = 0; i < verdicts.size(); ++i) {
        INFO(bad_values()[i].claim);
        CHECK(verdicts[i] == "invalid");
    }
}

TEST_CASE("what only values together show is left to the reader") {
    const std::vector<std::string> verdicts = verdicts_on(texts_of(contradictions()));
    for (std::size_t i = 0; i < verdicts.size(); ++i) {
        INFO(contradictions()[i].claim);
        CHECK(verdicts[i] == (contradictions()[i].seen_by == SeenBy::reader_only ? "valid" : "invalid"));
    }
}

TEST_CASE("beyond either end of every setting's range both refuse") {
    std::vector<std::string> texts;
    for (const SettingRow& row : setting_rows()) {
        const std::string start = "{\"settings\": {\"" + std::string(row.key) + "\": ";
        texts.push_back(start + number_text(row.low - 0.5) + "}}");
        texts.push_back(start + number_text(row.high + 0.5) + "}}");
    }
    const std::vector<std::string> verdicts = verdicts_on(texts);
    for (std::size_t i = 0; i < texts.size(); ++i) {
        INFO(texts[i]);
        CHECK_FALSE(read_question_text("ours.json", texts[i]).is_good());
        CHECK(verdicts[i] == "invalid");
    }
}

TEST_CASE("studies that ship and the examples of the page of keys fit the schema of studies") {
    std::vector<std::string> texts;
    for (const auto& entry : files::directory_iterator(HEADROOM_SOURCE_DIR "/scenarios/studies")) {
        if (entry.path().extension() == ".json") texts.push_back(text_of(entry.path()));
    }
    CHECK_FALSE(texts.empty());
    for (const EntryGroup& group : reference()) {
        for (const Entry& entry : group.entries) {
            if (is_of_study(entry.example)) texts.push_back(text_with(entry.example));
        }
    }
    texts.push_back(
        R"({"factors": {"work_scale": 0.7, "caseload_limit.kind": {"values": ["hard", "none"]}}})");
    const std::vector<std::string> verdicts = verdicts_on(texts, study_schema());
    for (std::size_t i = 0; i < texts.size(); ++i) {
        INFO(texts[i]);
        CHECK(sentences_of(read_study_text("ours.json", texts[i]).faults).empty());
        CHECK(verdicts[i] == "valid");
    }
}

TEST_CASE("a value that no factor may have is refused by the reader and by the schema of studies") {
    const std::vector<std::string> texts = {R"({"factors": {"work_scale": "high"}})",
                                            R"({"factors": {"work_scale": {"from": -1, "to": 1}}})",
                                            R"({"factors": "some assumptions"})",
                                            R"({"design": {"kind": "random"}})",
                                            R"({"levers": {"work_scale": 1}})",
                                            R"({"factors": {"caseload_limit.kind": {"values": ["soft"]}}})",
                                            R"({"by": "week"})",
                                            R"({"steps": {"posts.add": [1]}})"};
    const std::vector<std::string> verdicts = verdicts_on(texts, study_schema());
    for (std::size_t i = 0; i < texts.size(); ++i) {
        INFO(texts[i]);
        CHECK_FALSE(read_study_text("ours.json", texts[i]).is_good());
        CHECK(verdicts[i] == "invalid");
    }
}
