// The commands that look things up: their options, and what was typed for them.
#pragma once

#include <string>

#include "apps/command_line/question/reading_commands.hpp"
#include "apps/command_line/terminal/arguments.hpp"

namespace headroom {

// Keys, measures, authorities and what may stand in a file. Must live as long as the program it adds its
// commands to.
class ReferenceCommands {
public:
    explicit ReferenceCommands(AddCommand add_command) : add_command_(std::move(add_command)) {}
    ReferenceCommands(const ReferenceCommands&) = delete;
    ReferenceCommands& operator=(const ReferenceCommands&) = delete;

    void add_all();

private:
    void add_authorities();
    void add_explain();
    void add_check_and_schema();
    void add_workshop();
    ExitCode carry_out_explain();

    AddCommand add_command_;
    WhyArguments why_;
    std::string month_, limit_;
    std::string text_;
    std::string page_ = "headroom.html";
    bool as_json_ = false;
    bool as_markdown_ = false;
};

}  // namespace headroom
