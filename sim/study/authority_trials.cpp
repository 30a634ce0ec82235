#include "sim/study/authority_trials.hpp"

#include <string>

namespace headroom {

double AuthorityTrials::measure(std::uint32_t future, double value) {
    Alternative turned = *alternative_;
    turn(turned, *dial_, value);
    std::string fault;
    return futures_.branch(turned, future, fault).over_run(measure_);
}

}  // namespace headroom
