#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <vector>

#include "sim/engine/lane_fronts.hpp"

namespace headroom {

// A priority queue of event keys as a knock-out tournament: each key sits at a leaf, each node above names
// the leaf with the least key below it (D. E. Knuth, The Art of Computer Programming 3, 5.4.1). A change at a
// leaf replays the matches on its way up; which nodes these are is known beforehand and no step is a branch
// to be guessed, so the processor fetches them all at once. With 200 keys, taking one and adding one costs 33
// ns in the whole queue; a heap with four children to a parent costs 40 by itself (benchmarks/queue_hold).
class KeyTournament {
public:
    KeyTournament() { widen(16); }

    bool empty() const { return count_ == 0; }
    std::size_t size() const { return count_; }
    // `no_key` when empty.
    std::uint64_t top() const { return keys_[winners_[1]]; }

    void push(std::uint64_t key) {
        if (count_ == keys_.size()) [[unlikely]]
            widen(2 * keys_.size());
        const std::uint32_t leaf = leaves_[count_++];
        keys_[leaf] = key;
        replay(leaf);
    }

    // Removes the top and returns the next one, or `no_key`. The tournament must not be empty.
    std::uint64_t pop() {
        const std::uint32_t leaf = winners_[1];
        leaves_[--count_] = leaf;
        keys_[leaf] = no_key;
        return replay(leaf);
    }

    void clear() {
        std::fill(keys_.begin(), keys_.end(), no_key);
        std::iota(leaves_.begin(), leaves_.end(), 0u);
        count_ = 0;
    }

    std::size_t bytes() const {
        return keys_.capacity() * sizeof(std::uint64_t) +
               (winners_.capacity() + leaves_.capacity()) * sizeof(std::uint32_t);
    }

private:
    // Returns the key that wins. Node 1 is the final; nodes 2i and 2i+1 meet in node i; leaf l enters at
    // place keys_.size() + l.
    std::uint64_t replay(std::uint32_t leaf) {
        const std::uint64_t* const keys = keys_.data();
        std::uint32_t* const winners = winners_.data();
        std::uint32_t winner = leaf;
        std::uint64_t least = keys[leaf];
        std::uint32_t rival = leaf ^ 1u;
        for (std::size_t node = (keys_.size() + leaf) / 2; node > 0; node /= 2) {
            const std::uint64_t rival_key = keys[rival];
            const auto rival_wins = std::uint32_t{0} - std::uint32_t{rival_key < least};
            winner ^= (winner ^ rival) & rival_wins;
            least = std::min(least, rival_key);
            winners[node] = winner;
            rival = winners[node ^ 1u];
        }
        return least;
    }

    [[gnu::cold, gnu::noinline]] void widen(std::size_t leaves) {
        const std::size_t before = keys_.size();
        keys_.resize(leaves, no_key);
        winners_.resize(leaves);
        leaves_.resize(leaves);
        std::iota(leaves_.begin() + static_cast<std::ptrdiff_t>(before), leaves_.end(),
                  static_cast<std::uint32_t>(before));
        for (std::size_t leaf = 0; leaf < leaves; leaf += 2)
            winners_[(leaves + leaf) / 2] = static_cast<std::uint32_t>(leaf);
        for (std::size_t node = leaves / 2 - 1; node > 0; --node) winners_[node] = winners_[2 * node];
        for (std::size_t leaf = 0; leaf < leaves; ++leaf) replay(static_cast<std::uint32_t>(leaf));
    }

    std::vector<std::uint64_t> keys_;     // by leaf; `no_key` at a free one
    std::vector<std::uint32_t> winners_;  // by node: the leaf of the least key below it
    std::vector<std::uint32_t> leaves_;   // from place count_ on, the free ones; the first is taken next
    std::size_t count_ = 0;
};

}  // namespace headroom
