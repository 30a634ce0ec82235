#include "sim/commands/merge.hpp"

#include <optional>

#include "sim/commands/assemble.hpp"
#include "sim/commands/messages.hpp"
#include "sim/commands/output_files.hpp"
#include "sim/commands/shard_folder.hpp"
#include "sim/commands/study_answer.hpp"
#include "sim/results/surroundings_fault.hpp"
#include "sim/study/parallel.hpp"

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

std::uint64_t missing_from(const KeptFutures& kept, std::uint32_t first_replication) {
    std::uint64_t missing = 0;
    for (std::uint32_t world = 0; world < kept.worlds(); ++world) {
        for (std::uint32_t future = first_replication; future < kept.replications(); ++future)
            missing += !kept.has(world, future);
    }
    return missing;
}

}  // namespace

ExitCode merge(const MergeArguments& arguments) {
    ensure_is_folder(arguments.folder);
    const ShardFolder shards(arguments.folder);
    StudyResults origin = shards.origin();
    if (!arguments.output.empty()) ensure_writable(arguments.output);
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
    const std::uint64_t missing = missing_from(kept, found.earlier_replications());
    if (missing > 0) {
        say("Not merged yet: " + counted(static_cast<long>(missing), "future is", "futures are") +
            " missing from the shards in " + arguments.folder.string() +
            (damaged > 0 ? ", where " + counted(damaged, "part file is", "part files are") + " damaged"
                         : "") +
            ". Run the shards again that did not end with \"is finished\": they go on from what they have.");
        return exit_try_again;
    }
    assemble(origin, found, arguments.output, arguments.threads > 0 ? arguments.threads : all_threads());
    RunArguments run;
    run.quiet = arguments.quiet;
    run.command_line = origin.created_by;
    return answer_study(arguments.output, run);
}

}  // namespace headroom
