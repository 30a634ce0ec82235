#include "apps/command_line/study/single_future.hpp"

#include <cmath>
#include <iomanip>
#include <iostream>

#include "apps/command_line/terminal/messages.hpp"
#include "sim/futures/authority_futures.hpp"
#include "sim/scenario/turned.hpp"

namespace headroom {

namespace {

void print_factors(const Worlds& worlds, std::uint32_t world, std::size_t policy) {
    const StudyPlan& plan = worlds.plan();
    for (std::size_t i = 0; i < plan.factors.size(); ++i)
        std::cout << plan.factors[i].key << " = " << written(plan.factors[i], worlds.factors_of(world)[i])
                  << "\n";
    const bool is_made = policy >= worlds.written_policies();
    for (std::size_t i = 0; is_made && i < plan.levers.size(); ++i) {
        const double value = worlds.levers_of(policy)[i];
        if (!std::isnan(value))
            std::cout << plan.levers[i].key << " = " << written(plan.levers[i], value) << "\n";
    }
}

void print_measures(const Series& series) {
    for (const MeasureRow& row : measure_rows()) {
        if (row.kind == MeasureKind::histogram) continue;
        std::cout << std::setprecision(10) << row.name << " = " << series.over_run(row.measure) << " ("
                  << row.unit << ")\n";
    }
}

}  // namespace

ExitCode live_single_future(const Worlds& worlds, const StudyArguments& arguments) {
    const auto policies = static_cast<std::uint32_t>(worlds.policies().size());
    const std::uint32_t point = arguments.only_point.value_or(0);
    const std::uint32_t future = arguments.run.only_future.value_or(0);
    if (point >= worlds.count() * policies) {
        say("--only-point is " + std::to_string(point) + ", but the points of this study are 0 to " +
            std::to_string(worlds.count() * policies - 1) + ".");
        return exit_input_wrong;
    }
    const Scenario scenario = worlds.scenario(point / policies);
    const Alternative& policy = scenario.alternatives[point % policies];
    std::string fault;
    AuthorityFutures futures(scenario);
    const Series series = futures.branch(policy, future, fault);
    std::cout << "Point " << point << " (world " << point / policies << ", \"" << policy.name
              << "\"), future " << future << " of seed " << scenario.seed << "\n";
    print_factors(worlds, point / policies, point % policies);
    if (!fault.empty()) {
        say("This is our fault: this future breaks down: " + fault);
        return exit_our_fault;
    }
    print_measures(series);
    return exit_done;
}

}  // namespace headroom
