#include "analysis/statistics/measure_names.hpp"

#include <algorithm>
#include <set>

#include "analysis/statistics/headlines.hpp"
#include "tests/catch.hpp"

using namespace headroom;

TEST_CASE("every line of the answer has a name of its own, and no other measure is called so there") {
    std::set<std::string_view> rows;
    for (const MeasureNames& names : measure_names()) {
        if (names.row.empty()) continue;
        CAPTURE(names.row);
        CHECK(rows.insert(names.row).second);
        CHECK(std::ranges::count(headlines(), names.measure, &Headline::measure) == 1);
    }
    CHECK(rows.size() == headlines().size());
}

TEST_CASE("a measure has one line of names, and those of a bound have one place for it") {
    std::set<Measure> measures;
    for (const MeasureNames& names : measure_names()) {
        CAPTURE(row_of(names.measure).name);
        CHECK(measures.insert(names.measure).second);
        CHECK(std::ranges::count(names.bound, '#') == (names.bound.empty() ? 0 : 1));
    }
}

TEST_CASE("a measure that the answer does not show is called by its own name") {
    CHECK(called(Measure::visits_missed).row.empty());
    CHECK(Headline{Measure::visits_missed, Group::children, 1, 0, 0}.label() == "visits_missed");
    CHECK(Headline{Measure::cost, Group::cost, 1, 0, 0}.label() == "staff, \u00a3 million");
}
