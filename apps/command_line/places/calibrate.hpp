#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "apps/command_line/terminal/exit_code.hpp"

namespace headroom {

// Whose figures to fit to, and where the fit goes.
struct CalibrateArguments {
    std::string authority;
    std::filesystem::path figures;  // of one's own, in a CSV file; empty: the published ones
    std::filesystem::path output;   // empty: named after the authority
    std::uint64_t seed = 1;
    int members = 100;
    int threads = 0;  // 0: all cores
    bool quiet = false;
    std::string command_line;  // as typed, to be typed again
};

// `headroom calibrate`: fits an authority to its published figures or to figures of one's own, writes the
// fit, and lays the figures beside the model.
ExitCode calibrate(const CalibrateArguments& arguments);

}  // namespace headroom
