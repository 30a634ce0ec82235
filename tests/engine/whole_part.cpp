// The one way from a double to a whole number: no number has an outcome that C++ leaves open.
#include "sim/engine/whole_part.hpp"

#include <cmath>
#include <limits>

#include "sim/engine/working_time.hpp"
#include "tests/catch.hpp"

namespace headroom {
namespace {

template <class Whole>
void check_ends() {
    constexpr Whole least = std::numeric_limits<Whole>::min(), most = std::numeric_limits<Whole>::max();
    const double infinity = std::numeric_limits<double>::infinity();
    CHECK(whole_part<Whole>(infinity) == most);
    CHECK(whole_part<Whole>(-infinity) == least);
    CHECK(whole_part<Whole>(1e300) == most);
    CHECK(whole_part<Whole>(-1e300) == least);
    CHECK(whole_part<Whole>(std::nan("")) == 0);
    CHECK(whole_part<Whole>(2.0 * static_cast<double>(most)) == most);
    CHECK(whole_part<Whole>(static_cast<double>(least)) == least);
    for (const double small : {0.0, 0.5, 0.999, 1.0, 1.5, 63.0, 99.99})
        CHECK(whole_part<Whole>(small) == static_cast<Whole>(small));
}

}  // namespace

TEST_CASE("a number beyond a type becomes its nearest end, and what is no number becomes 0") {
    check_ends<std::int8_t>();
    check_ends<std::uint8_t>();
    check_ends<std::int16_t>();
    check_ends<std::uint16_t>();
    check_ends<std::int32_t>();
    check_ends<std::uint32_t>();
    check_ends<std::int64_t>();
    check_ends<std::uint64_t>();
    check_ends<std::size_t>();
}

TEST_CASE("the whole part is toward zero, up to both ends of the type") {
    CHECK(whole_part<int>(-1.9) == -1);
    CHECK(whole_part<unsigned>(-0.9) == 0);
    CHECK(whole_part<int>(2147483647.5) == 2147483647);
    CHECK(whole_part<int>(-2147483648.5) == std::numeric_limits<int>::min());
    CHECK(whole_part<std::uint8_t>(255.9) == 255);
    CHECK(whole_part<std::uint8_t>(256.0) == 255);
}

TEST_CASE("the sum of two times is still a time, however long they were meant to be") {
    for (const double minutes : {1e9, 1e12, 1e300, std::numeric_limits<double>::infinity()}) {
        CHECK(full_minutes(minutes) == longest_time);
        CHECK(whole_minutes(minutes) == longest_time);
        CHECK(whole_minutes(-minutes) == -longest_time);
        CHECK(working_days(minutes) + hours(minutes) > longest_time);
    }
    CHECK(full_minutes(1.9) == 1);
    CHECK(whole_minutes(std::nan("")) == 0);
}

}  // namespace headroom
