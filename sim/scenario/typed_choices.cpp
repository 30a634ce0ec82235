#include "sim/scenario/typed_choices.hpp"

#include <algorithm>
#include <utility>
#include <variant>

#include "sim/text/small_words.hpp"

namespace headroom {

namespace {

// A choice that is one word, and what it is when that is typed.
struct FittedWord {
    FittedAs fitted;
};

// What an option chooses; a choice between yes and no is made by the word behind the option.
using Chosen = std::variant<std::string Choices::*, std::optional<double> Choices::*,
                            std::vector<std::string> Choices::*, bool Choices::*, FittedWord>;

struct ChoiceOption {
    std::string_view name;
    Chosen chosen;
    std::string_view word = "";  // of a yes
};

// The one table of options that are choices, in the order in which they are typed.
const std::vector<ChoiceOption>& choice_options() {
    static const std::vector<ChoiceOption> options = {
        {"--authority", &Choices::authority},
        {"--against", &Choices::against},
        {"--months", &Choices::months},
        {"--replications", &Choices::replications},
        {"--replications", &Choices::adds_futures, "auto"},
        {"--precision", &Choices::precision},
        {"--seed", &Choices::seed},
        {"--one-world", FittedWord{FittedAs::one_world}},
        {"--unfitted", FittedWord{FittedAs::unfitted}},
        {"--set", &Choices::settings},
    };
    return options;
}

// The values that stand behind an option: none where it is not typed, an empty one where it stands alone.
struct TypedValues {
    const Choices& choices;
    std::string_view word;

    std::vector<std::string> operator()(std::string Choices::*text) const {
        return (choices.*text).empty() ? std::vector<std::string>{} : std::vector{shell_word(choices.*text)};
    }
    std::vector<std::string> operator()(std::optional<double> Choices::*number) const {
        if (!(choices.*number)) return {};
        return {number_text(*(choices.*number))};
    }
    std::vector<std::string> operator()(std::vector<std::string> Choices::*texts) const {
        std::vector<std::string> values;
        for (const std::string& text : choices.*texts) values.push_back(shell_word(text));
        return values;
    }
    std::vector<std::string> operator()(bool Choices::*yes) const {
        return choices.*yes ? std::vector{std::string(word)} : std::vector<std::string>{};
    }
    std::vector<std::string> operator()(FittedWord fitted) const {
        return std::vector<std::string>(choices.fitted == fitted.fitted ? 1 : 0);
    }
};

// Whether a word is the value of the option before it.
bool takes(std::string_view option, std::string_view word) {
    for (const ChoiceOption& one : choice_options()) {
        if (one.name == option) return !std::holds_alternative<FittedWord>(one.chosen);
    }
    return !word.starts_with("--");
}

// The words between blanks outside quotes.
std::vector<std::string> shell_words(std::string_view command) {
    std::vector<std::string> words(1);
    bool is_quoted = false;
    for (std::size_t at = 0; at < command.size(); ++at) {
        const char letter = command[at];
        if (letter == '\'') is_quoted = !is_quoted;
        if (letter == ' ' && !is_quoted) {
            words.emplace_back();
            continue;
        }
        words.back() += letter;
        // The quotation mark behind it is none that opens.
        if (letter == '\\' && !is_quoted && at + 1 < command.size()) words.back() += command[++at];
    }
    return words;
}

}  // namespace

std::string typed(const Choices& choices) {
    std::string words;
    for (const ChoiceOption& option : choice_options()) {
        for (const std::string& value : std::visit(TypedValues{choices, option.word}, option.chosen))
            words += " " + std::string(option.name) + (value.empty() ? "" : " " + value);
    }
    return words;
}

std::vector<TypedWord> typed_words(std::string_view command) {
    std::vector<TypedWord> words;
    for (std::string& word : shell_words(command)) {
        const bool is_value = !words.empty() && !words.back().option.empty() && words.back().value.empty() &&
                              takes(words.back().option, word);
        if (is_value)
            words.back().value = std::move(word);
        else if (word.starts_with("--"))
            words.push_back({std::move(word), ""});
        else
            words.push_back({"", std::move(word)});
    }
    return words;
}

}  // namespace headroom
