#include "sim/study/progress.hpp"

#include "tests/catch.hpp"

using namespace headroom;

TEST_CASE("the progress line says share done, rate and time left") {
    CHECK(progress_text(25, 100, 0, 5.0) == "headroom: 25 of 100 futures (25 %), 5.0 a second, 15 s left");
    CHECK(progress_text(10, 1000, 0, 10.0) ==
          "headroom: 10 of 1000 futures (1 %), 1.0 a second, 16 min 30 s left");
}

TEST_CASE("futures taken up from an earlier run do not flatter the rate") {
    CHECK(progress_text(60, 100, 50, 10.0) == "headroom: 60 of 100 futures (60 %), 1.0 a second, 40 s left");
    CHECK(progress_text(50, 100, 50, 0.0) == "headroom: 50 of 100 futures (50 %)");
}
