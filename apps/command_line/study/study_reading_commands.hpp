// The commands that read a study's file: their options, and what was typed for them.
#pragma once

#include <string>

#include "apps/command_line/question/reading_commands.hpp"
#include "apps/command_line/terminal/arguments.hpp"

namespace headroom {

// What matters in a study, where a policy fails, which policies stand out. Must live as long as the program
// it adds its commands to.
class StudyReadingCommands {
public:
    explicit StudyReadingCommands(AddCommand add_command) : add_command_(std::move(add_command)) {}
    StudyReadingCommands(const StudyReadingCommands&) = delete;
    StudyReadingCommands& operator=(const StudyReadingCommands&) = delete;

    void add_all();

private:
    void add_sensitivity();
    void add_discover();
    void add_frontier();
    ExitCode carry_out_discover();
    void add_forms(CLI::App* command, PrintedAs& printed_as);

    AddCommand add_command_;
    SensitivityArguments sensitivity_;
    DiscoverArguments discover_;
    FrontierArguments frontier_;
    std::string share_, density_, boxes_;
};

}  // namespace headroom
