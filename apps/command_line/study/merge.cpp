#include "apps/command_line/study/merge.hpp"

#include <optional>

#include "apps/command_line/study/shard_folder.hpp"
#include "apps/command_line/study/study_answer.hpp"
#include "apps/command_line/terminal/call_files.hpp"
#include "apps/command_line/terminal/messages.hpp"
#include "apps/command_line/terminal/output_files.hpp"
#include "sim/results/assemble.hpp"
#include "sim/storage/surroundings_fault.hpp"
#include "sim/study/parallel.hpp"
#include "sim/text/small_words.hpp"

namespace headroom {

namespace {

using std::filesystem::path;

void ensure_is_folder(const path& folder) {
    std::error_code ignored;
    if (std::filesystem::exists(folder / "inputs", ignored)) return;
    throw std::vector<Fault>{{.file = folder.string(),
                              .found = std::filesystem::exists(folder, ignored)
                                           ? "a place where no shard of a study was begun"
                                           : "not there",
                              .expected = "the folder in which \"headroom study STUDY.json --shard i/n -o "
                                          "FILE.h5\" keeps its work, FILE.h5.shards"}};
}

// Of the shards, all that is read; the parts are in folders of their own.
CallFiles files_of(const MergeArguments& arguments, const ShardFolder& shards) {
    CallFiles all{{}, {{"-o", arguments.output, FileKind::study}}};
    for (const path& file : shards.files()) all.inputs.push_back({"a file of DIR", file});
    return all;
}

// All parts of all shards; the number of damaged ones.
int gather(const ShardFolder& shards, KeptFutures& kept) {
    int damaged = 0;
    for (const path& folder : shards.part_folders()) {
        const FoundParts found = find_parts(folder, shards.inputs());
        for (const KeptPart& part : found.parts) kept.add(part);
        damaged += static_cast<int>(found.damaged.size());
    }
    return damaged;
}

std::uint64_t missing_from(const KeptFutures& kept, const WorkOfShard& work) {
    return work.futures() - kept_of(work, kept);
}

// "Unfinished: shards 2, 5 of 8." or "" where the folder does not tell into how many the study was cut.
std::string unfinished_shards(const ShardFolder& shards, const KeptFutures& kept,
                              std::uint32_t first_replication) {
    constexpr std::size_t most_named = 50;
    std::vector<std::string> numbers;
    const std::uint32_t of = shards.shards();
    for (std::uint32_t number = 1; number <= of; ++number) {
        const WorkOfShard work(kept.worlds(), first_replication, kept.replications(), {number, of});
        if (missing_from(kept, work) > 0) numbers.push_back(std::to_string(number));
    }
    if (numbers.empty()) return "";
    std::string text = numbers.size() == 1 ? " Unfinished: shard " : " Unfinished: shards ";
    for (std::size_t i = 0; i < numbers.size() && i < most_named; ++i)
        text += (i == 0 ? "" : ", ") + numbers[i];
    if (numbers.size() > most_named) text += " and " + std::to_string(numbers.size() - most_named) + " more";
    return text + " of " + std::to_string(of) + ".";
}

}  // namespace

ExitCode merge(const MergeArguments& arguments) {
    ensure_is_folder(arguments.folder);
    const ShardFolder shards(arguments.folder);
    StudyResults origin = shards.origin();
    ensure_safe_to_write(files_of(arguments, shards));
    ensure_writable(arguments.output);
    const std::unique_ptr<ResultsReader> earlier = earlier_of(arguments.output, origin);
    if (earlier && earlier->origin().replications == origin.replications) {
        if (!arguments.quiet)
            say(arguments.output.string() + " holds this study already: nothing is left to do.");
        return exit_done;
    }
    KeptFutures kept(static_cast<std::uint32_t>(origin.design.worlds),
                     static_cast<std::uint32_t>(origin.replications));
    const int damaged = gather(shards, kept);
    const FuturesFound found{&kept, earlier.get()};
    const WorkOfShard all(kept.worlds(), found.earlier_replications(), kept.replications(), {});
    const std::uint64_t missing = missing_from(kept, all);
    if (missing > 0) {
        say("Not merged yet: " + counted(static_cast<long>(missing), "future is", "futures are") +
            " missing from the shards in " + arguments.folder.string() +
            (damaged > 0 ? ", where " + counted(damaged, "part file is", "part files are") + " damaged"
                         : "") +
            "." + unfinished_shards(shards, kept, found.earlier_replications()) +
            " Run again the shards that did not end with \"is finished\": they go on from what they have.");
        return exit_try_again;
    }
    assemble(origin, found, arguments.output, arguments.threads > 0 ? arguments.threads : all_threads());
    RunArguments run;
    run.quiet = arguments.quiet;
    run.command_line = origin.created_by;
    return answer_study(arguments.output, run);
}

}  // namespace headroom
