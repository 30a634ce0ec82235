#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "sim/scenario/reader.hpp"
#include "sim/text/json_text.hpp"
#include "tests/catch.hpp"

using namespace headroom;
namespace files = std::filesystem;

namespace {

// A folder of its own, gone at the end.
class Folder {
public:
    Folder() : path_(files::temp_directory_path() / ("headroom_reader_" + std::to_string(::getpid()))) {
        files::create_directories(path_);
    }
    ~Folder() { files::remove_all(path_); }
    std::string write(const std::string& name, const std::string& text) const {
        std::ofstream(path_ / name, std::ios::binary) << text;
        return path_of(name);
    }
    std::string path_of(const std::string& name) const { return (path_ / name).string(); }

private:
    files::path path_;
};

std::string sentences_about(const std::string& path) {
    return sentences_of(read_question(path).faults);
}

}  // namespace

TEST_CASE("a file that is not there, or is a folder, is told by name") {
    const Folder folder;
    const std::string absent = folder.path_of("ours.json");
    CHECK(sentences_about(absent) == absent + " is not there, but should be a question file.\n");
    CHECK(sentences_about(folder.path_of("")) ==
          folder.path_of("") + " is a folder, but should be a question file.\n");
}

TEST_CASE("100 MB of brackets are refused before they are read") {
    const Folder folder;
    const std::string path = folder.write("big.json", std::string(100000000, '['));
    CHECK(sentences_about(path) == path + " is larger than 4 MB, but should be a question file.\n");
}

TEST_CASE("a question of a file is read as its text is") {
    const Folder folder;
    CHECK(read_question(folder.write("ours.json", "{\"months\": 5}")).scenario.months == 5);
}

TEST_CASE("figures of one's own are looked for beside the question") {
    const Folder folder;
    const std::string question =
        folder.write("ours.json", R"({"authority": {"figures": "our figures.csv"}})");
    const std::string figures = folder.path_of("our figures.csv");
    CHECK(sentences_about(question) ==
          figures + " is not there, but should be a CSV file of figure,value lines.\n");
    folder.write("our figures.csv", "agency_fte,3\nin_post_fte,x\n");
    CHECK(sentences_about(question) ==
          figures +
              ", line 2, column 2: \"in_post_fte\" is \"x\", but should be a number from 0 to "
              "10000 (full-time equivalents). If this value is suppressed or unknown, leave the line out.\n");
    folder.write("our figures.csv", "agency_fte,3\n");
    const Reading reading = read_question(question);
    CHECK(reading.is_good());
    CHECK(reading.scenario.settings.agency_fte == 3);
    CHECK(reading.scenario.authority == "our figures");
    CHECK(reading.scenario.fallbacks.size() == 2);
}

TEST_CASE("only well-formed UTF-8 passes") {
    for (const char* good :
         {"plain", "caf\xC3\xA9", "\xE2\x80\x9C", "\xF0\x9F\x98\x80", "\xF4\x8F\xBF\xBF"}) {
        CHECK(first_not_utf8(good) == std::string(good).size());
    }
    // Cut short, overlong, a surrogate, beyond the last, a stray middle.
    for (const char* bad :
         {"a\xC3", "a\xC0\xAF", "a\xE0\x80\x80", "a\xED\xA0\x80", "a\xF4\x90\x80\x80", "a\x80", "a\xFF"}) {
        CHECK(first_not_utf8(bad) == 1);
    }
}

TEST_CASE("figures that contradict one another are named where they stand, not in the question") {
    const Folder folder;
    const std::string file = folder.write(
        "ours.csv",
        "setting,value\nchildren_0_to_17,50000\nseverity_high_percent,90\ncase_holders_fte,300\n");
    const auto faults_with = [&](const std::string& settings) {
        const std::string question =
            R"({"authority": {"figures": "ours.csv"}, "settings": {)" + settings + "}}";
        return sentences_of(read_question_text(folder.path_of("own.json"), question).faults);
    };
    CHECK_THAT(faults_with(""),
               Catch::Matchers::Contains(file + ", line 3: severity_low_percent is too large") &&
                   Catch::Matchers::Contains(file + ", line 4: case_holders_fte is 300"));
    CHECK_THAT(faults_with(R"("case_holders_fte": 450)"),
               Catch::Matchers::Contains("own.json, line 1: settings.case_holders_fte is 450"));
}
