// Who it is that comes and goes: the mild more than the acute, and as many as asked for.
#include "sim/families/margin.hpp"

#include "sim/families/pathway.hpp"
#include "tests/catch.hpp"

using namespace headroom;

namespace {

const BySeverity everyone = {1, 1, 1, 1};

double total_of(const BySeverity& mix, const BySeverity& times) {
    double total = 0;
    for (int k = 0; k < severity_count; ++k) total += mix[k] * times[k];
    return total;
}

}  // namespace

TEST_CASE("as many families come as are asked for, however much what comes and goes leans to the mild") {
    const Pathway path{Settings{}};
    for (const BySeverity& mix : {path.mix, BySeverity{0.25, 0.25, 0.25, 0.25}, BySeverity{1, 0, 0, 0}}) {
        for (const double leaning : {0.3, 0.9, 1.1, 1.5, 4.0}) {
            for (const double strength : {0.3, 0.5, 1.0}) {
                CAPTURE(leaning, strength);
                CHECK(total_of(mix, margin_of(mix, comes_and_goes(Settings{}), leaning, strength)) ==
                      Approx(total_of(mix, everyone)).epsilon(1e-12));
            }
        }
    }
}

TEST_CASE("the milder a need, the more it comes and goes") {
    const Pathway path{Settings{}};
    const BySeverity weights = comes_and_goes(Settings{});
    const BySeverity more = margin_of(path.mix, weights, 1.2, 0.5),
                     fewer = margin_of(path.mix, weights, 0.8, 0.5);
    for (int k = 1; k < severity_count; ++k) {
        CHECK(more[k] < more[k - 1]);
        CHECK(fewer[k] > fewer[k - 1]);
    }
    CHECK(more[0] > 1);
    CHECK(more[severity_count - 1] < 1);
    CHECK(margin_of(path.mix, weights, 1.2, 1)[0] > more[0]);
}

TEST_CASE("where nothing leans, or nothing comes and goes, all needs come alike to the last bit") {
    const Pathway path{Settings{}};
    const BySeverity weights = comes_and_goes(Settings{});
    CHECK(margin_of(path.mix, weights, 1.7, 0) == everyone);
    CHECK(margin_of(path.mix, weights, 1, 0.5) == everyone);
}

TEST_CASE("with one weight for all, all needs come and go alike") {
    const Pathway path{Settings{}};
    const BySeverity times = margin_of(path.mix, {3, 3, 3, 3}, 1.5, 1);
    for (int k = 0; k < severity_count; ++k) CHECK(times[k] == Approx(1));
}
