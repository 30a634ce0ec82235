// The classic queue with many servers, a million customers a run: how fast the engine is when nothing has a
// constant delay but the one stream of arrivals.
#include "benchmarks/mmc.hpp"

#include "benchmarks/erlang.hpp"
#include "benchmarks/repeated_runs.hpp"

int main(int argc, char** argv) {
    using namespace headroom;
    const RunOptions options = read_run_options(argc, argv);
    const MmcSettings settings;
    Mmc<EventQueue> model(settings);
    const RepeatedRuns runs = run_repeatedly(model, options);
    if (!options.check) return report("mmc", options, runs, std::nullopt);
    // The wait is short of its steady value for some 10 time units of 5,263, as a run starts empty.
    const double mean = erlang_c_mean_wait(settings.servers, settings.arrival_rate, settings.service_rate);
    return report("mmc", options, runs, ExpectedWait{mean, 0.005});
}
