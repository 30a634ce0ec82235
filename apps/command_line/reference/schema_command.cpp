#include "apps/command_line/reference/schema_command.hpp"

#include <iostream>

#include "apps/command_line/terminal/messages.hpp"
#include "sim/scenario/schema.hpp"
#include "sim/text/fault.hpp"

namespace headroom {

ExitCode schema(const std::string& kind) {
    if (kind.empty() || kind == "question") {
        std::cout << question_schema();
    } else if (kind == "study") {
        std::cout << study_schema();
    } else {
        say(in_quotes(kind) + " is no kind of file: there are schemas of a question and of a study.");
        return exit_input_wrong;
    }
    return exit_done;
}

}  // namespace headroom
