// The form in which finished replications lie on disk until the whole run is written.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sim/futures/replication.hpp"

namespace headroom {

// What reading a part came to.
enum class PartState : std::uint8_t { good, damaged, of_other_inputs };

struct Part {
    PartState state = PartState::damaged;
    std::vector<Replication> replications;  // empty unless good
};

// Where in a part one replication stands.
struct PartEntry {
    std::uint32_t world = 0;
    std::uint32_t number = 0;
    std::uint64_t offset = 0;
    std::uint64_t length = 0;
    bool has_fault = false;
};

// A part looked through without keeping what it holds.
struct PartIndex {
    PartState state = PartState::damaged;
    std::vector<PartEntry> entries;  // in order; empty unless good
};

// The bytes of a part: a line that names the form, a digest of the inputs, a checksum of the rest, and every
// value of every series to the last bit. For the machine that wrote it: numbers in its own byte order.
std::string part_bytes(std::uint64_t inputs, std::span<const Replication* const> replications);

// These never throw for what the bytes hold, and take no length in them at its word.
Part read_part(std::uint64_t inputs, std::string_view bytes);
PartIndex index_part(std::uint64_t inputs, std::string_view bytes);

// The replication that an entry points at, given its bytes alone; nothing where they hold none.
std::optional<Replication> read_entry(std::string_view bytes);

}  // namespace headroom
