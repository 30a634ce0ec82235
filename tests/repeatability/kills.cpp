// Whatever ends a run, finished work is taken up and the result is the same bytes.
#include <signal.h>
#include <unistd.h>

#include <random>

#include "tests/catch.hpp"
#include "tests/commands/program.hpp"

using namespace headroom;

namespace {

using Names = std::vector<std::string>;

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != text.npos;
}

// A question that takes some seconds, so that there is something to interrupt.
std::string long_question() {
    std::string text = short_question();
    text.replace(text.find("\"months\": 3"), 11, "\"months\": 24");
    text.replace(text.find("\"replications\": 4"), 17, "\"replications\": 24");
    return text;
}

const Names compare_it = {"compare", "limit.json"};

std::string undisturbed_bytes() {
    const TestFolder folder;
    write_content(folder / "limit.json", long_question());
    REQUIRE(run_program(folder.path(), compare_it).exit_code == 0);
    return content_of(folder / "limit.h5");
}

}  // namespace

TEST_CASE("a run killed at a dozen moments ends with the bytes of one that was left alone") {
    const std::string whole = undisturbed_bytes();
    const TestFolder folder;
    write_content(folder / "limit.json", long_question());
    std::mt19937 random(11);
    for (int round = 0; round < 12; ++round) {
        StartedProgram program(folder.path(), compare_it);
        ::usleep(static_cast<useconds_t>(random() % 400000));
        program.signal(SIGKILL);
        program.wait();
        const bool has_finished = std::filesystem::exists(folder / "limit.h5");
        if (has_finished) CHECK(content_of(folder / "limit.h5") == whole);
    }
    const ProgramRun last = run_program(folder.path(), compare_it);
    CAPTURE(last.err);
    CHECK(last.exit_code == 0);
    CHECK(content_of(folder / "limit.h5") == whole);
    CHECK(folder.names() == Names{"limit.h5", "limit.html", "limit.json"});
}

TEST_CASE("an interrupted run says how to go on, keeps what is finished, and goes on from there") {
    const std::string whole = undisturbed_bytes();
    const TestFolder folder;
    write_content(folder / "limit.json", long_question());
    StartedProgram program(folder.path(), compare_it);
    // The lock stands before the first future begins; a part follows with the first second at the latest.
    for (int i = 0; i < 3000 && !std::filesystem::exists(folder / "limit.h5.parts/lock"); ++i) ::usleep(1000);
    ::usleep(300000);
    program.signal(SIGINT);
    const ProgramRun interrupted = program.wait();
    CAPTURE(interrupted.err);
    REQUIRE(interrupted.exit_code == 130);
    CHECK(interrupted.out.empty());
    CHECK(holds(interrupted.err, "The same command goes on from there: headroom compare limit.json"));
    CHECK(folder.names() == Names{"limit.h5.parts", "limit.json"});

    const ProgramRun resumed = run_program(folder.path(), compare_it);
    CHECK(resumed.exit_code == 0);
    CHECK(holds(resumed.err, "finished by an earlier run"));
    CHECK(content_of(folder / "limit.h5") == whole);
    CHECK(folder.names() == Names{"limit.h5", "limit.html", "limit.json"});
}

TEST_CASE("a second run on the same output says so and touches nothing") {
    const TestFolder folder;
    write_content(folder / "limit.json", long_question());
    StartedProgram first(folder.path(), compare_it);
    for (int i = 0; i < 3000 && !std::filesystem::exists(folder / "limit.h5.parts/lock"); ++i) ::usleep(1000);
    const ProgramRun second = run_program(folder.path(), compare_it);
    CHECK(second.exit_code == 3);
    CHECK(holds(second.err, "another run is working on this output"));
    CHECK(first.wait().exit_code == 0);
}

TEST_CASE("work kept for another question or seed is not mixed in") {
    const std::string whole = undisturbed_bytes();
    const TestFolder folder;
    write_content(folder / "limit.json", long_question());
    Names other_seed = compare_it;
    other_seed.insert(other_seed.end(), {"--seed", "9"});
    StartedProgram program(folder.path(), other_seed);
    for (int i = 0; i < 3000 && !std::filesystem::exists(folder / "limit.h5.parts/lock"); ++i) ::usleep(1000);
    ::usleep(300000);
    program.signal(SIGTERM);
    REQUIRE(program.wait().exit_code == 130);
    const ProgramRun run = run_program(folder.path(), compare_it);
    CHECK(run.exit_code == 0);
    CHECK(holds(run.err, "taken away"));
    CHECK(content_of(folder / "limit.h5") == whole);
}
