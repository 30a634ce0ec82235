#include "sim/study/study.hpp"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <random>
#include <sstream>

#include "tests/catch.hpp"
#include "tests/study/tiny_model.hpp"

using namespace headroom;

namespace {

constexpr std::uint64_t inputs = 42;

StudyOutcome run(const StudyOptions& options, std::chrono::microseconds pause = {},
                 std::atomic<int>* lived = nullptr) {
    std::atomic<bool> stop = false;
    return run_study(
        options,
        [=] {
            return TinyModel{pause, lived};
        },
        stop);
}

StudyOptions futures(int replications, int threads) {
    StudyOptions options;
    options.replications = replications;
    options.threads = threads;
    return options;
}

// A model that breaks a promise in some branches.
struct BreakingModel {
    TinyModel tiny;
    std::optional<Replication> live(std::uint32_t number, const std::atomic<bool>& stop) const {
        auto replication = tiny.live(number, stop);
        if (number % 5 == 2) replication->faults[1] = "a family was in two places";
        return replication;
    }
};

// A model that meets an end of the machine's memory.
struct StarvingModel {
    TinyModel tiny;
    std::optional<Replication> live(std::uint32_t number, const std::atomic<bool>& stop) const {
        if (number == 11) throw std::bad_alloc();
        return tiny.live(number, stop);
    }
};

}  // namespace

TEST_CASE("a study gives the same bits on any number of threads") {
    const std::string on_one = bits_of(run(futures(40, 1)));
    CHECK(on_one.size() > 40u * 3 * 100);
    CHECK(bits_of(run(futures(40, 2))) == on_one);
    CHECK(bits_of(run(futures(40, 5))) == on_one);
}

TEST_CASE("replications come in order of their number, each once") {
    const StudyOutcome outcome = run(futures(33, 5), std::chrono::microseconds(100));
    REQUIRE(outcome.replications.size() == 33);
    for (std::uint32_t i = 0; i < 33; ++i) CHECK(outcome.replications[i].number == i);
    CHECK_FALSE(outcome.interrupted);
}

TEST_CASE("one replication can be lived alone, with the bits it has among all") {
    const StudyOutcome all = run(futures(10, 2));
    StudyOptions options = futures(10, 1);
    options.only = 7;
    const StudyOutcome alone = run(options);
    REQUIRE(alone.replications.size() == 1);
    CHECK(alone.replications[0].number == 7);
    for (std::size_t i = 0; i < 3; ++i) {
        const auto lone = alone.replications[0].series[i].values();
        const auto among = all.replications[7].series[i].values();
        CHECK(std::equal(lone.begin(), lone.end(), among.begin(), among.end()));
    }
}

TEST_CASE("a failing replication is told with alternative, number and reason, and the others finish") {
    std::atomic<bool> stop = false;
    const StudyOutcome outcome = run_study(
        futures(20, 2), [] { return BreakingModel{}; }, stop);
    CHECK(outcome.replications.size() == 20);
    const auto failures = outcome.broken();
    REQUIRE(failures.size() == 4);
    CHECK(failures[1].alternative == 1);
    CHECK(failures[1].replication == 7);
    CHECK(failures[1].reason == "a family was in two places");
}

TEST_CASE("a run that is asked to stop keeps what is finished, and the next run takes it up") {
    const TemporaryFolder folder;
    const std::string whole = bits_of(run(futures(400, 2)));
    std::atomic<int> lived = 0;
    {
        PartStore parts(folder / "a.h5", inputs);
        StudyOptions options = futures(400, 2);
        options.parts = &parts;
        std::atomic<bool> stop = false;
        std::thread impatient([&] {
            while (lived < 8) std::this_thread::yield();
            stop = true;
        });
        const StudyOutcome outcome = run_study(
            options,
            [&] {
                return TinyModel{std::chrono::microseconds(500), &lived};
            },
            stop);
        impatient.join();
        CHECK(outcome.interrupted);
        CHECK(outcome.replications.size() >= 8);
        CHECK(outcome.replications.size() < 400);
    }
    const int before = lived;
    PartStore parts(folder / "a.h5", inputs);
    StudyOptions options = futures(400, 2);
    options.parts = &parts;
    std::string said;
    options.say = [&](const std::string& sentence) { said += sentence; };
    CHECK(bits_of(run(options, {}, &lived)) == whole);
    CHECK(lived == 400);
    CHECK(said.find(std::to_string(before) + " futures finished by an earlier run") == 0);
}

TEST_CASE("when memory runs out the run ends at once and keeps what is finished") {
    const TemporaryFolder folder;
    PartStore parts(folder / "a.h5", inputs);
    StudyOptions options = futures(1000, 2);
    options.parts = &parts;
    std::atomic<bool> stop = false;
    CHECK_THROWS_AS(run_study(
                        options, [] { return StarvingModel{}; }, stop),
                    std::bad_alloc);
    const auto kept = parts.take_up().replications.size();
    CHECK(kept >= 10);
    CHECK(kept < 1000);
}

TEST_CASE("a run killed at any moment loses no more than its last second, and ends with the same bits") {
    const TemporaryFolder folder;
    const int replications = 60;
    const std::string whole = bits_of(run(futures(replications, 2)));
    std::mt19937 random(7);
    for (int round = 0; round < 12; ++round) {
        const pid_t child = ::fork();
        REQUIRE(child >= 0);
        if (child == 0) {
            try {
                PartStore parts(folder / "a.h5", inputs);
                // A batch for every replication, so that the kill often falls into the writing.
                for (std::uint32_t number = 0; number < replications; ++number) {
                    const Replication one = *TinyModel{}.live(number, std::atomic<bool>(false));
                    const Replication* batch[] = {&one};
                    parts.keep(batch);
                }
            } catch (...) {
            }
            ::_exit(0);
        }
        ::usleep(static_cast<useconds_t>(random() % 20000));
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
    }
    PartStore parts(folder / "a.h5", inputs);
    StudyOptions options = futures(replications, 2);
    options.parts = &parts;
    std::string said;
    options.say = [&](const std::string& sentence) { said += sentence; };
    CHECK(bits_of(run(options)) == whole);
    CHECK(said.find("damaged") == std::string::npos);
}

TEST_CASE("the progress line is written over itself and wiped at the end") {
    std::ostringstream terminal;
    StudyOptions options = futures(5, 1);
    options.progress = &terminal;
    run(options);
    CHECK(terminal.str().find("\rheadroom: 0 of 5 futures (0 %)") == 0);
    CHECK(terminal.str().substr(terminal.str().size() - 4) == "\r\033[K");
}
