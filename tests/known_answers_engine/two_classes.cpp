// The urgent before the rest, without interruption: Cobham's formula.
#include "tests/catch.hpp"
#include "tests/known_answers_engine/estimate.hpp"
#include "tests/known_answers_engine/queue_models.hpp"
#include "tests/known_answers_engine/theory.hpp"

namespace headroom {
namespace {

constexpr int replications = 20;

TEST_CASE(
    "the urgent and the rest wait as Cobham says when neither interrupts the other (M/G/1, two classes)") {
    // Short urgent work and long varied work, at a load of 0.2 + 0.55.
    const PriorityClass urgent{0.4, 0.5, 0.25 * (1 + 0.5 * 0.5)};
    const PriorityClass rest{0.4, 1.375, 1.375 * 1.375 * (1 + 0.8 * 0.8)};
    const TwoClasses model{{urgent.arrival_rate, rest.arrival_rate},
                           {Lognormal::from_mean_cv(0.5, 0.5), Lognormal::from_mean_cv(1.375, 0.8)},
                           100'000,
                           3'000};
    std::vector<double> urgent_waits, rest_waits;
    for (std::uint32_t replication = 0; replication < replications; ++replication) {
        const auto counts = TwoClassesRun(model).run(RandomStreams(71, replication));
        urgent_waits.push_back(counts[0].waited / counts[0].customers);
        rest_waits.push_back(counts[1].waited / counts[1].customers);
    }
    const CobhamWaits theory = cobham(urgent, rest);
    CHECK(estimate_of(urgent_waits) == KnownAnswer{theory.first, 0.02});
    CHECK(estimate_of(rest_waits) == KnownAnswer{theory.second, 0.04});
}

TEST_CASE("with one class Cobham's formula is that of Pollaczek and Khinchine") {
    const PriorityClass only{0.5, 1.2, 1.2 * 1.2 * 2};
    const PriorityClass nobody{0, 1, 1};
    CHECK(cobham(nobody, only).second == Approx(0.5 * 1.2 * 1.2 * 2 / 2 / (1 - 0.6)));
}

}  // namespace
}  // namespace headroom
