#include "apps/command_line/study/shard_folder.hpp"

#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <chrono>

#include "sim/futures/digest.hpp"
#include "sim/futures/study_table.hpp"
#include "sim/results/results_file.hpp"
#include "sim/storage/durable_file.hpp"
#include "sim/text/fault.hpp"

namespace headroom {

namespace {

using std::filesystem::path;

constexpr const char* origin_name = "study.h5";
constexpr const char* inputs_name = "inputs";

// A name that no other process uses, on this machine or another that sees the same disk.
std::string own_suffix() {
    char host[256] = {};
    ::gethostname(host, sizeof host - 1);
    return std::string(".") + host + "." + std::to_string(::getpid());
}

}  // namespace

path ShardFolder::parts_of(const Shard& shard) const {
    return folder_ / ("shard-" + std::to_string(shard.number) + "-of-" + std::to_string(shard.of));
}

std::vector<path> ShardFolder::part_folders() const {
    std::vector<path> folders;
    for (const auto& entry : std::filesystem::directory_iterator(folder_)) {
        if (entry.is_directory() && entry.path().extension() == ".parts") folders.push_back(entry.path());
    }
    std::sort(folders.begin(), folders.end());
    return folders;
}

std::uint32_t ShardFolder::shards() const {
    std::uint32_t shards = 0;
    for (const path& parts : part_folders()) {
        const std::string name = parts.stem().string();
        const std::size_t from = name.rfind('-') + 1;
        std::uint32_t of = 0;
        std::from_chars(name.data() + from, name.data() + name.size(), of);
        if (of == 0 || (shards != 0 && of != shards)) return 0;
        shards = of;
    }
    return shards;
}

std::vector<path> ShardFolder::files() const {
    std::vector<path> files{folder_ / origin_name, folder_ / inputs_name};
    for (const path& parts : part_folders()) {
        files.push_back(parts);
        for (const auto& entry : std::filesystem::directory_iterator(parts)) files.push_back(entry.path());
    }
    return files;
}

void ShardFolder::claim(const StudyResults& origin, std::uint64_t inputs) const {
    std::filesystem::create_directories(folder_);
    const path claimed = folder_ / inputs_name;
    const std::string mine = in_hexadecimal(inputs) + " " + std::to_string(origin.replications) + "\n";
    std::error_code ignored;
    if (std::filesystem::exists(claimed, ignored)) {
        if (read_whole(claimed) == mine) return;
        throw std::vector<Fault>{
            {.file = folder_.string(),
             .found =
                 "the place of shards of another study, another number of replications or another Headroom",
             .expected = "free",
             .nearest = "Take it away, or name another output with -o."}};
    }
    // All shards write the same, so whoever comes last changes nothing.
    const path origin_here = folder_ / (origin_name + own_suffix());
    const path inputs_here = folder_ / (inputs_name + own_suffix());
    ResultsWriter(origin, origin_here, 1).finish();
    rename_durably(origin_here, folder_ / origin_name);
    write_durably(inputs_here, mine);
    rename_durably(inputs_here, claimed);
}

StudyResults ShardFolder::origin() const {
    return read_origin_of_results(folder_ / origin_name);
}

std::uint64_t ShardFolder::inputs() const {
    std::uint64_t inputs = 0;
    const std::string text = read_whole(folder_ / inputs_name);
    std::from_chars(text.data(), text.data() + text.size(), inputs, 16);
    return inputs;
}

}  // namespace headroom
