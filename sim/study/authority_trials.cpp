#include "sim/study/authority_trials.hpp"

#include <limits>
#include <string>

namespace headroom {

std::optional<double> AuthorityTrials::measure(std::uint32_t future, double value) {
    Alternative turned = *alternative_;
    turn(turned, *dial_, value);
    std::string fault;
    try {
        const double measured = futures_.branch(turned, future, fault).over_run(measure_);
        return fault.empty() ? std::optional(measured) : std::nullopt;
    } catch (const Stopped&) {
        return std::nullopt;
    }
}

}  // namespace headroom
