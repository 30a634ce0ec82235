// Where the threads hand over finished replications: in order of number, kept on disk now and then.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <iosfwd>
#include <mutex>
#include <optional>
#include <span>
#include <vector>

#include "sim/futures/replication.hpp"
#include "sim/storage/part_store.hpp"
#include "sim/study/progress.hpp"

namespace headroom {

// Gathers replications from all threads; what it holds does not depend on who came first. Safe to share.
class Collection {
public:
    // The store and the terminal for the progress line may be nullptr. Whoever sets `stop` ends the run
    // early.
    Collection(std::uint32_t replications, PartStore* store, std::ostream* terminal, std::atomic<bool>& stop);

    std::atomic<bool>& stop() { return *stop_; }

    // Puts back what an earlier run finished; what lies beyond those expected waits until it is expected.
    void take_up(std::vector<Replication> finished);

    // So many in all from now on, no fewer than before. Only when no thread takes any more.
    void expect(std::uint32_t replications);
    // The numbers that are still to be lived, ascending.
    std::vector<std::uint32_t> missing() const;

    void take(Replication&& replication);

    // One place per number, without series where it is not finished.
    std::span<const Replication> replications() const { return replications_; }

    // Writes down what is finished and not on disk yet. Only when no thread takes any more.
    void keep_rest();

    // Everything finished, ascending.
    std::vector<Replication> release();

private:
    using Clock = std::chrono::steady_clock;

    void show_progress();
    bool time_to_keep() const { return store_ && !keeping_ && Clock::now() >= keep_at_; }
    void keep(const std::vector<std::uint32_t>& numbers);

    mutable std::mutex mutex_;
    std::vector<Replication> replications_;  // one place per number; without series where it is not finished
    std::vector<Replication> beyond_;        // finished by an earlier run, and not expected yet
    std::vector<std::uint32_t> unkept_;
    int finished_ = 0;
    PartStore* store_;
    std::ostream* terminal_;
    std::optional<ProgressLine> progress_;
    std::atomic<bool>* stop_;
    bool keeping_ = false;
    Clock::time_point keep_at_;
};

}  // namespace headroom
