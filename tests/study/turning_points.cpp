// How far something may be turned: a known answer is found, with an interval that holds it as often as it
// says.
#include "sim/study/turning_points.hpp"

#include <algorithm>
#include <cmath>

#include "sim/engine/draws.hpp"
#include "sim/families/chance.hpp"
#include "sim/text/fault.hpp"
#include "tests/catch.hpp"

using namespace headroom;

namespace {

// A made-up service whose measure grows with the value and breaks its bound of 0 at a point drawn for each
// future, evenly between 20 and 80.
struct EvenPoints {
    std::uint64_t seed = 1;
    int* tried = nullptr;

    double point(std::uint32_t future) const {
        return 20 + 60 * RandomStreams(seed, future).draw(1, demand_year, 0).uniform(0);
    }
    double measure(std::uint32_t future, double value) {
        if (tried != nullptr) ++*tried;
        return value - point(future);
    }
};

TurningSearch search_of(int futures, Scale scale = {0, 100, 1}) {
    TurningSearch search;
    search.scale = scale;
    search.bound.most = 0;
    search.futures = futures;
    search.threads = 1;
    search.ranks = {0, static_cast<std::size_t>(futures - 1)};
    return search;
}

template <class Model>
TurningOutcome found(const TurningSearch& search, Model model) {
    std::atomic<bool> stop = false;
    return find_turning_points(
        search, [&] { return model; }, stop);
}

template <class Measure>
struct Plain {
    Measure measure_of;
    double measure(std::uint32_t future, double value) { return measure_of(future, value); }
};
template <class Measure>
Plain(Measure) -> Plain<Measure>;

}  // namespace

TEST_CASE("every future's turning point is found to the step") {
    const EvenPoints model;
    const TurningSearch search = search_of(60);
    const TurningOutcome outcome = found(search, model);
    REQUIRE_FALSE(outcome.interrupted);
    for (std::uint32_t future = 0; future < 60; ++future) {
        const Turn turn = turn_of(outcome.futures[future], search.scale, search.bound, GoodEnd::low);
        CHECK(turn.is_known());
        CHECK_FALSE(turn.comes_back);
        CHECK(turn.kept == static_cast<int>(std::floor(model.point(future))));
    }
}

TEST_CASE("where the measure must be high and more helps, the turning point is found from above") {
    TurningSearch search = search_of(20);
    search.bound = {};
    search.bound.least = 0;
    const EvenPoints model;
    const TurningOutcome outcome = found(search, model);
    CHECK(good_end(outcome.futures, search.scale, search.bound) == GoodEnd::high);
    for (std::uint32_t future = 0; future < 20; ++future) {
        const Turn turn = turn_of(outcome.futures[future], search.scale, search.bound, GoodEnd::high);
        CHECK(100 - turn.kept == static_cast<int>(std::ceil(model.point(future))));
    }
}

TEST_CASE("steps need not be whole, nor a scale start at zero") {
    TurningSearch search = search_of(10, {-1, 1, 0.05});
    const auto model = Plain{[](std::uint32_t, double value) { return value - 0.33; }};
    const TurningOutcome outcome = found(search, model);
    const Turn turn = turn_of(outcome.futures[3], search.scale, search.bound, GoodEnd::low);
    CHECK(search.scale.value(turn.kept) == Approx(0.3));
    CHECK(search.scale.last_place() == 40);
}

TEST_CASE("a measure kept everywhere, or nowhere, is told from one that turns") {
    const TurningSearch search = search_of(10);
    const TurningOutcome always = found(search, Plain{[](std::uint32_t, double) { return -1.0; }});
    const TurningOutcome never = found(search, Plain{[](std::uint32_t, double) { return 1.0; }});
    CHECK(turn_of(always.futures[0], search.scale, search.bound, GoodEnd::low).kept == 100);
    CHECK(turn_of(never.futures[0], search.scale, search.bound, GoodEnd::low).kept == -1);
    CHECK(futures_to_refine(always.futures, search.scale, search.bound, search.ranks).empty());
    CHECK(futures_to_refine(never.futures, search.scale, search.bound, search.ranks).empty());
}

TEST_CASE("a measure that leaves its bounds and comes back is noticed, and its first loss counts") {
    const TurningSearch search = search_of(12);
    // Out of bounds from 30 to 60 in every third future, from 30 on in the others.
    const auto model = Plain{[](std::uint32_t future, double value) {
        return value >= 30 && (value <= 60 || future % 3 != 0) ? 1.0 : -1.0;
    }};
    const TurningOutcome outcome = found(search, model);
    for (std::uint32_t future = 0; future < 12; ++future) {
        const Turn turn = turn_of(outcome.futures[future], search.scale, search.bound, GoodEnd::low);
        CHECK(turn.kept == 29);
        // The first few are tried along the whole scale, and so see it.
        if (future < tried_along_whole_scale) CHECK(turn.comes_back == (future % 3 == 0));
    }
}

TEST_CASE("a future in which the model fails is left out of the search") {
    const TurningSearch search = search_of(8);
    const auto model =
        Plain{[](std::uint32_t future, double value) { return future == 2 ? std::nan("") : value - 40; }};
    const TurningOutcome outcome = found(search, model);
    CHECK_FALSE(is_tried_along(outcome.futures[2], search.scale));
    CHECK_FALSE(next_place(outcome.futures[2], search.scale, search.bound, GoodEnd::low));
    CHECK(turn_of(outcome.futures[3], search.scale, search.bound, GoodEnd::low).kept == 40);
}

TEST_CASE("a model that fails is told from one that finds nothing to measure") {
    struct Model {
        std::optional<double> measure(std::uint32_t future, double value) {
            if (future == 2) return std::nullopt;
            return future == 3 ? std::nan("") : value - 40;
        }
    };
    const TurningOutcome outcome = found(search_of(8), Model{});
    const auto any_failed = [](const Trials& trials) {
        return std::any_of(trials.begin(), trials.end(), [](const Trial& trial) { return trial.has_failed; });
    };
    CHECK(any_failed(outcome.futures[2]));
    CHECK_FALSE(any_failed(outcome.futures[3]));
    CHECK_FALSE(has_values(outcome.futures[2]));
    CHECK_FALSE(has_values(outcome.futures[3]));
    CHECK(has_values(outcome.futures[4]));
}

TEST_CASE("where the first futures have no value, others show at which end the measure is kept") {
    TurningSearch search = search_of(60);
    search.bound = {};
    search.bound.least = 0;
    const EvenPoints even;
    const TurningOutcome outcome = found(search, Plain{[&](std::uint32_t future, double value) {
                                             return future < 15 ? std::nan("") : value - even.point(future);
                                         }});
    CHECK(good_end(outcome.futures, search.scale, search.bound) == GoodEnd::high);
    for (std::uint32_t future = 15; future < 60; ++future) {
        const Turn turn = turn_of(outcome.futures[future], search.scale, search.bound, GoodEnd::high);
        CHECK(100 - turn.kept == static_cast<int>(std::ceil(even.point(future))));
    }
}

TEST_CASE(
    "where values are missing on the way, the lowest turning points of the others are known all the same") {
    TurningSearch search = search_of(100);
    search.ranks = {4, 16};
    const EvenPoints even{7};
    // Every second future has no value in the middle of where it would be looked for.
    const TurningOutcome outcome = found(search, Plain{[&](std::uint32_t future, double value) {
                                             const bool is_gap = future % 2 == 1 && value > 20 && value < 80;
                                             return is_gap ? std::nan("") : value - even.point(future);
                                         }});
    std::vector<Turn> turns;
    for (const Trials& trials : outcome.futures) {
        if (has_values(trials)) turns.push_back(turn_of(trials, search.scale, search.bound, GoodEnd::low));
    }
    std::sort(turns.begin(), turns.end(), [](const Turn& a, const Turn& b) { return a.kept < b.kept; });
    REQUIRE(turns.size() >= 50);
    for (std::size_t rank = 0; rank <= 10; ++rank) CHECK(turns[rank].is_known());
}

TEST_CASE("a value of a scale is the number that a person would write, and no sum of binary steps") {
    for (const Scale& scale : {Scale{0.5, 1, 0.01}, Scale{0.1, 0.9, 0.02}, Scale{5, 60, 0.5},
                               Scale{-40, 60, 1}, Scale{0.0003, 0.002, 0.00001}}) {
        for (int place = 0; place <= scale.last_place(); ++place) {
            const double value = scale.value(place);
            CHECK(value == Approx(scale.from + place * scale.step));
            CHECK(number_text(value).size() <= 8);
        }
    }
}

TEST_CASE("most futures are never tried far beyond their turn, where a run takes longest") {
    const TurningSearch search = search_of(60, {0, 400, 1});
    const TurningOutcome outcome = found(search, EvenPoints{5});
    int far = 0;
    for (const Trials& trials : outcome.futures)
        far +=
            std::any_of(trials.begin(), trials.end(), [](const Trial& trial) { return trial.place > 200; });
    CHECK(far == tried_along_whole_scale);
}

TEST_CASE("a future that turns before or beyond where the first few did is found all the same") {
    const TurningSearch search = search_of(30);
    const auto model = Plain{[](std::uint32_t future, double value) {
        const double point = future == 20 ? 3.5 : future == 21 ? 97.5 : 50.5;
        return value - point;
    }};
    const TurningOutcome outcome = found(search, model);
    const auto kept = [&](std::size_t future) {
        return turn_of(outcome.futures[future], search.scale, search.bound, GoodEnd::low).kept;
    };
    CHECK(kept(19) == 50);
    CHECK(kept(20) == 3);
    CHECK(kept(21) == 97);
}

TEST_CASE("only the futures that the answer is made of are refined, and it is the same as if all were") {
    int tried_few = 0, tried_all = 0;
    TurningSearch few = search_of(100), all = search_of(100);
    few.ranks = {4, 16};
    const TurningOutcome some = found(few, EvenPoints{7, &tried_few});
    const TurningOutcome every = found(all, EvenPoints{7, &tried_all});
    CHECK(tried_few < 0.75 * tried_all);
    const auto sorted = [&](const TurningOutcome& outcome) {
        std::vector<int> kept;
        for (const Trials& trials : outcome.futures)
            kept.push_back(turn_of(trials, few.scale, few.bound, GoodEnd::low).kept);
        std::sort(kept.begin(), kept.end());
        return kept;
    };
    for (std::size_t rank = 4; rank <= 16; ++rank) CHECK(sorted(some)[rank] == sorted(every)[rank]);
}

TEST_CASE("the same trials come of any number of threads") {
    TurningSearch one = search_of(40), three = search_of(40);
    three.threads = 3;
    const TurningOutcome alone = found(one, EvenPoints{3}), shared = found(three, EvenPoints{3});
    for (std::size_t future = 0; future < 40; ++future) {
        REQUIRE(alone.futures[future].size() == shared.futures[future].size());
        for (std::size_t i = 0; i < alone.futures[future].size(); ++i) {
            CHECK(alone.futures[future][i].place == shared.futures[future][i].place);
            CHECK(alone.futures[future][i].measure == shared.futures[future][i].measure);
        }
    }
}

TEST_CASE("a search that is asked to stop says so") {
    std::atomic<bool> stop = false;
    const TurningSearch search = search_of(50);
    const auto model = Plain{[&](std::uint32_t future, double value) {
        if (future == 5) stop = true;
        return value - 40;
    }};
    CHECK(find_turning_points(
              search, [&] { return model; }, stop)
              .interrupted);
}

TEST_CASE("where no future keeps the measure, the good end is the one at which it comes nearest") {
    const Scale scale{0, 100, 1};
    Bound at_most, at_least;
    at_most.most = 15, at_least.least = 90;
    const std::vector<Trials> falling = {{{0, 40.0}, {100, 20.0}}, {{0, 42.0}, {100, 18.0}}};
    const std::vector<Trials> rising = {{{0, 20.0}, {100, 40.0}}, {{0, 18.0}, {100, 42.0}}};
    CHECK(good_end(falling, scale, at_most) == GoodEnd::high);
    CHECK(good_end(rising, scale, at_most) == GoodEnd::low);
    CHECK(good_end(falling, scale, at_least) == GoodEnd::low);
    CHECK(good_end(rising, scale, at_least) == GoodEnd::high);
}
