#include "analysis/words/study_words.hpp"

#include <cmath>

#include "tests/catch.hpp"
#include "tests/statistics/made_up_table.hpp"

using namespace headroom;

namespace {

StudyTable small_study() {
    StudyTable table = made_up_table({"latin_hypercube", {{0.1}, {0.9}}}, 2, 4,
                                     [](auto shares, int, int) { return shares[0]; });
    table.origin.headroom_version = "0.1.0";
    table.origin.git_commit = "5b22c2ddb4aabbcc";
    return table;
}

}  // namespace

TEST_CASE("a study says its authority, time, worlds, policies, futures, seed and version") {
    CHECK(
        study_origin_words(small_study().origin) ==
        "Typical authority, 6 months from 1 April 2025; 2 worlds (a Latin hypercube), 2 policies, 4 futures "
        "each, seed 1; Headroom 0.1.0 (5b22c2ddb4)");
}

TEST_CASE("a comparison says so by naming no design") {
    StudyResults origin = small_study().origin;
    origin.design.kind = "";
    origin.design.worlds = 1;
    CHECK(study_origin_words(origin).find("; 1 world, 2 policies, 4 futures each,") != std::string::npos);
    origin.design.kind = "spiral";
    CHECK(design_words(origin.design) == "a design of kind spiral");
}

TEST_CASE("what is looked at is named: a policy, or one less another") {
    const StudyDesign design = small_study().origin.design;
    CHECK(looked_at_words(design, {.policy = 1}) == "\u201cPolicy 2\u201d");
    CHECK(looked_at_words(design, {.policy = 1, .against = 0}) ==
          "\u201cPolicy 2\u201d less \u201cAs now\u201d");
    CHECK(measure_words(small_study()) == "unmet per 100, hours per 100 planned");
}

TEST_CASE("periods are named by their months and begin on their first day") {
    StudyTable table = small_study();
    CHECK(period_words(table, 0) == "the whole run");
    CHECK(period_start(table, 0) == "2025-04-01");
    table.periods = 2;
    table.origin.period_months = 4;
    CHECK(period_words(table, 0) == "Apr to Jul 2025");
    CHECK(period_words(table, 1) == "Aug to Sep 2025");
    CHECK(period_start(table, 1) == "2025-08-01");
    table.origin.start = {2025, 11, 17};
    CHECK(period_words(table, 0) == "17 Nov 2025 to Feb 2026");
    CHECK(period_start(table, 0) == "2025-11-17");
    CHECK(period_start(table, 1) == "2026-03-01");
}

TEST_CASE("futures without a value are counted, or not mentioned") {
    const StudyTable table = small_study();
    WorldValues worlds;
    CHECK(missing_words(table, worlds) == "");
    worlds.without_value = 1;
    CHECK(missing_words(table, worlds) ==
          "1 of 8 futures has no value (failed, or nothing to measure) and counts in no mean.");
    worlds.without_value = 3;
    CHECK(missing_words(table, worlds).starts_with("3 of 8 futures have no value"));
}

TEST_CASE("numbers are shown with the figures that count, and with their interval where they have one") {
    CHECK(decimals_for(1234) == 0);
    CHECK(decimals_for(12.3) == 1);
    CHECK(decimals_for(-1.2) == 2);
    CHECK(decimals_for(0.012) == 4);
    CHECK(decimals_for(0) == 0);
    CHECK(with_interval(0.617, {0.55, 0.681}, 2) == "0.62 (0.55 to 0.68)");
    CHECK(with_interval(0.617, {}, 2) == "0.62");
    CHECK(with_interval(std::nan(""), {0, 1}, 2) == "none");
}
