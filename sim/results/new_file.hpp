// A results file while it is written: its axes by name.
#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "sim/results/disk_file.hpp"
#include "sim/results/layout.hpp"

namespace headroom {

// The open file; axes are written first, then variables attached to them.
class NewFile {
public:
    explicit NewFile(const std::filesystem::path& path) : file_(path) {}

    operator hid_t() const { return file_; }
    hdf5::DiskFile& file() { return file_; }

    void write_axis(const Dimension& dimension);
    // Throws an Hdf5Error for an axis that was not written.
    hid_t axis(const std::string& name) const;
    void attach(hid_t dataset, unsigned place, const std::string& name) const;

    void close();

private:
    hdf5::DiskFile file_;
    std::vector<std::pair<std::string, hdf5::Handle>> axes_;
};

}  // namespace headroom
