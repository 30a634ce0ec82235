// What may be wrong on the command line of a study, and the Slurm script.
#include <stdlib.h>
#include <sys/wait.h>

#include "tests/catch.hpp"
#include "tests/command_line/program.hpp"

using namespace headroom;

namespace {

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != text.npos;
}

void write_study(const TestFolder& folder) {
    write_content(folder / "study.json",
                  R"({"authority": "Rutland", "months": 2, "settling_months": 1, "replications": 2,
        "factors": {"work_scale": {"values": [0.6, 0.7]}}})");
}

int shell(const std::filesystem::path& folder, const std::string& command) {
    return WEXITSTATUS(std::system(("cd '" + folder.string() + "' && " + command).c_str()));
}

// A Slurm of two files: what it is given to run is put aside, each by what it is.
void write_slurm(const TestFolder& folder) {
    std::filesystem::create_directory(folder / "bin");
    write_content(folder / "bin/sbatch", R"(#!/usr/bin/env bash
for word in "$@"; do
    if [ "$last" = --wrap ]; then printf '%s\n' "$word" > merge.sh; echo 2; exit; fi
    last=$word
done
cat > shard.sh
echo 1
)");
    write_content(folder / "bin/scontrol", "#!/usr/bin/env bash\necho 'RequeueExit = 75'\n");
    for (const char* name : {"bin/sbatch", "bin/scontrol"})
        std::filesystem::permissions(folder / name, std::filesystem::perms::owner_all);
}

}  // namespace

TEST_CASE("every option of a study that makes no sense is told with what would, and nothing is run") {
    const TestFolder folder;
    write_study(folder);
    const std::vector<std::vector<std::string>> wrong = {
        {"--shard", "0/3"},       {"--shard", "4/3"},       {"--shard", "1"},
        {"--shard", "1/0"},       {"--shard", "a/b"},       {"--shard", "1/3x"},
        {"--shard", "-1/3"},      {"--shard", "1/2000000"}, {"--stop-after", "-1"},
        {"--stop-after", "soon"}, {"--stop-after", "nan"},  {"--slurm", "0"},
        {"--slurm", "1.5"},       {"--slurm", "1e9"},       {"--only-point", "-1"},
        {"--only-point", "x"},    {"--only-future", "-1"},  {"--replications", "0"},
        {"--months", "0"},        {"--threads", "0"},       {"--set", "no_such_key=1"},
    };
    for (const std::vector<std::string>& option : wrong) {
        const ProgramRun run =
            run_program(folder.path(), {"study", "study.json", option[0] + "=" + option[1]});
        CAPTURE(option[0], option[1], run.err);
        CHECK(run.exit_code == 2);
        CHECK(holds(run.err, option[0]));
        CHECK(holds(run.err, "but should be"));
    }
    CHECK(folder.names() == std::vector<std::string>{"study.json"});
}

TEST_CASE("options of a study that contradict each other are told") {
    const TestFolder folder;
    write_study(folder);
    const std::vector<std::vector<std::string>> wrong = {
        {"--slurm", "3", "--shard", "1/3"},
        {"--slurm", "3", "--only-point", "1"},
        {"--shard", "1/3", "--only-future", "1"},
    };
    for (std::vector<std::string> options : wrong) {
        options.insert(options.begin(), {"study", "study.json"});
        const ProgramRun run = run_program(folder.path(), options);
        CAPTURE(options[2], options[4], run.err);
        CHECK(run.exit_code == 2);
        CHECK(holds(run.err, options[2]));
        CHECK(holds(run.err, options[4]));
    }
    CHECK(folder.names() == std::vector<std::string>{"study.json"});
}

TEST_CASE("as many futures as it takes is for comparisons: a study says so") {
    const TestFolder folder;
    write_study(folder);
    const ProgramRun run = run_program(folder.path(), {"study", "study.json", "--replications", "auto"});
    CAPTURE(run.err);
    CHECK(run.exit_code == 2);
    CHECK(holds(run.err, "--replications"));
    CHECK(folder.names() == std::vector<std::string>{"study.json"});
}

TEST_CASE("a point beyond the study is told with those that there are") {
    const TestFolder folder;
    write_study(folder);
    const ProgramRun run = run_program(folder.path(), {"study", "study.json", "--only-point", "2"});
    CHECK(run.exit_code == 2);
    CHECK(holds(run.err, "the points of this study are 0 to 1"));
}

TEST_CASE("a study without a file, or with one that is a question's, ends with a sentence") {
    const TestFolder folder;
    write_content(folder / "limit.json", short_question());
    CHECK(run_program(folder.path(), {"study"}).exit_code == 2);
    CHECK(run_program(folder.path(), {"study", "missing.json"}).exit_code == 2);
    const ProgramRun none = run_program(folder.path(), {"merge", "missing", "-o", "a.h5"});
    CHECK(none.exit_code == 2);
    CHECK(holds(none.err, "missing is not there"));
    const ProgramRun empty = run_program(folder.path(), {"merge", ".", "-o", "a.h5"});
    CHECK(empty.exit_code == 2);
    CHECK(holds(empty.err, "a place where no shard of a study was begun"));
    CHECK(run_program(folder.path(), {"merge", "."}).exit_code == 2);
}

TEST_CASE("an output of a study that cannot be written is told before the run") {
    const TestFolder folder;
    write_study(folder);
    for (const std::string output : {"no/such/folder/a.h5", ".", "/proc/a.h5", "study.json/a.h5"}) {
        const ProgramRun run =
            run_program(folder.path(), {"study", "study.json", "--replications", "100000", "-o", output});
        CAPTURE(output, run.err);
        CHECK(run.exit_code == 3);
        CHECK(holds(run.err, output));
    }
    CHECK(folder.names() == std::vector<std::string>{"study.json"});
}

TEST_CASE("shards of another study, or of other replications, do not meet in one folder") {
    const TestFolder folder;
    write_study(folder);
    REQUIRE(run_program(folder.path(), {"study", "study.json", "--shard", "1/2"}).exit_code == 0);
    for (const std::vector<std::string>& other :
         {std::vector<std::string>{"--replications", "3"}, {"--seed", "2"}, {"--set", "weeks_to_hire=30"}}) {
        const ProgramRun run =
            run_program(folder.path(), {"study", "study.json", "--shard", "2/2", other[0], other[1]});
        CAPTURE(other[0], run.err);
        CHECK(run.exit_code == 2);
        CHECK(holds(run.err, "study.h5.shards is the place of shards of another study"));
    }
}

TEST_CASE("the Slurm script is one that bash accepts, whatever the names in it, and runs nothing") {
    const TestFolder folder;
    const std::string name = "my $tudy's \"best\" `one`.json";
    write_study(folder);
    std::filesystem::rename(folder / "study.json", folder / name);
    const ProgramRun good =
        run_program(folder.path(), {"study", name, "--slurm", "8", "--replications", "40", "--seed", "7",
                                    "--set", "weeks_to_hire=30", "-o", "a b's.h5", "--stop-after", "30"});
    CAPTURE(good.err);
    REQUIRE(good.exit_code == 0);
    CHECK(folder.names() == std::vector<std::string>{"a b's.slurm.sh", name});
    CHECK(holds(good.err, "8 shards of about 10 futures"));
    std::filesystem::copy_file(folder / "a b's.slurm.sh", folder / "copy.sh");
    CHECK(shell(folder.path(), "bash -n copy.sh") == 0);
    const std::string script = content_of(folder / "a b's.slurm.sh");
    CHECK(holds(script, "--array=1-\"$shards\""));
    CHECK(holds(script, "--replications 40"));
    CHECK(holds(script, "--seed 7"));
    CHECK(holds(script, "weeks_to_hire=30"));
    CHECK(holds(script, "${MINUTES:-30}"));
}

TEST_CASE(
    "there are no more shards than futures to share out, and the script says why a cluster takes fewer") {
    const TestFolder folder;
    write_study(folder);
    const ProgramRun few = run_program(folder.path(), {"study", "study.json", "--slurm", "5000"});
    CAPTURE(few.err);
    REQUIRE(few.exit_code == 0);
    CHECK(holds(few.err, "4 futures to share out, so the script is for 4 shards, not 5000"));
    CHECK(holds(content_of(folder / "study.slurm.sh"), "\nshards=4\n"));

    const ProgramRun many =
        run_program(folder.path(), {"study", "study.json", "--slurm", "5000", "--replications", "4000"});
    REQUIRE(many.exit_code == 0);
    CHECK(holds(many.err, "no more than 1000 tasks in one array"));
    CHECK(holds(content_of(folder / "study.slurm.sh"), "\nshards=5000\n"));
    write_slurm(folder);
    const auto submit = [&] {
        return shell(folder.path(), "PATH=\"$PWD/bin:$PATH\" bash study.slurm.sh > out 2> err");
    };
    // A cluster that tells its limit, whatever it is.
    write_content(folder / "bin/scontrol", "#!/usr/bin/env bash\necho 'MaxArraySize            = 2001'\n");
    CHECK(submit() == 2);
    CHECK(holds(content_of(folder / "err"), "--slurm 2000 or fewer"));
    CHECK_FALSE(std::filesystem::exists(folder / "shard.sh"));
    write_content(folder / "bin/scontrol", "#!/usr/bin/env bash\necho 'MaxArraySize            = 5001'\n");
    CHECK(submit() == 0);
    // One that tells nothing and refuses.
    write_content(folder / "bin/scontrol", "#!/usr/bin/env bash\nexit 1\n");
    write_content(folder / "bin/sbatch", "#!/usr/bin/env bash\nexit 1\n");
    CHECK(submit() == 2);
    CHECK(holds(content_of(folder / "err"), "--slurm 1000 or fewer"));
}

TEST_CASE("merge says which shards are unfinished, and readers that they are not merged") {
    const TestFolder folder;
    write_study(folder);
    for (const char* shard : {"1/4", "3/4"})
        REQUIRE(run_program(folder.path(), {"study", "study.json", "--quiet", "--shard", shard}).exit_code ==
                0);
    const ProgramRun merged = run_program(folder.path(), {"merge", "study.h5.shards", "-o", "study.h5"});
    CAPTURE(merged.err);
    CHECK(merged.exit_code == 75);
    CHECK(holds(merged.err, "Unfinished: shards 2, 4 of 4."));
    for (const std::vector<std::string>& words : {std::vector<std::string>{"summary", "study.h5"},
                                                  {"report", "study.h5"},
                                                  {"sensitivity", "study.h5"},
                                                  {"frontier", "study.h5"},
                                                  {"discover", "study.h5", "--fails", "caseload_mean > 1"},
                                                  {"explain", "study.h5", "--why", "children_unallocated"}}) {
        const ProgramRun read = run_program(folder.path(), words);
        CAPTURE(words[0], read.err);
        CHECK(read.exit_code == 3);
        CHECK(holds(read.err, "its shards are not merged yet"));
    }
    std::filesystem::rename(folder / "study.h5.shards", folder / "study.h5.parts");
    for (const char* command : {"summary", "report", "sensitivity", "frontier"})
        CHECK(holds(run_program(folder.path(), {command, "study.h5"}).err,
                    " is unfinished. What has been run lies in"));
}

TEST_CASE("what the Slurm script submits makes the same bytes as one process, whatever the names in it") {
    const TestFolder folder, other;
    const std::string name = "my $tudy's \"best\" `one`.json";
    for (const TestFolder* each : {&folder, &other}) {
        write_study(*each);
        std::filesystem::rename(*each / "study.json", *each / name);
    }
    write_slurm(folder);
    REQUIRE(run_program(folder.path(), {"study", name, "--slurm", "2", "--seed", "7", "-o", "a b's.h5"})
                .exit_code == 0);
    std::filesystem::copy_file(folder / "a b's.slurm.sh", folder / "copy.sh");
    const std::string quietly = " > /dev/null 2>&1";
    CHECK(shell(folder.path(), "PATH=\"$PWD/bin:$PATH\" bash copy.sh" + quietly) == 0);
    for (const char* number : {"1", "2"})
        CHECK(shell(folder.path(), std::string("SLURM_ARRAY_TASK_ID=") + number +
                                       " PATH=\"$PWD/bin:$PATH\" bash shard.sh" + quietly) == 0);
    CHECK(shell(folder.path(), "bash merge.sh" + quietly) == 0);
    CHECK(run_program(other.path(), {"study", name, "--quiet", "--seed", "7", "-o", "a b's.h5"}).exit_code ==
          0);
    REQUIRE_FALSE(content_of(other / "a b's.h5").empty());
    CHECK(content_of(folder / "a b's.h5") == content_of(other / "a b's.h5"));
}

TEST_CASE("a point of one's own that contradicts itself is told with its file and line") {
    const TestFolder folder;
    write_content(folder / "pts.csv", "work_scale,severity_low_percent\n0.7,10\n0.7,99\n");
    write_content(folder / "pf.json", R"({"authority": "teaching team", "months": 1, "settling_months": 0,
        "design": {"kind": "file", "file": "pts.csv"}, "replications": 1})");
    const ProgramRun run = run_program(folder.path(), {"check", "pf.json"});
    CAPTURE(run.err);
    CHECK(run.exit_code == 2);
    CHECK(run.err.find("pts.csv, line 3: settings.severity_low_percent is too large") != std::string::npos);
}
