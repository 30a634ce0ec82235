// Where the months of a run that starts within one begin, in the file that xarray opens.
#include "sim/results/layout.hpp"
#include "tests/catch.hpp"

using namespace headroom;

namespace {

std::vector<double> beginnings(Date start, int months, int period_months) {
    Extent extent{1, 1, months, period_months, 0, start};
    for (const Dimension& dimension : dimensions_of(extent)) {
        if (dimension.name == period_axis(period_months)) return dimension.coordinates;
    }
    return {};
}

}  // namespace

TEST_CASE("a run from 15 April has its second month from 1 May, 16 days later") {
    CHECK(beginnings({2025, 4, 15}, 3, 1) == std::vector<double>{0, 16, 47});
    CHECK(beginnings({2025, 4, 15}, 7, 3) == std::vector<double>{0, 77, 169});
    CHECK(beginnings({2025, 4, 1}, 3, 1) == std::vector<double>{0, 30, 61});
}

TEST_CASE("a run from a Saturday the 31st has its first month to the end of the next") {
    CHECK(beginnings({2025, 5, 31}, 3, 1) == std::vector<double>{0, 31, 62});
}
