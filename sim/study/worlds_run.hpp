// A study carried out: every future of every world, on all cores, kept on disk as it goes, in bounded memory.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <iosfwd>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "sim/futures/replication.hpp"
#include "sim/storage/kept_futures.hpp"
#include "sim/study/parallel.hpp"
#include "sim/study/progress.hpp"

namespace headroom {

// Which part of the work is done here: number 1 to `of`.
struct Shard {
    std::uint32_t number = 1;
    std::uint32_t of = 1;
};

// How to carry it out; nothing here changes a result.
struct WorldsOptions {
    std::uint32_t first_replication = 0;  // those before it need not be lived
    Shard shard;
    int threads = 1;
    std::ostream* progress = nullptr;  // a terminal for the progress line; nullptr: none
    std::optional<std::chrono::steady_clock::time_point> until;  // no future is begun after it
};

// How far it came.
struct WorldsOutcome {
    std::uint64_t wanted = 0;    // futures of this shard
    std::uint64_t finished = 0;  // of these, kept on disk now
    bool is_complete() const { return finished == wanted; }
};

// Where finished futures go, and which of them are there.
struct KeptOnDisk {
    const PartStore& store;
    KeptFutures& futures;
};

// One future of one world.
struct WorldFuture {
    std::uint32_t world;
    std::uint32_t number;
};

// All the work of a shard in its order: the futures of all worlds dealt out in turn, so that shards share
// none, leave none out and are of one size. Building a world's authority takes next to no time (measured: 160
// worlds of one future take as long as 40 of four), so that each future is dealt out by itself.
class WorkOfShard {
public:
    WorkOfShard(std::uint32_t worlds, std::uint32_t first_replication, std::uint32_t replications,
                Shard shard);

    std::uint64_t futures() const { return futures_; }
    WorldFuture future(std::uint64_t place) const;

private:
    std::uint32_t first_, in_a_world_;
    Shard shard_;
    std::uint64_t futures_;
};

// Takes finished futures from all threads and puts them on disk now and then: at least every second at first,
// later so that no more than a five-hundredth of the time so far can be lost. Safe to share.
class Keeping {
public:
    Keeping(KeptOnDisk kept, std::ostream* terminal, const WorkOfShard& work);

    void take(Replication&& future);
    // Only when no thread takes any more.
    void keep_rest();

private:
    using Clock = std::chrono::steady_clock;

    bool time_to_keep() const;
    void keep(std::vector<Replication> batch);

    std::mutex mutex_;
    std::condition_variable is_kept_;
    KeptOnDisk kept_;
    std::optional<ProgressLine> progress_;
    std::vector<Replication> unkept_;
    std::size_t unkept_bytes_ = 0;
    std::uint64_t finished_ = 0;
    bool is_keeping_ = false;
    Clock::time_point began_;
    Clock::time_point kept_at_;
};

// How many futures of the work are kept.
std::uint64_t kept_of(const WorkOfShard& work, const KeptFutures& kept);

// Lives all futures of the shard that are not kept yet. `make_futures()` gives each thread an object with
// `live(world, number, is_over)`, which returns nothing when it is over half way. Whoever sets `stop` ends it
// early, with what is finished kept. Throws std::filesystem::filesystem_error or std::bad_alloc.
template <class MakeFutures>
WorldsOutcome run_worlds(KeptOnDisk kept, const WorldsOptions& options, MakeFutures make_futures,
                         std::atomic<bool>& stop) {
    const KeptFutures& found = kept.futures;
    const WorkOfShard work(found.worlds(), options.first_replication, found.replications(), options.shard);
    const auto is_over = [&] {
        return stop || (options.until && std::chrono::steady_clock::now() >= *options.until);
    };
    // What was there before: threads look into it while others add to what is kept.
    const std::vector<bool> before = found.all();
    Keeping keeping(kept, options.progress, work);
    std::atomic<std::uint64_t> next = 0;
    const auto live_what_is_missing = [&] {
        try {
            auto futures = make_futures();
            for (std::uint64_t place = next++; place < work.futures() && !is_over(); place = next++) {
                const WorldFuture wanted = work.future(place);
                if (before[std::size_t{wanted.world} * found.replications() + wanted.number]) continue;
                auto lived = futures.live(wanted.world, wanted.number, is_over);
                if (lived) keeping.take(std::move(*lived));
            }
        } catch (...) {
            stop = true;
            throw;
        }
    };
    try {
        on_every_thread(options.threads, live_what_is_missing);
    } catch (...) {
        keeping.keep_rest();
        throw;
    }
    keeping.keep_rest();
    return {work.futures(), kept_of(work, found)};
}

}  // namespace headroom
