#include "sim/futures/recorded_future.hpp"

#include "sim/futures/authority_futures.hpp"

namespace headroom {

RecordedRun record_future(const Scenario& scenario, const Alternative& alternative, std::uint32_t number) {
    const Settings lived = settings_lived(scenario, alternative.settings, number);
    Authority authority(settings_lived(scenario, scenario.settings, number), scenario.today, scenario.start,
                        scenario.settling_months, scenario.months);
    authority.settle(scenario.seed, number);
    return record_run(authority, {&lived, alternative.policies, alternative.shocks}, number);
}

}  // namespace headroom
