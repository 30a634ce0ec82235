// Functions are short enough to be read at one glance: at most 40 lines and four parameters, none of them a
// bool, of which a call shows no more than "true".
#include "tests/catch.hpp"
#include "tests/house/tree.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>

namespace headroom::house {
namespace {

constexpr std::size_t most_lines_of_a_function = 40;
constexpr std::size_t most_parameters = 4;

// What is still to come: the rule holds for all of sim/, analysis/ and apps/ once this list is empty.
constexpr std::array<std::string_view, 2> not_yet = {"sim/authority", "sim/families"};

// Its bool is what the call is about, not a way to choose what the function does.
constexpr std::string_view asks_about_a_bool = "ensure";

// Parameters as others ask for them: HDF5 of a driver, and the C++ library of std::to_chars.
constexpr std::array<std::string_view, 2> called_by_others = {"sim/results/disk_file.cpp",
                                                              "apps/page/simulator/older_library.hpp"};

// What opens a block behind brackets without being a function.
constexpr std::array<std::string_view, 8> no_functions = {"if",    "for",       "while",    "switch",
                                                          "catch", "constexpr", "requires", "alignas"};

constexpr std::array<std::string_view, 5> behind_parameters = {"const", "noexcept", "override", "final",
                                                               "mutable"};

struct Function {
    std::string name;  // "a lambda" where it has none
    std::vector<std::string> parameters;
    std::size_t begin = 0, end = 0;  // places in the code: of its name, and behind its last bracket
};

bool is_letter(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

bool is_space(char c) {
    return std::isspace(static_cast<unsigned char>(c)) != 0;
}

std::size_t after_spaces(std::string_view code, std::size_t at) {
    while (at < code.size() && is_space(code[at])) ++at;
    return at;
}

std::string_view word_at(std::string_view code, std::size_t at) {
    std::size_t end = at;
    while (end < code.size() && is_letter(code[end])) ++end;
    return code.substr(at, end - at);
}

std::string_view word_before(std::string_view code, std::size_t end) {
    while (end > 0 && is_space(code[end - 1])) --end;
    std::size_t begin = end;
    while (begin > 0 && is_letter(code[begin - 1])) --begin;
    return code.substr(begin, end - begin);
}

// The name before the parameters that open at `end`: "f", or "operator==".
std::string_view name_before(std::string_view code, std::size_t end) {
    const std::string_view word = word_before(code, end);
    if (!word.empty()) return word;
    constexpr std::string_view symbols = "=<>!+-*/%&|^~";
    std::size_t begin = end;
    while (begin > 0 && symbols.find(code[begin - 1]) != symbols.npos) --begin;
    const std::string_view keyword = word_before(code, begin);
    if (begin == end || keyword != "operator") return {};
    const auto first = static_cast<std::size_t>(keyword.data() - code.data());
    return code.substr(first, end - first);
}

// One past the bracket that closes the one at `open`.
std::size_t past_bracket(std::string_view code, std::size_t open) {
    int depth = 0;
    for (std::size_t at = open; at < code.size(); ++at) {
        depth += code[at] == '(' || code[at] == '{' || code[at] == '[';
        depth -= code[at] == ')' || code[at] == '}' || code[at] == ']';
        if (depth == 0) return at + 1;
    }
    return code.size();
}

// Past a constructor's ": base(1), member_{2}", or nothing where that is not what stands there.
std::optional<std::size_t> past_initialisers(std::string_view code, std::size_t at) {
    do {
        at = after_spaces(code, at + 1);
        const std::size_t name = at;
        while (at < code.size() && (is_letter(code[at]) || code[at] == ':')) ++at;
        if (at == name || at == code.size() || (code[at] != '(' && code[at] != '{')) return std::nullopt;
        at = after_spaces(code, past_bracket(code, at));
    } while (at < code.size() && code[at] == ',');
    return at;
}

// Where the body opens of the function whose parameters end at `at`; nothing where it is only declared or
// called.
std::optional<std::size_t> body_behind(std::string_view code, std::size_t at) {
    at = after_spaces(code, at);
    while (std::ranges::find(behind_parameters, word_at(code, at)) != behind_parameters.end())
        at = after_spaces(code, at + word_at(code, at).size());
    if (code.substr(at, 2) == "->") at = std::min(code.find_first_of("{;=", at), code.size());
    if (code.substr(at, 1) == ":" && code.substr(at, 2) != "::") {
        const std::optional<std::size_t> past = past_initialisers(code, at);
        if (!past) return std::nullopt;
        at = *past;
    }
    return code.substr(at, 1) == "{" ? std::optional(at) : std::nullopt;
}

// "int a, std::map<int, int> b = {1, 2}" -> the two of them.
std::vector<std::string> parameters_in(std::string_view text) {
    std::vector<std::string> parameters;
    int depth = 0;
    std::size_t begin = 0;
    for (std::size_t at = 0; at <= text.size(); ++at) {
        const char c = at < text.size() ? text[at] : ',';
        depth += c == '(' || c == '{' || c == '[' || c == '<';
        depth -= c == ')' || c == '}' || c == ']' || c == '>';
        if (c != ',' || (depth > 0 && at < text.size())) continue;
        const std::size_t first = after_spaces(text, begin);
        if (first < at) parameters.emplace_back(text.substr(first, at - first));
        begin = at + 1;
    }
    return parameters;
}

std::vector<Function> functions_in(std::string_view code) {
    std::vector<Function> functions;
    for (std::size_t open = code.find('('); open != code.npos; open = code.find('(', open + 1)) {
        const std::string_view name = name_before(code, open);
        const bool is_lambda = open > 0 && code[open - 1] == ']';
        if (name.empty() && !is_lambda) continue;
        if (std::ranges::find(no_functions, name) != no_functions.end()) continue;
        const std::size_t close = past_bracket(code, open);
        const std::optional<std::size_t> body = body_behind(code, close);
        if (!body) continue;
        const std::size_t begin = is_lambda ? open : static_cast<std::size_t>(name.data() - code.data());
        functions.push_back({is_lambda ? "a lambda" : std::string(name),
                             parameters_in(code.substr(open + 1, close - open - 2)), begin,
                             past_bracket(code, *body)});
    }
    return functions;
}

// A pointer to a function that returns one is none.
bool is_bool(std::string_view parameter) {
    if (parameter.starts_with("const ")) parameter.remove_prefix(6);
    return word_at(parameter, 0) == "bool" && parameter.substr(4, 2) != " (" && parameter.substr(4, 1) != "(";
}

// Without the lines of the preprocessor, whose macros have what looks like parameters.
std::string program_of(const TreeFile& file) {
    std::string program;
    bool goes_on = false;
    for (const std::string& line : lines_of(code_of(file.text))) {
        const bool is_directive = goes_on || line.starts_with('#');
        goes_on = is_directive && line.ends_with('\\');
        program += (is_directive ? "" : line) + "\n";
    }
    return program;
}

bool is_ruled(const TreeFile& file) {
    return is_source(file.path) && is_cpp(file.path) &&
           std::ranges::find(not_yet, folder_of(file.path)) == not_yet.end();
}

Breaches function_breaches(const Tree& tree) {
    Breaches breaches;
    for (const TreeFile& file : tree) {
        if (!is_ruled(file)) continue;
        const std::string code = program_of(file);
        const bool is_called_by_others =
            std::ranges::find(called_by_others, file.path) != called_by_others.end();
        const auto lines_before = [&code](std::size_t at) {
            return std::size_t(std::count(code.begin(), code.begin() + std::ptrdiff_t(at), '\n'));
        };
        for (const Function& function : functions_in(code)) {
            const std::size_t first = lines_before(function.begin);
            const std::size_t lines = lines_before(function.end) - first + 1;
            const std::string who = place(file, first) + function.name;
            if (lines > most_lines_of_a_function)
                breaches.push_back(who + " has " + std::to_string(lines) + " lines");
            if (function.parameters.size() > most_parameters && !is_called_by_others)
                breaches.push_back(who + " has " + std::to_string(function.parameters.size()) +
                                   " parameters");
            if (function.name != asks_about_a_bool && std::ranges::any_of(function.parameters, is_bool))
                breaches.push_back(who + " takes a bool");
        }
    }
    return breaches;
}

std::string joined(const Breaches& breaches) {
    std::string text;
    for (const std::string& breach : breaches) text += breach + "\n";
    return text;
}

}  // namespace

TEST_CASE("no function has more than 40 lines or four parameters, and none takes a bool") {
    CHECK(joined(function_breaches(this_repository())) == "");
}

TEST_CASE("a function of 41 lines is found, whatever kind of function it is, and one of 40 is not") {
    const auto found = [](const std::string& opening, std::size_t lines) {
        const std::string code = opening + "{" + std::string(lines - 1, '\n') + "}\n";
        return function_breaches({{"sim/engine/a.cpp", code}}).size();
    };
    for (const std::string opening : {"int f() ", "void A::f(int a) const ", "A::A(int a) : B(a), a_{a} ",
                                      "auto f() -> std::map<int, int> ", "bool operator==(A b) noexcept ",
                                      "const auto f = [&](int a) mutable -> int ", "int f(A a = {1, 2}) "}) {
        CAPTURE(opening);
        CHECK(found(opening, 41) == 1);
        CHECK(found(opening, 40) == 0);
    }
    CHECK(found("int f() { g(R\"(\n)\"); if (a) ", 40) == 1);
    CHECK(found("struct A ", 41) == 0);
    CHECK(found("constexpr int a[] = ", 41) == 0);
    CHECK(found("namespace a ", 41) == 0);
}

TEST_CASE("a fifth parameter and a bool are found") {
    const auto found = [](const std::string& code) {
        return joined(function_breaches({{"apps/page/a.hpp", code}}));
    };
    CHECK(found("int f(int a, int b, int c, int d, int e) {}") == "apps/page/a.hpp:1: f has 5 parameters\n");
    CHECK(found("\nA::A(int a, int b, int c, int d, int e) : a_(a) {}") ==
          "apps/page/a.hpp:2: A has 5 parameters\n");
    CHECK(found("auto f = [](int a, int b, int c, int d, int e) {};") ==
          "apps/page/a.hpp:1: a lambda has 5 parameters\n");
    CHECK(found("int f(std::map<int, int> a, A b = {1, 2}, int c = g(1, 2), int d = 0) {}").empty());
    CHECK(found("int f(int a, bool is_b) {}") == "apps/page/a.hpp:1: f takes a bool\n");
    CHECK(found("int f(const bool b = true) const {}") == "apps/page/a.hpp:1: f takes a bool\n");
    CHECK(
        found("bool f(const std::vector<bool>& b, std::function<void(bool)> c) { return g(1, 2, 3, 4, 5); }")
            .empty());
    CHECK(found("std::string names(bool (*is_wanted)(int)) {}").empty());
    CHECK(
        found("#define F(a, b, c, d, e) \\\n    {a, b, c, d, e}\n#define G(a, b, c, d, e) {a, e}\n").empty());
    CHECK(found("void ensure(bool condition) {}").empty());
}

TEST_CASE("the rule of functions holds for all of the program but what is listed") {
    const std::string code = "int f(bool b) {}";
    CHECK(function_breaches({{"sim/engine/a.inc", code}}).size() == 1);
    CHECK(function_breaches({{"analysis/words/a.cpp", code}}).size() == 1);
    CHECK(function_breaches({{"tests/words/a.cpp", code}, {"sim/engine/README.md", code}}).empty());
    for (const std::string_view folder : not_yet) {
        CAPTURE(folder);
        CHECK(function_breaches({{std::string(folder) + "/a.cpp", code}}).empty());
    }
}

}  // namespace headroom::house
