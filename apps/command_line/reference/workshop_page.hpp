#pragma once

#include <filesystem>

#include "apps/command_line/terminal/exit_code.hpp"

namespace headroom {

// Writes the workshop page, one HTML file that needs nothing else, and says how to open it. The page is built
// by
// `./headroom workshop` and lies beside the program, or where `cmake --install` puts it. Throws a
// SurroundingsFault where it cannot be read or written.
ExitCode write_workshop_page(const std::filesystem::path& output);

}  // namespace headroom
