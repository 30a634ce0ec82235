// No double becomes a whole number but by sim/engine/whole_part.hpp: C++ leaves open what a cast makes of one
// that is negative, huge or no number, and a loop to such a number may never end.
#include "tests/catch.hpp"
#include "tests/house/tree.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <set>

namespace headroom::house {
namespace {

using Words = std::set<std::string>;

constexpr std::array<std::string_view, 21> whole_types = {
    "int",           "unsigned",      "long",          "long long",      "short",        "std::size_t",
    "size_t",        "std::int8_t",   "std::int16_t",  "std::int32_t",   "std::int64_t", "std::uint8_t",
    "std::uint16_t", "std::uint32_t", "std::uint64_t", "std::ptrdiff_t", "Minutes",      "unsigned int",
    "char",          "std::intmax_t", "std::uintmax_t"};

// Functions whose result is a double, or of an open size.
constexpr std::array<std::string_view, 12> broken_results = {
    "floor",   "ceil", "round",   "trunc",       "nearbyint", "lround",
    "llround", "sqrt", "uniform", "exponential", "normal",    "fraction"};

// Looked at one by one: counts that are kept as doubles and cannot be anything else.
constexpr std::array<std::string_view, 3> looked_at = {"sim/engine/whole_part.hpp",
                                                       "apps/page/simulator/older_library.hpp",
                                                       "analysis/sustain/sustain_answer.cpp"};

bool is_letter(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

std::string word_at(const std::string& code, std::size_t at) {
    std::size_t end = at;
    while (end < code.size() && is_letter(code[end])) ++end;
    return code.substr(at, end - at);
}

std::size_t after_spaces(const std::string& code, std::size_t at) {
    while (at < code.size() && (code[at] == ' ' || code[at] == '\n' || code[at] == '&')) ++at;
    return at;
}

// Variables, parameters, members and functions that a file declares as double or float.
Words broken_names(const std::string& code) {
    Words names;
    for (const std::string type : {"double", "float"}) {
        for (std::size_t at = code.find(type); at != code.npos; at = code.find(type, at + 1)) {
            const std::size_t behind = at + type.size();
            if ((at > 0 && is_letter(code[at - 1])) || (behind < code.size() && is_letter(code[behind])))
                continue;
            if (behind < code.size() && code[behind] == '>')  // a vector or span: its elements are "name["
                names.insert(word_at(code, after_spaces(code, behind + 1)) + "[");
            if (behind >= code.size() || (code[behind] != ' ' && code[behind] != '&')) continue;
            std::string name = word_at(code, after_spaces(code, behind));
            if (name == "const") name = word_at(code, after_spaces(code, after_spaces(code, behind) + 5));
            if (!name.empty()) names.insert(name);
            // "double low, high;": the others of the same line.
            const std::size_t end = code.find_first_of(";(){}", behind);
            if (end == code.npos || code[end] != ';') continue;
            for (std::size_t comma = code.find(',', behind); comma < end; comma = code.find(',', comma + 1))
                names.insert(word_at(code, after_spaces(code, comma + 1)));
        }
    }
    names.erase("");
    names.erase("[");
    return names;
}

// What stands between the bracket at `open` and the one that closes it.
std::string inside(const std::string& code, std::size_t open) {
    int depth = 0;
    for (std::size_t at = open; at < code.size(); ++at) {
        depth += code[at] == '(' ? 1 : code[at] == ')' ? -1 : 0;
        if (depth == 0) return code.substr(open + 1, at - open - 1);
    }
    return "";
}

bool has_broken_literal(const std::string& text) {
    for (std::size_t at = 1; at + 1 < text.size(); ++at) {
        const auto digit = [&](std::size_t place) {
            return std::isdigit(static_cast<unsigned char>(text[place])) != 0;
        };
        if (text[at] == '.' && digit(at - 1) && digit(at + 1)) return true;
    }
    return false;
}

// Whether the text has anything that is, as far as one can read, a double: "" or which word.
std::string broken_part(const std::string& text, const Words& own, const Words& members) {
    const std::size_t first = after_spaces(text, 0);
    if (text.compare(first, 10, "std::count") == 0) return "";
    if (has_broken_literal(text)) return "a number with a fraction";
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (!is_letter(text[at]) || (at > 0 && is_letter(text[at - 1]))) continue;
        const std::string word = word_at(text, at);
        const std::string behind = text.substr(at + word.size(), 2);
        // A thing whose part is looked at next, a namespace or an enumerator.
        const bool leads_on = behind.starts_with('.') || behind == "->" || behind == "::";
        if (leads_on || (at > 1 && text.substr(at - 2, 2) == "::" && !behind.starts_with('('))) continue;
        const bool is_called = at + word.size() < text.size() && text[at + word.size()] == '(';
        const bool is_member =
            at > 0 && (text[at - 1] == '.' || (at > 1 && text[at - 1] == '>' && text[at - 2] == '-'));
        if (is_called && std::ranges::find(broken_results, word) != broken_results.end()) return word;
        if (is_called && is_member) continue;  // most of them counts, such as size()
        const Words& names = is_member ? members : own;
        if (names.contains(word) || (behind.starts_with('[') && names.contains(word + "["))) return word;
    }
    return "";
}

Breaches casts_in(const TreeFile& file, const Words& members) {
    Breaches breaches;
    const std::string code = code_of(file.text);
    const Words own = broken_names(code);
    constexpr std::string_view cast = "static_cast<";
    for (std::size_t at = code.find(cast); at != code.npos; at = code.find(cast, at + 1)) {
        const std::size_t end = code.find('>', at);
        if (end == code.npos || end + 1 >= code.size() || code[end + 1] != '(') continue;
        const std::string type = code.substr(at + cast.size(), end - at - cast.size());
        if (std::ranges::find(whole_types, type) == whole_types.end()) continue;
        const std::string part = broken_part(inside(code, end + 1), own, members);
        if (part.empty()) continue;
        const auto line = static_cast<std::size_t>(
            std::count(code.begin(), code.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
        breaches.push_back(place(file, line) + "static_cast<" + type + "> of " + part + ": use whole_part<" +
                           type + ">(), or give the whole number another name");
    }
    return breaches;
}

Breaches cast_breaches(const Tree& tree) {
    // Names that are members of type double in one struct and whole numbers in another say nothing.
    const Words said_of_both = {"months", "children", "points", "size",        "count",     "last",
                                "first",  "step",     "team",   "assessments", "limit",     "wanted",
                                "number", "columns",  "y",      "held",        "from_month"};
    Words members;
    for (const TreeFile& file : tree) {
        if (!file.path.ends_with(".hpp") || !is_source(file.path)) continue;
        members.merge(broken_names(code_of(file.text)));
    }
    for (const std::string& word : said_of_both) members.erase(word);
    Breaches breaches;
    for (const TreeFile& file : tree) {
        const bool is_program = is_cpp(file.path) && is_source(file.path);
        if (!is_program || std::ranges::find(looked_at, file.path) != looked_at.end()) continue;
        for (std::string& breach : casts_in(file, members)) breaches.push_back(std::move(breach));
    }
    return breaches;
}

std::string joined(const Breaches& breaches) {
    std::string text;
    for (const std::string& breach : breaches) text += breach + "\n";
    return text;
}

}  // namespace

TEST_CASE("no double becomes a whole number but by whole_part") {
    CHECK(joined(cast_breaches(this_repository())) == "");
}

TEST_CASE("a bare cast of a double is found, whatever it is made of, and one of a whole number is not") {
    const auto found = [](const std::string& code) {
        return !cast_breaches(
                    {{"sim/engine/a.hpp", "struct S { double size_of_it; };"}, {"sim/study/b.cpp", code}})
                    .empty();
    };
    CHECK(found("int f(double closures) { return static_cast<int>(closures); }"));
    CHECK(found("int f(S s) { return static_cast<int>(s.size_of_it); }"));
    CHECK(found("int f(int n) { return static_cast<std::uint32_t>(n * 0.5); }"));
    CHECK(found("int f(const Draw& d) { return static_cast<int>(\n 7 * d.uniform(0)); }"));
    CHECK(found("void f() { double low = 0, high = 1; use(static_cast<std::size_t>(high - low)); }"));
    CHECK(found("long f(float x) { return static_cast<long>(std::floor(x)); }"));
    CHECK(found("long f(const std::vector<double>& x) { return static_cast<long>(x[1]); }"));
    CHECK_FALSE(found("int f(std::size_t n) { return static_cast<int>(n + 1); }"));
    CHECK_FALSE(found("int f(const V& v, double x) { use(x); return static_cast<int>(v.size()); }"));
    CHECK_FALSE(found("double f(int n, double x) { return x * static_cast<double>(n); }"));
}

}  // namespace headroom::house
