// How everything stood at one moment of a future that was written down.
#pragma once

#include <cstdint>
#include <vector>

#include "sim/futures/study_results.hpp"

namespace headroom {

// Where a worker was.
struct WorkerThen {
    bool employed = false;
    bool away = false;
    bool in_notice = false;
    EntryReason reason = EntryReason::none;  // of the absence
    Minutes until = 0;                       // planned end of the absence
    std::int16_t team = no_one;
    std::uint8_t role = 0;
    int children = 0;
    int families = 0;
};

// The log read up to a moment.
class Moment {
public:
    explicit Moment(const EventLog& log)
        : families(log.families.size(), nullptr),
          waiting_since(log.families.size()),
          workers(log.workers.size()),
          log_(&log) {}

    // Takes the next entry in.
    void follow(const LogEntry& entry);
    // Everything before the time.
    static Moment before(const EventLog& log, Minutes time);

    std::vector<const LogEntry*> families;  // the last entry that tells where each is; nullptr: none yet
    std::vector<Minutes> waiting_since;     // of a family that waits
    std::vector<WorkerThen> workers;

private:
    void follow_worker(const LogEntry& entry);
    void count_held(const LogEntry& entry, int sign);

    const EventLog* log_;
};

}  // namespace headroom
