#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "apps/command_line/places/backtest_place.hpp"
#include "apps/command_line/terminal/exit_code.hpp"

namespace headroom {

// Which authorities to test, and where the scores go.
struct BacktestArguments {
    std::vector<std::string> authorities;  // "all" alone: every one that had published enough
    std::filesystem::path output;          // empty: named after the authority
    BacktestPlan plan;
    int threads = 0;  // 0: all cores
    bool quiet = false;
    std::string command_line;  // as typed, to be typed again
};

// `headroom backtest`: fits authorities on what was known in an earlier year, runs them on, and scores the
// forecasts against what came. Authorities that are done are kept beside the output until it is written.
ExitCode backtest(const BacktestArguments& arguments);

}  // namespace headroom
