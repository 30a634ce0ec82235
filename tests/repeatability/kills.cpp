// Whatever ends a run, finished work is taken up and the result is the same bytes.
#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <functional>
#include <random>

#include "tests/catch.hpp"
#include "tests/command_line/program.hpp"

using namespace headroom;

namespace {

using Names = std::vector<std::string>;

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != text.npos;
}

// Two dozen futures: what every disturbed run must end with.
std::string some_futures() {
    std::string text = short_question();
    text.replace(text.find("\"replications\": 4"), 17, "\"replications\": 24");
    return text;
}

const Names compare_it = {"compare", "limit.json"};

// The same with far more futures than the test waits for, so that it is always at work when something happens
// to it.
const Names compare_for_ever = {"compare", "limit.json", "--replications", "100000"};

std::string undisturbed_bytes() {
    const TestFolder folder;
    write_content(folder / "limit.json", some_futures());
    REQUIRE(run_program(folder.path(), compare_it).exit_code == 0);
    return content_of(folder / "limit.h5");
}

bool wait_for(const std::function<bool()>& has_happened) {
    for (int i = 0; i < 20000; ++i) {
        if (has_happened()) return true;
        ::usleep(1000);
    }
    return false;
}

bool holds_the_lock(const TestFolder& folder) {
    return std::filesystem::exists(folder / "limit.h5.parts/lock");
}

bool has_kept_a_part(const TestFolder& folder) {
    if (!holds_the_lock(folder)) return false;
    const std::filesystem::directory_iterator files(folder / "limit.h5.parts");
    return std::any_of(begin(files), end(files),
                       [](const auto& file) { return file.path().extension() == ".part"; });
}

}  // namespace

TEST_CASE("a run killed at a dozen moments ends with the bytes of one that was left alone") {
    const std::string whole = undisturbed_bytes();
    const TestFolder folder;
    write_content(folder / "limit.json", some_futures());
    std::mt19937 random(11);
    for (int round = 0; round < 12; ++round) {
        StartedProgram program(folder.path(), compare_for_ever);
        ::usleep(static_cast<useconds_t>(random() % 1400000));
        program.signal(SIGKILL);
        program.wait();
        CHECK_FALSE(std::filesystem::exists(folder / "limit.h5"));
    }
    {
        // However slow the machine, one of them is killed with work on the disk.
        StartedProgram program(folder.path(), compare_for_ever);
        CHECK(wait_for([&] { return has_kept_a_part(folder); }));
        program.signal(SIGKILL);
        program.wait();
    }
    const ProgramRun last = run_program(folder.path(), compare_it);
    CAPTURE(last.err);
    CHECK(last.exit_code == 0);
    CHECK(holds(last.err, "finished by an earlier run"));
    CHECK_FALSE(holds(last.err, "damaged"));
    CHECK(content_of(folder / "limit.h5") == whole);
    CHECK(folder.names() == Names{"limit.h5", "limit.html", "limit.json"});
}

TEST_CASE("an interrupted run says how to go on, keeps what is finished, and goes on from there") {
    const std::string whole = undisturbed_bytes();
    const TestFolder folder;
    write_content(folder / "limit.json", some_futures());
    StartedProgram program(folder.path(), compare_for_ever);
    REQUIRE(wait_for([&] { return has_kept_a_part(folder); }));
    program.signal(SIGINT);
    const ProgramRun interrupted = program.wait();
    CAPTURE(interrupted.err);
    REQUIRE(interrupted.exit_code == 130);
    CHECK(interrupted.out.empty());
    CHECK(holds(interrupted.err,
                "The same command goes on from there: headroom compare limit.json --replications"));
    CHECK(folder.names() == Names{"limit.h5.parts", "limit.json"});

    const ProgramRun resumed = run_program(folder.path(), compare_it);
    CHECK(resumed.exit_code == 0);
    CHECK(holds(resumed.err, "finished by an earlier run"));
    CHECK(content_of(folder / "limit.h5") == whole);
    CHECK(folder.names() == Names{"limit.h5", "limit.html", "limit.json"});
}

TEST_CASE("a second run on the same output says so and touches nothing") {
    const TestFolder folder;
    write_content(folder / "limit.json", some_futures());
    StartedProgram first(folder.path(), compare_for_ever);
    REQUIRE(wait_for([&] { return holds_the_lock(folder); }));
    const ProgramRun second = run_program(folder.path(), compare_it);
    CHECK(second.exit_code == 3);
    CHECK(holds(second.err, "another run is working on this output"));
    CHECK(holds_the_lock(folder));
    first.signal(SIGTERM);
    CHECK(first.wait().exit_code == 130);
}

TEST_CASE("a run whose answer nobody reads to its end leaves its files and no folder of parts") {
    const TestFolder folder;
    write_content(folder / "limit.json", some_futures());
    REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
    const int reader = ::open((folder / "pipe").c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    StartedProgram program(folder.path(), compare_it, folder / "pipe");
    REQUIRE(wait_for([&] { return holds_the_lock(folder); }));
    ::close(reader);
    CHECK(program.wait().exit_code == -SIGPIPE);
    CHECK(folder.names() == Names{"limit.h5", "limit.html", "limit.json", "pipe"});
}

TEST_CASE("work kept for another question or seed is not mixed in where -o names its place") {
    const std::string whole = undisturbed_bytes();
    const TestFolder folder;
    write_content(folder / "limit.json", some_futures());
    Names other_seed = compare_for_ever;
    other_seed.insert(other_seed.end(), {"--seed", "9"});
    StartedProgram program(folder.path(), other_seed);
    REQUIRE(wait_for([&] { return has_kept_a_part(folder); }));
    program.signal(SIGTERM);
    REQUIRE(program.wait().exit_code == 130);
    Names to_its_place = compare_it;
    to_its_place.insert(to_its_place.end(), {"-o", "limit.h5"});
    const ProgramRun run = run_program(folder.path(), to_its_place);
    CHECK(run.exit_code == 0);
    CHECK(holds(run.err, "taken away"));
    CHECK(content_of(folder / "limit.h5") == whole);
}
