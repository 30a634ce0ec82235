#pragma once

#include <filesystem>
#include <memory>

#include "sim/results/hdf5.hpp"

namespace headroom::hdf5 {

// A new HDF5 file on disk, written as it grows. HDF5 itself cannot close a file that it failed to write, so
// that a full disk would bring it down: here a write that fails is remembered and told when the file is
// closed, and HDF5 never hears of it. (Its own drivers were tried: the one for plain files breaks down, the
// one for memory needs all of the file there.)
class DiskFile {
public:
    // Throws std::filesystem::filesystem_error.
    explicit DiskFile(const std::filesystem::path& path);
    ~DiskFile();
    DiskFile(const DiskFile&) = delete;
    DiskFile& operator=(const DiskFile&) = delete;

    operator hid_t() const { return file_; }

    // Throws std::filesystem::filesystem_error if any write has failed so far.
    void ensure_written() const;

    // Closes the file, with everything in it that is still open, and flushes it to the disk. Throws likewise.
    void close();

private:
    struct Bytes;
    std::unique_ptr<Bytes> bytes_;
    Handle driver_;
    Handle file_;
};

}  // namespace headroom::hdf5
