#include "sim/fitting/quantile.hpp"

#include <cmath>
#include <vector>

#include "tests/catch.hpp"

using namespace headroom;

TEST_CASE("a share between two values lies between them in proportion") {
    const std::vector<double> members = {0, 10, 20, 30, 40};
    CHECK(quantile_of(members, 0) == 0);
    CHECK(quantile_of(members, 0.1) == Approx(4));
    CHECK(quantile_of(members, 0.25) == Approx(10));
    CHECK(quantile_of(members, 1) == 40);
    CHECK(std::isnan(quantile_of({}, 0.5)));
}
