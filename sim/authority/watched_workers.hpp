// The workers of a recorded run: who is behind each place in the table, and what became of them.
#pragma once

#include <vector>

#include "sim/authority/event_log.hpp"
#include "sim/authority/world.hpp"

namespace headroom {

// Remembers every worker's row and writes down what an event changed.
class WatchedWorkers {
public:
    WatchedWorkers(const World& world, EventLog& log);

    // After an event: whether it changed anyone. What they were before is known until it is forgotten.
    bool compare();
    void forget_changes();

    // The worker's number in the log, now and before the event.
    std::int32_t person(std::uint32_t row) const { return seen_[row].person; }
    std::int32_t person_before(std::uint32_t row) const { return before_[row].person; }
    // Why a family that was with this worker is not any more.
    EntryReason reason_for_loss(std::uint32_t row, bool stage_changed) const;

private:
    // What the log tells of a worker.
    struct Seen {
        std::uint32_t entity = 0;
        std::int32_t person = no_one;
        std::uint16_t team = 0;
        Role role = Role::other;
        Presence presence = Presence::gone;
        bool in_notice = false;

        friend bool operator==(const Seen&, const Seen&) = default;
    };

    Seen look(std::uint32_t row) const;
    bool has_taken_post(std::uint32_t row) const;
    void note_arrival(std::uint32_t row, EntryKind kind);
    void note_changes(std::uint32_t row, const Seen& was);
    void note(std::uint32_t row, EntryKind kind, EntryReason reason, Minutes refers_to);

    const World& world_;
    EventLog& log_;
    std::vector<Seen> seen_;
    std::vector<Seen> before_;
    std::vector<std::uint32_t> changed_;  // rows that differ between the two
};

}  // namespace headroom
