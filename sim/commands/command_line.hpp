#pragma once

namespace headroom {

// The whole program: reads the command line, carries out its command and says what went wrong. The exit code.
int run_command_line(int count, const char* const* words);

}  // namespace headroom
