// What storing costs: the parts kept while a comparison runs, and the results file at its end.
// One line of JSON. Options: --alternatives N (4), --replications N (100), --months N (36), --folder DIR (.).
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "sim/results/results_file.hpp"
#include "sim/study/part_store.hpp"

namespace headroom {

namespace {

struct Amount {
    int alternatives = 4, replications = 100, months = 36, teams = 12;
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

std::vector<Replication> plausible_replications(const Amount& amount) {
    std::vector<Replication> replications(static_cast<std::size_t>(amount.replications));
    std::uint64_t state = 1;
    for (std::size_t number = 0; number < replications.size(); ++number) {
        replications[number].number = static_cast<std::uint32_t>(number);
        for (int i = 0; i < amount.alternatives; ++i) {
            replications[number].series.push_back(plausible_series(amount, state));
            replications[number].faults.emplace_back();
        }
    }
    return replications;
}

StudyResults results_of(const Amount& amount, const std::vector<Replication>& replications) {
    StudyResults results;
    results.replications = amount.replications;
    results.months = amount.months;
    results.teams = amount.teams;
    for (int point = 0; point < amount.alternatives; ++point) {
        results.point_names.push_back("alternative " + std::to_string(point));
        for (const Replication& replication : replications) {
            results.series.push_back(replication.series[static_cast<std::size_t>(point)]);
        }
    }
    return results;
}

// As a run of a minute on two cores would: ten parts, each flushed to the disk.
double seconds_to_keep(const Amount& amount, const std::vector<Replication>& replications) {
    const auto began = std::chrono::steady_clock::now();
    const PartStore store(amount.folder / "results_write.h5", 1);
    std::vector<const Replication*> batch;
    for (const Replication& replication : replications) {
        batch.push_back(&replication);
        if (batch.size() * 10 < replications.size()) continue;
        store.keep(batch);
        batch.clear();
    }
    store.keep(batch);
    const double seconds = seconds_since(began);
    store.remove_parts();
    return seconds;
}

Amount amount_of(int count, char** words) {
    Amount amount;
    for (int i = 1; i + 1 < count; i += 2) {
        const std::string option = words[i];
        if (option == "--alternatives") amount.alternatives = std::atoi(words[i + 1]);
        if (option == "--replications") amount.replications = std::atoi(words[i + 1]);
        if (option == "--months") amount.months = std::atoi(words[i + 1]);
        if (option == "--folder") amount.folder = words[i + 1];
    }
    return amount;
}

}  // namespace

}  // namespace headroom

int main(int count, char** words) {
    using namespace headroom;
    const Amount amount = amount_of(count, words);
    const std::vector<Replication> replications = plausible_replications(amount);
    const StudyResults results = results_of(amount, replications);
    const double keeping = seconds_to_keep(amount, replications);
    const std::filesystem::path file = amount.folder / "results_write.h5";
    const auto began = std::chrono::steady_clock::now();
    write_results(results, file);
    const double writing = seconds_since(began);
    const double bytes =
        static_cast<double>(results.series.size() * results.series.front().values().size_bytes());
    std::printf(
        "{\"benchmark\": \"results_write\", \"bytes\": %.0f, \"seconds_parts\": %.4f, \"seconds_file\": "
        "%.4f, "
        "\"file_bytes_per_second\": %.0f, \"file_size\": %ju}\n",
        bytes, keeping, writing, bytes / writing,
        static_cast<std::uintmax_t>(std::filesystem::file_size(file)));
    std::filesystem::remove(file);
}
