#include "apps/command_line/study/slurm_script.hpp"

#include <algorithm>
#include <cmath>
#include <sstream>

#include "apps/command_line/terminal/messages.hpp"
#include "apps/command_line/terminal/output_files.hpp"
#include "sim/scenario/choices.hpp"
#include "sim/storage/safe_file.hpp"
#include "sim/text/fault.hpp"
#include "sim/text/small_words.hpp"

namespace headroom {

namespace {

using std::filesystem::path;

// The words that choose what is lived, as they go to every shard.
std::string choices_of(const RunArguments& arguments) {
    const Choices& choices = arguments.choices;
    std::string words;
    if (!choices.authority.empty()) words += " --authority " + shell_word(choices.authority);
    if (choices.months) words += " --months " + number_text(*choices.months);
    if (choices.replications) words += " --replications " + number_text(*choices.replications);
    if (choices.seed) words += " --seed " + number_text(*choices.seed);
    words += typed_fitted(choices);
    for (const std::string& setting : choices.settings) words += " --set " + shell_word(setting);
    return words;
}

std::string this_file() {
    std::error_code failed;
    const path program = std::filesystem::read_symlink("/proc/self/exe", failed);
    return failed ? "headroom" : program.string();
}

std::string script(const StudyArguments& arguments, const path& output, std::uint32_t number_of_shards) {
    const std::string shards = std::to_string(number_of_shards);
    const std::string file =
        shell_word(std::filesystem::absolute(arguments.run.file).lexically_normal().string());
    const std::string results = shell_word(std::filesystem::absolute(output).lexically_normal().string());
    const std::string minutes = number_text(arguments.minutes.value_or(60));
    std::ostringstream text;
    text << "#!/usr/bin/env bash\n"
            "# Submits a study of Headroom to Slurm: "
         << shards
         << " shards, and the merge that waits for all of them.\n"
            "#   bash THIS_FILE [more options for sbatch, such as --partition=long --mem=4G]\n"
            "# A shard that is told to end (time limit, preemption, a lost node) keeps what it has finished, "
            "ends with\n"
            "# exit code 75 and is queued again; it goes on from there. Submitting twice is harmless: what "
            "is finished\n"
            "# is not lived again. The output must lie on a disk that all nodes see.\n"
            "set -euo pipefail\n"
            "headroom=${HEADROOM:-"
         << shell_word(this_file())
         << "}\n"
            "study="
         << file
         << "\n"
            "results="
         << results
         << "\n"
            "shards="
         << shards
         << "\n"
            "minutes=${MINUTES:-"
         << minutes
         << "}   # time limit of one shard\n"
            "cores=${CORES:-"
         << (arguments.run.threads > 0 ? arguments.run.threads : 1)
         << "}        # cores of one shard\n"
            "mkdir -p \"$results.shards\"\n"
            "\n"
            "too_many() {\n"
            "    echo \"These are $shards shards, and $1. Write the script again with --slurm $2 or fewer.\" "
            ">&2\n"
            "    exit 2\n"
            "}\n"
            "# The tasks of an array are numbered below MaxArraySize, which is 1001 unless a cluster says "
            "otherwise.\n"
            "size=$(scontrol show config 2>/dev/null | sed -n 's/^MaxArraySize *= "
            "*\\([0-9][0-9]*\\).*/\\1/p') "
            "|| size=\n"
            "[ \"$shards\" -lt \"${size:-100000000}\" ] ||\n"
            "    too_many \"this cluster takes $((size - 1)) tasks in one array (MaxArraySize)\" $((size - "
            "1))\n"
            "\n"
            "# The program gets the signal two minutes before the limit; where Slurm is not set up to queue "
            "exit "
            "code 75\n"
            "# again (RequeueExit=75), the job asks for it. A signal that comes before the program listens "
            "is no "
            "failure.\n"
            "shard=$(cat <<JOB\n"
            "#!/usr/bin/env bash\n"
            "told= program=\n"
            "trap 'told=1; [ -z \"\\$program\" ] || kill -TERM \\$program' TERM\n"
            "$(printf '%q ' \"$headroom\" study \"$study\" -o \"$results\" --threads \"$cores\" --quiet)"
         << choices_of(arguments.run)
         << " --shard \\$SLURM_ARRAY_TASK_ID/$shards &\n"
            "program=\\$!\n"
            "[ -z \"\\$told\" ] || kill -TERM \\$program\n"
            "wait \\$program; code=\\$?\n"
            "[ -z \"\\$told\" ] || { wait \\$program; code=\\$?; }\n"
            "[ \\$code -ne 143 ] || code=75\n"
            "if [ \\$code -eq 75 ] && ! scontrol show config | grep -q 'RequeueExit .*75'; then\n"
            "    scontrol requeue \\${SLURM_ARRAY_JOB_ID}_\\$SLURM_ARRAY_TASK_ID\n"
            "fi\n"
            "exit \\$code\n"
            "JOB\n"
            ")\n"
            "array=$(sbatch --parsable --job-name=headroom-shard --array=1-\"$shards\" --requeue "
            "--open-mode=append \\\n"
            "    --time=\"$minutes\" --signal=B:TERM@120 --cpus-per-task=\"$cores\" \\\n"
            "    --output=\"$results.shards/%a.log\" \"$@\" <<<\"$shard\") || {\n"
            "    [ \"$shards\" -le 1000 ] || too_many \"many clusters take 1000 tasks in one array "
            "(MaxArraySize)\" "
            "1000\n"
            "    exit 1\n"
            "}\n"
            "# Not afterok: to Slurm an array has failed for good once a task ended with 75, though it was "
            "queued "
            "again and\n"
            "# ended well. The merge itself knows whether all is there, and says which shards are not.\n"
            "merge=$(sbatch --parsable --job-name=headroom-merge --dependency=afterany:\"$array\" --requeue "
            "--open-mode=append \\\n"
            "    --output=\"$results.shards/merge.log\" \"$@\" \\\n"
            "    --wrap \"$(printf '%q ' \"$headroom\" merge \"$results.shards\" -o \"$results\") || exit "
            "1\")\n"
            "echo \"Submitted: shards $array, merge $merge. Results will be in $results.\"\n";
    return text.str();
}

}  // namespace

path slurm_script_of(const path& output) {
    return path(output).replace_extension(".slurm.sh");
}

ExitCode write_slurm_script(const Worlds& worlds, const StudyArguments& arguments, const path& output) {
    constexpr std::uint32_t most_by_default = 1000;
    const auto futures = static_cast<double>(worlds.count()) * worlds.plan().question.replications;
    const auto shards = static_cast<std::uint32_t>(std::min<double>(*arguments.slurm, futures));
    const std::string text = script(arguments, output, shards);
    const path file = slurm_script_of(output);
    ensure_writable(file);
    write_safely(file, text, "the script");
    if (shards < *arguments.slurm)
        say("The study has " + number_text(futures) + " futures to share out, so the script is for " +
            std::to_string(shards) + " shards, not " + std::to_string(*arguments.slurm) + ".");
    if (shards > most_by_default)
        say("Many Slurm clusters take no more than 1000 tasks in one array: \"scontrol show config | grep "
            "MaxArraySize\" gives yours, plus 1. The script checks it before it submits; --slurm 1000 fits "
            "everywhere.");
    say("The script is in " + file.string() + ": " + counted(shards, "shard", "shards") + " of about " +
        number_text(std::round(10 * futures / shards) / 10) + " futures of " +
        counted(static_cast<long>(worlds.policies().size()), "policy", "policies") +
        ". Submit it with: bash " + shell_word(file.string()));
    return exit_done;
}

}  // namespace headroom
