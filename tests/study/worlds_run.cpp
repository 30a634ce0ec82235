// A study carried out: nothing left out, nothing lived twice, nothing lost.
#include "sim/study/worlds_run.hpp"

#include <sstream>

#include "tests/catch.hpp"
#include "tests/nearly_full_disk.hpp"
#include "tests/study/tiny_model.hpp"
#include "tests/study/tiny_worlds.hpp"

using namespace headroom;

namespace {

constexpr std::uint64_t inputs = 7;

// A study of the tiny model in a folder of its own.
struct Bench {
    TemporaryFolder folder;
    std::uint32_t worlds = 5, replications = 3;
    std::atomic<bool> stop = false;

    std::filesystem::path output(const Shard& shard = {}) const {
        return folder / (std::to_string(shard.number) + "-of-" + std::to_string(shard.of)).c_str();
    }

    // Lives what is missing, as one process does; what is kept after it.
    WorldsOutcome run(const WorldsOptions& options, const TinyWorlds& model) {
        PartStore store(output(options.shard), inputs);
        KeptFutures kept = found(store);
        return run_worlds(
            {store, kept}, options, [&] { return model; }, stop);
    }

    KeptFutures found(const PartStore& store) const {
        KeptFutures kept(worlds, replications);
        for (const KeptPart& part : store.find().parts) kept.add(part);
        return kept;
    }

    // All futures that the shards of a study of so many left behind.
    KeptFutures left_behind(std::uint32_t shards = 1) const {
        KeptFutures kept(worlds, replications);
        for (std::uint32_t number = 1; number <= shards; ++number) {
            const std::filesystem::path parts = output({number, shards}).string() + ".parts";
            if (!std::filesystem::exists(parts)) continue;  // a store that stays empty takes its folder away
            for (const KeptPart& part : find_parts(parts, inputs).parts) kept.add(part);
        }
        return kept;
    }

    std::string undisturbed() const {
        std::string bits;
        for (std::uint32_t world = 0; world < worlds; ++world) {
            for (std::uint32_t number = 0; number < replications; ++number)
                bits += bits_of(*TinyWorlds{}.live(world, number, [] { return false; }));
        }
        return bits;
    }
};

WorldsOptions on_threads(int threads) {
    WorldsOptions options;
    options.threads = threads;
    return options;
}

std::size_t part_files_in(const std::filesystem::path& folder) {
    std::size_t count = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        count += entry.path().extension() == ".part";
    return count;
}

}  // namespace

TEST_CASE("the shards of a study share no future and leave none out, whatever their numbers") {
    for (const std::uint32_t worlds : {1u, 2u, 7u, 64u}) {
        for (const std::uint32_t first : {0u, 1u, 3u}) {
            for (const std::uint32_t replications : {1u, 3u, 4u, 5u, 17u}) {
                for (const std::uint32_t shards : {1u, 2u, 3u, 8u, 100u}) {
                    std::map<std::pair<std::uint32_t, std::uint32_t>, int> dealt;
                    std::uint64_t least = ~0ull, most = 0;
                    for (std::uint32_t number = 1; number <= shards; ++number) {
                        const WorkOfShard work(worlds, first, replications, {number, shards});
                        least = std::min(least, work.futures());
                        most = std::max(most, work.futures());
                        for (std::uint64_t place = 0; place < work.futures(); ++place) {
                            const WorldFuture future = work.future(place);
                            ++dealt[{future.world, future.number}];
                        }
                    }
                    CAPTURE(worlds, first, replications, shards);
                    const std::uint32_t new_ones = replications > first ? replications - first : 0;
                    CHECK(dealt.size() == std::size_t{worlds} * new_ones);
                    CHECK(most - least <= 1);
                    bool is_sound = true;
                    for (const auto& [future, times] : dealt) {
                        is_sound = is_sound && times == 1 && future.first < worlds &&
                                   future.second >= first && future.second < replications;
                    }
                    CHECK(is_sound);
                }
            }
        }
    }
}

TEST_CASE("a study has the same futures, to the last bit, on any number of threads and shards") {
    for (const int threads : {1, 3}) {
        for (const std::uint32_t shards : {1u, 2u, 4u, 20u}) {
            Bench bench;
            Witness witness;
            for (std::uint32_t number = 1; number <= shards; ++number) {
                WorldsOptions options = on_threads(threads);
                options.shard = {number, shards};
                CHECK(bench.run(options, {&witness}).is_complete());
            }
            CAPTURE(threads, shards);
            CHECK(witness.different() == 15);
            CHECK(witness.most_times() == 1);
            CHECK(bits_of(bench.left_behind(shards).read(0, 5)) == bench.undisturbed());
        }
    }
}

TEST_CASE("a study that was stopped lives only what is missing when it goes on") {
    Bench bench;
    bench.worlds = 20;
    Witness first, second;
    TinyWorlds until_the_tenth{&first, [&](std::uint32_t, std::uint32_t) {
                                   if (first.different() >= 10) bench.stop = true;
                               }};
    const WorldsOutcome stopped = bench.run(on_threads(1), until_the_tenth);
    CHECK_FALSE(stopped.is_complete());
    CHECK(stopped.wanted == 60);
    CHECK(stopped.finished == first.different());
    bench.stop = false;
    CHECK(bench.run(on_threads(3), {&second}).is_complete());
    CHECK(first.different() + second.different() == 60);
    for (std::uint32_t world = 0; world < 20; ++world) {
        for (std::uint32_t number = 0; number < 3; ++number)
            CHECK(first.times(world, number) + second.times(world, number) == 1);
    }
    CHECK(bits_of(bench.left_behind().read(0, 20)) == bench.undisturbed());
}

TEST_CASE("a finished study lives nothing again") {
    Bench bench;
    Witness first, again;
    CHECK(bench.run(on_threads(2), {&first}).is_complete());
    CHECK(bench.run(on_threads(2), {&again}).is_complete());
    CHECK(again.different() == 0);
}

TEST_CASE("a future that was lived half when the study was stopped is not kept") {
    Bench bench;
    TinyWorlds stops_within{nullptr, [&](std::uint32_t, std::uint32_t) { bench.stop = true; }};
    const WorldsOutcome outcome = bench.run(on_threads(1), stops_within);
    CHECK(outcome.finished == 0);
    CHECK(bench.left_behind().count() == 0);
}

TEST_CASE("a damaged part is lived again, and nothing else") {
    Bench bench;
    Witness first;
    for (const std::uint32_t replications : {1u, 2u, 3u}) {
        bench.replications = replications;
        CHECK(bench.run(on_threads(1), {&first}).is_complete());
    }
    const std::filesystem::path parts = bench.output().string() + ".parts";
    REQUIRE(part_files_in(parts) == 3);
    // The part of the second round holds replication 1 of every world; it is named after its first.
    REQUIRE(std::filesystem::exists(parts / "0-1.part"));
    std::filesystem::resize_file(parts / "0-1.part", 100);
    Witness again;
    CHECK(bench.run(on_threads(2), {&again}).is_complete());
    CHECK(again.different() == 5);
    for (std::uint32_t world = 0; world < 5; ++world) CHECK(again.times(world, 1) == 1);
    CHECK(bits_of(bench.left_behind().read(0, 5)) == bench.undisturbed());
}

TEST_CASE("replications added to a study are lived alone, and the file has those of one run") {
    Bench bench;
    bench.replications = 2;
    Witness first, added;
    CHECK(bench.run(on_threads(2), {&first}).is_complete());
    bench.replications = 6;
    CHECK(bench.run(on_threads(2), {&added}).is_complete());
    CHECK(added.different() == 20);
    for (std::uint32_t world = 0; world < 5; ++world) CHECK(added.times(world, 1) == 0);
    CHECK(bits_of(bench.left_behind().read(0, 5)) == bench.undisturbed());
}

TEST_CASE("replications before the first are not lived, where an earlier file holds them") {
    Bench bench;
    Witness witness;
    WorldsOptions options = on_threads(2);
    options.first_replication = 2;
    const WorldsOutcome outcome = bench.run(options, {&witness});
    CHECK(outcome.is_complete());
    CHECK(outcome.wanted == 5);
    for (std::uint32_t world = 0; world < 5; ++world) {
        CHECK(witness.times(world, 0) + witness.times(world, 1) == 0);
        CHECK(witness.times(world, 2) == 1);
    }
}

TEST_CASE("no future is begun when the time is up") {
    Bench bench;
    Witness witness;
    WorldsOptions options = on_threads(2);
    options.until = std::chrono::steady_clock::now();
    CHECK(bench.run(options, {&witness}).finished == 0);
    CHECK(witness.different() == 0);
    options.until = std::chrono::steady_clock::now() + std::chrono::hours(1);
    CHECK(bench.run(options, {&witness}).is_complete());
}

TEST_CASE("a study whose time runs out in the middle keeps what is finished") {
    Bench bench;
    bench.worlds = 1000;
    Witness witness;
    TinyWorlds slow{&witness, [](std::uint32_t, std::uint32_t) {
                        std::this_thread::sleep_for(std::chrono::milliseconds(2));
                    }};
    WorldsOptions options = on_threads(2);
    options.until = std::chrono::steady_clock::now() + std::chrono::milliseconds(100);
    const WorldsOutcome outcome = bench.run(options, slow);
    CHECK(outcome.finished > 0);
    CHECK(outcome.finished < 3000);
    CHECK(outcome.finished == witness.different());
    CHECK(bench.left_behind().count() == outcome.finished);
}

TEST_CASE("a fault in the model's thread ends the study, and what was on disk by then stays there") {
    Bench bench;
    bench.replications = 2;
    CHECK(bench.run(on_threads(2), {}).is_complete());
    bench.replications = 3;
    TinyWorlds faulty{nullptr, [](std::uint32_t world, std::uint32_t) {
                          if (world == 3) throw std::bad_alloc();
                      }};
    CHECK_THROWS_AS(bench.run(on_threads(3), faulty), std::bad_alloc);
    CHECK(bench.stop);
    CHECK(bench.left_behind().count() >= 10);
    bench.stop = false;
    CHECK(bench.run(on_threads(1), {}).is_complete());
    CHECK(bits_of(bench.left_behind().read(0, 5)) == bench.undisturbed());
}

TEST_CASE("a disk that fills up ends the study with what the system says, and keeps what was kept") {
    Bench bench;
    bench.replications = 1;
    CHECK(bench.run(on_threads(1), {}).is_complete());
    bench.replications = 3;
    {
        const NearlyFullDisk disk(512);
        CHECK_THROWS_AS(bench.run(on_threads(3), {}), std::filesystem::filesystem_error);
    }
    CHECK(bench.left_behind().count() == 5);
    bench.stop = false;
    Witness witness;
    CHECK(bench.run(on_threads(3), {&witness}).is_complete());
    CHECK(witness.different() == 10);
    CHECK(bits_of(bench.left_behind().read(0, 5)) == bench.undisturbed());
}

TEST_CASE("a policy that broke down in one future is kept with its reason, and the others are as ever") {
    struct Breaks : TinyWorlds {
        std::optional<Replication> live(std::uint32_t world, std::uint32_t number,
                                        const std::function<bool()>& is_over) const {
            auto future = TinyWorlds::live(world, number, is_over);
            if (world != 2 || number != 1) return future;
            for (double& value : future->series[1].values()) value = std::nan("");
            future->faults[1] = "a family was in two places";
            return future;
        }
    };
    Bench bench;
    PartStore store(bench.output(), inputs);
    KeptFutures kept = bench.found(store);
    CHECK(run_worlds(
              {store, kept}, on_threads(2), [] { return Breaks{}; }, bench.stop)
              .is_complete());
    REQUIRE(kept.with_faults().size() == 1);
    CHECK(kept.with_faults()[0].world == 2);
    const Replication broken = kept.read(2, 1).at(1);
    CHECK(broken.faults[1] == "a family was in two places");
    CHECK(std::isnan(broken.series[1].values()[0]));
    CHECK_FALSE(std::isnan(broken.series[0].values()[0]));
    CHECK(kept.count() == 15);
}

TEST_CASE("progress counts what an earlier run finished") {
    Bench bench;
    bench.replications = 2;
    CHECK(bench.run(on_threads(1), {}).is_complete());
    bench.replications = 3;
    std::ostringstream terminal;
    WorldsOptions options = on_threads(1);
    options.progress = &terminal;
    CHECK(bench.run(options, {}).is_complete());
    CHECK(terminal.str().find("10 of 15 futures") != std::string::npos);
    CHECK(terminal.str().ends_with("\r\033[K"));
}
