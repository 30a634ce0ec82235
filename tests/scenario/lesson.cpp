#include "sim/scenario/lesson.hpp"

#include "sim/scenario/reader.hpp"
#include "sim/scenario/reference.hpp"
#include "sim/scenario/resolved.hpp"
#include "sim/scenario/study_plan.hpp"
#include "tests/catch.hpp"
#include "tests/scenario/reading.hpp"

using namespace headroom;

namespace {

// A question with two alternatives, and a lesson of that inside.
std::string question_with(const std::string& lesson, const std::string& rest = "") {
    return "{" + rest + R"("alternatives": [{"name": "As now"}, {"name": "Limit 15"}],)" + "\n\"lesson\": {" +
           lesson + "}}";
}

// A lesson that is right but for what the inside of its only expectation says after the claim.
std::string expecting(const std::string& inside) {
    return question_with(R"("title": "T", "expect": [{"claim": "C", )" + inside + "}]");
}

std::string told(const std::string& text) {
    return sentences_of(read_question_text("ours.json", text).faults);
}

}  // namespace

TEST_CASE("a question without a lesson has none, and the same question as a lesson is answered the same") {
    const Scenario plain = scenario_of(R"({"alternatives": [{"name": "As now"}, {"name": "Limit 15"}]})");
    const Scenario lesson =
        scenario_of(expecting(R"("measure": "cost", "alternative": "As now", "from": 0, "to": 1)"));
    CHECK_FALSE(plain.lesson);
    REQUIRE(lesson.lesson);
    CHECK(resolved_question(plain) == resolved_question(lesson));
}

TEST_CASE("a lesson is read whole: title, level, minutes, view, where to look and what is expected") {
    const Scenario scenario = scenario_of(question_with(R"(
        "title": "What a limit moves", "level": 2, "minutes": 30, "opens_in": "watch",
        "look_at": ["children_unallocated", "unmet_per_100"],
        "expect": [{"claim": "More wait.", "measure": "children_unallocated", "alternative": "Limit 15",
                    "less": "As now", "from": -1.5, "to": 90, "months": [13, 36]},
                   {"claim": "One wait is long.", "measure": "wait_days_worst", "alternative": "As now",
                    "from": 0, "to": 9, "future": 7}])"));
    REQUIRE(scenario.lesson);
    const Lesson& lesson = *scenario.lesson;
    CHECK(lesson.title == "What a limit moves");
    CHECK(lesson.level == 2);
    CHECK(lesson.minutes == 30);
    CHECK(lesson.opens_in == "watch");
    CHECK(lesson.look_at == std::vector{Measure::children_unallocated, Measure::unmet_per_100});
    REQUIRE(lesson.expectations.size() == 2);
    const Expectation& first = lesson.expectations[0];
    CHECK(first.claim == "More wait.");
    CHECK(first.measure == Measure::children_unallocated);
    CHECK(first.alternative == "Limit 15");
    CHECK(first.less == "As now");
    CHECK(first.from == -1.5);
    CHECK(first.to == 90);
    CHECK(first.first_month == 13);
    CHECK(first.last_month == 36);
    CHECK_FALSE(first.future);
    const Expectation& second = lesson.expectations[1];
    CHECK(second.less.empty());
    CHECK(second.first_month == 1);
    CHECK(second.last_month == 0);
    CHECK(second.future == 7);
}

TEST_CASE("what a lesson leaves out has its default") {
    const Scenario scenario =
        scenario_of(expecting(R"("measure": "cost", "alternative": "As now", "from": 0, "to": 1)"));
    CHECK(scenario.lesson->level == 1);
    CHECK(scenario.lesson->minutes == 20);
    CHECK(scenario.lesson->opens_in == "compare");
    CHECK(scenario.lesson->look_at.empty());
}

TEST_CASE("a measure or an alternative that there is not is told with the nearest one") {
    CHECK(
        told(expecting(R"("measure": "children_unalocated", "alternative": "As now", "from": 0, "to": 1)")) ==
        "ours.json, line 2: lesson.expect[1].measure is \"children_unalocated\", which no measure of one "
        "number is called. Did you mean \"children_unallocated\"?\n");
    CHECK(told(expecting(R"("measure": "cost", "alternative": "Limit 16", "from": 0, "to": 1)")) ==
          "ours.json, line 2: lesson.expect[1].alternative is \"Limit 16\", which no alternative is called. "
          "Did you mean \"Limit 15\"?\n");
    CHECK(told(expecting(
              R"("measure": "cost", "alternative": "As now", "less": "Zebra", "from": 0, "to": 1)")) ==
          "ours.json, line 2: lesson.expect[1].less is \"Zebra\", which no alternative is called, but should "
          "be the name of an alternative, such as \"As now\".\n");
    const std::string looked_at = told(question_with(
        R"("title": "T", "look_at": ["cost", "strian"],
           "expect": [{"claim": "C", "measure": "cost", "alternative": "As now", "from": 0, "to": 1}])"));
    CHECK(looked_at ==
          "ours.json, line 2: lesson.look_at[2] is \"strian\", which no measure of one number is called. Did "
          "you mean \"strain\"?\n");
}

TEST_CASE("a histogram is no measure of one number") {
    CHECK(told(expecting(R"("measure": "wait_days_histogram", "alternative": "As now", "from": 0, "to": 1)"))
              .find("which no measure of one number is called") != std::string::npos);
}

TEST_CASE("ends, months and a future that cannot be are told") {
    const auto fault = [](const std::string& inside) {
        const std::string start = "ours.json, line 2: lesson.expect[1].";
        const std::string sentence = told(expecting(R"("alternative": "As now", )" + inside));
        CHECK(sentence.starts_with(start));
        return sentence.substr(std::min(start.size(), sentence.size()));
    };
    CHECK(fault(R"("measure": "cost", "from": 2, "to": 1)") ==
          "from is 2, but should be at most its \"to\", 1.\n");
    CHECK(fault(R"("measure": "cost", "from": 0, "to": 1, "less": "As now")") ==
          "less is \"As now\", as the alternative itself, but should be another alternative, or left out.\n");
    CHECK(fault(R"("measure": "cost", "from": 0, "to": 1, "months": [24, 13])") ==
          "months is 24 to 13, but should be the first month before the last.\n");
    CHECK(fault(R"("measure": "cost", "from": 0, "to": 1, "months": [13, 37])") ==
          "months is 13 to 37, but should be within the run, months 1 to 36 (counted from 1).\n");
    CHECK(fault(R"("measure": "wait_days_p90", "from": 0, "to": 1, "months": [13, 36])") ==
          "months is given for a measure of the whole run, but should be left out.\n");
    CHECK(fault(R"("measure": "cost", "from": 0, "to": 1, "future": 100)") ==
          "future is 100, but should be below 100, the number of futures (counted from 0).\n");
}

TEST_CASE("a key or view that a lesson does not have is told like any other") {
    CHECK(told(question_with(R"("title": "T", "opens": "watch", "expect": [])"))
              .find("lesson.opens is not a known key. Did you mean \"opens_in\"?") != std::string::npos);
    CHECK(told(question_with(R"("title": "T", "opens_in": "wach", "expect": [])"))
              .find("Did you mean \"watch\"?") != std::string::npos);
    CHECK(told(question_with(R"("expect": [])")).find("lesson.title is missing") != std::string::npos);
    CHECK(told(R"({"lesson": "What a limit moves"})").find("lesson is the text") != std::string::npos);
}

TEST_CASE("fewer futures or months on the command line are no fault of the lesson") {
    Choices choices;
    choices.months = 12;
    choices.replications = 2;
    const std::string text = expecting(
        R"("measure": "cost", "alternative": "As now", "from": 0, "to": 1, "months": [13, 36], "future": 50)");
    CHECK(read_question_text("ours.json", text, choices).is_good());
}

TEST_CASE("a lesson belongs to a question, not to a study, and its keys are explained") {
    const auto study =
        read_study_text("ours.json", R"({"factors": {"work_scale": "evidence"}, "lesson": {"title": "T"}})");
    CHECK(sentences_of(study.faults).find("\"lesson\" belongs to a question, not to a study") !=
          std::string::npos);
    CHECK(entries_of("lesson").size() == 1);
    CHECK(entries_of("lesson.expect.claim").size() == 1);
    CHECK(entries_of("lesson.expect").size() == 1);
    CHECK(entries_of("opens_in").size() == 1);
}
