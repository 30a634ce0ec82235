// Every number of the model is a row of sim/settings or a constant with a name: a bare one in the middle of a
// rule can be neither explained nor disputed. A constant with a fraction, which no count has, says beside it
// where it comes from.
#include "tests/catch.hpp"
#include "tests/house/tree.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdlib>

namespace headroom::house {
namespace {

constexpr std::array<std::string_view, 2> folders_of_rules = {"sim/authority", "sim/families"};

// Units and what says itself: none, a half, one, two; months of a year, minutes of an hour, percent.
constexpr std::array<double, 7> says_itself = {0, 0.5, 1, 2, 12, 60, 100};

// Whose first argument is the number of a draw within its block.
constexpr std::array<std::string_view, 5> draws = {"happens", "uniform", "exponential", "normal", "word"};

bool is_letter(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

bool is_digit(char c) {
    return std::isdigit(static_cast<unsigned char>(c)) != 0;
}

// The next place from `at` where the word stands by itself.
std::size_t find_word(const std::string& code, std::string_view word, std::size_t at) {
    for (at = code.find(word, at); at != code.npos; at = code.find(word, at + 1)) {
        const std::size_t behind = at + word.size();
        const bool begins = at == 0 || !is_letter(code[at - 1]);
        if (begins && (behind == code.size() || !is_letter(code[behind]))) return at;
    }
    return code.npos;
}

// One past the bracket that closes the one at `open`.
std::size_t after_bracket(const std::string& code, std::size_t open) {
    int depth = 0;
    for (std::size_t at = open; at < code.size(); ++at) {
        depth += code[at] == '(' || code[at] == '{' ? 1 : code[at] == ')' || code[at] == '}' ? -1 : 0;
        if (depth == 0) return at + 1;
    }
    return code.size();
}

void blank(std::string& code, std::size_t from, std::size_t to) {
    for (std::size_t at = from; at < std::min(to, code.size()); ++at) {
        if (code[at] != '\n') code[at] = ' ';
    }
}

// Where a definition ends whose word "constexpr" stands at `at`: past its ";". `at` itself for a function or
// a branch, whose numbers are as bare as any.
std::size_t end_of_constant(const std::string& code, std::size_t at) {
    const std::size_t mark = code.find_first_of(";({=", at);
    if (mark == code.npos || code[mark] == '(') return at;
    return std::min(code.find(';', mark), code.size());
}

// A number behind a colon that is the width of a bit field, and not the last part of "a ? b : 3".
bool is_width(const std::string& code, std::size_t colon) {
    const std::size_t number = code.find_first_not_of(' ', colon + 1);
    if (number == code.npos || !is_digit(code[number])) return false;
    const std::size_t start = code.find_last_of(";{}", colon);
    return code.substr(start + 1, colon - start - 1).find('?') == code.npos;
}

std::size_t end_of_number(const std::string& code, std::size_t at) {
    while (at < code.size() && (is_letter(code[at]) || code[at] == '.' || code[at] == '\'' ||
                                ((code[at] == '-' || code[at] == '+') &&
                                 (code[at - 1] == 'e' || code[at - 1] == 'E' || code[at - 1] == 'p'))))
        ++at;
    return at;
}

bool is_number(const std::string& code, std::size_t at) {
    return is_digit(code[at]) && (at == 0 || (!is_letter(code[at - 1]) && code[at - 1] != '.'));
}

void blank_enumerators(std::string& code) {
    for (std::size_t at = find_word(code, "enum", 0); at != code.npos; at = find_word(code, "enum", at + 1)) {
        const std::size_t open = code.find_first_of(";{", at);
        if (open != code.npos && code[open] == '{') blank(code, open, after_bracket(code, open));
    }
}

void blank_promises(std::string& code) {
    for (const std::string_view word : {"static_assert", "alignas"}) {
        for (std::size_t at = find_word(code, word, 0); at != code.npos; at = find_word(code, word, at + 1))
            blank(code, at + word.size(), after_bracket(code, at + word.size()));
    }
    for (std::size_t at = 0; at != code.npos; at = code.find("\n#", at + 1)) {
        if (code[at + (at > 0)] == '#') blank(code, at, code.find('\n', at + 1));
    }
}

void blank_places(std::string& code) {
    for (std::size_t at = code.find(':'); at != code.npos; at = code.find(':', at + 1)) {
        if (is_width(code, at)) blank(code, at + 1, end_of_number(code, code.find_first_not_of(' ', at + 1)));
    }
    for (const std::string_view word : draws) {
        for (std::size_t at = find_word(code, word, 0); at != code.npos; at = find_word(code, word, at + 1)) {
            const std::size_t open = at + word.size();
            if (open + 1 < code.size() && code[open] == '(' && is_digit(code[open + 1]))
                blank(code, open + 1, end_of_number(code, open + 1));
        }
    }
}

std::size_t line_at(const std::string& code, std::size_t at) {
    return static_cast<std::size_t>(
        std::count(code.begin(), code.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
}

std::string plain_number(std::string number) {
    std::erase(number, '\'');
    return number;
}

bool says_what_it_is(const std::string& number) {
    return std::ranges::find(says_itself, std::strtod(plain_number(number).c_str(), nullptr)) !=
           says_itself.end();
}

// The first number between two places that does not say itself; "" for none.
std::string odd_number(const std::string& code, std::size_t from, std::size_t to) {
    for (std::size_t at = from; at < to; ++at) {
        if (!is_number(code, at)) continue;
        const std::string number = code.substr(at, end_of_number(code, at) - at);
        if (!says_what_it_is(number)) return number;
        at += number.size() - 1;
    }
    return "";
}

bool has_fraction(const std::string& number) {
    const bool is_hex = number.starts_with("0x") || number.starts_with("0X");
    return !is_hex && number.find_first_of(".eE") != number.npos;
}

// A comment on its line, or above it with no line between but other constants.
bool is_explained(const std::vector<std::string>& lines, std::size_t first, std::size_t last) {
    const auto is_said = [&](std::size_t line) { return lines[line].find("//") != std::string::npos; };
    for (std::size_t line = first; line <= last && line < lines.size(); ++line) {
        if (is_said(line)) return true;
    }
    while (first-- > 0) {
        if (is_said(first)) return true;
        if (lines[first].find("constexpr") == std::string::npos) return false;
    }
    return false;
}

// Blanks the definitions of constants, and complains of those with a fraction and no word beside them.
void take_constants(const TreeFile& file, std::string& code, Breaches& breaches) {
    const std::vector<std::string> lines = lines_of(file.text);
    for (std::size_t at = find_word(code, "constexpr", 0); at != code.npos;
         at = find_word(code, "constexpr", at + 1)) {
        const std::size_t end = end_of_constant(code, at);
        const std::string number = odd_number(code, at, end);
        if (has_fraction(number) && !is_explained(lines, line_at(code, at), line_at(code, end))) {
            breaches.push_back(place(file, line_at(code, at)) + "the constant " + number +
                               " does not say where it comes from");
        }
        blank(code, at, end);
    }
}

Breaches number_breaches(const Tree& tree) {
    Breaches breaches;
    for (const TreeFile& file : tree) {
        const bool is_ruled =
            std::ranges::find(folders_of_rules, folder_of(file.path)) != folders_of_rules.end();
        if (!is_ruled || !is_cpp(file.path)) continue;
        std::string code = code_of(file.text);
        take_constants(file, code, breaches);
        blank_enumerators(code);
        blank_promises(code);
        blank_places(code);
        const std::vector<std::string> lines = lines_of(code);
        for (std::size_t line = 0; line < lines.size(); ++line) {
            const std::string number = odd_number(lines[line], 0, lines[line].size());
            if (!number.empty()) {
                breaches.push_back(place(file, line) + number +
                                   " has no name: make it a row of sim/settings or a constant");
            }
        }
    }
    return breaches;
}

std::size_t breaches_of(const std::string& code) {
    return number_breaches({{"sim/authority/a.cpp", code}}).size();
}

TEST_CASE("every number of a family's and a worker's rules is a setting or has a name") {
    CHECK(number_breaches(this_repository()) == Breaches{});
}

TEST_CASE("a bare number in a rule is found, whatever it is part of") {
    CHECK(breaches_of("double f(double x) { return 0.07 * x; }") == 1);
    CHECK(breaches_of("Minutes due(Minutes now) { return now + working_days(15); }") == 1);
    CHECK(breaches_of("int f(int k) { return k < 63 ? k : 63; }") == 1);
    CHECK(breaches_of("int f(bool k) { return k ? 0 : 3; }") == 1);
    CHECK(breaches_of("double bins[60] = {}, more[61] = {};") == 1);
    CHECK(breaches_of("void f() { double days = 20.0f; g(0xFFFFFF); }\nint h(int n) { return n % 7; }") == 2);
    CHECK(breaches_of("constexpr int f(int n) { return n + 5; }") == 1);
    CHECK(breaches_of("bool f(const Draw& d) { return d.happens(1, 0.15); }") == 1);
    CHECK(breaches_of("void f() { if constexpr (twice) g(1'000'000); }") == 1);
}

TEST_CASE("units, names, widths and places of draws are no bare numbers") {
    CHECK(breaches_of("double f(double x) { return x / 100 * 60 / 12 + 0.5 - 2; }") == 0);
    CHECK(breaches_of("constexpr int most = 63;\nconstexpr Minutes clock = working_days(45);") == 0);
    CHECK(breaches_of("enum Flag : unsigned { first = 4, second = 8 };") == 0);
    CHECK(breaches_of("struct Lane { std::uint32_t step : 3 = 0; unsigned open : 12; };") == 0);
    CHECK(breaches_of("struct alignas(64) Row {};\nstatic_assert(sizeof(Row) == 64);") == 0);
    CHECK(breaches_of("double f(const Draw& d) { return d.uniform(3) + d.exponential(3); }") == 0);
    CHECK(breaches_of(
              "#include \"sim/engine/u128.hpp\"\n// 253 days\nstd::string f() { return \"7 of 23\"; }") == 0);
    CHECK(number_breaches({{"sim/engine/a.cpp", "int f() { return 253; }"}}).empty());
}

TEST_CASE("a constant with a fraction and no word beside it is found") {
    CHECK(breaches_of("constexpr double pace = 0.7;") == 1);
    CHECK(breaches_of("constexpr double huge = 1e12;") == 1);
    CHECK(breaches_of("constexpr double pace = 0.7;  // a guess") == 0);
    CHECK(breaches_of("// Guesses.\nconstexpr double pace = 0.7;\nconstexpr double stay = 0.3;") == 0);
    CHECK(breaches_of("// Guesses.\nint n();\nconstexpr double pace = 0.7;") == 1);
    CHECK(breaches_of("constexpr unsigned mask = 0xFE;") == 0);
}

}  // namespace
}  // namespace headroom::house
