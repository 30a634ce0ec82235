#include "sim/text/syntax.hpp"

#include <algorithm>
#include <cctype>

namespace headroom {

namespace {

bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

bool ends_value(char c) {
    return c == '"' || c == '}' || c == ']' || std::isalnum(static_cast<unsigned char>(c));
}

bool starts_value(char c) {
    return c == '"' || c == '{' || c == '[' || c == '-' || std::isalnum(static_cast<unsigned char>(c));
}

// The start of the word or sign that the parser did not understand, of which `at` is the last byte.
std::size_t start_of_token(std::string_view text, std::size_t at) {
    if (text[at] == '"') {
        const std::size_t opening = at > 0 ? text.rfind('"', at - 1) : text.npos;
        return opening == text.npos ? at : opening;
    }
    const auto is_part = [&](std::size_t i) {
        const auto c = static_cast<unsigned char>(text[i]);
        return std::isalnum(c) || c >= 0x80 || c == '.' || c == '_' || c == '+' || c == '-';
    };
    while (at > 0 && is_part(at) && is_part(at - 1)) --at;
    return at;
}

// The last sign before that is no space; comments are not looked for, so this is a guess for a hint only.
char before(std::string_view text, std::size_t at) {
    while (at > 0 && is_space(text[at - 1])) --at;
    return at > 0 ? text[at - 1] : '\0';
}

std::string token_at(std::string_view text, std::size_t at) {
    if (text[at] == '"' && at + 1 < text.size()) ++at;
    const std::size_t end = std::min(text.find_first_of(" \t\r\n,:{}[]\"", at + 1), text.size());
    return in_quotes(text.substr(at, std::min<std::size_t>(end - at, 20)));
}

bool is_curly_quote(std::string_view rest) {
    return rest.starts_with("\xE2\x80\x9C") || rest.starts_with("\xE2\x80\x9D") ||
           rest.starts_with("\xE2\x80\x98") || rest.starts_with("\xE2\x80\x99");
}

char closing(char bracket) {
    return bracket == '{' ? '}' : ']';
}

// "The { opened on line 4 is still open: a } is probably missing before it."
std::string still_open(const OpenBracket& open, std::string_view where) {
    return std::string("The ") + open.bracket + " opened on line " + std::to_string(open.line) +
           " is still open: a " + closing(open.bracket) + " is probably missing " + std::string(where) + ".";
}

// A bracket that closes, or an entry that begins, where a bracket inside is still open; else nothing.
std::string missing_bracket(std::string_view text, std::size_t at) {
    const std::vector<OpenBracket> open = outline_of(text.substr(0, at)).open;
    const char here = text[at];
    const bool closes = here == '}' || here == ']';
    if (open.empty()) return closes ? "Nothing is open there: this bracket is one too many." : "";
    const OpenBracket& inner = open.back();
    const bool of_another_kind = closes && here != closing(inner.bracket);
    const bool entry_of_a_list = here == '{' && inner.bracket == '{' && before(text, at) == ',';
    return of_another_kind || entry_of_a_list ? still_open(inner, "before it") : "";
}

std::string expected_at(std::string_view text, std::size_t at) {
    const char here = text[at];
    const char last = before(text, at);
    const bool closes = here == '}' || here == ']';
    if (here == '\'' || is_curly_quote(text.substr(at))) return "a straight double quote (\")";
    if (closes && last == ',') return "another entry, or no comma before it";
    if (closes && ends_value(last))
        return "the bracket that closes what was opened last, if any is still open";
    if (last == ',' && std::isdigit(static_cast<unsigned char>(here))) {
        return "a key in double quotes; in a number, write a point for the decimals and no commas";
    }
    if (last == '{' || last == ',') return "a key or a value, words in double quotes";
    if (last == ':') return "a value: a number, true, false, a text in double quotes, or a bracket";
    if (ends_value(last) && starts_value(here))
        return "after a comma or a colon: one seems to be missing before it";
    if (here == '\n' || here == '\r') return "a closing double quote, on the same line as the opening one";
    return "something else: check quotes, commas and brackets around it";
}

Fault cut_off(const std::string& file, std::string_view text, const Outline& outline) {
    const Position end = position_of(text, text.size());
    Fault fault{.file = file, .line = end.line, .column = end.column, .key = "the end of the text"};
    fault.found = "before its time";
    fault.expected = "after everything opened is closed";
    if (outline.open.empty()) return fault;
    const OpenBracket& bracket = outline.open.back();
    fault.nearest = still_open(bracket, "at the end, or further up");
    return fault;
}

}  // namespace

Position position_of(std::string_view text, std::size_t offset) {
    const std::string_view read = text.substr(0, offset);
    const std::size_t last_end = read.rfind('\n');
    const std::string_view row = last_end == std::string_view::npos ? read : read.substr(last_end + 1);
    const auto is_letter_start = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; };
    return {static_cast<int>(std::count(read.begin(), read.end(), '\n')) + 1,
            static_cast<int>(std::count_if(row.begin(), row.end(), is_letter_start)) + 1};
}

Fault syntax_fault(const std::string& file, std::string_view text, std::size_t read, const Outline& outline) {
    if (read == 0 || read > text.size()) return cut_off(file, text, outline);
    const std::size_t at = start_of_token(text, read - 1);
    const Position position = position_of(text, at);
    Fault fault{.file = file, .line = position.line, .column = position.column};
    fault.key = text[at] == '\n' || text[at] == '\r' ? "the end of the line" : token_at(text, at);
    fault.found = fault.key == "the end of the line" ? "inside a text" : "not expected there";
    fault.nearest = missing_bracket(text, at);
    if (fault.nearest.empty()) fault.expected = expected_at(text, at);
    return fault;
}

}  // namespace headroom
