#include "sim/text/small_words.hpp"

#include "sim/text/spoken_number.hpp"

namespace headroom {

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blanks = " \t\r";
    const std::size_t first = text.find_first_not_of(blanks);
    return first == text.npos ? std::string_view()
                              : text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

std::string counted(long number, std::string_view one, std::string_view many) {
    return spoken(static_cast<double>(number), 0) + " " + std::string(number == 1 ? one : many);
}

std::string joined(const std::vector<std::string>& items, std::string_view between) {
    return listed(items, between, between);
}

std::string listed(const std::vector<std::string>& items, std::string_view last, std::string_view between) {
    std::string text;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (i > 0) text += i + 1 == items.size() ? last : between;
        text += items[i];
    }
    return text;
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
