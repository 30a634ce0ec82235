#include "sim/commands/messages.hpp"

#include <iostream>

namespace headroom {

void say(std::string_view sentence) {
    std::cerr << "headroom: " << sentence << std::endl;
}

void say_faults(const std::vector<Fault>& faults) {
    for (const Fault& fault : faults) say(sentence_of(fault));
}

std::string counted(long number, std::string_view one, std::string_view many) {
    return std::to_string(number) + " " + std::string(number == 1 ? one : many);
}

std::string in_json(const std::string& text) {
    std::string quoted = "\"";
    for (const char letter : text) {
        const bool is_control = static_cast<unsigned char>(letter) < 0x20;
        if (letter == '"' || letter == '\\') quoted += '\\';
        quoted += is_control ? ' ' : letter;
    }
    return quoted + "\"";
}

std::string shell_word(const std::string& word) {
    constexpr std::string_view plain =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-+=./,:@%";
    if (!word.empty() && word.find_first_not_of(plain) == word.npos) return word;
    std::string quoted = "'";
    for (const char letter : word) quoted += letter == '\'' ? std::string("'\\''") : std::string(1, letter);
    return quoted + "'";
}

}  // namespace headroom
