// A service in miniature: how fast the engine is when most events follow a constant delay, as statutory
// visits do.
#include "benchmarks/pathway.hpp"

#include "benchmarks/repeated_runs.hpp"

int main(int argc, char** argv) {
    using namespace headroom;
    const RunOptions options = read_run_options(argc, argv);
    PathwaySettings settings;
    if (options.check) {
        // Ten years from empty is far from steady: waits at this load forget the past in about three years.
        settings.years = 300;
        settings.settling_years = 30;
    }
    Pathway<EventQueue> model(settings);
    const RepeatedRuns runs = run_repeatedly(model, options);
    if (!options.check) return report("pathway", options, runs, std::nullopt);
    return report("pathway", options, runs, ExpectedWait{steady_mean_wait(settings), 0.005});
}
