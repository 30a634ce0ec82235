// Nobody waits: how many are open at once depends only on how many come and how long they stay on average.
#include "tests/catch.hpp"
#include "tests/known_answers_engine/estimate.hpp"
#include "tests/known_answers_engine/queue_models.hpp"

namespace headroom {
namespace {

constexpr int replications = 20;

TEST_CASE(
    "those open at once are Poisson about arrivals times mean stay, whatever the spread of stays "
    "(M/G/infinity)") {
    for (const double variation : {0.4, 1.5}) {
        INFO("coefficient of variation " << variation);
        constexpr double expected = 6 * 4;
        std::vector<double> means, variances, empty_shares;
        for (std::uint32_t replication = 0; replication < replications; ++replication) {
            const EndlessRoom room{6, Lognormal::from_mean_cv(4, variation), 400, 10, 1000};
            double total = 0, squares = 0, few = 0;
            for (const int present : occupancy(room, RandomStreams(61, replication))) {
                total += present;
                squares += (present - expected) * (present - expected);
                few += present <= 19;
            }
            means.push_back(total / room.counts);
            variances.push_back(squares / room.counts);
            empty_shares.push_back(few / room.counts);
        }
        CHECK(estimate_of(means) == KnownAnswer{expected, 0.01});
        CHECK(estimate_of(variances) == KnownAnswer{expected, 0.06});
        // Poisson with mean 24: 19 or fewer with chance 0.18026.
        CHECK(estimate_of(empty_shares) == KnownAnswer{0.18026, 0.08});
    }
}

}  // namespace
}  // namespace headroom
