// The fits that come with the program, made again.
#include <cmath>
#include <string>

#include "sim/forecasting/known_figures.hpp"
#include "sim/places/stored_fits.hpp"
#include "tests/catch.hpp"

using namespace headroom;

#ifndef HEADROOM_CHECKED  // which looks at everything after every event
TEST_CASE("three fits that come with the program, made again, have the same bits") {
    const PublishedFigures published = PublishedFigures::built_in();
    const Panel panel = Panel::built_in();
    for (const char* code : {"E06000053", "E06000017", "E09000001"}) {
        const PlaceFigures place = published.place(code);
        CAPTURE(place.name());
        const auto stored = stored_fit(code);
        REQUIRE(stored);
        const auto one_after_the_other = [](int count, const std::function<void(int)>& work) {
            for (int i = 0; i < count; ++i) work(i);
        };
        const Fit fit = fit_place({place, lasting_figures(panel, published.england(), place)}, {},
                                  one_after_the_other, [](int, int) {});
        CHECK(fit.ensemble.members == stored->ensemble.members);
        REQUIRE(fit.figures.size() == stored->figures.size());
        for (std::size_t i = 0; i < fit.figures.size(); ++i)
            if (std::isfinite(fit.figures[i].mean) || std::isfinite(stored->figures[i].mean))
                CHECK(fit.figures[i].mean == Approx(stored->figures[i].mean).epsilon(1e-3));
    }
}
#endif
