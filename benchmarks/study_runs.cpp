// Many short runs: what keeping and storing them costs beside living them alone, and how much faster more
// threads are. One line of JSON.
// Options: --worlds N (64), --replications N (4), --months N (12): the size of the study, of all assumptions
// in the typical authority; --threads N (2); --rounds N (3): medians of so many, each way in turn; --folder
// DIR (.).
#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <string>
#include <vector>

#include "sim/results/assemble.hpp"
#include "sim/results/study_origin.hpp"
#include "sim/study/world_futures.hpp"
#include "sim/study/worlds.hpp"
#include "sim/study/worlds_run.hpp"

namespace headroom {

namespace {

struct Size {
    int worlds = 64, replications = 4, months = 12, threads = 2, rounds = 3;
    std::filesystem::path folder = ".";

    int runs() const { return worlds * replications; }
};

// On the clock, and of all processors together, which a busy machine changes less.
struct Taken {
    double seconds, processor_seconds;
};

template <class Work>
Taken timed(Work work) {
    const auto began = std::chrono::steady_clock::now();
    const std::clock_t processor_began = std::clock();
    work();
    return {std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count(),
            static_cast<double>(std::clock() - processor_began) / CLOCKS_PER_SEC};
}

// Every future lived and forgotten.
Taken alone(const Worlds& worlds, const Size& size, int threads) {
    return timed([&] {
        std::atomic<int> next = 0;
        on_every_thread(threads, [&] {
            WorldFutures futures(worlds);
            for (int i = next++; i < size.runs(); i = next++)
                futures.live(static_cast<std::uint32_t>(i / size.replications),
                             static_cast<std::uint32_t>(i % size.replications), [] { return false; });
        });
    });
}

// The same kept in parts and put together in a results file, as `headroom study` does.
Taken stored(const Worlds& worlds, const Size& size, int threads) {
    const std::filesystem::path output = size.folder / "study_runs.h5";
    const Taken taken = timed([&] {
        PartStore store(output, 1);
        KeptFutures kept(worlds.count(), static_cast<std::uint32_t>(size.replications));
        WorldsOptions options;
        options.threads = threads;
        std::atomic<bool> stop = false;
        run_worlds(
            {store, kept}, options, [&] { return WorldFutures(worlds); }, stop);
        StudyResults origin = origin_of(worlds, "study_runs");
        assemble(origin, {&kept, nullptr}, output, threads);
        store.remove_parts();
    });
    std::filesystem::remove(output);
    return taken;
}

double median(std::vector<double> numbers) {
    std::sort(numbers.begin(), numbers.end());
    return numbers[numbers.size() / 2];
}

Size size_of(int count, char** words) {
    Size size;
    for (int i = 1; i + 1 < count; i += 2) {
        const std::string option = words[i];
        if (option == "--worlds") size.worlds = std::atoi(words[i + 1]);
        if (option == "--replications") size.replications = std::atoi(words[i + 1]);
        if (option == "--months") size.months = std::atoi(words[i + 1]);
        if (option == "--threads") size.threads = std::atoi(words[i + 1]);
        if (option == "--rounds") size.rounds = std::atoi(words[i + 1]);
        if (option == "--folder") size.folder = words[i + 1];
    }
    return size;
}

void measure(const Size& size) {
    const std::string text =
        "{\"months\": " + std::to_string(size.months) +
        ", \"replications\": " + std::to_string(size.replications) +
        ", \"factors\": \"all assumptions\", \"design\": {\"kind\": \"sobol\", \"points\": " +
        std::to_string(size.worlds) + "}}";
    const StudyReading reading = read_study_text("study_runs", text);
    const Worlds worlds(reading.plan);
    std::vector<double> on_one, on_all, share, kept_on_one, kept_on_all;
    alone(worlds, size, size.threads);  // so that the first round finds the memory warm
    for (int round = 0; round < size.rounds; ++round) {
        const Taken bare = alone(worlds, size, 1), kept = stored(worlds, size, 1);
        on_one.push_back(bare.seconds);
        kept_on_one.push_back(kept.seconds);
        share.push_back(kept.processor_seconds / bare.processor_seconds - 1);
        on_all.push_back(alone(worlds, size, size.threads).seconds);
        kept_on_all.push_back(stored(worlds, size, size.threads).seconds);
    }
    std::printf(
        "{\"benchmark\": \"study_runs\", \"runs\": %d, \"milliseconds_a_run\": %.1f, \"threads\": %d, "
        "\"times_as_fast_alone\": %.2f, \"times_as_fast_stored\": %.2f, \"share_of_storing\": %.4f, "
        "\"share_of_storing_on_the_clock\": %.4f}\n",
        size.runs(), 1000 * median(on_one) / size.runs(), size.threads, median(on_one) / median(on_all),
        median(kept_on_one) / median(kept_on_all), median(share), median(kept_on_one) / median(on_one) - 1);
}

}  // namespace

}  // namespace headroom

int main(int count, char** words) {
    headroom::measure(headroom::size_of(count, words));
}
