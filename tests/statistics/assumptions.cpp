// What the answer rests on, from assumptions whose effect is known.
#include "analysis/statistics/assumptions.hpp"

#include <cmath>

#include "analysis/statistics/answer.hpp"
#include "analysis/statistics/assumption_text.hpp"
#include "analysis/statistics/number_words.hpp"
#include "tests/catch.hpp"
#include "tests/statistics/made_up_study.hpp"

using namespace headroom;

namespace {

double mean_difference(const StudyResults& study, std::size_t alternative) {
    const Comparison comparison = compare(study);
    const std::size_t row = comparison.row_of_measure(Measure::unmet_per_100);
    return comparison.differences[alternative].measures[row].mean;
}

}  // namespace

TEST_CASE("an assumption that adds four hours to a difference is found to add four hours") {
    StudyResults study = made_up_study(40, 12);
    move_assumption(study, "work_scale", 0.4, -3, 0, 6);
    move_assumption(study, "work_scale", 0.9, 10, 4, 6);
    const auto effects = assumptions_that_matter(study);
    REQUIRE(effects.size() == 1);
    CHECK(effects[0].movement == Approx(4));
    CHECK(effects[0].futures == 6);
    CHECK(effects[0].name == "hours that all work takes");
    CHECK(effects[0].high.differences[1].mean == Approx(mean_difference(study, 1) + 4));
    CHECK(effects[0].low.differences[1].mean == Approx(mean_difference(study, 1)));
    const Comparison comparison = compare(study);
    const double level =
        comparison.alternatives[0].measures[comparison.row_of_measure(Measure::unmet_per_100)].mean;
    CHECK(effects[0].high.first.mean == Approx(level + 10));
    CHECK(effects[0].low.first.mean == Approx(level - 3));
}

TEST_CASE("the five that move a difference most are named, the most first, and the level alone moves none") {
    StudyResults study = made_up_study(20, 6);
    const std::vector<std::string> keys = {"bond_start",    "bond_visits", "agency_share",  "sibling_share",
                                           "weeks_to_hire", "hours_court", "casework_share"};
    for (std::size_t i = 0; i < keys.size(); ++i) {
        move_assumption(study, keys[i], 0.1, 50, 0.5 * static_cast<double>(i), 4);
        move_assumption(study, keys[i], 0.9, -50, 0, 4);
    }
    const auto effects = assumptions_that_matter(study);
    REQUIRE(effects.size() == 5);
    for (std::size_t i = 0; i < 5; ++i) CHECK(effects[i].key == keys[keys.size() - 1 - i]);
    CHECK(assumptions_tried(study) == 7);
}

TEST_CASE("only assumptions that stayed to the last round are named") {
    StudyResults study = made_up_study(20, 6);
    move_assumption(study, "bond_start", 0.1, 0, 9, 1);
    move_assumption(study, "bond_start", 0.9, 0, 9, 1);
    move_assumption(study, "work_scale", 0.1, 0, 2, 3);
    move_assumption(study, "work_scale", 0.9, 0, 2, 3);
    const auto effects = assumptions_that_matter(study);
    REQUIRE(effects.size() == 1);
    CHECK(effects[0].key == "work_scale");
}

TEST_CASE("an interval is as wide as Student's t of its futures makes it, and below three there is none") {
    StudyResults study = made_up_study(40, 12);
    move_assumption(study, "work_scale", 0.4, 0, 0, 2, 1);
    move_assumption(study, "work_scale", 0.9, 0, 0, 2, 1);
    CHECK(std::isnan(assumptions_that_matter(study)[0].low.differences[0].half_width));
    study.moved.clear();
    move_assumption(study, "work_scale", 0.4, 0, 0, 4, 1);
    move_assumption(study, "work_scale", 0.9, 0, 0, 4, 1);
    const Estimate found = assumptions_that_matter(study)[0].low.differences[0];
    // Changes of +1, -1, +1, -1: a variance of 4/3, of the mean 1/3; t of three degrees is 3.182.
    CHECK(found.half_width > 3.182 * std::sqrt(1.0 / 3));
    CHECK(found.half_width < 3.182 * std::sqrt(1.0 / 3) * 1.2);
}

TEST_CASE("a limit that is told to be worse, and is better with heavier work, is said to turn over") {
    StudyResults study = made_up_study(60, 12);
    const Comparison comparison = compare(study);
    const std::size_t row = comparison.row_of_measure(Measure::unmet_per_100);
    const PairedDifference& told = comparison.differences[1].measures[row];
    REQUIRE((told.verdict == Verdict::better || told.verdict == Verdict::worse));
    const double across = -3 * told.mean;
    move_assumption(study, "work_scale", 0.4, 0, 0, 5, 0.01);
    move_assumption(study, "work_scale", 0.9, 0, across, 5, 0.01);
    const auto sentences = turning_sentences(assumptions_that_matter(study), comparison);
    REQUIRE(sentences.size() == 1);
    CHECK(sentences[0].find(" 0.9 instead of 0.5 (80 % more), ") != std::string::npos);
    CHECK(sentences[0].find("“Limit 15”") != std::string::npos);
    CHECK(sentences[0].find(told.verdict == Verdict::better ? "more need unmet" : "less need unmet") !=
          std::string::npos);
    study.moved.clear();
    move_assumption(study, "work_scale", 0.4, 30, 0, 5, 0.01);
    move_assumption(study, "work_scale", 0.9, -5, 0, 5, 0.01);
    CHECK(turning_sentences(assumptions_that_matter(study), comparison).empty());
}

TEST_CASE("the printed table leaves out the end that is the value used anyway") {
    StudyResults study = made_up_study(20, 6);
    move_assumption(study, "casework_share", 0.3, 5, 1, 4);
    move_assumption(study, "casework_share", 0.5, 0, 0, 4);
    const Comparison comparison = compare(study);
    const auto lines = assumption_lines(assumptions_that_matter(study), comparison);
    REQUIRE(lines.size() == 3);
    CHECK(lines[0].label == "as assumed");
    CHECK(lines[1].cells.empty());
    CHECK(lines[2].label == "0.3 instead of 0.5");
    CHECK(lines[2].cells.size() == 4);
    const std::string text = assumption_text(study, comparison, 100);
    CHECK(text.find("part of the day that is casework") != std::string::npos);
    study.moved.clear();
    CHECK(assumption_text(study, comparison, 100).empty());
}

TEST_CASE("a failed future of an assumption is left out of its mean") {
    StudyResults study = made_up_study(20, 6);
    move_assumption(study, "work_scale", 0.4, 0, 2, 5);
    move_assumption(study, "work_scale", 0.9, 0, 2, 5);
    study.moved[0].unmet_per_100[0] = std::numeric_limits<double>::quiet_NaN();
    const auto effects = assumptions_that_matter(study);
    CHECK(effects[0].low.differences[0].mean == Approx(mean_difference(study, 0) + 2));
}

TEST_CASE("a setting's value is written with the figures that count") {
    CHECK(plain_words(0.66) == "0.66");
    CHECK(plain_words(16.2) == "16.2");
    CHECK(plain_words(1250) == "1250");
    CHECK(plain_words(30) == "30");
    CHECK(plain_words(0) == "0");
    CHECK(plain_words(-0.5) == "-0.5");
}

TEST_CASE("a program is told what the answer rests on, and of an answer without it that nothing was tried") {
    StudyResults study = made_up_study(20, 6);
    CHECK(answer_json(study).find("\"rests_on\": []") != std::string::npos);
    move_assumption(study, "work_scale", 0.4, 0, 2, 5);
    move_assumption(study, "work_scale", 0.9, 0, 2, 5);
    const std::string text = answer_json(study);
    CHECK(text.find("\"key\": \"work_scale\"") != std::string::npos);
    CHECK(text.find("\"value\": 0.9, \"first\": {\"mean\": ") != std::string::npos);
}
