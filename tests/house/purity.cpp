// The model gives the same bits on every machine and compiles to WebAssembly: sim/engine to sim/authority
// know no file, clock, thread or environment, and take no number from a source that differs between
// processors.
#include "tests/catch.hpp"
#include "tests/house/tree.hpp"

#include <algorithm>
#include <array>

namespace headroom::house {
namespace {

constexpr std::array<std::string_view, 8> pure_folders = {"sim/engine",    "sim/settings",  "sim/measures",
                                                          "sim/referrals", "sim/workforce", "sim/families",
                                                          "sim/policy",    "sim/authority"};

// Standard headers that open a way out of the model, or into numbers that differ between machines.
constexpr std::array<std::string_view, 22> closed_headers = {"<iostream>",
                                                             "<fstream>",
                                                             "<cstdio>",
                                                             "<stdio.h>",
                                                             "<filesystem>",
                                                             "<chrono>",
                                                             "<ctime>",
                                                             "<time.h>",
                                                             "<thread>",
                                                             "<stop_token>",
                                                             "<mutex>",
                                                             "<shared_mutex>",
                                                             "<future>",
                                                             "<atomic>",
                                                             "<semaphore>",
                                                             "<latch>",
                                                             "<condition_variable>",
                                                             "<random>",
                                                             "<execution>",
                                                             "<stdlib.h>",
                                                             "<math.h>",
                                                             "<unordered_map>"};

// Words of code, and why the model may not use them.
struct ClosedWord {
    std::string_view word;
    std::string_view reason;
};

constexpr std::array<ClosedWord, 13> closed_words = {{
    {"getenv(", "asks the environment"},
    {"system(", "starts a program"},
    {"std::rand", "is not keyed by entity and purpose"},
    {"std::random_device", "differs from run to run"},
    {"std::mt19937", "is not keyed by entity and purpose"},
    {"std::mt19937_64", "is not keyed by entity and purpose"},
    {"std::shuffle", "differs between standard libraries"},
    {"std::sample", "differs between standard libraries"},
    {"std::hash", "differs between standard libraries"},
    {"std::unordered_", "has an order that differs between standard libraries"},
    {"std::shared_ptr", "hides who owns what"},
    {"std::make_shared", "hides who owns what"},
    {"thread_local", "is state outside the authority"},
}};

// libm's functions whose last bit differs between processors; sqrt, floor, round and the like are exact.
constexpr std::array<std::string_view, 35> libm_functions = {
    "log",   "log2", "log10", "log1p", "exp",   "exp2", "expm1",  "pow",     "cbrt",
    "hypot", "sin",  "cos",   "tan",   "asin",  "acos", "atan",   "atan2",   "sinh",
    "cosh",  "tanh", "asinh", "acosh", "atanh", "erf",  "erfc",   "lgamma",  "tgamma",
    "logf",  "expf", "powf",  "logl",  "expl",  "powl", "sincos", "lgamma_r"};

bool is_pure(const TreeFile& file) {
    return is_cpp(file.path) && std::ranges::find(pure_folders, folder_of(file.path)) != pure_folders.end();
}

std::string spaceless(std::string_view line) {
    std::string squeezed(line);
    std::erase(squeezed, ' ');
    return squeezed;
}

// A standard distribution such as std::normal_distribution, whatever its name.
bool has_standard_distribution(std::string_view line) {
    for (std::size_t at = line.find("std::"); at != line.npos; at = line.find("std::", at + 1)) {
        const std::size_t end = line.find_first_not_of("abcdefghijklmnopqrstuvwxyz_", at + 5);
        if (line.substr(at, std::min(end, line.size()) - at).ends_with("_distribution")) return true;
    }
    return false;
}

Breaches line_breaches(std::string_view raw_line, std::string_view code_line) {
    Breaches breaches;
    const std::string include = spaceless(raw_line);
    for (std::string_view header : closed_headers) {
        if (include.starts_with("#include" + std::string(header))) {
            breaches.push_back(std::string(header) + " is closed to the model");
        }
    }
    for (const ClosedWord& closed : closed_words) {
        if (has_word(code_line, closed.word)) {
            breaches.push_back(std::string(closed.word) + " " + std::string(closed.reason));
        }
    }
    if (has_standard_distribution(code_line)) {
        breaches.emplace_back("distributions of the standard library differ between standard libraries");
    }
    for (std::string_view function : libm_functions) {
        if (has_word(code_line, std::string(function) + "(")) {
            breaches.push_back(std::string(function) + " of libm differs between processors");
        }
    }
    return breaches;
}

Breaches purity_breaches(const Tree& tree) {
    Breaches breaches;
    for (const TreeFile& file : tree) {
        if (!is_pure(file)) continue;
        const std::vector<std::string> raw = lines_of(file.text);
        const std::vector<std::string> code = lines_of(code_of(file.text));
        for (std::size_t i = 0; i < raw.size(); ++i) {
            for (const std::string& breach : line_breaches(raw[i], code[i])) {
                breaches.push_back(place(file, i) + breach);
            }
        }
    }
    return breaches;
}

std::size_t breaches_of(std::string path, std::string line) {
    return purity_breaches({{std::move(path), std::move(line) + "\n"}}).size();
}

TEST_CASE(
    "the model knows no file, clock, thread or environment, and no number that differs between machines") {
    CHECK(purity_breaches(this_repository()) == Breaches{});
}

TEST_CASE("every closed header and word is found in the model") {
    for (std::string_view header : closed_headers) {
        CAPTURE(header);
        CHECK(breaches_of("sim/engine/event.hpp", "#include " + std::string(header)) == 1);
    }
    for (const ClosedWord& closed : closed_words) {
        CAPTURE(closed.word);
        CHECK(breaches_of("sim/authority/happen.cpp", "x = " + std::string(closed.word) + " y);") >= 1);
    }
    for (std::string_view function : libm_functions) {
        CAPTURE(function);
        CHECK(breaches_of("sim/families/stage.cpp", "x = std::" + std::string(function) + "(2.0);") == 1);
        CHECK(breaches_of("sim/families/stage.cpp", "x = " + std::string(function) + "(2.0);") == 1);
    }
    CHECK(breaches_of("sim/engine/draws.cpp", "std::normal_distribution<double> d;") == 1);
}

TEST_CASE("outside the model, in comments and in quoted text these words are free") {
    CHECK(breaches_of("apps/command_line/main.cpp", "#include <iostream>") == 0);
    CHECK(breaches_of("sim/engine/draws.cpp", "// not std::log(x), which differs") == 0);
    CHECK(breaches_of("sim/engine/draws.cpp", "const char* why = \"pow(x) differs\"; /* exp(1) */") == 0);
    CHECK(breaches_of("sim/engine/draws.cpp", "x = natural_log(2.0) + std::sqrt(2.0) + 1'000;") == 0);
    CHECK(breaches_of("sim/engine/draws.cpp", "boost::random::uniform_int_distribution<int> d;") == 0);
}

TEST_CASE("code is told from comments and quoted text") {
    CHECK(code_of("a; // b\nc") == "a;     \nc");
    CHECK(code_of("a(\"b\\\"c\"); d") == "a(      ); d");
    CHECK(code_of("R\"(b \" c)\" d") == "           d");
    CHECK(code_of("1'000 + 'x' /* y\nz */ + 2") == "1'000 +         \n     + 2");
}

}  // namespace
}  // namespace headroom::house
