#pragma once

#include <memory>
#include <span>

#include "sim/results/hdf5.hpp"

namespace headroom::hdf5 {

// An HDF5 file that grows in memory. A full disk can then only meet our own plain writing of its bytes, which
// says what went wrong; HDF5 itself cannot close a file that it failed to write.
class MemoryFile {
public:
    MemoryFile();
    ~MemoryFile();
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;

    operator hid_t() const { return file_; }

    // Closes the file, with everything in it that is still open, and shows its bytes.
    std::span<const char> close();

private:
    struct Image;
    std::unique_ptr<Image> image_;
    Handle file_;
};

}  // namespace headroom::hdf5
