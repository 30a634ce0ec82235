// The options of `calibrate`, and what was typed for them.
#pragma once

#include <string>

#include "apps/command_line/places/calibrate.hpp"
#include "apps/command_line/question/reading_commands.hpp"

namespace headroom {

// Must live as long as the program it adds its command to, and no longer than the words that were typed.
class CalibrateCommand {
public:
    CalibrateCommand(AddCommand add_command, const std::string& typed)
        : add_command_(std::move(add_command)), typed_(&typed) {}
    CalibrateCommand(const CalibrateCommand&) = delete;
    CalibrateCommand& operator=(const CalibrateCommand&) = delete;

    void add();

private:
    ExitCode carry_out();

    AddCommand add_command_;
    const std::string* typed_;
    CalibrateArguments arguments_;
    std::string members_, seed_, threads_;
};

}  // namespace headroom
