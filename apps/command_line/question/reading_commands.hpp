// The commands that only read a results file: their options, and what was typed for them.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <string>

#include "apps/command_line/terminal/arguments.hpp"
#include "apps/command_line/terminal/exit_code.hpp"

namespace headroom {

// Makes a command of that name, which does that, and is carried out so.
using AddCommand = std::function<CLI::App*(const std::string& name, const std::string& does,
                                           std::function<ExitCode()> action)>;

// What is asked of results that stand in a file. Must live as long as the program it adds its commands to.
class ReadingCommands {
public:
    explicit ReadingCommands(AddCommand add_command) : add_command_(std::move(add_command)) {}
    ReadingCommands(const ReadingCommands&) = delete;
    ReadingCommands& operator=(const ReadingCommands&) = delete;

    void add_all();

private:
    void add_summary();
    void add_report();

    AddCommand add_command_;
    ReadArguments read_;
};

}  // namespace headroom
