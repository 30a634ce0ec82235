#include "apps/command_line/offered_options.hpp"

#include <algorithm>
#include <array>
#include <cctype>

#include "apps/command_line/terminal/misunderstanding.hpp"
#include "sim/text/fault.hpp"

namespace headroom {

namespace {

// As it is typed, short where it can be: "-o", "--months"; or the word that stands in its place:
// "QUESTION.json".
std::string name_of(const CLI::Option& option) {
    if (!option.get_snames().empty()) return "-" + option.get_snames().front();
    if (!option.get_lnames().empty()) return "--" + option.get_lnames().front();
    return option.get_name(true);
}

std::vector<std::string> spellings_of(const CLI::Option& option) {
    std::vector<std::string> all;
    for (const std::string& letter : option.get_snames()) all.push_back("-" + letter);
    for (const std::string& name : option.get_lnames()) all.push_back("--" + name);
    return all;
}

bool is_positional(const CLI::Option& option) {
    return option.get_snames().empty() && option.get_lnames().empty();
}

bool is_flag(const CLI::Option& option) {
    return option.get_items_expected_max() == 0;
}

bool is_blank(const std::string& word) {
    return std::all_of(word.begin(), word.end(),
                       [](unsigned char letter) { return std::isspace(letter) != 0; });
}

bool is_typed_as(const CLI::Option& option, const std::string& word) {
    const std::string name = word.substr(0, word.find('='));
    const auto is_it = [&name](const std::string& dashes, const std::vector<std::string>& names) {
        return std::any_of(names.begin(), names.end(),
                           [&](const std::string& one) { return dashes + one == name; });
    };
    return is_it("-", option.get_snames()) || is_it("--", option.get_lnames());
}

// Whether a value was typed for it and is blank; CLI11 drops what is empty where an option takes a list.
bool is_given_blank(const CLI::Option& option, const std::vector<std::string>& words) {
    if (is_flag(option)) return false;
    const std::vector<std::string> given = option.results();
    const bool may_stand_alone = option.get_items_expected_min() == 0;
    if (!may_stand_alone && std::any_of(given.begin(), given.end(), is_blank)) return true;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (!is_typed_as(option, words[i])) continue;
        const std::size_t equals = words[i].find('=');
        if (equals != std::string::npos && is_blank(words[i].substr(equals + 1))) return true;
        if (equals == std::string::npos && i + 1 < words.size() && is_blank(words[i + 1])) return true;
        if (given.empty() && !may_stand_alone) return true;
    }
    return false;
}

[[noreturn]] void refuse_blank(const std::string& name) {
    throw Misunderstanding{
        name +
        " is given an empty word. Give it a value, or leave it out. (A shell variable that is "
        "not set leaves such a word behind.)"};
}

}  // namespace

std::vector<OfferedOption> offered_by(const CLI::App& command) {
    std::vector<OfferedOption> all;
    for (const CLI::Option* const option : command.get_options()) {
        const bool stands_alone = is_positional(*option);
        all.push_back({command.get_name(), name_of(*option),
                       stands_alone ? name_of(*option) : option->get_type_name(), is_flag(*option),
                       stands_alone, option->get_required(), option->get_group().empty(),
                       spellings_of(*option)});
    }
    return all;
}

CallFiles files_typed(const CLI::App& command) {
    CallFiles files;
    for (const CLI::Option* const option : command.get_options()) {
        const std::string name = name_of(*option);
        const std::string takes = is_positional(*option) ? name : option->get_type_name();
        if (is_flag(*option) || !(takes_a_file(takes) || reads_a_file(takes))) continue;
        for (const std::string& word : option->results()) {
            if (is_positional(*option) || reads_a_file(takes))
                files.inputs.push_back({name, word});
            else
                files.outputs.push_back({name, word, FileKind::report});
        }
    }
    return files;
}

bool reads_a_file(const std::string& takes) {
    return takes == "FIGURES.csv";
}

bool takes_a_file(const std::string& takes) {
    return takes == "DIR" || takes.find("FILE") != std::string::npos || takes.ends_with(".json");
}

void refuse_values_of_flags(const CLI::App& command, const std::vector<std::string>& words) {
    constexpr std::array<std::string_view, 8> values{"true", "false", "on", "off", "yes", "no", "1", "0"};
    for (const CLI::Option* const option : command.get_options()) {
        if (!is_flag(*option)) continue;
        for (const std::string& word : words) {
            const std::size_t equals = word.find('=');
            if (equals == word.npos || !is_typed_as(*option, word)) continue;
            const std::string value = word.substr(equals + 1);
            if (std::find(values.begin(), values.end(), value) != values.end()) continue;
            throw Misunderstanding{name_of(*option) + " stands alone and takes no value such as " +
                                   in_quotes(value) + ": leave out what follows it, or leave it out."};
        }
    }
}

void refuse_blank_words(const CLI::App& command, const std::vector<std::string>& words) {
    for (const CLI::Option* const option : command.get_options()) {
        if (is_given_blank(*option, words)) refuse_blank(name_of(*option));
    }
    // Whatever was blank and went to no option.
    for (std::size_t i = 2; i < words.size(); ++i) {
        if (is_blank(words[i])) refuse_blank("The command " + command.get_name());
    }
}

}  // namespace headroom
