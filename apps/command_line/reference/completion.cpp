#include "apps/command_line/reference/completion.hpp"

#include <iostream>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "apps/command_line/command_line.hpp"
#include "apps/command_line/terminal/messages.hpp"
#include "sim/places/figures.hpp"
#include "sim/places/teaching_team.hpp"

namespace headroom {

namespace {

// What bash does with a word. Where nothing is offered it completes the names of files.
constexpr std::string_view completes = R"bash(
# Names have spaces, and may be typed in any case, with quotes or backslashes: readline adds quotes of its own.
_headroom_names() {
    local typed=${1#[\"\']} name
    typed=${typed//\\/}
    for name in "${_headroom_authorities[@]}"; do
        [[ ${name,,} != "${typed,,}"* ]] || COMPREPLY+=("$name")
    done
    compopt -o filenames 2>/dev/null || true
}

_headroom() {
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} command=${COMP_WORDS[1]}
    COMPREPLY=()
    # bash takes --authority=Leeds for three words.
    [ "$before" != = ] || before=${COMP_WORDS[COMP_CWORD - 2]}
    [ "$word" != = ] || word=
    if [ "$COMP_CWORD" -eq 1 ]; then
        mapfile -t COMPREPLY < <(compgen -W "${!_headroom_options[*]} --help --version" -- "$word")
        return
    fi
    case ${_headroom_takes[$command $before]-} in
        authority) _headroom_names "$word"; return ;;
        file) return ;;
        value) compopt +o default 2>/dev/null || true; return ;;
    esac
    if [[ $word == -* ]]; then
        mapfile -t COMPREPLY < <(compgen -W "${_headroom_options[$command]-}" -- "$word")
    elif [ "${_headroom_takes[$command]-}" = authority ]; then
        _headroom_names "$word"
    fi
}

complete -o default -F _headroom headroom
)bash";

// Of what stands behind an option, or by itself.
std::string_view kind_of(const OfferedOption& option) {
    if (option.name == "--authority" || option.command == "authorities") return "authority";
    return takes_a_file(option.takes) || reads_a_file(option.takes) ? "file" : "value";
}

std::string options_in_bash() {
    std::map<std::string, std::string> options;
    std::string takes;
    for (const OfferedOption& option : offered_options()) {
        std::string& of_command = options[option.command];
        if (option.is_hidden) continue;
        if (option.stands_alone && kind_of(option) != "authority") continue;
        if (option.stands_alone) takes += "    [" + option.command + "]=authority\n";
        for (const std::string& spelling : option.spellings) {
            of_command += (of_command.empty() ? "" : " ") + spelling;
            if (!option.is_flag)
                takes += "    [\"" + option.command + " " + spelling + "\"]=" + std::string(kind_of(option)) +
                         "\n";
        }
    }
    std::string text = "declare -gA _headroom_options=(\n";
    for (const auto& [command, names] : options) text += "    [" + command + "]=\"" + names + "\"\n";
    return text + ")\ndeclare -gA _headroom_takes=(\n" + takes + ")\n";
}

std::string authorities_in_bash() {
    std::string text = "declare -ga _headroom_authorities=(\n    typical\n    " +
                       shell_word(std::string(teaching_team)) + "\n";
    const PublishedFigures published = PublishedFigures::built_in();
    for (const PublishedPlace& place : published.authorities())
        text += "    " + shell_word(place.name) + "\n";
    return text + ")\n";
}

}  // namespace

ExitCode completion() {
    std::cout << "# bash completion for headroom; \"headroom completion\" writes it.\n"
              << options_in_bash() << authorities_in_bash() << completes;
    return exit_done;
}

}  // namespace headroom
