// A comparison carried out: alternatives by replications, on all cores, kept safe while it runs.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <iosfwd>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "sim/futures/replication.hpp"
#include "sim/scenario/scenario.hpp"
#include "sim/storage/part_store.hpp"
#include "sim/study/parallel.hpp"

namespace headroom {

// How to carry a study out; beside how many futures there are, nothing here changes a result.
struct StudyOptions {
    int replications = 1;
    std::optional<std::uint32_t> only;            // this replication alone, to look at a failure again
    int threads = 0;                              // 0: all cores
    PartStore* parts = nullptr;                   // where finished work is kept; nullptr: nowhere
    std::ostream* progress = nullptr;             // a terminal for the progress line; nullptr: none
    std::function<void(const std::string&)> say;  // takes sentences about work taken up; may be empty
    // Asked whenever all that were wanted are lived, which it is given in order: how many are wanted in all.
    // No more than that many ends the study; empty: never asked. What it says may depend on nothing else.
    std::function<int(std::span<const Replication>)> wanted;
};

// What came of it.
struct StudyOutcome {
    std::vector<Replication> replications;  // ascending; some are missing when it was interrupted
    bool interrupted = false;               // then the parts hold what is finished

    std::vector<BrokenBranch> broken() const { return broken_branches(replications); }
};

// The numbers that the options ask for and the collection does not hold, ascending.
std::vector<std::uint32_t> numbers_to_live(const StudyOptions& options, const Collection& collection);

// Whether all are lived and more are wanted, which the collection then makes room for.
bool wants_more(const StudyOptions& options, Collection& collection);

// Reads the parts of an earlier run into the collection, and says so.
void take_up_parts(const StudyOptions& options, Collection& collection);

// Lives all replications with any model: `make_futures()` gives each thread an object with `live(number,
// stop)`. Same bits on any number of threads, taken up or not. Whoever sets `stop` ends it early, with what
// is finished kept. Throws what the surroundings throw (std::filesystem::filesystem_error, std::bad_alloc),
// after keeping what it can.
template <class MakeFutures>
StudyOutcome run_study(const StudyOptions& options, MakeFutures make_futures, std::atomic<bool>& stop) {
    Collection collection(options.only ? *options.only + 1 : static_cast<std::uint32_t>(options.replications),
                          options.parts, options.only ? nullptr : options.progress, stop);
    take_up_parts(options, collection);
    const int threads = options.threads > 0 ? options.threads : all_threads();
    try {
        do {
            live_all(numbers_to_live(options, collection), threads, make_futures, collection);
        } while (wants_more(options, collection));
    } catch (...) {
        collection.keep_rest();
        throw;
    }
    StudyOutcome outcome;
    outcome.interrupted = !numbers_to_live(options, collection).empty();
    if (outcome.interrupted) collection.keep_rest();
    outcome.replications = collection.release();
    return outcome;
}

// Carries out a scenario's comparison with the whole model.
StudyOutcome run_study(const Scenario& scenario, const StudyOptions& options, std::atomic<bool>& stop);

}  // namespace headroom
