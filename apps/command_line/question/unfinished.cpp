#include "apps/command_line/question/unfinished.hpp"

#include <fstream>
#include <iterator>
#include <string>
#include <system_error>

#include "apps/command_line/study/shard_folder.hpp"
#include "apps/command_line/terminal/messages.hpp"
#include "sim/scenario/study_plan.hpp"
#include "sim/storage/part_store.hpp"
#include "sim/storage/surroundings_fault.hpp"
#include "sim/text/small_words.hpp"

namespace headroom {

namespace {

using std::filesystem::path;

bool asks_for_a_study(const path& file) {
    constexpr std::uintmax_t longest = 10'000'000;
    std::error_code failed;
    if (file.extension() != ".json" || !std::filesystem::is_regular_file(file, failed)) return false;
    if (std::filesystem::file_size(file, failed) > longest || failed) return false;
    std::ifstream opened(file, std::ios::binary);
    return is_study_text({std::istreambuf_iterator<char>(opened), {}});
}

// Why there is no file of that name, where work on it was begun.
std::string what_is_under_way(const path& file, Expected expected) {
    std::error_code failed;
    const path shards = ShardFolder::of(file).place();
    if (std::filesystem::is_directory(shards, failed))
        return "its shards are not merged yet. They lie in " + shards.string() + ": headroom merge " +
               shell_word(shards.string()) + " -o " + shell_word(file.string());
    const path parts = parts_folder(file);
    if (!std::filesystem::is_directory(parts, failed)) return "";
    return (expected == Expected::a_study ? "the study is unfinished" : "it is unfinished") +
           std::string(". What has been run lies in ") + parts.string() + "; the same " +
           (expected == Expected::a_study ? "\"headroom study\" command" : "command that began it") +
           " goes on from there.";
}

}  // namespace

void refuse_what_is_not_finished(const path& file, Expected expected) {
    const std::string not_read = "Could not read results from " + file.string() + ": ";
    if (asks_for_a_study(file))
        throw SurroundingsFault(not_read + "it is a study that has not been run: headroom study " +
                                shell_word(file.string()) +
                                " runs it and says where its results file (.h5) is, which is read here.");
    std::error_code failed;
    if (std::filesystem::exists(file, failed)) return;
    if (const std::string begun = what_is_under_way(file, expected); !begun.empty())
        throw SurroundingsFault(not_read + begun);
}

}  // namespace headroom
