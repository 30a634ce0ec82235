// What storing costs: the parts kept while a comparison runs, and the results file at its end.
// One line of JSON. Options: --alternatives N (4), --replications N (100), --months N (36): made-up numbers
// of that size; or --results FILE.h5, what a comparison found. --parts N (10): so many parts. --threads N
// (1): to write the file with. --rounds N (5): medians of so many. --folder DIR (.).
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <string>
#include <vector>

#include "sim/results/results_file.hpp"
#include "sim/storage/part_store.hpp"

namespace headroom {

namespace {

struct Amount {
    int alternatives = 4, replications = 100, months = 36, teams = 12;
    int parts = 10, rounds = 5, threads = 1;
    std::filesystem::path results;  // empty: made-up numbers
    std::filesystem::path folder = ".";
};

double seconds_since(std::chrono::steady_clock::time_point began) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
}

// Numbers as an authority counts them: some hundreds, most of them whole, so that packing has honest work.
Series plausible_series(const Amount& amount, std::uint64_t& state) {
    Series series(amount.months, amount.teams);
    for (double& value : series.values()) {
        state = state * 6364136223846793005u + 1442695040888963407u;
        const double draw = static_cast<double>(state >> 11) * 0x1p-53;
        value = draw < 0.7 ? static_cast<double>(static_cast<int>(draw * 500)) : draw * 1000;
    }
    return series;
}

StudyResults plausible_results(const Amount& amount) {
    StudyResults results;
    results.replications = amount.replications;
    results.months = amount.months;
    results.teams = amount.teams;
    std::uint64_t state = 1;
    for (int point = 0; point < amount.alternatives; ++point) {
        results.point_names.push_back("alternative " + std::to_string(point));
        for (int i = 0; i < amount.replications; ++i)
            results.series.push_back(plausible_series(amount, state));
    }
    return results;
}

std::vector<Replication> replications_of(const StudyResults& results) {
    std::vector<Replication> replications(static_cast<std::size_t>(results.replications));
    for (int number = 0; number < results.replications; ++number) {
        Replication& replication = replications[static_cast<std::size_t>(number)];
        replication.number = static_cast<std::uint32_t>(number);
        for (int point = 0; point < results.points(); ++point) {
            replication.series.push_back(results.at(point, number));
            replication.faults.emplace_back();
        }
    }
    return replications;
}

// As a run would, each part flushed to the disk.
double seconds_to_keep(const Amount& amount, const std::vector<Replication>& replications) {
    const auto began = std::chrono::steady_clock::now();
    const PartStore store(amount.folder / "results_write.h5", 1);
    const std::size_t parts = static_cast<std::size_t>(std::max(1, amount.parts));
    std::vector<const Replication*> batch;
    for (const Replication& replication : replications) {
        batch.push_back(&replication);
        if (batch.size() * parts < replications.size()) continue;
        store.keep(batch);
        batch.clear();
    }
    store.keep(batch);
    const double seconds = seconds_since(began);
    store.remove_parts();
    return seconds;
}

// On the clock, and of all processors together, which a busy machine changes less.
struct Taken {
    double seconds, processor_seconds;
};

Taken to_write(const StudyResults& results, const std::filesystem::path& file, int threads) {
    const auto began = std::chrono::steady_clock::now();
    const std::clock_t processor_began = std::clock();
    write_results(results, file, threads);
    return {seconds_since(began), static_cast<double>(std::clock() - processor_began) / CLOCKS_PER_SEC};
}

double median(std::vector<double> numbers) {
    std::sort(numbers.begin(), numbers.end());
    return numbers[numbers.size() / 2];
}

Amount amount_of(int count, char** words) {
    Amount amount;
    for (int i = 1; i + 1 < count; i += 2) {
        const std::string option = words[i];
        if (option == "--alternatives") amount.alternatives = std::atoi(words[i + 1]);
        if (option == "--replications") amount.replications = std::atoi(words[i + 1]);
        if (option == "--months") amount.months = std::atoi(words[i + 1]);
        if (option == "--parts") amount.parts = std::atoi(words[i + 1]);
        if (option == "--rounds") amount.rounds = std::max(1, std::atoi(words[i + 1]));
        if (option == "--threads") amount.threads = std::max(1, std::atoi(words[i + 1]));
        if (option == "--results") amount.results = words[i + 1];
        if (option == "--folder") amount.folder = words[i + 1];
    }
    return amount;
}

}  // namespace

}  // namespace headroom

int main(int count, char** words) {
    using namespace headroom;
    const Amount amount = amount_of(count, words);
    const StudyResults results =
        amount.results.empty() ? plausible_results(amount) : read_results(amount.results);
    const std::vector<Replication> replications = replications_of(results);
    const std::filesystem::path file = amount.folder / "results_write.h5";
    std::vector<double> keeping, writing, processing;
    for (int round = 0; round < amount.rounds; ++round) {
        keeping.push_back(seconds_to_keep(amount, replications));
        const Taken taken = to_write(results, file, amount.threads);
        writing.push_back(taken.seconds);
        processing.push_back(taken.processor_seconds);
    }
    const double bytes =
        static_cast<double>(results.series.size() * results.series.front().values().size_bytes());
    std::printf(
        "{\"benchmark\": \"results_write\", \"bytes\": %.0f, \"parts\": %d, \"threads\": %d, "
        "\"seconds_parts\": %.4f, "
        "\"seconds_file\": %.4f, \"processor_seconds_file\": %.4f, \"file_bytes_per_second\": %.0f, "
        "\"file_size\": %ju}\n",
        bytes, amount.parts, amount.threads, median(keeping), median(writing), median(processing),
        bytes / median(writing), static_cast<std::uintmax_t>(std::filesystem::file_size(file)));
    std::filesystem::remove(file);
}
