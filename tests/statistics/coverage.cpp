// Every interval holds its truth as often as it says: 500 trials with fixed seeds, against known answers. A
// share of 95 % has a standard error of 0.0097 over 500 trials; three of them are allowed on the side that
// would promise too much.
#include <algorithm>
#include <cmath>

#include "analysis/statistics/intervals.hpp"
#include "analysis/statistics/over_futures.hpp"
#include "analysis/statistics/screening.hpp"
#include "analysis/statistics/stopping.hpp"
#include "benchmarks/erlang.hpp"
#include "tests/catch.hpp"
#include "tests/known_answers_engine/queue_models.hpp"
#include "tests/statistics/made_up_chance.hpp"

using namespace headroom;

namespace {

constexpr double least = 0.95 - 3 * 0.0097, most = 0.95 + 3 * 0.0097;

std::vector<double> normals(TrialChance& chance, int number, double mean, double deviation) {
    std::vector<double> values;
    for (int i = 0; i < number; ++i) values.push_back(mean + deviation * chance.normal());
    return values;
}

// The mean waits of an M/M/3 queue at two loads with the same customers, future by future.
struct QueuePair {
    std::vector<double> busy, calm;
};

double mean_wait(ManyServersRun& queue, const RandomStreams& streams) {
    const WaitCounts counts = queue.run(streams);
    return counts.waited / counts.customers;
}

}  // namespace

TEST_CASE(
    "Student's interval of a queue's mean wait, and of what one more worker saves, hold Erlang's answers") {
    // Eight futures of 1,500 customers, the first 200 not counted; the same customers meet three workers or
    // four.
    ManyServersRun three({3, 1.8, 1, 0, 1'500, 200}), four({4, 1.8, 1, 0, 1'500, 200});
    const double truth = erlang_c_mean_wait(3, 1.8, 1), saved = erlang_c_mean_wait(4, 1.8, 1) - truth;
    int held = 0, difference_held = 0;
    for (int trial = 0; trial < long_trials; ++trial) {
        std::vector<double> with_three, with_four;
        for (std::uint32_t future = 0; future < 8; ++future) {
            const RandomStreams streams(90210, static_cast<std::uint32_t>(trial) * 8 + future);
            with_three.push_back(mean_wait(three, streams));
            with_four.push_back(mean_wait(four, streams));
        }
        held += mean_interval(with_three).holds(truth);
        const PairedDifference found = paired_difference(with_four, with_three, {Better::lower, 0.01});
        difference_held += found.low <= saved && saved <= found.high;
    }
    CHECK(held / double(long_trials) == Approx(0.95).margin(long_margin));
    CHECK(difference_held / double(long_trials) == Approx(0.95).margin(long_margin));
}

TEST_CASE("the interval of a median and of a ninth decile hold them, whatever the distribution") {
    // 70 exponential futures: median ln 2, ninth decile ln 10. Since an interval ends at one of the values,
    // it holds more than 95 %: by the binomial 95.9 % (from the 27th to the 44th) and, of 80, 97.7 %.
    const auto held = [](int futures, double share, double truth) {
        return share_of_trials([&](int trial) {
            TrialChance chance(7, trial);
            std::vector<double> values;
            for (int i = 0; i < futures; ++i) values.push_back(chance.exponential());
            std::sort(values.begin(), values.end());
            return quantile_interval(values, share).holds(truth);
        });
    };
    CHECK(held(70, 0.5, std::log(2)) == Approx(0.9586).margin(3 * 0.0089));
    CHECK(held(80, 0.9, std::log(10)) == Approx(0.9770).margin(3 * 0.0067));
}

TEST_CASE("Wilson's interval of a share holds it, also when the share is small") {
    // Its coverage swings around 95 % with the share (Brown, Cai and DasGupta, Statistical Science 16, 2001);
    // of 100 futures it is, by the binomial:
    for (const auto& [share, coverage] : {std::pair{0.5, 0.9431}, {0.13, 0.9488}, {0.04, 0.9356}}) {
        CAPTURE(share);
        const double held = share_of_trials([wanted = share](int trial) {
            TrialChance chance(11, trial);
            int hits = 0;
            for (int i = 0; i < 100; ++i) hits += chance.uniform() < wanted;
            return share_interval(hits, 100).holds(wanted);
        });
        CHECK(held == Approx(coverage).margin(3 * 0.011));
    }
}

TEST_CASE(
    "futures that share their world tell less than as many of worlds of their own, and the interval knows") {
    constexpr int worlds = 40, futures_each = 5;
    const auto held = [](int trial, bool knows) {
        TrialChance chance(29, trial);
        const std::vector<double> of_world = normals(chance, worlds, 3, 1);
        std::vector<double> values;
        std::vector<int> lived;
        for (int future = 0; future < worlds * futures_each; ++future) {
            lived.push_back(future % worlds);
            values.push_back(of_world[static_cast<std::size_t>(lived.back())] + 0.5 * chance.normal());
        }
        const Interval found = knows ? mean_interval_by_world(values, lived) : mean_interval(values);
        return found.holds(3);
    };
    const double share = share_of_trials([&](int trial) { return held(trial, true); });
    CHECK(share > least);
    CHECK(share < most);
    CHECK(share_of_trials([&](int trial) { return held(trial, false); }) < 0.8);
}

TEST_CASE("where every future has a world of its own, its interval is Student's") {
    TrialChance chance(31, 1);
    const std::vector<double> values = normals(chance, 30, 1, 1);
    std::vector<int> worlds(values.size());
    for (std::size_t i = 0; i < worlds.size(); ++i) worlds[i] = static_cast<int>(i);
    CHECK(mean_interval_by_world(values, worlds).low == Approx(mean_interval(values).low));
    CHECK(mean_interval_by_world(values, worlds).high == Approx(mean_interval(values).high));
}

TEST_CASE("the joint intervals of eight alternatives hold all eight differences at once") {
    // All are compared with the same first, whose luck they share.
    const auto all_held = [](int trial, auto interval_of) {
        TrialChance chance(13, trial);
        const std::vector<double> first = normals(chance, 15, 0, 1);
        bool held = true;
        for (int i = 0; i < 8; ++i) {
            std::vector<double> values = normals(chance, 15, 0.5 * i, 1);
            const PairedDifference found = paired_difference(values, first, {Better::lower, 0.1, 8});
            held = held && interval_of(found).holds(0.5 * i);
        }
        return held;
    };
    CHECK(share_of_trials([&](int trial) {
              return all_held(trial, [](const PairedDifference& found) { return found.joint; });
          }) > least);
    // Each alone holds 95 %, and all at once much less: this is what the joint ones are for.
    CHECK(share_of_trials([&](int trial) {
              return all_held(trial, [](const PairedDifference& found) {
                  return Interval{found.low, found.high};
              });
          }) < 0.85);
}

TEST_CASE("a verdict of better or worse is wrong in at most one comparison of twenty") {
    // Eight alternatives that do not differ from the first: that any is called better or worse.
    const double wrong = share_of_trials([](int trial) {
        TrialChance chance(17, trial);
        const std::vector<double> first = normals(chance, 20, 0, 1);
        for (int i = 0; i < 8; ++i) {
            const std::vector<double> values = normals(chance, 20, 0, 1);
            if (is_told(paired_difference(values, first, {Better::lower, 0.05, 8}).verdict)) return true;
        }
        return false;
    });
    CHECK(wrong < 0.05 + 3 * 0.0097);
}

TEST_CASE("screening keeps the truly best with its 95 %, when the others are as near as they can be") {
    // Ten alternatives share the luck of each of 25 futures; nine are a tenth worse than the best.
    int kept = 0;
    double left = 0;
    for (int trial = 0; trial < trials; ++trial) {
        TrialChance chance(19, trial);
        std::vector<std::vector<double>> alternatives(10);
        for (int future = 0; future < 25; ++future) {
            const double luck = 5 * chance.normal();
            for (std::size_t i = 0; i < 10; ++i)
                alternatives[i].push_back(luck + (i == 4 ? 0 : 0.1) + chance.normal());
        }
        const Screening found = screened_for_least(alternatives);
        kept += found.leading == 4 || std::count(found.close.begin(), found.close.end(), 4) > 0;
        left += static_cast<double>(found.close.size());
    }
    CHECK(kept / double(trials) > least);
    CHECK(left / trials > 5);  // so near that most must stay
}

TEST_CASE("screening sends the others away when they are far") {
    const double alone = share_of_trials([](int trial) {
        TrialChance chance(23, trial);
        std::vector<std::vector<double>> alternatives(10);
        for (int future = 0; future < 25; ++future) {
            const double luck = 5 * chance.normal();
            for (std::size_t i = 0; i < 10; ++i)
                alternatives[i].push_back(luck + 0.5 * std::abs(4.0 - double(i)) * 4 + chance.normal());
        }
        const Screening found = screened_for_least(alternatives);
        return found.leading == 4 && found.close.empty();
    });
    CHECK(alone > 0.95);
}

TEST_CASE("futures that are added until they are precise enough hold the truth nearly as often") {
    // A difference of 2 with a spread of 1 to 4: about 19 to 249 futures for half a smallest difference of 1.
    for (const double spread : {1.0, 2.0, 4.0}) {
        CAPTURE(spread);
        int held = 0, precise = 0;
        double futures = 0;
        for (int trial = 0; trial < trials; ++trial) {
            TrialChance chance(29, trial);
            const Precision precision{.of_the_difference = 0};
            Watched watched{"", normals(chance, precision.first, 2, spread), 1, 1};
            for (;;) {
                const int lived = static_cast<int>(watched.values.size());
                const int wanted = futures_wanted(std::vector{watched}, lived, precision);
                if (wanted <= lived) break;
                const std::vector<double> more = normals(chance, wanted - lived, 2, spread);
                watched.values.insert(watched.values.end(), more.begin(), more.end());
            }
            held += mean_interval(watched.values).holds(2);
            precise += mean_interval(watched.values).half_width() <= 0.5;
            futures += static_cast<double>(watched.values.size()) / trials;
        }
        CHECK(precise == trials);
        CHECK(held / double(trials) > least - 0.01);  // the known price of stopping by the spread
        CHECK(held / double(trials) < most);
        const double needed = std::max(20.0, std::pow(1.96 * spread / 0.5, 2));
        CHECK(futures > 0.9 * needed);
        CHECK(futures < 1.25 * needed + 5);
    }
}

TEST_CASE("about as many futures as the answer says do tell, four times in five") {
    // A true difference of 1 with a spread of 5; at 20 futures most cannot tell.
    int could_not_tell = 0, told_then = 0;
    for (int trial = 0; trial < trials; ++trial) {
        TrialChance chance(31, trial);
        const std::vector<double> few = normals(chance, 20, 1, 5);
        const std::vector<double> zero(20, 0.0);
        const Judgement judgement{Better::lower, 0.5};
        could_not_tell += paired_difference(few, zero, judgement).verdict == Verdict::cannot_tell;
        // What is said when the estimate happens to be the truth.
        std::vector<double> exact = few;
        const double mean = mean_of(few), scale = 5 / std::sqrt(variance_of(few));
        for (double& value : exact) value = 1 + (value - mean) * scale;
        const int wanted = static_cast<int>(paired_difference(exact, zero, judgement).futures_to_tell);
        const std::vector<double> many = normals(chance, wanted, 1, 5);
        told_then += paired_difference(many, std::vector<double>(many.size(), 0.0), judgement).verdict !=
                     Verdict::cannot_tell;
    }
    CHECK(could_not_tell > trials / 2);
    CHECK(told_then / double(trials) == Approx(0.8).margin(0.07));
}
