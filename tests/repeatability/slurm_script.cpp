// The script for Slurm does what it says, in folders with awkward names; tests/slurm runs it on a real Slurm.
#include <sys/wait.h>

#include <cstdlib>

#include "tests/catch.hpp"
#include "tests/command_line/program.hpp"

using namespace headroom;

namespace {

// Writes down how it was called and what it was given, as Slurm would take it; every job is number 7.
constexpr const char* pretended_sbatch = R"(#!/usr/bin/env bash
printf '%s\n' "$@" >>calls
for word in "$@"; do last=$word; done
case "$*" in *--wrap*) printf '%s\n' "$last" >merge.sh ;; *) cat >job.sh ;; esac
echo 7
)";

constexpr const char* pretended_scontrol = R"(#!/usr/bin/env bash
printf '%s\n' "$*" >>asked
)";

// A folder with a study, and programs that pretend to be Slurm.
class PretendedCluster {
public:
    PretendedCluster() {
        std::filesystem::create_directories(place() / "bin");
        write_content(place() / "study of $x.json",
                      R"({"question": "Shards?", "authority": "Rutland", "months": 3,
            "replications": 6, "factors": {"work_scale": "evidence"}, "design": {"kind": "sobol", "points": 4}})");
        write_executable("sbatch", pretended_sbatch);
        write_executable("scontrol", pretended_scontrol);
    }

    std::filesystem::path place() const { return folder_ / "O'Brien & \"co\""; }

    // The exit code of a line of shell in that folder.
    int run(const std::string& line) const {
        ::setenv("PLACE", place().c_str(), 1);
        const std::string whole = "cd \"$PLACE\" && export PATH=\"$PLACE/bin:$PATH\" && " + line;
        const int status = std::system(whole.c_str());
        return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }

private:
    void write_executable(const std::string& name, const char* content) const {
        write_content(place() / "bin" / name, content);
        std::filesystem::permissions(place() / "bin" / name, std::filesystem::perms::owner_all);
    }

    TestFolder folder_;
};

ProgramRun write_script(const PretendedCluster& cluster) {
    return run_program(cluster.place(),
                       {"study", "study of $x.json", "-o", "out.h5", "--seed", "5", "--slurm", "3"});
}

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != text.npos;
}

}  // namespace

TEST_CASE(
    "the script for Slurm makes shards of any study in any folder, and the merge has the bytes of one "
    "process") {
    const PretendedCluster cluster;
    REQUIRE(write_script(cluster).exit_code == 0);
    REQUIRE(cluster.run("bash out.slurm.sh --partition=long >said") == 0);
    const std::string calls = content_of(cluster.place() / "calls");
    CHECK(holds(calls, "--array=1-3\n"));
    CHECK(holds(calls, "--dependency=afterany:7\n"));
    CHECK(calls.find("--partition=long\n") != calls.rfind("--partition=long\n"));
    CHECK(holds(content_of(cluster.place() / "said"), "shards 7, merge 7"));

    for (const char* shard : {"2", "3", "1"}) {
        CHECK(cluster.run("bash merge.sh 2>not-yet") == 1);
        CHECK(cluster.run(std::string("SLURM_ARRAY_TASK_ID=") + shard + " bash job.sh") == 0);
    }
    CHECK(holds(content_of(cluster.place() / "not-yet"), "Not merged yet: 8 futures are missing"));
    CHECK(cluster.run("bash merge.sh >merged 2>&1") == 0);
    REQUIRE(run_program(cluster.place(), {"study", "study of $x.json", "-o", "one.h5", "--seed", "5"})
                .exit_code == 0);
    CHECK(content_of(cluster.place() / "out.h5") == content_of(cluster.place() / "one.h5"));
}

TEST_CASE("a shard that Slurm tells to end, however early, asks to be queued again") {
    const PretendedCluster cluster;
    REQUIRE(write_script(cluster).exit_code == 0);
    REQUIRE(cluster.run("bash out.slurm.sh >said") == 0);
    // The program is one that sleeps: told before it listens, it ends by the signal itself.
    REQUIRE(cluster.run("sed -i 's#^.* study .* &$#sleep 60 \\&#' job.sh && grep -q '^sleep 60 &$' job.sh") ==
            0);
    CHECK(cluster.run("export SLURM_ARRAY_JOB_ID=7 SLURM_ARRAY_TASK_ID=2; bash job.sh & sleep 0.5; "
                      "kill -TERM $!; wait $!") == 75);
    CHECK(holds(content_of(cluster.place() / "asked"), "requeue 7_2"));
    // Where Slurm queues exit code 75 again by itself, nothing is asked.
    REQUIRE(cluster.run("echo 'echo RequeueExit = 75' >>bin/scontrol && rm asked") == 0);
    CHECK(cluster.run("bash job.sh & sleep 0.5; kill -TERM $!; wait $!") == 75);
    CHECK_FALSE(holds(content_of(cluster.place() / "asked"), "requeue"));
}
