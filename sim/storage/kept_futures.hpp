// Where on disk every finished future of a study lies, so that memory holds a few at a time.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "sim/futures/replication.hpp"
#include "sim/storage/part_store.hpp"

namespace headroom {

// The futures of worlds 0, 1, ... by their numbers, of which part files hold some. 16 bytes a future.
class KeptFutures {
public:
    KeptFutures(std::uint32_t worlds, std::uint32_t replications);

    // Futures beyond these worlds and replications are passed over; of two of the same, the first stays.
    void add(const KeptPart& part);

    bool has(std::uint32_t world, std::uint32_t number) const {
        return places_[place(world, number)].part != 0;
    }
    // Whether each is kept: by world, then number.
    std::vector<bool> all() const;
    std::uint64_t count() const { return count_; }
    std::uint32_t worlds() const { return static_cast<std::uint32_t>(places_.size() / replications_); }
    std::uint32_t replications() const { return replications_; }
    // Those of which a branch broke down, ascending by world and number.
    std::vector<PartEntry> with_faults() const;

    // The futures of so many worlds from the first on that are kept, ascending by world and number. Throws
    // std::filesystem::filesystem_error for a file that has gone or changed.
    std::vector<Replication> read(std::uint32_t first_world, std::uint32_t worlds) const;

private:
    struct Place {
        std::uint64_t offset = 0;
        std::uint32_t length = 0;
        std::uint32_t part = 0;  // its number counted from 1; 0: not kept
    };

    std::size_t place(std::uint32_t world, std::uint32_t number) const {
        return std::size_t{world} * replications_ + number;
    }

    std::uint32_t replications_;
    std::vector<Place> places_;
    std::vector<std::filesystem::path> parts_;
    std::vector<PartEntry> with_faults_;
    std::uint64_t count_ = 0;
};

}  // namespace headroom
