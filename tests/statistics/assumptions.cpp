// What the answer rests on, in numbers and in words, from futures whose settings and effects are known.
#include "analysis/statistics/assumptions.hpp"

#include <cmath>
#include <limits>

#include "analysis/words/answer.hpp"
#include "analysis/words/assumption_text.hpp"
#include "analysis/words/number_words.hpp"
#include "analysis/words/turning_sentences.hpp"
#include "sim/settings/evidence_range.hpp"
#include "sim/settings/setting_names.hpp"
#include "tests/catch.hpp"
#include "tests/statistics/made_up_study.hpp"

using namespace headroom;
using Catch::Matchers::Contains;

namespace {

// A hundred futures with the hours of all work between 0.5 and 0.9. A second alternative leaves 2 hours less
// on average, and `steepness` more for every tenth that work takes longer; a third just as much as the first.
StudyResults futures_with_work(double steepness, int futures = 100) {
    std::vector<double> scale;
    std::vector<std::vector<double>> unmet(3);
    MadeUpChance chance(11);
    for (int i = 0; i < futures; ++i) {
        scale.push_back(0.5 + 0.4 * i / (futures - 1));
        const double level = 15 + 20 * (scale.back() - 0.7) + chance.between(-1, 1);
        unmet[0].push_back(level);
        unmet[1].push_back(level - 2 + 10 * steepness * (scale.back() - 0.7) + chance.between(-0.5, 0.5));
        unmet[2].push_back(level + chance.between(-0.5, 0.5));
    }
    StudyResults study = study_of_unmet(unmet);
    give_members(study, "work_scale", scale);
    return study;
}

// Four more settings that have no effect.
void add_idle_settings(StudyResults& study) {
    MadeUpChance chance(5);
    for (const char* key : {"bond_start", "turnover_percent", "hours_court", "sibling_share"}) {
        std::vector<double> values;
        for (int i = 0; i < study.replications; ++i) values.push_back(chance.between(1, 2));
        give_members(study, key, values);
    }
}

}  // namespace

TEST_CASE("work that moves a difference by an hour a tenth is named, with what the answer is at either end") {
    StudyResults study = futures_with_work(1);
    add_idle_settings(study);
    const auto effects = assumptions_that_matter(study);
    REQUIRE(effects.size() == 1);
    CHECK(effects[0].name == "hours that all work takes");
    CHECK(effects[0].used == Approx(0.7));
    CHECK(effects[0].low.value == Approx(0.54));
    CHECK(effects[0].high.value == Approx(0.86));
    const Estimate high = effects[0].high.differences[0];
    CHECK(std::abs(high.mean - (-2 + 1.6)) < 0.2);
    CHECK(high.half_width < 0.3);
    CHECK(std::abs(effects[0].high.first.mean - (15 + 3.2)) < 0.4);
    CHECK(std::abs(effects[0].high.differences[1].mean) < 0.2);
    CHECK(effects[0].movement == Approx(1.6).margin(0.2));
    CHECK(effects[0].share > 0.8);
    CHECK(assumptions_tried(study) == 5);
}

TEST_CASE("a change that is told to be better, and is worse where work takes longer, is said to turn over") {
    const StudyResults study = futures_with_work(3);
    const Comparison comparison = compare(study);
    const auto sentences = turning_sentences(assumptions_that_matter(study), comparison);
    REQUIRE(sentences.size() == 1);
    CHECK_THAT(sentences[0], Contains("Were “hours that all work takes” 0.8") &&
                                 Contains(" instead of 0.7 (") && Contains("% more), “Limit 18, newly") &&
                                 Contains("would leave more need unmet than “As now”, not less."));
    CHECK(beyond_chance(study, comparison) == sentences[0]);
    CHECK(turning_sentences(assumptions_that_matter(futures_with_work(1)), compare(futures_with_work(1)))
              .empty());
    CHECK_THAT(beyond_chance(futures_with_work(1), compare(futures_with_work(1))),
               Contains("None of the numbers that we are unsure of is seen to turn the answer over"));
}

TEST_CASE(
    "with the settings of its futures an answer's ranges hold what is not known, without them chance alone") {
    const StudyResults study = futures_with_work(1);
    const std::string text = answer_text(study);
    CHECK_THAT(text, Contains("These ranges include chance and what we do not know about the authority."));
    CHECK_THAT(text, !Contains("chance alone") && !Contains("known only to about a sixth"));
    const std::string without = answer_text(made_up_study(30, 12));
    CHECK_THAT(without, Contains("All this is chance alone. How many hours a case takes is known only to"));
    CHECK_THAT(without, !Contains("What the answer rests on"));
}

TEST_CASE("where nothing is told apart from chance, one sentence says so") {
    StudyResults study = futures_with_work(0);
    const auto notes = assumption_notes(study, assumptions_that_matter(study), compare(study));
    REQUIRE(notes.size() == 1);
    CHECK_THAT(notes[0], Contains("None of them moves the answer far enough to be told apart from chance."));
    CHECK_THAT(answer_text(study), Contains("What the answer rests on"));
}

TEST_CASE("fewer than sixty different futures say that they cannot tell, and one future says nothing") {
    const StudyResults study = futures_with_work(3, 59);
    CHECK(assumptions_that_matter(study).empty());
    const auto notes = assumption_notes(study, {}, compare(study));
    REQUIRE(notes.size() == 1);
    CHECK_THAT(notes[0], Contains("So few futures cannot tell") && Contains("at least 60") && Contains("59"));
    StudyResults alone = study_of_unmet({{12}});
    give_members(alone, "work_scale", {0.7});
    CHECK(assumption_notes(alone, {}, compare(alone)).empty());
}

TEST_CASE("the printed table shows the average, and each thing at a low and a high value") {
    StudyResults study = futures_with_work(1);
    add_idle_settings(study);
    const Comparison comparison = compare(study);
    const auto lines = assumption_lines(assumptions_that_matter(study), comparison);
    REQUIRE(lines.size() == 4);
    CHECK(lines[0].label == "on average");
    CHECK(lines[1].cells.empty());
    CHECK_THAT(lines[2].label, Contains("0.54 instead of 0.7"));
    CHECK(lines[2].cells.size() == 3);
    const std::string text = assumption_text(study, comparison, 100);
    CHECK_THAT(text,
               Contains("hours that all work takes") && Contains("5 of the numbers behind this answer"));
    CHECK_THAT(text, Contains("It explains between 0% and"));
}

TEST_CASE("of one policy alone the level is what rests on the settings") {
    StudyResults study = study_of_unmet({std::vector<double>(100, 0.0)});
    std::vector<double> scale;
    MadeUpChance chance(2);
    for (std::size_t i = 0; i < 100; ++i) {
        scale.push_back(0.5 + 0.004 * static_cast<double>(i));
        study.series[i].at(Measure::unmet_hours, 0) = 30 * scale[i] + chance.between(0, 2);
        study.series[i].make_ratios();
    }
    give_members(study, "work_scale", scale);
    const auto effects = assumptions_that_matter(study);
    REQUIRE(effects.size() == 1);
    CHECK(effects[0].low.differences.empty());
    CHECK(std::abs(effects[0].high.first.mean - (30 * effects[0].high.value + 1)) < 0.3);
    CHECK_THAT(assumption_text(study, compare(study), 100),
               Contains("of how much the answer changes from future to future"));
}

TEST_CASE("a setting's value is written with the figures that count") {
    CHECK(plain_words(0.66) == "0.66");
    CHECK(plain_words(16.2) == "16.2");
    CHECK(plain_words(1250) == "1250");
    CHECK(plain_words(30) == "30");
    CHECK(plain_words(0) == "0");
    CHECK(plain_words(-0.5) == "-0.5");
}

TEST_CASE("a program is told what the answer rests on, and of an answer without a fit that it is nothing") {
    const std::string without = answer_json(made_up_study(20, 6));
    CHECK_THAT(without, Contains("\"rests_on\": []") && Contains("\"rests_on_notes\": []"));
    const std::string text = answer_json(futures_with_work(3));
    CHECK_THAT(text, Contains("\"key\": \"work_scale\"") && Contains("\"share_of_spread\": 0.") &&
                         Contains("\"first\": {\"mean\": ") && Contains("\"rests_on_notes\": [\"Were "));
}

TEST_CASE("every setting that a fit's sets can differ in has a name in words") {
    std::vector<std::string_view> keys;
#define HEADROOM_FITTED(key, ...) keys.push_back(#key);
#include "sim/fitting/fitted_settings.inc"
#undef HEADROOM_FITTED
    REQUIRE(keys.size() > 20);
    for (const EvidenceRange& range : evidence_ranges()) keys.push_back(range.key);
    std::vector<std::string> names;
    for (const std::string_view key : keys) {
        CAPTURE(key);
        const std::string name = name_of_setting(key);
        CHECK(name.find('_') == std::string::npos);
        CHECK(name.size() <= 50);
        const bool is_new = std::ranges::find(names, name) == names.end();
        CHECK((is_new || find_evidence_range(key) != nullptr));
        names.push_back(name);
    }
    CHECK(name_of_setting("no_such_setting") == "no_such_setting");
}
