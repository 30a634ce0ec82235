// A good results file in memory, and the same with some of its bytes changed, for those who look for bytes
// that do harm.
#pragma once

#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <span>
#include <string>

#include "sim/results/results_file.hpp"
#include "tests/results/example.hpp"

namespace headroom {

// The bytes of a small results file of ours.
inline const std::string& good_results_bytes() {
    static const std::string bytes = [] {
        const ScratchFolder folder;
        write_results(example_study(2, 3, 2, 1), folder / "good.h5");
        std::ifstream file(folder / "good.h5", std::ios::binary);
        return std::string(std::istreambuf_iterator<char>(file), {});
    }();
    return bytes;
}

// Reads edits off the bytes, six at a time: a place (four of them, counted round the file), how (one), and
// with what (one).
inline std::string edited(std::string bytes, std::span<const std::uint8_t> edits) {
    for (; edits.size() >= 6 && !bytes.empty(); edits = edits.subspan(6)) {
        std::uint32_t place = 0;
        std::memcpy(&place, edits.data(), sizeof place);
        const std::size_t at = place % bytes.size();
        const auto with = static_cast<char>(edits[5]);
        switch (edits[4] % 6) {
            case 0: bytes[at] = with; break;
            case 1: bytes[at] = static_cast<char>(bytes[at] ^ (1 << (edits[5] % 8))); break;
            case 2: bytes[at] = static_cast<char>(bytes[at] + with); break;
            case 3:
                for (std::size_t i = at; i < std::min(at + 8, bytes.size()); ++i) bytes[i] = with;
                break;
            case 4:
                for (std::size_t i = 0; i < 8 && std::max(at, place / 7 % bytes.size()) + i < bytes.size();
                     ++i)
                    bytes[at + i] = bytes[place / 7 % bytes.size() + i];
                break;
            default:
                if (with == 0) bytes.resize(at + 1);
        }
    }
    return bytes;
}

// A file with those bytes, in memory where the machine has a folder for that; gone when it is done with.
class BytesOnDisk {
public:
    explicit BytesOnDisk(const std::string& bytes) {
        const std::filesystem::path memory = "/dev/shm";
        const auto folder =
            std::filesystem::is_directory(memory) ? memory : std::filesystem::temp_directory_path();
        std::string pattern = (folder / "headroom-bytes-XXXXXX").string();
        const int descriptor = ::mkstemp(pattern.data());
        for (std::size_t done = 0; done < bytes.size();) {
            const ssize_t written = ::write(descriptor, bytes.data() + done, bytes.size() - done);
            if (written <= 0) break;
            done += static_cast<std::size_t>(written);
        }
        ::close(descriptor);
        path_ = pattern;
    }
    ~BytesOnDisk() { ::unlink(path_.c_str()); }
    BytesOnDisk(const BytesOnDisk&) = delete;
    BytesOnDisk& operator=(const BytesOnDisk&) = delete;
    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

}  // namespace headroom
