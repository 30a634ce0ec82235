#include "sim/study/authority_trials.hpp"

#include <limits>
#include <new>

namespace headroom {

void AuthorityTrials::settle(std::uint32_t future) {
    if (settled_ == future) return;
    settled_.reset();
    if (!authority_) {
        authority_.emplace(scenario_->settings, scenario_->today, scenario_->start,
                           scenario_->settling_months, scenario_->months);
    }
    authority_->settle(scenario_->seed, future);
    settled_ = future;
}

double AuthorityTrials::measure(std::uint32_t future, double value) {
    Alternative turned = *alternative_;
    turn(turned, *dial_, value);
    try {
        settle(future);
        return authority_->run({&turned.settings, turned.policies, turned.shocks}).over_run(measure_);
    } catch (const std::bad_alloc&) {
        throw;
    } catch (const std::exception&) {
        authority_.reset();
        settled_.reset();
        return std::numeric_limits<double>::quiet_NaN();
    }
}

}  // namespace headroom
