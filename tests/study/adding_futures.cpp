// Studies that find out by themselves how many futures they take.
#include "tests/catch.hpp"
#include "tests/study/tiny_model.hpp"

using namespace headroom;

namespace {

constexpr std::uint64_t inputs = 42;

StudyOutcome run(const StudyOptions& options, std::atomic<int>* lived = nullptr) {
    std::atomic<bool> stop = false;
    return run_study(
        options,
        [=] {
            return TinyModel{std::chrono::microseconds(0), lived};
        },
        stop);
}

// Ten at first, then whatever the first value of the last of them says, up to fifty.
StudyOptions by_itself(int threads) {
    StudyOptions options;
    options.replications = 10;
    options.threads = threads;
    options.wanted = [](std::span<const Replication> lived) {
        const double last = lived.back().series[0].values()[0];
        return lived.size() < 50 ? static_cast<int>(lived.size()) + 5 + static_cast<int>(10 * last) : 0;
    };
    return options;
}

}  // namespace

TEST_CASE("a study that adds futures asks with all of them, in order, and ends when no more are wanted") {
    StudyOptions options;
    options.replications = 4;
    options.threads = 3;
    std::vector<std::size_t> asked;
    options.wanted = [&asked](std::span<const Replication> lived) {
        asked.push_back(lived.size());
        for (std::size_t i = 0; i < lived.size(); ++i) CHECK(lived[i].number == i);
        return lived.size() == 4 ? 9 : 7;
    };
    const StudyOutcome outcome = run(options);
    CHECK(asked == std::vector<std::size_t>{4, 9});
    CHECK(outcome.replications.size() == 9);
    CHECK_FALSE(outcome.interrupted);
}

TEST_CASE("a study that adds futures has the same bits on any number of threads, and those of a plain one") {
    const StudyOutcome on_one = run(by_itself(1));
    REQUIRE(on_one.replications.size() >= 50);
    CHECK(bits_of(run(by_itself(4))) == bits_of(on_one));
    StudyOptions plain;
    plain.replications = static_cast<int>(on_one.replications.size());
    CHECK(bits_of(run(plain)) == bits_of(on_one));
}

TEST_CASE("futures kept by a longer run are taken up batch by batch, and none beyond what is wanted") {
    const TemporaryFolder folder;
    const std::string undisturbed = bits_of(run(by_itself(2)));
    PartStore store(folder / "answer.h5", inputs);
    {
        StudyOptions longer;
        longer.replications = 200;
        const StudyOutcome earlier = run(longer);
        std::vector<const Replication*> batch;
        for (std::size_t i = 3; i < earlier.replications.size(); ++i)
            batch.push_back(&earlier.replications[i]);
        store.keep(batch);
    }
    std::atomic<int> lived = 0;
    StudyOptions options = by_itself(2);
    options.parts = &store;
    CHECK(bits_of(run(options, &lived)) == undisturbed);
    CHECK(lived == 3);
}

TEST_CASE("a study that is stopped between two looks keeps what is finished and goes on from there") {
    const TemporaryFolder folder;
    const std::string undisturbed = bits_of(run(by_itself(2)));
    PartStore store(folder / "answer.h5", inputs);
    std::atomic<bool> stop = false;
    StudyOptions options = by_itself(2);
    options.parts = &store;
    const auto wanted = options.wanted;
    options.wanted = [&](std::span<const Replication> lived) {
        stop = lived.size() > 20;
        return wanted(lived);
    };
    const StudyOutcome stopped = run_study(
        options, [] { return TinyModel{}; }, stop);
    CHECK(stopped.interrupted);
    REQUIRE(stopped.replications.size() > 20);
    std::atomic<int> lived = 0;
    options.wanted = wanted;
    CHECK(bits_of(run(options, &lived)) == undisturbed);
    CHECK(lived > 0);
    CHECK(lived < 50);
}

TEST_CASE("one future looked at alone adds none") {
    StudyOptions options = by_itself(1);
    options.only = 3;
    CHECK(run(options).replications.size() == 1);
}
