// The two benchmark models: the order of events, and so every bit of the result, does not depend on the
// queue.
#include "benchmarks/mmc.hpp"
#include "benchmarks/pathway.hpp"
#include "tests/catch.hpp"

namespace headroom {
namespace {

TEST_CASE("the multi-server queue has the same waits in the same order with two different queues") {
    const MmcSettings settings{.customers = 100'000};
    Mmc<EventQueue> model(settings);
    Mmc<PlainQueue> plain(settings);
    for (std::uint32_t replication = 0; replication < 3; ++replication) {
        const RunTotals totals = model.run(RandomStreams(1, replication));
        REQUIRE(totals.events == 200'000);
        REQUIRE(totals.waits == 100'000);
        REQUIRE(totals.digest == plain.run(RandomStreams(1, replication)).digest);
    }
    CHECK(model.run(RandomStreams(1, 0)).digest == 0x46cc06597ab94af1u);
}

TEST_CASE("the pathway has the same waits in the same order with two different queues") {
    PathwaySettings settings;
    settings.years = 4;
    Pathway<EventQueue> model(settings);
    Pathway<PlainQueue> plain(settings);
    for (std::uint32_t replication = 0; replication < 3; ++replication) {
        const RunTotals totals = model.run(RandomStreams(1, replication));
        REQUIRE(totals.events == plain.run(RandomStreams(1, replication)).events);
        REQUIRE(totals.digest == plain.run(RandomStreams(1, replication)).digest);
    }
    CHECK(model.run(RandomStreams(1, 0)).digest == 0x2b06c88dcc2c4e0au);
}

TEST_CASE("a pathway has the events its settings foretell: five or six visits to a stay") {
    PathwaySettings settings;
    Pathway<EventQueue> model(settings);
    const RunTotals totals = model.run(RandomStreams(1, 0));
    // An episode is an arrival, 1 / (exp(20 / 120) - 1) = 5.51 visits and a closure; ten years begin some
    // 75,000 / 0.78 of them, of which a tenth is still to come back or be visited at the end.
    const double if_all_ended = 75'000 / 0.78 * (2 + 5.51);
    CHECK(static_cast<double>(totals.events) > 0.9 * if_all_ended);
    CHECK(static_cast<double>(totals.events) < if_all_ended);
}

}  // namespace
}  // namespace headroom
