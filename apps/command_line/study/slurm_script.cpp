#include "apps/command_line/study/slurm_script.hpp"

#include <algorithm>
#include <cmath>
#include <sstream>

#include "apps/command_line/terminal/messages.hpp"
#include "apps/command_line/terminal/output_files.hpp"
#include "sim/scenario/typed_choices.hpp"
#include "sim/storage/safe_file.hpp"
#include "sim/text/fault.hpp"
#include "sim/text/small_words.hpp"

namespace headroom {

namespace {

using std::filesystem::path;

std::string this_file() {
    std::error_code failed;
    const path program = std::filesystem::read_symlink("/proc/self/exe", failed);
    return failed ? "headroom" : program.string();
}

// Behind the number of shards.
constexpr std::string_view about = R"( shards, and the merge that waits for all of them.
#   bash THIS_FILE [more options for sbatch, such as --partition=long --mem=4G]
# A shard that is told to end (time limit, preemption, a lost node) keeps what it has finished, ends with
# exit code 75 and is queued again; it goes on from there. Submitting twice is harmless: what is finished
# is not lived again. The output must lie on a disk that all nodes see.
set -euo pipefail
)";

constexpr std::string_view checks = R"sh(mkdir -p "$results.shards"

too_many() {
    echo "These are $shards shards, and $1. Write the script again with --slurm $2 or fewer." >&2
    exit 2
}
# The tasks of an array are numbered below MaxArraySize, which is 1001 unless a cluster says otherwise.
size=$(scontrol show config 2>/dev/null | sed -n 's/^MaxArraySize *= *\([0-9][0-9]*\).*/\1/p') || size=
[ "$shards" -lt "${size:-100000000}" ] ||
    too_many "this cluster takes $((size - 1)) tasks in one array (MaxArraySize)" $((size - 1))

)sh";

// Up to where the choices stand in the command of a shard, and from there on.
constexpr std::string_view job_begins =
    R"(# The program gets the signal two minutes before the limit; where Slurm is not set up to queue exit code 75
# again (RequeueExit=75), the job asks for it. A signal that comes before the program listens is no failure.
shard=$(cat <<JOB
#!/usr/bin/env bash
told= program=
trap 'told=1; [ -z "\$program" ] || kill -TERM \$program' TERM
$(printf '%q ' "$headroom" study "$study" -o "$results" --threads "$cores" --quiet))";
constexpr std::string_view job_ends = R"( --shard \$SLURM_ARRAY_TASK_ID/$shards &
program=\$!
[ -z "\$told" ] || kill -TERM \$program
wait \$program; code=\$?
[ -z "\$told" ] || { wait \$program; code=\$?; }
[ \$code -ne 143 ] || code=75
if [ \$code -eq 75 ] && ! scontrol show config | grep -q 'RequeueExit .*75'; then
    scontrol requeue \${SLURM_ARRAY_JOB_ID}_\$SLURM_ARRAY_TASK_ID
fi
exit \$code
JOB
)
)";

constexpr std::string_view submission =
    R"sh(array=$(sbatch --parsable --job-name=headroom-shard --array=1-"$shards" --requeue --open-mode=append \
    --time="$minutes" --signal=B:TERM@120 --cpus-per-task="$cores" \
    --output="$results.shards/%a.log" "$@" <<<"$shard") || {
    [ "$shards" -le 1000 ] || too_many "many clusters take 1000 tasks in one array (MaxArraySize)" 1000
    exit 1
}
# Not afterok: to Slurm an array has failed for good once a task ended with 75, though it was queued again and
# ended well. The merge itself knows whether all is there, and says which shards are not.
merge=$(sbatch --parsable --job-name=headroom-merge --dependency=afterany:"$array" --requeue --open-mode=append \
    --output="$results.shards/merge.log" "$@" \
    --wrap "$(printf '%q ' "$headroom" merge "$results.shards" -o "$results") || exit 1")
echo "Submitted: shards $array, merge $merge. Results will be in $results."
)sh";

std::string absolute_word(const path& file) {
    return shell_word(std::filesystem::absolute(file).lexically_normal().string());
}

std::string variables(const StudyArguments& arguments, const path& output, const std::string& shards) {
    const std::string minutes = number_text(arguments.minutes.value_or(60));
    const std::string cores = std::to_string(arguments.run.threads > 0 ? arguments.run.threads : 1);
    std::string text = "headroom=${HEADROOM:-" + shell_word(this_file()) + "}\n";
    text += "study=" + absolute_word(arguments.run.file) + "\n";
    text += "results=" + absolute_word(output) + "\n";
    text += "shards=" + shards + "\n";
    text += "minutes=${MINUTES:-" + minutes + "}   # time limit of one shard\n";
    text += "cores=${CORES:-" + cores + "}        # cores of one shard\n";
    return text;
}

std::string script(const StudyArguments& arguments, const path& output, std::uint32_t number_of_shards) {
    const std::string shards = std::to_string(number_of_shards);
    std::ostringstream text;
    text << "#!/usr/bin/env bash\n# Submits a study of Headroom to Slurm: " << shards << about
         << variables(arguments, output, shards) << checks << job_begins << typed(arguments.run.choices)
         << job_ends << submission;
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
