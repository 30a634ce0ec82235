// Figures that rest neither on the 45 days nor on averages: who was seen lately, how caseloads spread, and
// why children change worker.
#include "tests/catch.hpp"
#include "tests/patterns/interval.hpp"
#include "tests/patterns/typical_authority.hpp"

namespace headroom {

namespace {

double share_of_changes(Measure cause) {
    return 100 * second_year().of(cause) / second_year().of(Measure::looked_after_changes);
}

}  // namespace

// DfE Vulnerable Children and Young People survey, September 2020 to July 2021; video counted.
TEST_CASE("as many children were seen in the last four weeks as authorities reported") {
    const SecondYear& year = second_year();
    hold({"seen in four weeks: protection, %", 94.5, 6}, year.of(Measure::seen_protection_percent));
    hold({"looked after, %", 67.5, 6}, year.of(Measure::seen_looked_after_percent));
    hold({"other children in need, %", 61.5, 6,
          "every family on an in-need plan is visited four-weekly here; where a child is disabled and help "
          "is long, "
          "procedures ask for a visit in twelve weeks"},
         year.of(Measure::seen_in_need_percent));
}

// DfE children's social work workforce, 30 September 2021, at a mean of 16.3: bounds scaled to today's 15.2,
// which makes 4.7, 9.3, 14.0, 18.7 and 23.3 children of 5, 10, 15, 20 and 25.
TEST_CASE("caseloads spread over workers as in the published bands") {
    const SecondYear& year = second_year();
    const Measure caseload = Measure::caseload_histogram;
    constexpr std::string_view assessing =
        "an assessment is 14 hours within 45 days, so that those who assess hold eight or nine children at a "
        "time";
    hold({"caseloads below 5 (2021), %", 9.2, 5}, year.percent_between(caseload, 0, 5));
    hold({"5 to 10, %", 11.2, 5, assessing}, year.percent_between(caseload, 5, 10));
    hold({"10 to 15, %", 19.2, 5}, year.percent_between(caseload, 10, 14));
    hold({"15 to 20, %", 28.2, 5}, year.percent_between(caseload, 14, 19));
    hold({"20 to 25, %", 20.0, 5}, year.percent_between(caseload, 19, 24));
    hold({"25 and more, %", 12.2, 5}, year.percent_between(caseload, 24, 60));
}

// DfE children looked after, year to March 2025.
TEST_CASE("looked-after children change worker for the published reasons") {
    hold({"changes to manage caseloads, %", 17, 6}, share_of_changes(Measure::looked_after_changes_sharing));
    hold({"by transfer between teams, %", 19, 6,
          "most who come into care come from another team, and the long stays that change worker least are "
          "no more than "
          "published"},
         share_of_changes(Measure::looked_after_changes_transfer));
    hold({"for absence, %", 5, 6}, share_of_changes(Measure::looked_after_changes_absence));
    hold({"three or more workers in the year, %", 24, 6,
          "most who come into care come from another team; a fit holds each place to its own figure"},
         second_year().of(Measure::looked_after_three_workers_percent));
}

}  // namespace headroom
