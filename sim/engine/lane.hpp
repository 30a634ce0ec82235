#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace headroom {

// A first-in-first-out queue of event keys for one constant delay, in a ring whose size is a power of two.
// What is scheduled with the same delay falls due in the order it was scheduled, so no sorting is needed.
class Lane {
public:
    Lane() : ring_(16) {}
    Lane(const Lane&) = default;
    Lane(Lane&&) = default;
    Lane& operator=(Lane&&) = default;

    // Keeps the ring when it is large enough: branching a future from a settled state allocates nothing.
    Lane& operator=(const Lane& other) {
        if (this == &other) return *this;
        if (ring_.size() < other.count_) ring_.resize(other.ring_.size());
        for (std::size_t i = 0; i < other.count_; ++i) ring_[i] = other.at(i);
        head_ = 0;
        count_ = other.count_;
        return *this;
    }

    bool empty() const { return count_ == 0; }
    std::size_t size() const { return count_; }
    std::uint64_t front() const { return at(0); }
    std::uint64_t back() const { return at(count_ - 1); }

    void push(std::uint64_t key) {
        if (count_ == ring_.size()) [[unlikely]]
            grow();
        ring_[(head_ + count_) & (ring_.size() - 1)] = key;
        ++count_;
    }

    void pop() {
        head_ = (head_ + 1) & (ring_.size() - 1);
        --count_;
    }

    void clear() { head_ = count_ = 0; }
    std::size_t bytes() const { return ring_.capacity() * sizeof(std::uint64_t); }

private:
    std::uint64_t at(std::size_t i) const { return ring_[(head_ + i) & (ring_.size() - 1)]; }

    [[gnu::cold, gnu::noinline]] void grow() {
        std::rotate(ring_.begin(), ring_.begin() + static_cast<std::ptrdiff_t>(head_), ring_.end());
        head_ = 0;
        ring_.resize(ring_.size() * 2);
    }

    std::vector<std::uint64_t> ring_;
    std::size_t head_ = 0;
    std::size_t count_ = 0;
};

}  // namespace headroom
