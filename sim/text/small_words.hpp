// What every sentence is put together with: counts, lists and words without the blanks around them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace headroom {

// The text without blanks, tabs and carriage returns at its ends.
std::string_view trimmed(std::string_view text);

// ASCII letters made small, as headings, keys and names are compared.
std::string in_small_letters(std::string_view text);

// As a sentence begins: the first letter, where it is an ASCII one, made a capital.
std::string with_capital(std::string text);

// The parts between marks: "a,,b" has three, and "a," has one, since a mark at the end begins no other.
std::vector<std::string> parts_of(std::string_view text, char mark);

// "1 future", "1,200 futures".
std::string counted(long number, std::string_view one, std::string_view many);

// "a/b/c" with "/" between.
std::string joined(const std::vector<std::string>& items, std::string_view between);

// "a", "a and b", "a, b and c"; or with other words before the last and between the others.
std::string listed(const std::vector<std::string>& items, std::string_view last = " and ",
                   std::string_view between = ", ");

// A word as a shell takes it unchanged.
std::string shell_word(const std::string& word);

}  // namespace headroom
