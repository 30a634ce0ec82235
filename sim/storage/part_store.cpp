#include "sim/storage/part_store.hpp"

#include <algorithm>
#include <string>
#include <system_error>
#include <utility>

#include "sim/storage/durable_file.hpp"
#include "sim/storage/part_file.hpp"
#include "sim/storage/real_place.hpp"

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

}  // namespace

path parts_folder(const path& output) {
    return real_place(output).string() + ".parts";
}

PartStore::PartStore(const path& output, std::uint64_t inputs)
    : folder_(parts_folder(output)), inputs_(inputs), lock_(folder_) {}

FoundParts find_parts(const path& folder, std::uint64_t inputs) {
    FoundParts found;
    for (const path& file : files_in(folder)) {
        if (!is_part(file)) continue;
        PartIndex index = index_part(inputs, read_whole(file));
        if (index.state == PartState::good) found.parts.push_back({file, std::move(index.entries)});
        if (index.state == PartState::damaged) found.damaged.push_back(file);
        if (index.state == PartState::of_other_inputs) found.of_other_inputs.push_back(file);
    }
    return found;
}

FoundParts PartStore::find() const {
    for (const path& file : files_in(folder_)) {
        if (is_unfinished_part(file)) std::filesystem::remove(file);
    }
    FoundParts found = find_parts(folder_, inputs_);
    for (const path& file : found.damaged) std::filesystem::remove(file);
    return found;
}

Inheritance PartStore::take_up() const {
    const FoundParts found = find();
    Inheritance all;
    all.damaged = static_cast<int>(found.damaged.size());
    all.of_other_inputs = static_cast<int>(found.of_other_inputs.size());
    for (const path& file : found.of_other_inputs) std::filesystem::remove(file);
    for (const KeptPart& kept : found.parts) {
        Part part = read_part(inputs_, read_whole(kept.file));
        std::move(part.replications.begin(), part.replications.end(), std::back_inserter(all.replications));
    }
    return all;
}

std::vector<KeptPart> PartStore::keep(std::span<const Replication* const> batch) const {
    if (batch.empty()) return {};
    try {
        return {keep_in_one_file(batch)};
    } catch (const std::filesystem::filesystem_error& fault) {
        if (fault.code() != std::errc::file_too_large || batch.size() == 1) throw;
    }
    const std::size_t half = batch.size() / 2;
    std::vector<KeptPart> parts = keep(batch.first(half));
    for (KeptPart& part : keep(batch.subspan(half))) parts.push_back(std::move(part));
    return parts;
}

KeptPart PartStore::keep_in_one_file(std::span<const Replication* const> batch) const {
    // The least of its futures is in no other part, so no good part is ever written over.
    const auto is_before = [](const Replication* a, const Replication* b) {
        return std::pair(a->world, a->number) < std::pair(b->world, b->number);
    };
    const Replication& first = **std::min_element(batch.begin(), batch.end(), is_before);
    const std::string bytes = part_bytes(inputs_, batch);
    const path file = folder_ / (std::to_string(first.world) + "-" + std::to_string(first.number) + ".part");
    write_durably(file, bytes);
    return {file, index_part(inputs_, bytes).entries};
}

void PartStore::remove_parts() const {
    for (const path& file : files_in(folder_)) {
        if (is_part(file) || is_unfinished_part(file)) std::filesystem::remove(file);
    }
}

}  // namespace headroom
