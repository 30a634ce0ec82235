// Which settings a fit moves, and how.
#include "sim/fitting/fitted_setting.hpp"

#include <algorithm>
#include <set>

#include "tests/catch.hpp"

using namespace headroom;

TEST_CASE("every fitted setting has a range to move in, a spread, a figure that tells of it, and one row") {
    std::set<std::string_view> keys;
    for (const FittedSetting& setting : fitted_settings()) {
        CAPTURE(setting.key);
        CHECK(keys.insert(setting.key).second);
        CHECK(setting.high > setting.low);
        CHECK(setting.spread > 0);
        CHECK_FALSE(setting.told_by.empty());
    }
}

TEST_CASE("a value goes to its scale and back, and nothing leaves its range") {
    const Settings settings;
    for (const FittedSetting& setting : fitted_settings()) {
        CAPTURE(setting.key);
        // What stands at an end, as a mechanism that is off, is taken a thousandth of the range inside it.
        const double inside = (setting.high - setting.low) / 1000;
        const double value = std::max(settings.*setting.value, setting.low + inside);
        CHECK(off_scale(setting, on_scale(setting, value)) == Approx(value).epsilon(1e-9));
        for (const double end : {setting.low, setting.high}) {
            const double there = off_scale(setting, on_scale(setting, end));
            CHECK(there >= setting.low);
            CHECK(there <= setting.high);
        }
        for (const double far : {-1e9, -50.0, 50.0, 1e9}) {
            CHECK(off_scale(setting, far) >= setting.low);
            CHECK(off_scale(setting, far) <= setting.high);
        }
        CHECK(off_scale(setting, on_scale(setting, value) + 0.1) > value);
    }
}
