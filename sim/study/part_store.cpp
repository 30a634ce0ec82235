#include "sim/study/part_store.hpp"

#include <algorithm>
#include <string>
#include <system_error>

#include "sim/study/durable_file.hpp"
#include "sim/study/part_file.hpp"

namespace headroom {

namespace {

using std::filesystem::path;

bool is_part(const path& file) {
    return file.extension() == ".part";
}

bool is_unfinished_part(const path& file) {
    return file.extension() == ".tmp" && is_part(file.stem());
}

std::vector<path> files_in(const path& folder) {
    std::vector<path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

path parts_folder(const path& output) {
    return output.string() + ".parts";
}

}  // namespace

PartStore::PartStore(const path& output, std::uint64_t inputs)
    : folder_(parts_folder(output)), inputs_(inputs), lock_(folder_) {}

Inheritance PartStore::take_up() const {
    Inheritance found;
    for (const path& file : files_in(folder_)) {
        if (is_unfinished_part(file)) std::filesystem::remove(file);
        if (!is_part(file)) continue;
        Part part = read_part(inputs_, read_whole(file));
        found.damaged += part.state == PartState::damaged;
        found.of_other_inputs += part.state == PartState::of_other_inputs;
        if (part.state != PartState::good) std::filesystem::remove(file);
        std::move(part.replications.begin(), part.replications.end(), std::back_inserter(found.replications));
    }
    return found;
}

void PartStore::keep(std::span<const Replication* const> batch) const {
    if (batch.empty()) return;
    std::uint32_t first = batch.front()->number;
    for (const Replication* replication : batch) first = std::min(first, replication->number);
    // The least number is in no other part, so no good part is ever written over.
    write_durably(folder_ / (std::to_string(first) + ".part"), part_bytes(inputs_, batch));
}

void PartStore::remove_parts() const {
    for (const path& file : files_in(folder_)) {
        if (is_part(file) || is_unfinished_part(file)) std::filesystem::remove(file);
    }
}

}  // namespace headroom
