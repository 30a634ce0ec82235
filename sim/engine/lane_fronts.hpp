#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace headroom {

// The key of nothing: later than every event.
constexpr std::uint64_t no_key = ~std::uint64_t{0};

// The earliest key of each of a few queues that stand side by side, and which queue has the earliest of all.
// Queues meet in groups of four and the leaders of the groups meet each other, in arithmetic without
// branches: which queue comes next is what no processor can guess.
class LaneFronts {
public:
    explicit LaneFronts(std::size_t lanes)
        : keys_((lanes + 3) / 4 * 4, no_key), leader_keys_(keys_.size() / 4), leaders_(keys_.size() / 4) {
        clear();
    }

    std::size_t first_lane() const { return first_lane_; }
    std::uint64_t first_key() const { return first_key_; }

    // A lane may have a new front; a key no earlier than its present front changes nothing.
    void lower(std::size_t lane, std::uint64_t key) {
        if (key >= keys_[lane]) return;
        keys_[lane] = key;
        if (leaders_.size() > 1) lead({key, lane}, leader_keys_[lane / 4], leaders_[lane / 4]);
        lead({key, lane}, first_key_, first_lane_);
    }

    // The front of the first lane is gone, and this key is the next; `no_key` if there is none.
    void replace_first(std::uint64_t key) {
        keys_[first_lane_] = key;
        const std::size_t group = first_lane_ / 4;
        const Front leader = find_leader(group);
        find_first(group, leader);
    }

    void clear() {
        std::fill(keys_.begin(), keys_.end(), no_key);
        std::fill(leader_keys_.begin(), leader_keys_.end(), no_key);
        for (std::size_t group = 0; group < leaders_.size(); ++group) leaders_[group] = 4 * group;
        first_key_ = no_key;
        first_lane_ = 0;
    }

    std::size_t bytes() const {
        return (keys_.capacity() + leader_keys_.capacity() + leaders_.capacity()) * sizeof(std::uint64_t);
    }

private:
    struct Front {
        std::uint64_t key;
        std::size_t lane;
    };

    static Front earlier(Front one, Front other) {
        const std::size_t other_is = std::size_t{0} - std::size_t{other.key < one.key};
        return {std::min(one.key, other.key), one.lane ^ ((one.lane ^ other.lane) & other_is)};
    }

    // Key and lane are stored apart: read back as one pair right after two stores, they would stall the
    // processor.
    static void lead(Front challenger, std::uint64_t& key, std::size_t& lane) {
        const Front leader = earlier({key, lane}, challenger);
        key = leader.key;
        lane = leader.lane;
    }

    Front find_leader(std::size_t group) const {
        const std::size_t lane = 4 * group;
        const std::uint64_t* const keys = &keys_[lane];
        return earlier(earlier({keys[0], lane}, {keys[1], lane + 1}),
                       earlier({keys[2], lane + 2}, {keys[3], lane + 3}));
    }

    // Of several groups, one of which has a new leader.
    void find_first(std::size_t changed, Front first) {
        if (leaders_.size() > 1) {
            leader_keys_[changed] = first.key;
            leaders_[changed] = first.lane;
            for (std::size_t group = 0; group < leaders_.size(); ++group)
                first = earlier(first, {leader_keys_[group], leaders_[group]});
        }
        first_key_ = first.key;
        first_lane_ = first.lane;
    }

    std::vector<std::uint64_t> keys_;         // by lane; `no_key` if it is empty
    std::vector<std::uint64_t> leader_keys_;  // by group of four lanes
    std::vector<std::size_t> leaders_;        // by group of four lanes
    std::uint64_t first_key_ = no_key;
    std::size_t first_lane_ = 0;
};

}  // namespace headroom
