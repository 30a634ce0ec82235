// The back-test's options, and what was typed for them.
#pragma once

#include <string>

#include "apps/command_line/places/backtest.hpp"
#include "apps/command_line/question/reading_commands.hpp"

namespace headroom {

// Must live as long as the program it adds its command to, and no longer than the words that were typed.
class BacktestCommands {
public:
    BacktestCommands(AddCommand add_command, const std::string& typed)
        : add_command_(std::move(add_command)), typed_(&typed) {}
    BacktestCommands(const BacktestCommands&) = delete;
    BacktestCommands& operator=(const BacktestCommands&) = delete;

    void add_all();

private:
    ExitCode carry_out();

    AddCommand add_command_;
    const std::string* typed_;
    BacktestArguments arguments_;
    std::string fit_to_, score_, members_, seed_, threads_;
};

}  // namespace headroom
