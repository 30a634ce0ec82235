// The printed answer, letter by letter, as it was last read and approved. HEADROOM_APPROVE=1 in the
// environment writes what is printed now in the place of what was approved: read the difference before
// keeping it.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "analysis/words/answer.hpp"
#include "tests/catch.hpp"
#include "tests/statistics/made_up_study.hpp"

using namespace headroom;

namespace {

const std::filesystem::path approved_texts =
    std::filesystem::path(HEADROOM_SOURCE_DIR) / "tests/words/approved";

void check_approved(const std::string& name, const std::string& text) {
    const std::filesystem::path file = approved_texts / name;
    if (const char* approve = std::getenv("HEADROOM_APPROVE"); approve != nullptr && *approve == '1')
        std::ofstream(file, std::ios::binary) << text;
    std::ifstream stream(file, std::ios::binary);
    const std::string approved{std::istreambuf_iterator<char>(stream), {}};
    REQUIRE_FALSE(approved.empty());
    // In two steps, so that the first line that differs is shown and not the whole page.
    const auto differs = std::mismatch(text.begin(), text.end(), approved.begin(), approved.end());
    const auto line = 1 + std::count(text.begin(), differs.first, '\n');
    INFO(name << ", line " << line);
    CHECK(std::string(differs.first, text.end()).substr(0, 120) ==
          std::string(differs.second, approved.end()).substr(0, 120));
}

StudyResults with_alternatives(int number) {
    StudyResults study = made_up_study(12, 12);
    for (int i = 4; i < number; ++i) {
        study.point_names.push_back("Limit " + std::to_string(8 + 2 * i));
        for (int future = 0; future < 12; ++future)
            study.series.push_back(make_up_future(12, 0.1 * i, static_cast<std::uint64_t>(future)));
    }
    study.point_names.resize(static_cast<std::size_t>(number));
    study.series.resize(static_cast<std::size_t>(number) * 12);
    return study;
}

}  // namespace

TEST_CASE("one policy alone is answered as approved") {
    check_approved("one-policy.txt", answer_text(with_alternatives(1), "2025-11-21"));
}

TEST_CASE("two alternatives are answered as approved") {
    check_approved("two-alternatives.txt", answer_text(with_alternatives(2), "2025-11-21"));
}

TEST_CASE("seven alternatives are ranked and answered as approved") {
    check_approved("seven-alternatives.txt", answer_text(with_alternatives(7), "2025-11-21"));
}

TEST_CASE("two futures, of which one failed, are answered as approved") {
    StudyResults study = made_up_study(2, 12);
    study.failures = {{1, 1, 1, "a diary held a task of no family"}};
    check_approved("two-futures.txt", answer_text(study, "2025-11-21"));
}

TEST_CASE("a terminal shows two alternatives in colours as approved, and says nothing more with them") {
    const StudyResults study = with_alternatives(2);
    const std::string coloured = answer_text(study, "2025-11-21", 100, Colours::terminal);
    check_approved("two-alternatives-in-colours.txt", coloured);
    std::string plain;
    for (std::size_t place = 0; place < coloured.size(); ++place) {
        if (coloured[place] == '\x1b')
            place = coloured.find('m', place);
        else
            plain += coloured[place];
    }
    CHECK(plain == answer_text(study, "2025-11-21"));
}
