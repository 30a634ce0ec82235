// The simulator as a page asks it: a question as text, one future after the other, and the answer so far.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/futures/authority_futures.hpp"
#include "sim/futures/replication.hpp"
#include "sim/futures/study_results.hpp"
#include "sim/scenario/reader.hpp"

namespace headroom {

// One alternative of one future, as it was lived.
struct LivedBranch {
    Series series;
    std::string fault;  // why it broke down; empty where it did not
};

// A question at work: one background worker lives its futures, another gathers them and answers. What is
// answered after n futures is what the command line answers with `--replications n`.
class Workshop {
public:
    // The text of a question file.
    explicit Workshop(const std::string& question) { ask(question); }
    Workshop(const Workshop&) = delete;
    Workshop& operator=(const Workshop&) = delete;

    // Another question in its place; what was gathered is gone. Where the first month begins as it did, the
    // settled authority is kept, and a future that was lived last is lived again in less time.
    void ask(const std::string& question);

    // The rest may be called only where there are no faults.
    const std::vector<Fault>& faults() const { return reading_.faults; }
    const Scenario& scenario() const { return reading_.scenario; }
    int alternatives() const { return static_cast<int>(reading_.scenario.alternatives.size()); }

    LivedBranch live(int alternative, std::uint32_t number);

    // What was lived elsewhere; each future only counts when all its alternatives and all futures before it
    // are there.
    void take(int alternative, std::uint32_t number, LivedBranch branch);
    int futures() const { return static_cast<int>(gathered_.size()); }
    // Everything known so far; there must be a future.
    StudyResults results() const;

private:
    Reading reading_;
    std::optional<AuthorityFutures> futures_;
    std::vector<Replication> gathered_;                          // futures 0, 1, 2, ... without gaps
    std::map<std::uint32_t, std::map<int, LivedBranch>> ahead_;  // futures that wait for others
};

}  // namespace headroom
