#include "apps/command_line/terminal/misunderstanding.hpp"

#include <algorithm>
#include <vector>

#include "sim/text/fault.hpp"
#include "sim/text/nearest.hpp"

namespace headroom {

namespace {

std::vector<std::string> option_names(const CLI::App& command) {
    std::vector<std::string> names;
    for (const CLI::Option* option : command.get_options()) {
        for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
    }
    return names;
}

}  // namespace

void ensure_command_is_known(const std::string& word, const CLI::App& program) {
    std::vector<std::string> names;
    for (const CLI::App* command : program.get_subcommands({})) names.push_back(command->get_name());
    const bool is_known = word.starts_with("-") || std::find(names.begin(), names.end(), word) != names.end();
    if (is_known) return;
    std::string sentence = "There is no command " + in_quotes(word) + ".";
    if (const std::string nearest = did_you_mean(word, names); !nearest.empty()) sentence += " " + nearest;
    throw Misunderstanding{sentence + " \"headroom --help\" lists them all."};
}

Misunderstanding misunderstood(const CLI::ParseError& fault, const CLI::App& program) {
    const auto commands = program.get_subcommands();
    const CLI::App& command = commands.empty() ? program : *commands.front();
    const std::string help =
        " See \"headroom " + (commands.empty() ? "" : command.get_name() + " ") + "--help\".";
    const std::vector<std::string> rest = program.remaining(true);
    if (fault.get_exit_code() != static_cast<int>(CLI::ExitCodes::ExtrasError) || rest.empty())
        return {std::string(fault.what()) + "." + help};
    const std::string& word = rest.front();
    const std::string name = commands.empty() ? "Headroom" : "The command " + command.get_name();
    if (!word.starts_with("-")) return {name + " has no use for " + in_quotes(word) + "." + help};
    const std::string nearest = did_you_mean(word, option_names(command));
    return {name + " has no option " + in_quotes(word) + "." + (nearest.empty() ? "" : " " + nearest) + help};
}

}  // namespace headroom
