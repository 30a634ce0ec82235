// The one door to CLI11: from words typed to commands carried out.
#include "apps/command_line/command_line.hpp"

#include <CLI/CLI.hpp>
#include <filesystem>
#include <functional>
#include <iostream>
#include <new>
#include <utility>

#include "apps/command_line/offered_options.hpp"
#include "apps/command_line/places/backtest_commands.hpp"
#include "apps/command_line/places/calibrate_command.hpp"
#include "apps/command_line/question/compare.hpp"
#include "apps/command_line/question/reading_commands.hpp"
#include "apps/command_line/question/run.hpp"
#include "apps/command_line/question/sustain.hpp"
#include "apps/command_line/reference/reference_commands.hpp"
#include "apps/command_line/reference/shipped_files.hpp"
#include "apps/command_line/study/merge.hpp"
#include "apps/command_line/study/study_command.hpp"
#include "apps/command_line/study/study_reading_commands.hpp"
#include "apps/command_line/terminal/arguments.hpp"
#include "apps/command_line/terminal/call_files.hpp"
#include "apps/command_line/terminal/interruption.hpp"
#include "apps/command_line/terminal/messages.hpp"
#include "apps/command_line/terminal/misunderstanding.hpp"
#include "apps/command_line/terminal/side_by_side.hpp"
#include "apps/command_line/terminal/typed_numbers.hpp"
#include "build-generated/version.hpp"
#include "sim/storage/output_lock.hpp"
#include "sim/storage/surroundings_fault.hpp"
#include "sim/text/small_words.hpp"

namespace headroom {

namespace {

// Every command with its options, and what was typed for them.
class CommandLine {
public:
    CommandLine() {
        app_.set_version_flag("--version", "headroom " + std::string(headroom_version()));
        app_.set_help_all_flag("--help-all", "Print the options of every command and exit");
        app_.require_subcommand(1);
        add_run_command("compare", "Compare the alternatives of a question on the same families and people",
                        compare);
        add_log_options(
            add_run_command("run", "Run one alternative of a question alone, the first by itself", run));
        add_study();
        add_merge();
        add_sustain();
        calibrate_.add();
        backtest_.add_all();
        reading_.add_all();
        study_reading_.add_all();
        reference_.add_all();
    }

    ExitCode carry_out(int count, const char* const* words) {
        if (count < 2) {
            std::cerr << app_.help();
            return exit_input_wrong;
        }
        ensure_command_is_known(words[1], app_);
        for (int i = 0; i < count; ++i)
            typed_ += (i == 0 ? "" : " ") + shell_word(i == 0 ? "headroom" : words[i]);
        for (const auto& [command, action] : actions_) {
            if (command->get_name() == words[1]) refuse_values_of_flags(*command, {words, words + count});
        }
        try {
            app_.parse(count, words);
        } catch (const CLI::ParseError& fault) {
            if (fault.get_exit_code() == 0) return static_cast<ExitCode>(app_.exit(fault));
            throw misunderstood(fault, app_);
        }
        for (const auto& [command, action] : actions_) {
            if (!command->parsed()) continue;
            refuse_blank_words(*command, {words, words + count});
            ensure_apart(files_typed(*command));
            return action();
        }
        return exit_input_wrong;
    }

    std::vector<OfferedOption> offered() const {
        std::vector<OfferedOption> all;
        for (const auto& [command, action] : actions_) {
            for (OfferedOption& option : offered_by(*command)) all.push_back(std::move(option));
        }
        return all;
    }

private:
    using RunCommand = ExitCode (*)(const RunArguments&);

    CLI::App* add_command(const std::string& name, const std::string& does,
                          std::function<ExitCode()> action) {
        CLI::App* const command = app_.add_subcommand(name, does);
        actions_.emplace_back(command, std::move(action));
        return command;
    }

    CLI::App* add_run_command(const std::string& name, const std::string& does, RunCommand run_command) {
        CLI::App* const command = add_command(name, does, [this, name, run_command] {
            read_choices();
            run_.command = name;
            return run_command(run_);
        });
        CLI::Option* const question = command->add_option("QUESTION.json", run_.file, "The question")
                                          ->type_name("")
                                          ->transform(here_or_shipped);
        if (name == "compare") {
            question->description("The question; without one, the terminal asks for it");
            command
                ->add_option("--against", run_.choices.against,
                             "What the others are compared with (the first)")
                ->type_name("ALTERNATIVE");
        } else {
            question->required();
        }
        add_choices(command);
        command->get_option("--replications")
            ->description(
                "How many futures to live (100); auto: until the differences in need unmet, children "
                "without a worker and cost are known to --precision, from 20 to 1000")
            ->type_name("N|auto");
        command
            ->add_option("--precision", precision_,
                         "With --replications auto: how far the 95 % intervals may reach, as a part of the "
                         "smallest difference that matters (0.5); a quarter of the difference always does")
            ->type_name("PART");
        command->add_option("-o", run_.output, "The results file")->type_name("FILE.h5");
        command->add_option("--report", run_.report, "The report")->type_name("FILE.html");
        command
            ->add_option("--only-future", only_future_,
                         "That future alone, to look at a failure again; writes no file")
            ->type_name("N");
        // It once left out runs that are no longer made, and scripts may still say it.
        if (name == "compare") command->add_flag("--no-assumptions")->group("");
        return command;
    }

    // What every command that runs the model is told.
    void add_choices(CLI::App* command) {
        command
            ->add_option(
                "--authority", run_.choices.authority,
                "An authority's name, \"typical\", \"teaching team\", or a fit that headroom calibrate "
                "wrote")
            ->type_name("NAME");
        CLI::Option* const one_world =
            command->add_flag("--one-world", one_world_,
                              "The same settings in every future: the middle of the authority's fit");
        command
            ->add_flag("--unfitted", unfitted_,
                       "England's hours and practice, not those fitted to the authority")
            ->excludes(one_world);
        command->add_option("--months", months_, "How long to look ahead (36)")->type_name("N");
        command->add_option("--replications", replications_, "How many futures to live (100)")
            ->type_name("N");
        command->add_option("--seed", seed_, "Which futures: the same seed, the same futures (1)")
            ->type_name("N");
        command->add_option("--set", run_.choices.settings, "Any setting; may be given again")
            ->type_name("KEY=VALUE")
            ->take_all()
            ->allow_extra_args(false);
        command->add_option("--threads", threads_, "How many cores to use (all)")->type_name("N");
        command->add_flag("--quiet", run_.quiet, "Say nothing but the answer and what goes wrong");
        command->add_flag("--json", run_.as_json, "Print the answer as JSON");
    }

    void add_log_options(CLI::App* command) {
        command->add_option("--alternative", run_.alternative, "Which alternative, by name or number (1)")
            ->type_name("NAME");
        command
            ->add_option("--log", run_.log,
                         "Live one future (0, or --only-future) and write down everything that happens to "
                         "families, work and workers, for \"headroom explain FILE.h5 --why MEASURE\"")
            ->type_name("FILE.h5");
        command->add_option("--log-csv", run_.log_csv, "The same in the columns that vidigi animates")
            ->type_name("FILE.csv");
    }

    void add_study() {
        CLI::App* const command =
            add_command("study", "Live a design over settings and policies: thousands of futures in one file",
                        [this] { return study_as_typed(); });
        command->add_option("STUDY.json", run_.file, "The study")
            ->required()
            ->type_name("")
            ->transform(here_or_shipped);
        add_choices(command);
        command->get_option("--replications")->description("How many futures to live at every point (10)");
        command->remove_option(command->get_option("--json"));
        command->add_option("-o", run_.output, "The results file")->type_name("FILE.h5");
        command->add_flag("--resume", resume_,
                          "Go on from what an earlier run finished; that is so without it too");
        command->add_option("--shard", shard_, "That part of the work alone, such as 3/8")->type_name("I/N");
        command
            ->add_option("--stop-after", minutes_, "Stop in time, with what is finished kept (exit code 75)")
            ->type_name("MINUTES");
        command
            ->add_option("--slurm", slurm_,
                         "Write the script that runs the study on a Slurm cluster in so many shards; runs "
                         "nothing")
            ->type_name("SHARDS");
        command
            ->add_option("--only-point", only_point_,
                         "With --only-future, that one alone, to look at a failure again; writes no file")
            ->type_name("N");
        command->add_option("--only-future", only_future_, "The future for --only-point")->type_name("N");
    }

    void add_merge() {
        CLI::App* const command =
            add_command("merge", "Join the shards of a study into one results file", [this] {
                read_numbers();
                merge_.threads = run_.threads;
                merge_.quiet = run_.quiet;
                return merge(merge_);
            });
        command->add_option("DIR", merge_.folder, "The folder of shards, FILE.h5.shards")
            ->required()
            ->type_name("");
        command->add_option("-o", merge_.output, "The results file")->required()->type_name("FILE.h5");
        command->add_option("--threads", threads_, "How many cores to use (all)")->type_name("N");
        command->add_flag("--quiet", run_.quiet, "Say nothing but the answer and what goes wrong");
    }

    ExitCode study_as_typed() {
        run_.command = "study";
        read_choices();
        std::vector<Fault> faults;
        study_.minutes = number_in("--stop-after", minutes_, {0, 1e6}, faults);
        if (const auto shards = whole_number_in("--slurm", slurm_, {1, 100000}, faults))
            study_.slurm = static_cast<std::uint32_t>(*shards);
        if (const auto point = whole_number_in("--only-point", only_point_, {0, 1e7}, faults))
            study_.only_point = static_cast<std::uint32_t>(*point);
        study_.is_shard = !shard_.empty();
        if (study_.is_shard) study_.shard = shard_in("--shard", shard_, faults);
        if (!faults.empty()) throw faults;
        study_.run = run_;
        return study(study_);
    }

    void add_sustain() {
        CLI::App* const command = add_command(
            "sustain", "Find how much demand, or how few workers, a service bears in 9 futures of 10",
            [this] {
                read_choices();
                std::vector<Fault> faults;
                sustain_.at_most = number_in("--at-most", at_most_, faults);
                sustain_.at_least = number_in("--at-least", at_least_, faults);
                sustain_.from = number_in("--from", from_, faults);
                sustain_.to = number_in("--to", to_, faults);
                if (!faults.empty()) throw faults;
                sustain_.run = run_;
                return sustain(sustain_);
            });
        command->add_option("QUESTION.json", run_.file, "The question (today's policy)")
            ->type_name("")
            ->transform(here_or_shipped);
        command->add_option("--measure", sustain_.measure, "What is to be kept, such as children_unallocated")
            ->required()
            ->type_name("MEASURE");
        command->add_option("--at-most", at_most_, "The highest it may be")->type_name("X");
        command->add_option("--at-least", at_least_, "The lowest it may be")->type_name("X");
        command->add_option("--vary", sustain_.vary, "What is turned: referrals, posts.add, a setting, ...")
            ->required()
            ->type_name("KEY");
        command->add_option("--from", from_, "The lowest value tried")->type_name("X");
        command->add_option("--to", to_, "The highest value tried")->type_name("X");
        command->add_option("--alternative", run_.alternative, "Which alternative, by name or number (1)")
            ->type_name("NAME");
        add_choices(command);
    }

    void read_choices() {
        read_numbers();
        run_.command_line = typed_;
    }

    void read_numbers() {
        std::vector<Fault> faults;
        run_.choices.months = number_in("--months", months_, faults);
        run_.choices.adds_futures = replications_ == "auto";
        if (replications_ != "auto")
            run_.choices.replications = number_in("--replications", replications_, faults);
        run_.choices.precision = number_in("--precision", precision_, {0.01, 100}, faults);
        run_.choices.seed = number_in("--seed", seed_, faults);
        if (one_world_) run_.choices.fitted = FittedAs::one_world;
        if (unfitted_) run_.choices.fitted = FittedAs::unfitted;
        run_.threads =
            static_cast<int>(whole_number_in("--threads", threads_, {1, 1024}, faults).value_or(0));
        if (const auto number = whole_number_in("--only-future", only_future_, {0, 99999}, faults)) {
            run_.only_future = static_cast<std::uint32_t>(*number);
        }
        if (!faults.empty()) throw faults;
    }

    CLI::App app_{
        "Headroom: what would a caseload limit or a staffing policy do to waiting children, workers and "
        "cost?",
        "headroom"};
    std::vector<std::pair<CLI::App*, std::function<ExitCode()>>> actions_;
    AddCommand add_command_ = [this](const std::string& name, const std::string& does,
                                     std::function<ExitCode()> action) {
        return add_command(name, does, std::move(action));
    };
    ReadingCommands reading_{add_command_};
    StudyReadingCommands study_reading_{add_command_};
    ReferenceCommands reference_{add_command_};
    BacktestCommands backtest_{add_command_, typed_};
    CalibrateCommand calibrate_{add_command_, typed_};
    std::string typed_;
    bool one_world_ = false, unfitted_ = false;
    RunArguments run_;
    SustainArguments sustain_;
    StudyArguments study_;
    MergeArguments merge_;
    std::string shard_, minutes_, slurm_, only_point_;
    bool resume_ = false;
    std::string at_most_, at_least_, from_, to_;
    std::string months_, replications_, precision_, seed_, threads_, only_future_;
};

ExitCode carry_out_and_say(int count, const char* const* words) {
    try {
        return CommandLine().carry_out(count, words);
    } catch (const Misunderstanding& misunderstanding) {
        say(misunderstanding.sentence);
        return exit_input_wrong;
    } catch (const std::vector<Fault>& faults) {
        say_faults(faults);
        return exit_input_wrong;
    } catch (const GivenUpOnTheWay&) {
        say("Interrupted while the model was being fitted: nothing is kept. The same command begins again.");
        return exit_interrupted;
    } catch (const SurroundingsFault& fault) {
        say(fault.what());
    } catch (const OutputBusy& busy) {
        say(std::string("Not started: ") + busy.what());
    } catch (const TooFewThreads& fault) {
        say(fault.what());
    } catch (const std::filesystem::filesystem_error& fault) {
        say(sentence_on(fault));
    } catch (const std::bad_alloc&) {
        say("The memory of this machine ran out. Fewer --threads or --replications need less; work already "
            "kept is taken up by the same command.");
    } catch (const std::exception& fault) {
        say("This is our fault: " + std::string(fault.what()) + ".");
        return exit_our_fault;
    }
    return exit_surroundings_failed;
}

}  // namespace

std::vector<OfferedOption> offered_options() {
    return CommandLine().offered();
}

int run_command_line(int count, const char* const* words) {
    outlive_file_size_limits();
    const ExitCode code = carry_out_and_say(count, words);
    if (std::cout.flush()) return code;
    say("The answer could not be written to standard output. Results files, if any were named, stand.");
    return exit_surroundings_failed;
}

}  // namespace headroom
