// The folder in which the shards of a study meet: `<output>.shards`.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "sim/futures/study_results.hpp"
#include "sim/study/worlds_run.hpp"

namespace headroom {

class ShardFolder {
public:
    explicit ShardFolder(std::filesystem::path folder) : folder_(std::move(folder)) {}
    static ShardFolder of(const std::filesystem::path& output) {
        return ShardFolder(output.string() + ".shards");
    }

    const std::filesystem::path& place() const { return folder_; }
    // The name that a shard's part store goes by.
    std::filesystem::path parts_of(const Shard& shard) const;
    // Where all shards keep their parts, in order of name.
    std::vector<std::filesystem::path> part_folders() const;

    // Into how many the study was cut; 0 where shards of different numbers meet, or none is there.
    std::uint32_t shards() const;
    // All that shards have written there.
    std::vector<std::filesystem::path> files() const;

    // Writes down, once for all shards, which study this is. Throws a std::vector<Fault> where the folder
    // holds another one.
    void claim(const StudyResults& origin, std::uint64_t inputs) const;

    // What was written down. Throws a SurroundingsFault where there is nothing of the kind.
    StudyResults origin() const;
    std::uint64_t inputs() const;

private:
    std::filesystem::path folder_;
};

}  // namespace headroom
