// Several workers and one waiting list: the formulas of Erlang and Palm.
#include "benchmarks/erlang.hpp"
#include "tests/catch.hpp"
#include "tests/known_answers_engine/estimate.hpp"
#include "tests/known_answers_engine/queue_models.hpp"
#include "tests/known_answers_engine/theory.hpp"

namespace headroom {
namespace {

constexpr int replications = 20;

struct Estimates {
    Estimate share_delayed;
    Estimate share_giving_up;
    Estimate mean_wait;
};

Estimates estimates_of(const ManyServers& model) {
    std::vector<double> delayed, giving_up, waits;
    ManyServersRun run(model);
    for (std::uint32_t replication = 0; replication < replications; ++replication) {
        const WaitCounts counts = run.run(RandomStreams(51, replication));
        delayed.push_back(counts.delayed / counts.customers);
        giving_up.push_back(counts.gave_up / counts.customers);
        waits.push_back(counts.waited / counts.customers);
    }
    return {estimate_of(delayed), estimate_of(giving_up), estimate_of(waits)};
}

TEST_CASE("five workers with endless patience make people wait as Erlang C says, at three loads") {
    for (const double load : {0.5, 0.8, 0.9}) {
        INFO("load " << load);
        const double arrival_rate = 5 * load;
        const Estimates found = estimates_of({5, arrival_rate, 1, 0, 150'000, 10'000});
        CHECK(found.share_delayed == KnownAnswer{erlang_c(5, arrival_rate), 0.03});
        CHECK(found.mean_wait == KnownAnswer{erlang_c_mean_wait(5, arrival_rate, 1), 0.07});
    }
}

TEST_CASE("five workers whose people give up make them wait as Erlang A says, below and above full load") {
    for (const double load : {0.7, 1.0, 1.4}) {
        INFO("load " << load);
        const double arrival_rate = 5 * load;
        const ErlangA theory = erlang_a(5, arrival_rate, 1, 0.5);
        const Estimates found = estimates_of({5, arrival_rate, 1, 0.5, 60'000, 2'000});
        CHECK(found.share_delayed == KnownAnswer{theory.share_delayed, 0.03});
        CHECK(found.share_giving_up == KnownAnswer{theory.share_giving_up, 0.05});
        CHECK(found.mean_wait == KnownAnswer{theory.mean_wait, 0.05});
    }
}

TEST_CASE("Erlang A with endless patience is Erlang C, and the formulas have their published values") {
    CHECK(erlang_a(5, 4, 1, 0).mean_wait == Approx(erlang_c_mean_wait(5, 4, 1)).epsilon(1e-9));
    CHECK(erlang_a(5, 4, 1, 0).share_delayed == Approx(erlang_c(5, 4)).epsilon(1e-9));
    // One server: the load itself. Table values for two and for ten servers (Cooper 1981, appendix).
    CHECK(erlang_c(1, 0.7) == Approx(0.7));
    CHECK(erlang_c(2, 1) == Approx(1 / 3.0));
    CHECK(erlang_b(10, 5) == Approx(0.018385).epsilon(1e-4));
    // With patience as long as the work, everybody present leaves at one rate: Poisson with the load as its
    // mean.
    CHECK(erlang_a(3, 3, 1, 1).share_delayed == Approx(1 - std::exp(-3.0) * (1 + 3 + 4.5)).epsilon(1e-9));
}

}  // namespace
}  // namespace headroom
