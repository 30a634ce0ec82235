#include "analysis/words/answer.hpp"

#include <cmath>
#include <sstream>

#include "analysis/statistics/comparison.hpp"
#include "analysis/statistics/monthly.hpp"
#include "analysis/words/number_words.hpp"
#include "analysis/words/sentences.hpp"
#include "analysis/words/text_bars.hpp"
#include "analysis/words/text_table.hpp"
#include "tests/catch.hpp"
#include "tests/statistics/made_up_study.hpp"

using namespace headroom;
using Catch::Matchers::Contains;

TEST_CASE("the three shortfalls add up to their sum in every alternative of the answer") {
    const Comparison comparison = compare(made_up_study(10));
    const auto mean = [&](const AlternativeSummary& alternative, Measure measure) {
        return alternative.measures[comparison.row_of_measure(measure)].mean;
    };
    for (const AlternativeSummary& alternative : comparison.alternatives) {
        CHECK(mean(alternative, Measure::unmet_per_100_waiting) +
                  mean(alternative, Measure::unmet_per_100_stretched) +
                  mean(alternative, Measure::unmet_per_100_turned_away) ==
              Approx(mean(alternative, Measure::unmet_per_100)));
    }
}

TEST_CASE("every difference of the answer is the difference of its means") {
    const Comparison comparison = compare(made_up_study(10));
    REQUIRE(comparison.differences.size() == 3);
    for (std::size_t row = 0; row < comparison.rows.size(); ++row) {
        for (std::size_t i = 0; i < 3; ++i) {
            const double between = comparison.alternatives[i + 1].measures[row].mean -
                                   comparison.alternatives[0].measures[row].mean;
            CHECK(comparison.differences[i].measures[row].mean == Approx(between).margin(1e-9));
        }
    }
}

TEST_CASE("an alternative that is the first one over again shows no difference in any measure") {
    StudyResults study = made_up_study(6);
    study.point_names = {"As now", "As now again"};
    study.series.resize(6);
    for (std::size_t i = 0; i < 6; ++i) study.series.push_back(Series(study.series[i]));
    const Comparison comparison = compare(study);
    for (const PairedDifference& found : comparison.differences[0].measures) {
        CHECK(found.mean == 0);
        CHECK(found.verdict == Verdict::no_difference);
    }
}

TEST_CASE("a failed future leaves its pair out, is counted and is told") {
    StudyResults study = made_up_study(10);
    study.failures = {{1, 3, 9, "a diary held a task of no family"}};
    study.series[study.index_of(1, 3)] = Series();
    const Comparison comparison = compare(study);
    CHECK(comparison.alternatives[0].measures[0].futures == 10);
    CHECK(comparison.alternatives[1].measures[0].futures == 9);
    CHECK(comparison.alternatives[1].failed == 1);
    CHECK(comparison.differences[0].measures[0].futures == 9);
    CHECK(comparison.differences[1].measures[0].futures == 10);
    CHECK_THAT(answer_text(study), Contains("1 of 40 futures failed") && Contains("a diary held a task"));
}

TEST_CASE("when every future of an alternative failed, the answer says so instead of inventing one") {
    StudyResults study = made_up_study(3);
    for (int i = 0; i < 3; ++i) {
        study.failures.push_back({2, i, 9, "no reason"});
        study.series[study.index_of(2, i)] = Series();
    }
    CHECK_THAT(answer_text(study), Contains("Limit 15: every future failed"));
}

TEST_CASE("the printed answer fits a hundred letters, in every line, whatever the alternatives are called") {
    StudyResults study = made_up_study(20);
    study.point_names[1] =
        "A limit of eighteen children with a waiting list kept by the duty manager \u2014 g\u00fcltig";
    study.point_names[2] = std::string(200, 'x');
    std::istringstream lines(answer_text(study, "2025-11-21"));
    for (std::string line; std::getline(lines, line);) {
        INFO(line);
        CHECK(shown_width(line) <= 100);
    }
}

TEST_CASE("the printed answer opens with the question and a sentence for each alternative") {
    const std::string text = answer_text(made_up_study(), "2025-11-21");
    CHECK(text.starts_with("What would a caseload limit of 18 do"));
    CHECK_THAT(
        text, Contains("As now: of every 100 planned hours") && Contains("Limit 15: leaves less need unmet"));
    CHECK_THAT(text, Contains("How to read this") && Contains("What was assumed") &&
                         Contains("Sickness absence: the region's figure, 2024."));
}

TEST_CASE("every table of the printed answer bears the inputs, seed, version and date") {
    const std::string text = answer_text(made_up_study(), "2025-11-21");
    const std::string origin =
        "Typical authority, 36 months from 1 April 2025, 100 futures, seed 1; Headroom 0.1.0";
    int times = 0;
    for (auto place = text.find(origin); place != std::string::npos; place = text.find(origin, place + 1))
        ++times;
    CHECK(times == 4);  // the alternatives, and three differences
    CHECK_THAT(text, Contains("2025-11-21"));
}

TEST_CASE("two futures are answered without ranges and without verdicts") {
    const std::string text = answer_text(made_up_study(2));
    CHECK_THAT(text, Contains("cannot be told from") && Contains("Fewer than three futures"));
    CHECK_THAT(text, !Contains("better in"));
}

TEST_CASE("a name cannot steer the terminal") {
    StudyResults study = made_up_study(3);
    study.point_names[1] = "bad\x1b[31m\nname";
    CHECK_THAT(answer_text(study), !Contains("\x1b") && !Contains("\nname"));
}

TEST_CASE("the JSON answer escapes what people write and has null for what is not known") {
    StudyResults study = made_up_study(2);
    study.question = "\"Quoted\"\\ and\nbroken\x01";
    const std::string text = answer_json(study);
    CHECK_THAT(text, Contains(R"("question": "\"Quoted\"\\ and\nbroken\u0001")"));
    CHECK_THAT(text, Contains("\"low\": null") && !Contains("nan"));
    CHECK_THAT(text, Contains("\"verdict\": \"cannot tell from this many runs\""));
}

TEST_CASE("the CSV answer has one line for every alternative and measure") {
    const std::string text = answer_csv(made_up_study(3));
    CHECK(static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')) == 1 + 4 * headlines().size());
    CHECK_THAT(text, Contains("\"Limit 18, newly qualified 12\",unmet_per_100,"));
}

TEST_CASE("numbers are written as people read them") {
    CHECK(number_words(1234567.25, 1) == "1,234,567.2");
    CHECK(number_words(999, 0) == "999");
    CHECK(number_words(-1000, 0) == "-1,000");
    CHECK(number_words(-0.04, 1) == "0.0");
    CHECK(number_words(NAN, 1) == "none");
    CHECK(signed_words(0.04, 1) == "0.0");
    CHECK(signed_words(2, 1) == "+2.0");
    CHECK(signed_words(-2, 0) == "-2");
    CHECK(percent_words(0.973) == "97 %");
    CHECK(month_words(Date{2025, 4, 1}, 9) == "January 2026");
    CHECK(date_words(Date{2025, 4, 1}) == "1 April 2025");
}

TEST_CASE("text is wrapped between words, and within a word only when it must be") {
    CHECK(wrapped("one two three", 7) == std::vector<std::string>{"one two", "three"});
    CHECK(wrapped("abcdefgh ij", 4) == std::vector<std::string>{"abcd", "efgh", "ij"});
    CHECK(wrapped("\u00e9\u00e9\u00e9\u00e9\u00e9", 3) ==
          std::vector<std::string>{"\u00e9\u00e9\u00e9", "\u00e9\u00e9"});
    CHECK(wrapped("", 5) == std::vector<std::string>{""});
}

TEST_CASE("columns that do not fit follow in a further block with the first column again") {
    TextTable table({"", "first", "second", "third"}, 10);
    table.add_row({"row", "1", "2", "3"});
    CHECK(table.text(20) == "     first  second\nrow      1       2\n\n     third\nrow      3\n");
}

TEST_CASE("a month's band is the median and the middle 80 % of its futures, without the failed ones") {
    StudyResults study = made_up_study(9, 2);
    for (int i = 0; i < 9; ++i) study.series[study.index_of(0, i)].at(Measure::children_unallocated, 1) = i;
    MonthlyBand band = monthly_band(study, 0, Measure::children_unallocated);
    CHECK(band.median[1] == 4);
    CHECK(band.low[1] == 0);
    CHECK(band.high[1] == 8);
    study.failures = {{0, 8, 1, "x"}};
    band = monthly_band(study, 0, Measure::children_unallocated);
    CHECK(band.median[1] == 3.5);
    CHECK(band.high[1] == 7);
}

TEST_CASE("new posts do not make vacancies worse, only higher") {
    StudyResults study = made_up_study(20, 6);
    for (int i = 0; i < 20; ++i)
        for (int month = 0; month < 6; ++month)
            study.series[study.index_of(1, i)].at(Measure::vacancy_percent, month) = 25;
    const Comparison comparison = compare(study);
    const std::size_t row = comparison.row_of_measure(Measure::vacancy_percent);
    CHECK(comparison.differences[0].measures[row].verdict == Verdict::higher);
    CHECK_THAT(answer_text(study), Contains("100 % higher"));
}

TEST_CASE(
    "a difference in cost of less than half a percent is too small to matter, and both costs are named") {
    StudyResults study = made_up_study(20, 6);
    for (int i = 0; i < 20; ++i)
        for (int month = 0; month < 6; ++month) {
            study.series[study.index_of(0, i)].at(Measure::cost, month) = 1e6 + i;
            study.series[study.index_of(1, i)].at(Measure::cost, month) = 1.004e6 + i;
            study.series[study.index_of(2, i)].at(Measure::cost, month) = 1.02e6 + i;
        }
    const std::vector<Sentence> sentences = sentences_of(study, compare(study));
    CHECK_THAT(sentences[1].text,
               Contains("Staff cost is \u00a36.02 million, against \u00a36.00 million, too small "
                        "a difference to matter."));
    CHECK_THAT(sentences[2].text, Contains("Staff cost rises by \u00a30.12 million to \u00a36.12 million."));
}

TEST_CASE("a sentence says nothing of what did not change") {
    StudyResults study = made_up_study(6);
    study.point_names = {"As now", "As now again"};
    study.series.resize(6);
    for (std::size_t i = 0; i < 6; ++i) study.series.push_back(Series(study.series[i]));
    const std::string text = sentences_of(study, compare(study))[1].text;
    CHECK_THAT(text, Contains("leaves as much need unmet as") && Contains("as before") &&
                         Contains("Staff cost is about the same"));
    CHECK_THAT(text, !Contains("The part") && !Contains("does not change"));
}

TEST_CASE("every verdict about a place that cannot be fitted says what it rests on, and no other does") {
    const std::string rests = "This rests on a model that does not fit this authority.";
    StudyResults study = made_up_study(20, 6);
    for (const Sentence& sentence : sentences_of(study, compare(study)))
        CHECK_THAT(sentence.text, !Contains(rests));
    study.fit_figures = {{"caseload", 14.5, 2024, "own", 14.5, 22.0, 20.0, 24.0, 9}};
    const std::vector<Sentence> sentences = sentences_of(study, compare(study));
    for (std::size_t i = 1; i < sentences.size(); ++i) CHECK_THAT(sentences[i].text, Contains(rests));
    while (study.point_names.size() < fewest_ranked) {
        study.point_names.push_back("Another " + std::to_string(study.point_names.size()));
        for (std::size_t i = 0; i < 20; ++i) study.series.push_back(Series(study.series[i]));
    }
    CHECK_THAT(ranking_sentence(study), Contains(rests));
    CHECK_THAT(answer_json(study, "2025-11-21"), Contains("\"cannot_be_fitted\": \"The model cannot be"));
}

TEST_CASE("four alternatives are ranked, three are not") {
    StudyResults study = made_up_study(30);
    REQUIRE(ranking_of(study).has_value());
    CHECK(study.point_names[ranking_of(study)->leading] == "Limit 15");
    CHECK_THAT(answer_text(study), Contains("Of all these, \u201cLimit 15\u201d leaves least need unmet"));
    study.point_names.resize(3);
    study.series.resize(90);
    CHECK_FALSE(ranking_of(study).has_value());
    CHECK_THAT(answer_text(study), !Contains("Of all these"));
}

TEST_CASE("of many that cannot be told from the best, three are named and the others counted") {
    StudyResults study = made_up_study(3);
    study.point_names = {"A", "B", "C", "D", "E", "F", "G"};
    study.series.resize(3);
    for (std::size_t copy = 0; copy < 6; ++copy)
        for (std::size_t i = 0; i < 3; ++i) study.series.push_back(Series(study.series[i]));
    CHECK_THAT(ranking_sentence(study),
               Contains("\u201cB\u201d, \u201cC\u201d, \u201cD\u201d and 3 others."));
}

TEST_CASE("where futures cannot tell, the answer says about how many would, in one sentence") {
    const StudyResults study = made_up_study(4, 6);
    const Comparison comparison = compare(study);
    const std::string warning = warning_sentence(study, comparison);
    CHECK_THAT(warning, Contains("With 4 futures the need unmet of") && Contains("would probably tell"));
    CHECK(std::count(warning.begin(), warning.end(), '.') == 1);
    CHECK(warning_sentence(made_up_study(100), compare(made_up_study(100))).find("cannot") ==
          std::string::npos);
}

TEST_CASE("three futures that differ wildly do not promise a number that would tell") {
    StudyResults study = made_up_study(3, 6);
    study.point_names.resize(2);
    study.series.resize(6);
    for (int future = 0; future < 3; ++future) {
        Series& series = study.series[study.index_of(1, future)];
        series = Series(study.at(0, future));
        for (int month = 0; month < 6; ++month)
            series.at(Measure::unmet_hours, month) *= 1 + 2 * (future - 1.0);
        series.make_ratios();
    }
    CHECK_THAT(warning_sentence(study, compare(study)), Contains("many more are needed to say"));
}

TEST_CASE("more than four alternatives get one line each in place of a sentence and a table each") {
    StudyResults study = made_up_study(3);
    for (const char* name : {"Fifth", "Sixth"}) {
        study.point_names.emplace_back(name);
        for (std::size_t i = 0; i < 3; ++i) study.series.push_back(Series(study.series[i]));
    }
    const std::string text = answer_text(study);
    CHECK_THAT(text, !Contains("compared with As now") && !Contains("Fifth: ") && Contains("\nFifth  "));
    CHECK_THAT(answer_json(study), Contains("\"sentence\": \"leaves as much need unmet"));
}

TEST_CASE("bars of equal need are equally long, and none is longer than the room it has") {
    StudyResults study = made_up_study(5);
    study.point_names.push_back("As now again");
    for (std::size_t i = 0; i < 5; ++i) study.series.push_back(Series(study.series[i]));
    for (const std::size_t width : {72, 100, 140}) {
        std::istringstream lines(unmet_bars(compare(study), width, Colours::none));
        std::string key, first, last;
        std::getline(lines, key);
        std::getline(lines, first);
        for (std::string line; std::getline(lines, line);) {
            CHECK(shown_width(line) <= width);
            last = line;
        }
        CHECK(shown_width(first) == shown_width(last));
    }
}

TEST_CASE("colours are only there when they are asked for") {
    const StudyResults study = made_up_study(5);
    CHECK_THAT(answer_text(study), !Contains("\x1b"));
    CHECK_THAT(answer_text(study, "", 100, Colours::terminal), Contains("\x1b[32mbetter\x1b[0m"));
    CHECK(shown_width("\x1b[32mbetter\x1b[0m") == 6);
    CHECK(inked("", Ink::good, Colours::terminal).empty());
}

TEST_CASE("a text too long for its line ends in dots, between letters") {
    CHECK(shortened("\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9", 5) == "\u00e9\u00e9...");
    CHECK(shortened("short", 5) == "short");
}

TEST_CASE("among events none is best, and the answer says why") {
    StudyResults study = made_up_study(30, 12);
    REQUIRE_FALSE(ranking_sentence(study).empty());
    study.events_only = true;
    CHECK(ranking_sentence(study).empty());
    CHECK(answer_text(study).find("none of them is a choice") != std::string::npos);
}

TEST_CASE("a setting that the command changed stands under every table") {
    StudyResults study = made_up_study(5, 3);
    CHECK(origin_of(study, "").find("with") == std::string::npos);
    study.created_by = "headroom compare q.json --set work_scale=0.7 --set weeks_to_hire=10 --seed 2";
    CHECK(origin_of(study, "").find("seed 1, with work_scale=0.7 and weeks_to_hire=10; Headroom") !=
          std::string::npos);
}

TEST_CASE("the printed answer says before its tables that it is chance alone") {
    const std::string text = answer_text(made_up_study(30, 12));
    REQUIRE(text.find("All this is chance alone.") != std::string::npos);
    CHECK(text.find("All this is chance alone.") < text.find("Need unmet, hours per 100 planned"));
}
