#include "sim/commands/schema.hpp"

#include <iostream>

#include "sim/scenario/schema.hpp"

namespace headroom {

ExitCode schema() {
    std::cout << question_schema();
    return exit_done;
}

}  // namespace headroom
