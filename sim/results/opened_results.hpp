// A results file opened for reading: whatever is wrong with it is told in a sentence.
#pragma once

#include <filesystem>
#include <new>
#include <stdexcept>
#include <string>

#include "sim/results/hdf5.hpp"

namespace headroom {

// Throws a SurroundingsFault that names the file and the reason.
[[noreturn]] void refuse(const std::filesystem::path& file, const std::string& reason);

// Throws a SurroundingsFault for a file that is missing, truncated, not ours or of another format version.
hdf5::Handle open_results(const std::filesystem::path& file);

// What `read` makes of the opened file; throws a SurroundingsFault where it is damaged.
template <class Read>
auto with_results(const std::filesystem::path& file, Read read) {
    const hdf5::Silence silence;
    try {
        const hdf5::Handle opened = open_results(file);
        return read(opened);
    } catch (const hdf5::Hdf5Error& error) {
        refuse(file, std::string("it is damaged: HDF5 could not ") + error.what() + ".");
    } catch (const std::invalid_argument& error) {
        refuse(file, std::string("it is damaged: ") + error.what());
    } catch (const std::bad_alloc&) {
        refuse(file, "it does not fit into memory.");
    }
}

}  // namespace headroom
