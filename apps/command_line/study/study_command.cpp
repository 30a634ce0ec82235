#include "apps/command_line/study/study_command.hpp"

#include <algorithm>
#include <iostream>
#include <optional>

#include "apps/command_line/question/kept_work.hpp"
#include "apps/command_line/question/own_fit.hpp"
#include "apps/command_line/question/run_comparison.hpp"
#include "apps/command_line/study/shard_folder.hpp"
#include "apps/command_line/study/single_future.hpp"
#include "apps/command_line/study/slurm_script.hpp"
#include "apps/command_line/study/study_answer.hpp"
#include "apps/command_line/terminal/call_files.hpp"
#include "apps/command_line/terminal/interruption.hpp"
#include "apps/command_line/terminal/messages.hpp"
#include "apps/command_line/terminal/output_files.hpp"
#include "apps/command_line/terminal/this_program.hpp"
#include "sim/results/assemble.hpp"
#include "sim/results/study_origin.hpp"
#include "sim/storage/surroundings_fault.hpp"
#include "sim/study/world_futures.hpp"
#include "sim/study/worlds.hpp"
#include "sim/study/worlds_run.hpp"
#include "sim/text/small_words.hpp"

namespace headroom {

namespace {

using std::filesystem::path;

int threads_of(const StudyArguments& arguments) {
    return arguments.run.threads > 0 ? arguments.run.threads : all_threads();
}

std::string sentence_on(const FoundParts& found, const KeptFutures& kept, const path& folder) {
    std::string text;
    if (kept.count() > 0)
        text += counted(static_cast<long>(kept.count()), "future", "futures") +
                " finished by an earlier run taken up from " + folder.string() + ". ";
    if (!found.damaged.empty())
        text += counted(static_cast<long>(found.damaged.size()), "damaged part file there is",
                        "damaged part files there are") +
                " computed again. ";
    if (!text.empty()) text.pop_back();
    return text;
}

// Hours of many machines may lie there, so nobody's work is thrown away unasked.
void ensure_of_this_study(const FoundParts& found, const path& folder) {
    if (found.of_other_inputs.empty()) return;
    throw std::vector<Fault>{
        {.file = folder.string(),
         .found = "where finished futures of another study, seed or version of Headroom are kept",
         .expected = "free",
         .nearest = "They stay as they are: take the folder away, or name another output with -o."}};
}

// A study on its way: what has been found and lived of it.
class StudyRun {
public:
    StudyRun(const Worlds& worlds, const StudyArguments& arguments, path output)
        : worlds_(worlds),
          arguments_(arguments),
          output_(std::move(output)),
          origin_(origin_of(worlds, created_by(arguments.run))),
          inputs_(worlds.digest(this_program())),
          earlier_(earlier_of(output_, origin_)) {}

    ExitCode carry_out() {
        if (earlier_ && earlier_->origin().replications == origin_.replications) {
            take_away_leftovers();
            return say_it_stands();
        }
        const ShardFolder shards = ShardFolder::of(output_);
        if (arguments_.is_shard) shards.claim(origin_, inputs_);
        const PartStore store(arguments_.is_shard ? shards.parts_of(arguments_.shard) : output_, inputs_);
        say_if_not_locked(store);
        return with_what_is_kept({&store, arguments_.run.command_line}, [&] { return carry_on(store); });
    }

private:
    ExitCode carry_on(const PartStore& store) {
        KeptFutures kept(worlds_.count(), static_cast<std::uint32_t>(origin_.replications));
        take_up(store, kept);
        const WorldsOutcome outcome = run_worlds(
            {store, kept}, options(), [&] { return WorldFutures(worlds_); }, interruption());
        if (!outcome.is_complete()) return say_how_to_go_on(outcome, store);
        if (arguments_.is_shard) return say_the_shard_is_finished(outcome);
        assemble(origin_, {&kept, earlier_.get()}, output_, threads_of(arguments_));
        store.remove_parts();
        return answer_study(output_, arguments_.run);
    }

    void take_up(const PartStore& store, KeptFutures& kept) const {
        const FoundParts found = store.find();
        ensure_of_this_study(found, store.folder());
        for (const KeptPart& part : found.parts) kept.add(part);
        const std::string sentence = sentence_on(found, kept, store.folder());
        if (!sentence.empty() && !arguments_.run.quiet) say(sentence);
    }

    // The parts of a run that was ended between the file's last byte and their removal.
    void take_away_leftovers() const {
        std::error_code ignored;
        if (std::filesystem::exists(parts_folder(output_), ignored))
            PartStore(output_, inputs_).remove_parts();
    }

    WorldsOptions options() const {
        WorldsOptions options;
        if (earlier_) options.first_replication = static_cast<std::uint32_t>(earlier_->origin().replications);
        options.shard = arguments_.shard;
        options.threads = threads_of(arguments_);
        if (!arguments_.run.quiet) options.progress = terminal_for_progress();
        if (arguments_.minutes) {
            const std::chrono::duration<double> seconds(60 * *arguments_.minutes);
            options.until = std::chrono::steady_clock::now() +
                            std::chrono::duration_cast<std::chrono::steady_clock::duration>(seconds);
        }
        return options;
    }

    ExitCode say_it_stands() const {
        clear_up();
        if (!arguments_.run.quiet)
            say(output_.string() + " holds this study already: nothing is left to do.");
        return answer_study(output_, arguments_.run);
    }

    // What a run left that was killed when its file stood already.
    void clear_up() const {
        std::error_code ignored;
        if (!std::filesystem::exists(parts_folder(output_), ignored)) return;
        const PartStore store(output_, inputs_);
        if (store.find().of_other_inputs.empty()) store.remove_parts();
    }

    ExitCode say_how_to_go_on(const WorldsOutcome& outcome, const PartStore& store) const {
        const bool may_try_again = is_told_to_end() || !interruption();
        say(std::string(may_try_again ? "Stopped in time: " : "Interrupted: ") +
            std::to_string(outcome.finished) + " of " +
            counted(static_cast<long>(outcome.wanted), "future is", "futures are") +
            " finished and kept in " + store.folder().string() +
            ". The same command goes on from there: " + arguments_.run.command_line);
        return may_try_again ? exit_try_again : exit_interrupted;
    }

    ExitCode say_the_shard_is_finished(const WorldsOutcome& outcome) const {
        const ShardFolder shards = ShardFolder::of(output_);
        const Shard& shard = arguments_.shard;
        if (!arguments_.run.quiet)
            say("Shard " + std::to_string(shard.number) + " of " + std::to_string(shard.of) +
                " is finished: " + counted(static_cast<long>(outcome.wanted), "future", "futures") + " in " +
                shards.place().string() + ". When all are: headroom merge " +
                shell_word(shards.place().string()) + " -o " + shell_word(output_.string()));
        return exit_done;
    }

    const Worlds& worlds_;
    const StudyArguments& arguments_;
    path output_;
    StudyResults origin_;
    std::uint64_t inputs_;
    std::unique_ptr<ResultsReader> earlier_;
};

path output_of(const StudyPlan& plan, const RunArguments& arguments) {
    if (!arguments.output.empty()) return arguments.output;
    const std::string ending =
        arguments.choices.authority.empty() ? ".h5" : "-" + in_a_file_name(plan.question.authority) + ".h5";
    return named_after(arguments.file, ending);
}

CallFiles files_of(const StudyPlan& plan, const StudyArguments& arguments, const path& output) {
    CallFiles all{{{"STUDY.json", arguments.run.file},
                   {"the points of the study", plan.design.file},
                   {"the points of the levers", plan.lever_design.file}},
                  {}};
    for (const std::string& beside : plan.question.files_beside)
        all.inputs.push_back({"the figures in the study", beside});
    const bool writes_nothing = arguments.only_point || arguments.run.only_future;
    if (!writes_nothing)
        all.outputs.push_back(
            {arguments.run.output.empty() ? "the results file" : "-o", output, FileKind::study});
    if (arguments.slurm)
        all.outputs.push_back({"the Slurm script", slurm_script_of(output), FileKind::script});
    return all;
}

// Options that ask for two different things.
std::vector<Fault> find_misuse(const StudyArguments& arguments) {
    const bool is_single = arguments.only_point || arguments.run.only_future;
    const std::string single = arguments.only_point ? "--only-point" : "--only-future";
    const auto beside = [](const std::string& one, const std::string& other) {
        return std::vector<Fault>{
            {.file = "command line", .key = one, .found = "beside " + other, .expected = "one of the two"}};
    };
    if (arguments.slurm && arguments.is_shard) return beside("--slurm", "--shard");
    if (arguments.slurm && is_single) return beside("--slurm", single);
    if (arguments.is_shard && is_single) return beside("--shard", single);
    if (arguments.run.choices.adds_futures)
        return {{.file = "command line",
                 .key = "--replications",
                 .found = "\"auto\"",
                 .expected = "a number: a study has as many futures at every point"}};
    return {};
}

}  // namespace

ExitCode study(const StudyArguments& arguments) {
    const std::vector<Fault> misuse = find_misuse(arguments);
    if (!misuse.empty()) throw misuse;
    const auto read = [&](const Choices& choices) { return read_study(arguments.run.file, choices); };
    // Writing a script runs nothing.
    const StudyReading reading =
        arguments.slurm ? read(arguments.run.choices) : read_with_own_fit(arguments.run, read);
    if (!reading.is_good()) {
        say_faults(reading.faults);
        return exit_input_wrong;
    }
    const path output = output_of(reading.plan, arguments.run);
    const Worlds worlds(reading.plan);
    const std::vector<Fault> contradictions = contradictions_in(worlds, arguments.run.file);
    if (!contradictions.empty()) throw contradictions;
    ensure_safe_to_write(files_of(reading.plan, arguments, output));
    if (arguments.slurm) return write_slurm_script(worlds, arguments, output);
    if (arguments.only_point || arguments.run.only_future) return live_single_future(worlds, arguments);
    ensure_writable(output);
    return StudyRun(worlds, arguments, output).carry_out();
}

}  // namespace headroom
