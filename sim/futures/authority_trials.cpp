#include "sim/futures/authority_trials.hpp"

#include <string>
#include <utility>

namespace headroom {

std::optional<double> AuthorityTrials::measure(std::uint32_t future, double value) {
    const std::optional<Series> lived = series(future, value);
    if (!lived) return std::nullopt;
    return lived->over_run(measure_);
}

std::optional<Series> AuthorityTrials::series(std::uint32_t future, std::optional<double> value) {
    Alternative alternative = turned_.alternative;
    if (value) turn(alternative, turned_.dial, *value);
    std::string fault;
    try {
        Series lived = futures_.branch(alternative, future, fault);
        return fault.empty() ? std::optional(std::move(lived)) : std::nullopt;
    } catch (const Stopped&) {
        return std::nullopt;
    }
}

}  // namespace headroom
