// A model of a few lines in the place of the whole one: quick, and different for every alternative and
// number.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <stdexcept>
#include <string>
#include <thread>

#include "sim/futures/replication.hpp"
#include "sim/study/study.hpp"

namespace headroom {

// Lives three alternatives whose every value is drawn from the number and the place of the value.
struct TinyModel {
    std::chrono::microseconds pause{0};
    std::atomic<int>* lived = nullptr;

    std::optional<Replication> live(std::uint32_t number, const std::atomic<bool>& stop) const {
        Replication replication;
        replication.number = number;
        for (std::uint32_t alternative = 0; alternative < 3; ++alternative) {
            if (stop) return std::nullopt;
            Series series(4, 2);
            std::uint64_t state = number * 1000u + alternative;
            for (double& value : series.values()) {
                state = state * 6364136223846793005u + 1442695040888963407u;
                value = static_cast<double>(state >> 11) * 0x1p-53;
            }
            replication.series.push_back(std::move(series));
            replication.faults.emplace_back();
        }
        std::this_thread::sleep_for(pause);
        if (lived) ++*lived;
        return replication;
    }
};

// Every value of every series in order, as text that can be compared to the last bit.
inline std::string bits_of(const StudyOutcome& outcome) {
    std::string bits;
    for (const Replication& replication : outcome.replications) {
        bits += std::to_string(replication.number) + ":";
        for (const Series& series : replication.series) {
            bits.append(reinterpret_cast<const char*>(series.values().data()), series.values().size_bytes());
        }
        for (const std::string& fault : replication.faults) bits += fault + ";";
    }
    return bits;
}

// An empty folder for one test, taken away at its end.
class TemporaryFolder {
public:
    TemporaryFolder() {
        std::string name = (std::filesystem::temp_directory_path() / "headroom-test-XXXXXX").string();
        if (!::mkdtemp(name.data())) throw std::runtime_error("no temporary folder");
        path_ = name;
    }
    ~TemporaryFolder() { std::filesystem::remove_all(path_); }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    std::filesystem::path operator/(const char* name) const { return path_ / name; }
    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

}  // namespace headroom
