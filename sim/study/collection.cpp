#include "sim/study/collection.hpp"

#include <algorithm>
#include <utility>

namespace headroom {

namespace {

// At most one write a second, and never more than one part in twenty of the time on a slow disk.
constexpr std::chrono::seconds between_writes{1};
constexpr int times_the_last_write = 20;

bool is_finished(const Replication& replication) {
    return !replication.series.empty();
}

}  // namespace

Collection::Collection(std::uint32_t replications, PartStore* store, std::ostream* terminal,
                       std::atomic<bool>& stop)
    : replications_(replications),
      store_(store),
      terminal_(terminal),
      stop_(&stop),
      keep_at_(Clock::now() + between_writes) {
    show_progress();
}

void Collection::show_progress() {
    if (terminal_) progress_.emplace(*terminal_, static_cast<int>(replications_.size()), finished_);
}

void Collection::take_up(std::vector<Replication> finished) {
    for (Replication& replication : finished) {
        if (replication.number >= replications_.size()) {
            beyond_.push_back(std::move(replication));
            continue;
        }
        const std::size_t number = replication.number;
        if (!is_finished(replications_[number])) ++finished_;
        replications_[number] = std::move(replication);
    }
    show_progress();
}

void Collection::expect(std::uint32_t replications) {
    replications_.resize(replications);
    take_up(std::exchange(beyond_, {}));
}

std::vector<std::uint32_t> Collection::missing() const {
    std::vector<std::uint32_t> numbers;
    for (std::size_t number = 0; number < replications_.size(); ++number) {
        if (!is_finished(replications_[number])) numbers.push_back(static_cast<std::uint32_t>(number));
    }
    return numbers;
}

void Collection::take(Replication&& replication) {
    std::vector<std::uint32_t> due;
    {
        const std::lock_guard lock(mutex_);
        const std::uint32_t number = replication.number;
        replications_[number] = std::move(replication);
        unkept_.push_back(number);
        ++finished_;
        if (progress_) progress_->show(finished_);
        if (!time_to_keep()) return;
        due = std::exchange(unkept_, {});
        keeping_ = true;
    }
    // Finished replications are not touched again, so they are written while the other threads go on.
    const Clock::time_point began = Clock::now();
    keep(due);
    const Clock::time_point ended = Clock::now();
    const std::lock_guard lock(mutex_);
    keeping_ = false;
    keep_at_ = ended + std::max<Clock::duration>(between_writes, times_the_last_write * (ended - began));
}

void Collection::keep_rest() {
    if (store_ && !unkept_.empty()) keep(std::exchange(unkept_, {}));
}

void Collection::keep(const std::vector<std::uint32_t>& numbers) {
    std::vector<const Replication*> batch;
    for (const std::uint32_t number : numbers) batch.push_back(&replications_[number]);
    store_->keep(batch);
}

std::vector<Replication> Collection::release() {
    std::erase_if(replications_, [](const Replication& replication) { return !is_finished(replication); });
    return std::move(replications_);
}

}  // namespace headroom
