#include "sim/engine/working_time.hpp"

#include "sim/engine/ensure.hpp"
#include "tests/catch.hpp"

namespace headroom {
namespace {

TEST_CASE("a working day has 444 minutes and an hour 60") {
    CHECK(working_days(1) == 444);
    CHECK(working_days(45) == 45 * 444);
    CHECK(working_days(-10) == -4440);
    CHECK(hours(7.4) == 444);
    CHECK(hours(1.5) == 90);
}

TEST_CASE("parts of a minute are rounded, the same way before and after the origin") {
    CHECK(whole_minutes(1.49) == 1);
    CHECK(whole_minutes(1.5) == 2);
    CHECK(whole_minutes(-1.5) == -2);
    CHECK(whole_minutes(0.0) == 0);
}

TEST_CASE("every minute belongs to one working day") {
    CHECK(working_day_at(0) == 0);
    CHECK(working_day_at(443) == 0);
    CHECK(working_day_at(444) == 1);
    CHECK(working_day_at(-1) == -1);
    CHECK(working_day_at(-444) == -1);
    CHECK(working_day_at(-445) == -2);
}

TEST_CASE("a broken promise throws a model fault that carries its reason") {
    CHECK_NOTHROW(ensure(true, "never"));
    CHECK_THROWS_AS(ensure(false, "a family is in two places"), ModelFault);
    try {
        ensure(false, "a family is in two places");
    } catch (const ModelFault& fault) {
        CHECK(std::string(fault.what()) == "a family is in two places");
    }
}

}  // namespace
}  // namespace headroom
