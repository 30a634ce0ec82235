// What an authority publishes beside what the model fitted to it gives.
#include "analysis/words/this_is_us.hpp"

#include "analysis/report/sections.hpp"
#include "tests/catch.hpp"

using namespace headroom;

namespace {

StudyResults of_leeds(double caseload_off, double turnover_off) {
    StudyResults results;
    results.authority = "Leeds";
    results.fit_figures = {{"caseload", 14.5, 2024, "own", 14.5, 14.8, 14.0, 15.5, caseload_off},
                           {"assessed in 45 days", 68.9, 2024, "own", 75.2, 75.1, 70.1, 79.5, 0.1},
                           {"turnover", 9, 2024, "own", 11.1, 15.5, 12.7, 19.2, turnover_off},
                           {"second or later plans", 22, 2024, "region", 22, 22, 18, 25, 0.1},
                           {"referrals", 9914, 2024, "own", 9914, 9900, 9800, 10010, 0.2}};
    return results;
}

}  // namespace

TEST_CASE("each figure is laid beside the model's and marked: it fits, is near, or does not fit") {
    const std::vector<UsLine> lines = us_lines(of_leeds(1.0, 2.4));
    REQUIRE(lines.size() == 3);
    CHECK(lines[0].label == "children to a worker");
    CHECK(lines[0].published == "14.5 (2024)");
    CHECK(lines[0].model == "14.8 (14.0-15.5)");
    CHECK(lines[0].lasting.empty());
    CHECK(lines[1].lasting == "75.2");
    CHECK(mark_of(lines[0].nearness) == "fits");
    CHECK(mark_of(lines[2].nearness) == "near");
    CHECK(mark_of(us_lines(of_leeds(1.0, 2.6))[2].nearness) == "does not fit");
}

TEST_CASE("one sentence says how many figures come out, and names those that do not") {
    CHECK(us_sentence(of_leeds(0.5, 2)) == "All 5 figures that the model was fitted to come out, or nearly.");
    CHECK(us_sentence(of_leeds(0.5, 3)) ==
          "Of 5 figures that the model was fitted to, 4 come out, or nearly. Not: “leave in a year, %”.");
}

TEST_CASE("a place whose caseload the model cannot give opens with that, one that misses turnover does not") {
    CHECK(cannot_be_fitted(of_leeds(0.5, 9)).empty());
    const std::string warning = cannot_be_fitted(of_leeds(9, 0.1));
    CHECK(warning.find("The model cannot be fitted to Leeds: for “children to a worker” 14.5 is published") ==
          0);
    CHECK(us_text(of_leeds(9, 0.1), 100, Colours::none).find("does not fit") != std::string::npos);
}

TEST_CASE("where nothing was fitted nothing is said of it") {
    CHECK(us_text(StudyResults{}, 100, Colours::none).empty());
    CHECK(us_section(StudyResults{}).empty());
    CHECK(cannot_be_fitted(StudyResults{}).empty());
    CHECK(us_sentence(StudyResults{}).empty());
}

TEST_CASE("a figure that stands in no table is named in the sentence as people say it") {
    StudyResults results = of_leeds(0.5, 0.5);
    results.fit_figures.push_back({"three or more workers", 67, 2024, "own", 67, 27, 20, 35, 9});
    CHECK(us_sentence(results).find("Not: “looked-after children with three or more workers, %”.") !=
          std::string::npos);
}
