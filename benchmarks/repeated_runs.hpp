#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "benchmarks/run_totals.hpp"
#include "sim/engine/draws.hpp"

namespace headroom {

// What the person at the terminal asked of a benchmark.
struct RunOptions {
    int repeats = 20;
    std::uint64_t seed = 1;
    bool check = false;
};

// Reads --repeats N, --seed N and --check; anything else ends the program with a sentence and exit code 2.
RunOptions read_run_options(int argc, char** argv);

// The same model run several times, each time with the random numbers of another replication.
struct RepeatedRuns {
    std::vector<RunTotals> totals;
    std::vector<double> seconds;
    std::vector<double> mean_waits;  // in the model's unit of time

    double mean_wait() const;
    double standard_error_of_mean_wait() const;
};

template <class Model>
RepeatedRuns run_repeatedly(Model& model, const RunOptions& options) {
    RepeatedRuns runs;
    for (int repeat = 0; repeat < options.repeats; ++repeat) {
        const RandomStreams streams(options.seed, static_cast<std::uint32_t>(repeat));
        const auto begin = std::chrono::steady_clock::now();
        const RunTotals totals = model.run(streams);
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
        runs.totals.push_back(totals);
        runs.seconds.push_back(took.count());
        runs.mean_waits.push_back(totals.mean_wait(Model::ticks_per_unit));
    }
    return runs;
}

// What theory says the mean wait is, and how far from it the model may be for a reason other than chance.
struct ExpectedWait {
    double mean;
    double relative_allowance;
};

// Prints one line of JSON and returns the exit code: 4 if the mean wait is further from the expected one than
// the allowance and three standard errors, or if these are more than 15 % of it, which would show nothing.
int report(const std::string& benchmark, const RunOptions& options, const RepeatedRuns& runs,
           std::optional<ExpectedWait> expected);

}  // namespace headroom
