// What the tables do not show is said beside them, where there is any.
#include "analysis/words/side_notes.hpp"

#include "tests/catch.hpp"
#include "tests/statistics/made_up_study.hpp"

using namespace headroom;

namespace {

// The second alternative's months, each with that much of a measure.
void set_in_second(StudyResults& study, Measure measure, double value) {
    for (int i = 0; i < study.replications; ++i) {
        Series& series = study.series[static_cast<std::size_t>(study.replications + i)];
        for (int month = 0; month < study.months; ++month) series.at(measure, month) = value;
    }
}

}  // namespace

TEST_CASE(
    "where nothing is held on duty, above a limit or taken by inspectors, nothing is said beside the "
    "tables") {
    CHECK(side_notes(made_up_study(3, 6)).empty());
}

TEST_CASE(
    "children on duty's list are told as a share of all days without a worker, and still count as without "
    "one") {
    StudyResults study = made_up_study(3, 6);
    set_in_second(study, Measure::unallocated_over_limit, 150);
    set_in_second(study, Measure::unallocated_awaiting_manager, 50);
    set_in_second(study, Measure::unallocated_days_on_duty, 80);
    set_in_second(study, Measure::unallocated_days_held_by_manager, 20);
    const std::vector<std::string> notes = side_notes(study);
    REQUIRE(notes.size() == 2);
    CHECK(notes[0].find("duty's list: \u201cLimit 18, newly qualified 12\u201d 40 %;") != std::string::npos);
    CHECK(notes[1].find("manager's list: \u201cLimit 18, newly qualified 12\u201d 10 %;") !=
          std::string::npos);
    CHECK(notes[0].find("count as without a worker") != std::string::npos);
    CHECK(notes[0].find("As now") == std::string::npos);
}

TEST_CASE("workers above a limit and hours of inspectors are told by alternative, failed futures left out") {
    StudyResults study = made_up_study(4, 6);
    set_in_second(study, Measure::workers_over_limit_percent, 35);
    set_in_second(study, Measure::inspection_hours, 200);
    study.failures.push_back({1, 2, 1, "broken"});
    for (double& value : study.series[4 + 2].values()) value = std::nan("");
    const std::vector<std::string> notes = side_notes(study);
    REQUIRE(notes.size() == 2);
    CHECK(notes[0].find("above the limit in force") != std::string::npos);
    CHECK(notes[0].ends_with("\u201cLimit 18, newly qualified 12\u201d 35 %."));
    CHECK(notes[1].ends_with("\u201cLimit 18, newly qualified 12\u201d 1,200."));
}
