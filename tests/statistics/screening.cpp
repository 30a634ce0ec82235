#include "analysis/statistics/screening.hpp"

#include <limits>

#include "tests/catch.hpp"

using namespace headroom;
using Places = std::vector<std::size_t>;

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

Screening screened(std::vector<std::vector<double>> alternatives) {
    return screened_for_least(alternatives);
}

}  // namespace

TEST_CASE("of alternatives that surely differ only the least stays") {
    const Screening found = screened({{5, 6, 7, 8}, {1, 2, 3, 4}, {9, 10, 11, 12}});
    CHECK(found.leading == 1);
    CHECK(found.close.empty());
}

TEST_CASE("one that luck alone sets apart stays, and the nearest is named first") {
    const Screening found = screened({{5, 2, 7, 1}, {4, 2, 6, 2}, {3, 3, 4, 6.5}, {90, 91, 92, 93}});
    CHECK(found.leading == 1);
    CHECK(found.close == Places{0, 2});
}

TEST_CASE("equal alternatives are never told apart") {
    const Screening found = screened({{5, 6, 7}, {1, 2, 3}, {1, 2, 3}});
    CHECK(found.leading == 1);
    CHECK(found.close == Places{2});
}

TEST_CASE("below three futures nothing is screened out") {
    CHECK(screened({{1, 1}, {100, 100}}).close == Places{1});
    CHECK(screened({{1, 1, none}, {100, 100, 100}}).close == Places{1});
}

TEST_CASE("an alternative whose every future failed is neither best nor near it") {
    const Screening found = screened({{none, none, none}, {4, 5, 6}, {4.1, 5.1, 5.9}});
    CHECK(found.leading == 1);
    CHECK(found.close == Places{2});
    CHECK(screened({{none}}).leading == 0);
}

TEST_CASE("common futures tell apart what separate ones could not") {
    // Each differs by two to two and a half, while futures differ by a hundred.
    const Screening found = screened({{0, 100, 50, 20}, {2, 102.5, 52, 22.5}});
    CHECK(found.close.empty());
    CHECK(screened({{0, 100, 50, 20}, {52, 22.5, 2, 102.5}}).close == Places{1});
}
