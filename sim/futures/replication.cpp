#include "sim/futures/replication.hpp"

namespace headroom {

std::vector<BrokenBranch> broken_branches(std::span<const Replication> replications) {
    std::vector<BrokenBranch> all;
    for (const Replication& replication : replications) {
        for (std::size_t alternative = 0; alternative < replication.faults.size(); ++alternative) {
            const std::string& reason = replication.faults[alternative];
            if (!reason.empty()) all.push_back({static_cast<int>(alternative), replication.number, reason});
        }
    }
    return all;
}

}  // namespace headroom
