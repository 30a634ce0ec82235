// When the machine has no room or no threads to give: a sentence, exit code 3, and finished work kept.
#include <sys/wait.h>

#include <cstdlib>

#include "tests/catch.hpp"
#include "tests/command_line/program.hpp"

using namespace headroom;

namespace {

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != text.npos;
}

// The program under a limit that a shell sets, as a user or a batch system does.
ProgramRun run_limited(const TestFolder& folder, const std::string& limit, const std::string& words) {
    const TestFolder said;
    const std::string line = "cd '" + folder.path().string() + "' && " + limit +
                             " && exec '" HEADROOM_PROGRAM "' " + words + " >'" + (said / "out").string() +
                             "' 2>'" + (said / "err").string() + "'";
    const int status = std::system(line.c_str());
    ProgramRun run;
    run.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
    run.err = content_of(said / "err");
    return run;
}

std::string some_futures() {
    return R"({"question": "A few?", "authority": "teaching team", "months": 2, "settling_months": 0, "replications": 6,
        "alternatives": [{"name": "As now"},
            {"name": "Limit 15", "policy": {"caseload_limit": {"kind": "hard", "children": 15}}}]})";
}

}  // namespace

// The sanitizers need more addresses than any limit would leave.
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
TEST_CASE(
    "threads that cannot be started end any command that runs the model with the option to ask for fewer") {
    const TestFolder folder;
    write_content(folder / "few.json", some_futures());
    write_content(folder / "study.json", R"({"authority": "teaching team", "months": 1, "settling_months": 0,
        "replications": 1, "factors": {"work_scale": {"values": [0.6, 0.7]}}})");
    for (const std::string words :
         {"compare few.json", "run few.json -o a.h5", "study study.json",
          "sustain few.json --measure caseload_mean --at-most 20 --vary referrals --replications 10"}) {
        const ProgramRun run = run_limited(folder, "ulimit -v 900000", words + " --threads 1024");
        CAPTURE(words, run.err);
        CHECK(run.exit_code == 3);
        CHECK(holds(run.err, "of 1024 threads could be started"));
        CHECK(holds(run.err, "such as --threads "));
    }
    CHECK(run_limited(folder, "ulimit -v 900000", "run few.json -o a.h5 --threads 2").exit_code == 0);
}
#endif

TEST_CASE(
    "a limit on the size of files ends a comparison with a sentence, and the next run takes up its futures") {
    const TestFolder folder, calm;
    for (const TestFolder* each : {&folder, &calm}) write_content(*each / "few.json", some_futures());
    const std::string words = "compare few.json --no-assumptions -o few.h5";
    const ProgramRun run = run_limited(folder, "ulimit -f 400", words);
    CAPTURE(run.err);
    CHECK(run.exit_code == 3);
    CHECK(holds(run.err, "few.h5: File too large"));
    CHECK(holds(
        run.err,
        "Finished work is kept in few.h5.parts, and the same command goes on from there: headroom " + words));
    CHECK_FALSE(std::filesystem::exists(folder / "few.h5"));
    CHECK_FALSE(std::filesystem::exists(folder / "few.h5.tmp"));
    const ProgramRun next = run_limited(folder, "true", words);
    CHECK(next.exit_code == 0);
    CHECK(holds(next.err, "6 futures finished by an earlier run taken up"));
    REQUIRE(run_limited(calm, "true", words).exit_code == 0);
    CHECK(content_of(folder / "few.h5") == content_of(calm / "few.h5"));
    CHECK(folder.names() == std::vector<std::string>{"few.h5", "few.html", "few.json"});
}

TEST_CASE("a limit on the size of files ends every other writer with a sentence and nothing half written") {
    const TestFolder folder;
    write_content(folder / "few.json", some_futures());
    write_content(folder / "study.json", R"({"authority": "teaching team", "months": 12, "settling_months": 0,
        "by": "month", "replications": 8, "factors": {"work_scale": {"values": [0.6, 0.7]}}})");
    REQUIRE(run_program(folder.path(), {"run", "few.json", "-o", "few.h5", "--quiet"}).exit_code == 0);
    for (const std::string words : {"run few.json --log log.h5", "run few.json --log-csv log.csv",
                                    "report few.h5 -o page.html", "study study.json -o study.h5"}) {
        const ProgramRun run = run_limited(folder, "ulimit -f 20", words);
        CAPTURE(words, run.err);
        CHECK(run.exit_code == 3);
        CHECK(holds(run.err, "File too large"));
    }
    for (const char* left : {"log.h5", "log.h5.tmp", "log.csv", "log.csv.tmp", "page.html", "page.html.tmp",
                             "study.h5", "study.h5.tmp"})
        CHECK_FALSE(std::filesystem::exists(folder / left));
}
