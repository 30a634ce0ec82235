// The letters of a UTF-8 text, and those among them that nobody sees.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace headroom {

// A letter and the bytes it takes. A byte that is no UTF-8 counts as a letter of its own.
struct Letter {
    char32_t code;
    std::size_t bytes;
};

constexpr Letter first_letter(std::string_view text) {
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
    const std::size_t bytes = byte(0) >= 0xF0 ? 4 : byte(0) >= 0xE0 ? 3 : byte(0) >= 0xC0 ? 2 : 1;
    if (bytes == 1 || bytes > text.size()) return {byte(0), 1};
    char32_t code = byte(0) & (0x7Fu >> bytes);
    for (std::size_t at = 1; at < bytes; ++at) code = (code << 6) | (byte(at) & 0x3Fu);
    return {code, bytes};
}

// Control characters, line and paragraph separators, marks of writing direction, zero-width spaces and the
// like: in a name they would hide what it is, or upset what shows it.
constexpr bool is_unseen(char32_t code) {
    constexpr struct {
        char32_t from, to;
    } ranges[] = {{0x00, 0x1F},     {0x7F, 0x9F},     {0x61C, 0x61C},   {0x180E, 0x180E},
                  {0x200B, 0x200B}, {0x200E, 0x200F}, {0x2028, 0x202E}, {0x2060, 0x206F},
                  {0xFEFF, 0xFEFF}, {0xFFF9, 0xFFFB}, {0xFFFE, 0xFFFF}, {0xE0000, 0xE007F}};
    for (const auto& range : ranges) {
        if (code >= range.from && code <= range.to) return true;
    }
    return false;
}

// Spaces of every width.
constexpr bool is_blank(char32_t code) {
    return code == ' ' || code == 0xA0 || code == 0x1680 || (code >= 0x2000 && code <= 0x200A) ||
           code == 0x202F || code == 0x205F || code == 0x3000;
}

// The same text with `instead` for every letter that nobody sees; lines still end where they did.
inline std::string with_unseen_replaced(std::string_view text, std::string_view instead = "\xEF\xBF\xBD") {
    std::string seen;
    while (!text.empty()) {
        const Letter letter = first_letter(text);
        const bool is_line_end = letter.code == '\n' || letter.code == '\t';
        // A lone byte of the upper half is part of no letter, and none of ours to judge.
        const bool is_letter = letter.bytes > 1 || letter.code < 0x80;
        seen += is_letter && is_unseen(letter.code) && !is_line_end ? instead : text.substr(0, letter.bytes);
        text.remove_prefix(letter.bytes);
    }
    return seen;
}

}  // namespace headroom
