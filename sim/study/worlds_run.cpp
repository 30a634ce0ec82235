#include "sim/study/worlds_run.hpp"

#include <algorithm>
#include <utility>

namespace headroom {

namespace {

constexpr std::chrono::seconds between_writes{1};
constexpr int part_of_the_time_at_risk = 500;
constexpr std::size_t most_unkept_bytes = std::size_t{64} << 20;

std::size_t bytes_of(const Replication& future) {
    std::size_t bytes = sizeof future;
    for (const Series& series : future.series) bytes += sizeof series + series.values().size_bytes();
    return bytes;
}

}  // namespace

WorkOfShard::WorkOfShard(std::uint32_t worlds, std::uint32_t first_replication, std::uint32_t replications,
                         Shard shard)
    : first_(first_replication),
      in_a_world_(replications > first_replication ? replications - first_replication : 0),
      shard_(shard) {
    const std::uint64_t all = std::uint64_t{worlds} * in_a_world_;
    futures_ = all / shard.of + (shard.number <= all % shard.of ? 1 : 0);
}

WorldFuture WorkOfShard::future(std::uint64_t place) const {
    const std::uint64_t of_all = place * shard_.of + (shard_.number - 1);
    return {static_cast<std::uint32_t>(of_all / in_a_world_),
            first_ + static_cast<std::uint32_t>(of_all % in_a_world_)};
}

std::uint64_t kept_of(const WorkOfShard& work, const KeptFutures& kept) {
    std::uint64_t count = 0;
    for (std::uint64_t place = 0; place < work.futures(); ++place) {
        const WorldFuture future = work.future(place);
        count += kept.has(future.world, future.number);
    }
    return count;
}

Keeping::Keeping(KeptOnDisk kept, std::ostream* terminal, const WorkOfShard& work)
    : kept_(kept), finished_(kept_of(work, kept.futures)), began_(Clock::now()), kept_at_(began_) {
    if (terminal) progress_.emplace(*terminal, static_cast<int>(work.futures()), static_cast<int>(finished_));
}

bool Keeping::time_to_keep() const {
    const Clock::time_point now = Clock::now();
    const Clock::duration at_risk =
        std::max<Clock::duration>(between_writes, (now - began_) / part_of_the_time_at_risk);
    return now - kept_at_ >= at_risk || unkept_bytes_ >= most_unkept_bytes;
}

void Keeping::take(Replication&& future) {
    std::vector<Replication> batch;
    {
        std::unique_lock lock(mutex_);
        // A disk slower than all threads together holds them up, so that memory stays bounded.
        is_kept_.wait(lock, [&] { return !is_keeping_ || unkept_bytes_ < most_unkept_bytes; });
        unkept_bytes_ += bytes_of(future);
        unkept_.push_back(std::move(future));
        ++finished_;
        if (progress_) progress_->show(static_cast<int>(finished_));
        if (is_keeping_ || !time_to_keep()) return;
        batch = std::exchange(unkept_, {});
        unkept_bytes_ = 0;
        is_keeping_ = true;
    }
    try {
        keep(std::move(batch));
    } catch (...) {
        const std::lock_guard lock(mutex_);
        is_keeping_ = false;
        is_kept_.notify_all();
        throw;
    }
    const std::lock_guard lock(mutex_);
    is_keeping_ = false;
    kept_at_ = Clock::now();
    is_kept_.notify_all();
}

void Keeping::keep(std::vector<Replication> batch) {
    std::vector<const Replication*> futures;
    for (const Replication& future : batch) futures.push_back(&future);
    for (const KeptPart& part : kept_.store.keep(futures)) kept_.futures.add(part);
}

void Keeping::keep_rest() {
    if (!unkept_.empty()) keep(std::exchange(unkept_, {}));
}

}  // namespace headroom
