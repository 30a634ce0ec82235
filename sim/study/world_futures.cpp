#include "sim/study/world_futures.hpp"

namespace headroom {

std::optional<Replication> WorldFutures::live(std::uint32_t world, std::uint32_t number,
                                              const std::function<bool()>& is_over) {
    if (present_ != world) {
        futures_.reset();
        scenario_ = std::make_unique<Scenario>(worlds_->scenario(world));
        futures_.emplace(*scenario_);
        present_ = world;
    }
    Replication future;
    future.world = world;
    future.number = number;
    futures_->stop_when(is_over);
    for (const Alternative& policy : scenario_->alternatives) {
        if (is_over()) return std::nullopt;
        std::string& fault = future.faults.emplace_back();
        try {
            future.series.push_back(
                futures_->branch(policy, number, fault).by_period(worlds_->plan().period_months));
        } catch (const Stopped&) {
            return std::nullopt;
        }
    }
    return future;
}

}  // namespace headroom
