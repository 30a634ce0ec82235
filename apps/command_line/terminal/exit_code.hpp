// How the program ends, by whose mistake it was: a contract with scripts.
#pragma once

namespace headroom {

enum ExitCode : int {
    exit_done = 0,
    exit_input_wrong = 2,          // the question, a file given, or an option
    exit_surroundings_failed = 3,  // disk, file or memory
    exit_our_fault = 4,
    exit_try_again = 75,  // stopped in time, or not all shards are there yet (EX_TEMPFAIL of sysexits.h)
    exit_interrupted = 130,
};

}  // namespace headroom
