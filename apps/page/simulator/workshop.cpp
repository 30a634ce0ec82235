#include "apps/page/simulator/workshop.hpp"

#include <utility>

#include "sim/futures/results_of.hpp"

namespace headroom {

void Workshop::ask(const std::string& question) {
    reading_ = read_question_text("the question", question);
    gathered_.clear();
    ahead_.clear();
    if (!reading_.is_good()) return;
    if (futures_)
        futures_->take_up(reading_.scenario);
    else
        futures_.emplace(reading_.scenario);
}

LivedBranch Workshop::live(int alternative, std::uint32_t number) {
    LivedBranch branch;
    const Alternative& lived = scenario().alternatives.at(static_cast<std::size_t>(alternative));
    branch.series = futures_->branch(lived, number, branch.fault);
    return branch;
}

void Workshop::take(int alternative, std::uint32_t number, LivedBranch branch) {
    ahead_[number].insert_or_assign(alternative, std::move(branch));
    for (auto next = ahead_.find(static_cast<std::uint32_t>(futures()));
         next != ahead_.end() && static_cast<int>(next->second.size()) == alternatives();
         next = ahead_.find(static_cast<std::uint32_t>(futures()))) {
        Replication& replication = gathered_.emplace_back();
        replication.number = next->first;
        for (auto& [place, lived] : next->second) {
            replication.series.push_back(std::move(lived.series));
            replication.faults.push_back(std::move(lived.fault));
        }
        ahead_.erase(next);
    }
}

StudyResults Workshop::results() const {
    Scenario lived = scenario();
    lived.adds_futures = false;
    lived.replications = futures();
    return results_of(lived, gathered_, "headroom workshop");
}

}  // namespace headroom
