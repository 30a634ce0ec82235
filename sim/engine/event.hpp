#pragma once

#include <cstdint>

#include "sim/engine/working_time.hpp"

namespace headroom {

// Something that will happen to one family, worker or team at one minute. Time, kind and id lie in one 64-bit
// key, highest first, so that comparing keys as integers is the written tie rule: time, then kind, then id.
struct Event {
    std::uint64_t key;

    static constexpr int id_bits = 24;
    static constexpr int kind_bits = 4;
    // Half of the 36 bits of time, so that moments before the origin come before those after it.
    static constexpr std::int64_t time_offset = std::int64_t{1} << 35;

    constexpr Minutes time() const {
        return static_cast<Minutes>(static_cast<std::int64_t>(key >> (id_bits + kind_bits)) - time_offset);
    }
    constexpr unsigned kind() const {
        return static_cast<unsigned>(key >> id_bits) & ((1u << kind_bits) - 1);
    }
    constexpr std::uint32_t id() const { return static_cast<std::uint32_t>(key) & ((1u << id_bits) - 1); }

    friend constexpr bool operator==(Event, Event) = default;
    friend constexpr auto operator<=>(Event, Event) = default;
};

constexpr unsigned most_event_kinds = 1u << Event::kind_bits;
constexpr std::uint32_t most_event_ids = 1u << Event::id_bits;

// Kind below 16 and id below 2^24: the caller keeps them so.
constexpr Event make_event(Minutes time, unsigned kind, std::uint32_t id) {
    const auto shifted_time = static_cast<std::uint64_t>(time + Event::time_offset);
    return {shifted_time << (Event::id_bits + Event::kind_bits) | std::uint64_t{kind} << Event::id_bits | id};
}

}  // namespace headroom
