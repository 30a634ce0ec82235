#include "analysis/discovery/prim.hpp"

#include "tests/catch.hpp"
#include "tests/discovery/planted.hpp"

using namespace headroom;

namespace {

// Failing with `within` where f1 is above 0.6 and f2 below 0.5, with `elsewhere` in all other worlds.
FailingChance corner(double within, double elsewhere) {
    return [=](std::span<const double> shares) {
        return shares[0] > 0.6 && shares[1] < 0.5 ? within : elsewhere;
    };
}

}  // namespace

TEST_CASE("a planted corner is found with its limits to within 0.03, and nothing else is limited") {
    const Cases cases = planted(latin_hypercube(1000, 6, 1), 1, corner(1, 0));
    const Box box = searched(cases, {}).box;
    CHECK(box.limits[0].low == Approx(0.6).margin(0.03));
    CHECK(box.limits[1].high == Approx(0.5).margin(0.03));
    CHECK_FALSE(std::isfinite(box.limits[0].high));
    CHECK_FALSE(std::isfinite(box.limits[1].low));
    for (std::size_t factor = 2; factor < 6; ++factor) CHECK_FALSE(box.limits[factor].restricts());
    const Counted inside = counted_inside(cases, box.inside(cases));
    CHECK(inside.density() > 0.97);
    CHECK(inside.failing > 0.93 * 200);
}

TEST_CASE("a corner in which nine worlds of ten fail, and one of ten elsewhere, is found to within 0.06") {
    for (int trial = 0; trial < 5; ++trial) {
        const Cases cases = planted(random_points(800, 6, trial), trial, corner(0.9, 0.1));
        const Box box = searched(cases, {}).box;
        CAPTURE(trial);
        CHECK(box.limits[0].low == Approx(0.6).margin(0.06));
        CHECK(box.limits[1].high == Approx(0.5).margin(0.06));
    }
}

TEST_CASE("a box with both ends inside the range is found from either side") {
    const Cases cases = planted(latin_hypercube(1000, 3, 1), 1,
                                [](auto shares) { return shares[0] > 0.3 && shares[0] < 0.55 ? 1 : 0.0; });
    const Box box = searched(cases, {}).box;
    CHECK(box.limits[0].low == Approx(0.3).margin(0.02));
    CHECK(box.limits[0].high == Approx(0.55).margin(0.02));
}

TEST_CASE("words of a choice are peeled off one by one, whatever their order") {
    Cases cases = planted(latin_hypercube(600, 3, 1), 1, [](auto shares) {
        const bool is_advisory = shares[0] >= 1.0 / 3 && shares[0] < 2.0 / 3;
        return !is_advisory && shares[2] > 0.5 ? 1 : 0.0;
    });
    make_words(cases.factors[0]);
    const Box box = searched(cases, {}).box;
    CHECK(box.limits[0].words == std::vector<bool>{true, false, true});
    CHECK(box.limits[2].low == Approx(0.5).margin(0.03));
    CHECK(words_of(box.limits[0], cases.factors[0]) == "none or hard");
}

TEST_CASE("a number with few values is cut between them") {
    Cases cases =
        planted(latin_hypercube(400, 2, 1), 1, [](auto shares) { return shares[0] >= 0.75 ? 1 : 0.0; });
    for (double& value : cases.factors[0].values) value = static_cast<int>(4 * value);
    const Box box = searched(cases, {}).box;
    CHECK(box.limits[0].low == 2.5);
    CHECK(counted_inside(cases, box.inside(cases)).density() == 1);
}

TEST_CASE(
    "on the way inwards boxes become smaller and hold fewer of all that fail, until few worlds are left") {
    const Cases cases = planted(random_points(500, 4, 3), 3, corner(0.8, 0.1));
    const std::vector<Step> steps = peeled(cases, {});
    REQUIRE(steps.size() > 10);
    CHECK(steps.front().counted.cases == 500);
    CHECK(steps.front().coverage == 1);
    CHECK(steps.front().counted.density() == Approx(cases.failing_share()));
    for (std::size_t i = 1; i < steps.size(); ++i) {
        CHECK(steps[i].counted.cases < steps[i - 1].counted.cases);
        CHECK(steps[i].counted.cases >= 25);
        CHECK(steps[i].coverage <= steps[i - 1].coverage);
    }
    CHECK(steps.back().counted.density() > 2 * cases.failing_share());
}

TEST_CASE("a density that is asked for gives the largest box so dense, or the densest there is") {
    const Cases cases = planted(random_points(500, 4, 3), 3, corner(0.8, 0.1));
    const std::vector<Step> steps = peeled(cases, {});
    const std::size_t taken = taken_step(steps, {.density = 0.6});
    CHECK(steps[taken].counted.density() >= 0.6);
    for (std::size_t i = 0; i < taken; ++i) CHECK(steps[i].counted.density() < 0.6);
    const std::size_t densest = taken_step(steps, {.density = 1});
    for (const Step& step : steps) CHECK(step.counted.density() <= steps[densest].counted.density());
}

TEST_CASE("no box is less dense than the step it was widened from, whatever density is asked") {
    int ranges = 0;
    for (int trial = 0; trial < trials_of(20); ++trial) {
        const Cases cases = planted(random_points(300, 4, trial), trial, [](auto shares) {
            return shares[0] > 0.3 && shares[0] < 0.9 && shares[1] < 0.6 ? 0.7 : 0.2;
        });
        for (const std::optional<double>& density : {std::optional<double>(), {0.6}, {0.7}, {0.8}}) {
            const BoxSearch search = searched(cases, {.density = density});
            CAPTURE(trial, density.value_or(0));
            const Step& taken = search.steps[search.taken];
            const double found = counted_inside(cases, search.box.inside(cases)).density();
            CHECK(found >= taken.counted.density());
            ranges += std::isfinite(search.box.limits[0].low) && std::isfinite(search.box.limits[0].high);
        }
    }
    CHECK(ranges > 0);
}

TEST_CASE("the quasi-p of a limit that matters is small, of one that does not large") {
    const Cases cases = planted(random_points(400, 3, 4), 4, corner(0.9, 0.1));
    Box box = Box::everywhere(cases.factors);
    box.limits[0].low = 0.6;
    box.limits[1].high = 0.5;
    box.limits[2].low = 0.1;
    CHECK(quasi_p(cases, box, 0) < 1e-6);
    CHECK(quasi_p(cases, box, 1) < 1e-6);
    CHECK(quasi_p(cases, box, 2) > 0.2);
}

TEST_CASE("a quasi-p is the binomial chance of Bryant and Lempert") {
    // Ten worlds, f1 = 0.05, 0.15, ..., failing from the seventh on. Above 0.6 four of four fail, of all four
    // of ten: 0.4 to the power of four.
    Cases cases;
    cases.factors.push_back({"f1", "f1", "", {}, 0, 1, {}});
    for (int i = 0; i < 10; ++i) {
        cases.factors[0].values.push_back(0.05 + 0.1 * i);
        cases.fails.push_back(i >= 6);
        cases.groups.push_back(i);
    }
    Box box = Box::everywhere(cases.factors);
    box.limits[0].low = 0.6;
    CHECK(quasi_p(cases, box, 0) == Approx(0.4 * 0.4 * 0.4 * 0.4));
    cases.groups = {0, 0, 1, 1, 2, 2, 3, 3, 4, 4};
    CHECK(quasi_p(cases, box, 0) == Approx(0.4 * 0.4));
}

TEST_CASE("limits are read out in words") {
    const WorldFactor number{"f", "f", "", {}, 0, 1, {}};
    CHECK(words_of(Limit{}, number) == "");
    CHECK(words_of(Limit{.low = 0.678}, number) == "above 0.678");
    CHECK(words_of(Limit{.high = 12.5}, number) == "below 12.5");
    CHECK(words_of(Limit{.low = 1, .high = 2}, number) == "1 to 2");
}
