// What a director reads, held to texts that people have read and found good.
#include <fstream>
#include <sstream>

#include "analysis/explanation/causes.hpp"
#include "analysis/explanation/explanation.hpp"
#include "analysis/explanation/timeline.hpp"
#include "tests/catch.hpp"
#include "tests/explanation/made_up_log.hpp"

using namespace headroom;

namespace {

std::string approved(const std::string& name) {
    std::ifstream file(std::string(HEADROOM_SOURCE_DIR) + "/tests/explanation/approved/" + name);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

std::string explained(Measure measure, int month) {
    const StudyResults results = made_up_future();
    return explanation_text(results, *results.log, {measure, month, 3, 100});
}

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("children without a worker are explained as approved") {
    CHECK(explained(Measure::children_unallocated, 1) == approved("children_unallocated.txt"));
}

TEST_CASE("unmet need is explained as approved") {
    CHECK(explained(Measure::unmet_per_100, 1) == approved("unmet_per_100.txt"));
}

TEST_CASE("a month with nothing of a measure says so") {
    CHECK(holds(explained(Measure::early_closures, 1), "There was nothing of it in that month."));
}

TEST_CASE("a log that does not add up to its file's number says so") {
    StudyResults results = made_up_future();
    results.series[0].at(Measure::children_unallocated, 1) = 4;
    const std::string text =
        explanation_text(results, *results.log, {Measure::children_unallocated, 1, 3, 100});
    CHECK(holds(text, "3.000 instead: please report it."));
}

TEST_CASE("work that fell due while its worker was sick is not told as a worker short of time") {
    const StudyResults results = made_up_future();
    const Story story(results, *results.log);
    double sick = 0, stretched = 0;
    const Causes causes = *causes_of(story, Measure::unmet_hours_stretched, 1);
    for (const Cause& cause : causes.parts) {
        sick += cause.reason == EntryReason::sick ? cause.amount : 0;
        stretched += cause.reason == EntryReason::stretched ? cause.amount : 0;
    }
    CHECK(sick == Approx(1.5));
    CHECK(stretched == Approx(0.5));
}

TEST_CASE("a family's story begins with its referral and tells what became of it after the month") {
    const StudyResults results = made_up_future();
    const Story story(results, *results.log);
    const auto never_singly = [](const LogEntry&) { return false; };
    const std::vector<std::string> april = family_timeline(story, 1, story.end_of(0), never_singly);
    REQUIRE(april.size() == 7);
    CHECK(april[0] == "8 April 2025  referred (3 children, moderate need)");
    CHECK(april[2] == "9 April 2025  waits for a worker of Assessment: the manager has still to allocate");
    CHECK(april[3] == "10 April 2025  given to worker 3 of Assessment");
    CHECK(april[5] == "30 April 2025  loses worker 3, as the next stage is another's work");
    const std::vector<std::string> closed = family_timeline(story, 2, story.end_of(1), never_singly);
    REQUIRE(closed.size() == 3);
    CHECK(closed[0] == "7 May 2025  referred (1 child, low need), again within 12 months");
    CHECK(closed[1] == "8 May 2025  screened out by a raised threshold, 6.0 hours of its need unmet");
    CHECK(closed[2] == "8 May 2025  closed");
    CHECK(family_timeline(story, 2, story.end_of(0), never_singly).empty());
}

TEST_CASE("work of the month that was done only after it is told too") {
    const StudyResults results = made_up_future();
    const Story story(results, *results.log);
    const auto due_in_may = [&](const LogEntry& entry) { return story.month_of(entry.refers_to) == 1; };
    const std::vector<std::string> told = family_timeline(story, 0, story.end_of(0), due_in_may);
    REQUIRE(told.size() == 3);
    CHECK(told[1] == "19 May 2025  visit done 6 working days late by worker 1 (1.5 of 3.0 hours unmet)");
}

TEST_CASE("a worker's story tells notice and sickness, not every day of leave") {
    StudyResults results = made_up_future();
    const Story story(results, *results.log);
    const Stretch both{story.begin_of(0), story.end_of(1)};
    CHECK(worker_timeline(story, 0, both) ==
          std::vector<std::string>{"2 May 2025  is sick until 16 May 2025"});
    CHECK(worker_timeline(story, 1, both) ==
          std::vector<std::string>{"29 April 2025  gives notice, to leave on 12 June 2025"});
    CHECK(worker_timeline(story, 2, both).empty());
    CHECK(families_taken(story, 2, both) == "took on 1 family, passed on 1");
    CHECK(families_taken(story, 0, both).empty());
}
