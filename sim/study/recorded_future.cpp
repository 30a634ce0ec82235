#include "sim/study/recorded_future.hpp"

namespace headroom {

RecordedRun record_future(const Scenario& scenario, const Alternative& alternative, std::uint32_t number) {
    Authority authority(scenario.settings, scenario.today, scenario.start, scenario.settling_months,
                        scenario.months);
    authority.settle(scenario.seed, number);
    return record_run(authority, {&alternative.settings, alternative.policies, alternative.shocks}, number);
}

}  // namespace headroom
