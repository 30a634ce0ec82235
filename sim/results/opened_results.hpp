// A results file opened for reading: whatever is wrong with it is told in a sentence.
#pragma once

#include <filesystem>
#include <functional>
#include <new>
#include <stdexcept>
#include <string>

#include "sim/results/hdf5.hpp"

namespace headroom {

// Throws a SurroundingsFault that names the file and the reason.
[[noreturn]] void refuse(const std::filesystem::path& file, const std::string& reason);

// Throws a SurroundingsFault for a file that is missing, truncated, not ours or of another format version.
hdf5::Handle open_results(const std::filesystem::path& file);

// Throws a SurroundingsFault where reading throws one, or would bring this process down: HDF5 1.10 crashes on
// some files made to harm it, so everything is read by a child of this process first.
void ensure_harmless(const std::filesystem::path& file, const std::function<void()>& read);

// What `read` makes of the opened file; throws a SurroundingsFault where it is damaged.
template <class Read>
auto with_results(const std::filesystem::path& file, Read read) {
    const hdf5::Silence silence;
    const auto read_it = [&] {
        try {
            const hdf5::Handle opened = open_results(file);
            return read(opened);
        } catch (const hdf5::Hdf5Error& error) {
            refuse(file, std::string("it is damaged: HDF5 could not ") + error.what() + ".");
        } catch (const std::invalid_argument& error) {
            refuse(file, std::string("it is damaged: ") + error.what());
        } catch (const std::length_error&) {
            refuse(file, "it is damaged: it claims to hold more than any memory could.");
        } catch (const std::bad_alloc&) {
            refuse(file, "it does not fit into memory.");
        }
    };
    ensure_harmless(file, [&] { read_it(); });
    return read_it();
}

}  // namespace headroom
