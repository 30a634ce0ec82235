// Finished replications on disk beside the output, so that a killed run loses next to nothing.
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "sim/futures/replication.hpp"
#include "sim/storage/output_lock.hpp"
#include "sim/storage/part_file.hpp"

namespace headroom {

// What an earlier run left behind.
struct Inheritance {
    std::vector<Replication> replications;
    int damaged = 0;          // part files that could not be read, to be lived again
    int of_other_inputs = 0;  // part files of another question, seed or version, taken away
};

// A part file and what lies in it.
struct KeptPart {
    std::filesystem::path file;
    std::vector<PartEntry> entries;
};

// The parts of a folder, in order of name, with what can be used of them. Leaves the files alone. Throws
// std::filesystem::filesystem_error.
struct FoundParts {
    std::vector<KeptPart> parts;
    std::vector<std::filesystem::path> damaged;          // to be lived again
    std::vector<std::filesystem::path> of_other_inputs;  // of another question, seed or version
};
FoundParts find_parts(const std::filesystem::path& folder, std::uint64_t inputs);

// Where the work on this output lies until it stands: beside the file itself where the name is a link to it,
// so that it is one place by whatever name.
std::filesystem::path parts_folder(const std::filesystem::path& output);

// The folder `<output>.parts`, held by a lock: a file for every batch of replications.
class PartStore {
public:
    // `inputs` is the digest that parts must bear to be taken up. Throws as OutputLock does.
    PartStore(const std::filesystem::path& output, std::uint64_t inputs);

    // Reads what is there, and takes away what is of no use.
    Inheritance take_up() const;

    // What is there, without reading what the futures hold. Takes away what is damaged or half written, and
    // leaves parts of other inputs alone.
    FoundParts find() const;

    // In one file, or in as many as it takes where no file may grow so large (ulimit -f). Throws
    // std::filesystem::filesystem_error.
    std::vector<KeptPart> keep(std::span<const Replication* const> batch) const;

    // To be called when the output stands.
    void remove_parts() const;

    const std::filesystem::path& folder() const { return folder_; }
    // A sentence to pass on where nothing stops another run from working here, or "".
    const std::string& warning() const { return lock_.warning(); }

private:
    KeptPart keep_in_one_file(std::span<const Replication* const> batch) const;

    std::filesystem::path folder_;
    std::uint64_t inputs_;
    OutputLock lock_;
};

}  // namespace headroom
