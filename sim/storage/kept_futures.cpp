#include "sim/storage/kept_futures.hpp"

#include <algorithm>
#include <fstream>
#include <system_error>
#include <tuple>
#include <utility>

namespace headroom {

namespace {

[[noreturn]] void fail_to_read(const std::filesystem::path& file) {
    throw std::filesystem::filesystem_error("reading", file, std::make_error_code(std::errc::io_error));
}

}  // namespace

KeptFutures::KeptFutures(std::uint32_t worlds, std::uint32_t replications)
    : replications_(replications), places_(std::size_t{worlds} * replications) {}

void KeptFutures::add(const KeptPart& part) {
    parts_.push_back(part.file);
    const auto number_of_part = static_cast<std::uint32_t>(parts_.size());
    for (const PartEntry& entry : part.entries) {
        if (entry.number >= replications_ || entry.world >= worlds()) continue;
        Place& free = places_[place(entry.world, entry.number)];
        if (free.part != 0) continue;
        free = {entry.offset, static_cast<std::uint32_t>(entry.length), number_of_part};
        ++count_;
        if (entry.has_fault) with_faults_.push_back(entry);
    }
}

std::vector<bool> KeptFutures::all() const {
    std::vector<bool> kept(places_.size());
    for (std::size_t i = 0; i < places_.size(); ++i) kept[i] = places_[i].part != 0;
    return kept;
}

std::vector<PartEntry> KeptFutures::with_faults() const {
    std::vector<PartEntry> all = with_faults_;
    std::sort(all.begin(), all.end(), [](const PartEntry& a, const PartEntry& b) {
        return std::pair(a.world, a.number) < std::pair(b.world, b.number);
    });
    return all;
}

std::vector<Replication> KeptFutures::read(std::uint32_t first_world, std::uint32_t worlds) const {
    std::vector<Place> wanted;
    const auto first = places_.begin() + static_cast<std::ptrdiff_t>(place(first_world, 0));
    std::copy_if(first, first + static_cast<std::ptrdiff_t>(std::size_t{worlds} * replications_),
                 std::back_inserter(wanted), [](const Place& one) { return one.part != 0; });
    // In the order of the disk, each file opened once.
    std::sort(wanted.begin(), wanted.end(), [](const Place& a, const Place& b) {
        return std::pair(a.part, a.offset) < std::pair(b.part, b.offset);
    });
    std::vector<Replication> futures;
    std::ifstream stream;
    std::uint32_t opened = 0;
    std::string bytes;
    for (const Place& one : wanted) {
        const std::filesystem::path& file = parts_[one.part - 1];
        if (std::exchange(opened, one.part) != one.part) {
            stream = std::ifstream(file, std::ios::binary);
        }
        bytes.resize(one.length);
        stream.seekg(static_cast<std::streamoff>(one.offset));
        if (!stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()))) fail_to_read(file);
        std::optional<Replication> future = read_entry(bytes);
        if (!future) fail_to_read(file);
        futures.push_back(std::move(*future));
    }
    std::sort(futures.begin(), futures.end(), [](const Replication& a, const Replication& b) {
        return std::pair(a.world, a.number) < std::pair(b.world, b.number);
    });
    return futures;
}

}  // namespace headroom
