#pragma once

#include <cstdint>
#include <optional>

#include "sim/futures/authority_futures.hpp"
#include "sim/measures/measure.hpp"
#include "sim/scenario/dial.hpp"
#include "sim/scenario/scenario.hpp"

namespace headroom {

// What is turned, and in which alternative.
struct TurnedDial {
    const Alternative& alternative;
    const Dial& dial;
};

// One thread's authority, lived under an alternative with one dial turned this way and that. Scenario,
// alternative, dial and stop must outlive it.
class AuthorityTrials {
public:
    AuthorityTrials(const Scenario& scenario, const TurnedDial& turned, Measure measure,
                    const std::atomic<bool>& stop)
        : futures_(scenario), turned_(turned), measure_(measure) {
        futures_.stop_when([&stop] { return stop.load(); });
    }

    // The measure over the whole run of that future at that value of the dial: NaN where there was nothing to
    // measure, nothing where the model failed or was asked to stop.
    std::optional<double> measure(std::uint32_t future, double value);

    // Everything measured in that future at that value of the dial; without a value, as the alternative
    // stands. Nothing as above.
    std::optional<Series> series(std::uint32_t future, std::optional<double> value);

private:
    AuthorityFutures futures_;
    TurnedDial turned_;
    Measure measure_;
};

}  // namespace headroom
