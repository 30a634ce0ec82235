// The families of a recorded run: where each is, and what an event changed.
#pragma once

#include <map>
#include <vector>

#include "sim/authority/event_log.hpp"
#include "sim/authority/watched_workers.hpp"
#include "sim/authority/world.hpp"

namespace headroom {

// Remembers what the log tells of every family's row and writes down what an event changed.
class WatchedFamilies {
public:
    WatchedFamilies(const World& world, const WatchedWorkers& workers, EventLog& log);

    // All of them; or one, and whether it has changed places.
    void compare();
    bool compare(std::uint32_t row);

    // Work that came to an end, or was still open as the run ended; `doer` is who did what was done.
    void note_outcome(const TaskOutcome& outcome, std::int32_t doer);
    // Help that a family was not given, as the event began.
    void note_refused(const HelpRefused& refused);

private:
    // What the log tells of a family; a row that is free has no family.
    struct Seen {
        std::int32_t family = no_one;
        Minutes unallocated_since = 0;
        std::uint16_t worker = nobody;
        std::uint16_t flags = 0;
        std::uint8_t team = 0;
        Stage stage = Stage::closed;
        Place place = Place::nowhere;
        WaitReason reason = WaitReason::awaiting_manager;
        bool crisis = false;
    };

    bool has_changed(const Seen& was, const Family& family) const;
    Seen look(std::int32_t number, const Family& family) const;
    std::int32_t number_of(std::uint32_t entity, std::uint8_t children, Severity severity);
    void note_change(std::uint32_t row);
    void note_flags(std::uint32_t row, const Seen& was);
    void note_loss(std::uint32_t row, const Seen& was);
    void note_place(std::uint32_t row, const Seen& was);
    void note_settled(const SettledOutcome& outcome);
    LogEntry entry_of(std::uint32_t row, EntryKind kind) const;
    void note(std::uint32_t row, EntryKind kind) { log_.entries.push_back(entry_of(row, kind)); }

    const World& world_;
    const WatchedWorkers& workers_;
    EventLog& log_;
    std::vector<Seen> seen_;                         // by row
    std::map<std::uint32_t, std::int32_t> numbers_;  // by entity: place in the log's table
};

}  // namespace headroom
