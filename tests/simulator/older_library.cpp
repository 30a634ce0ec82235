// The page's simulator is built with an older standard library; what was written in its place does what a
// newer one does.
#include "apps/page/simulator/older_library.hpp"

#include <bit>
#include <cstdint>
#include <random>
#include <vector>

#include "tests/catch.hpp"

namespace headroom::older {
namespace {

std::vector<double> all_sorts_of_numbers() {
    std::vector<double> numbers{
        0.0,     -0.0,   1,    -1,      0.1,   1.0 / 3, 1e5,     123456,
        100000,  1e15,   1e16, 1e21,    1e22,  1e23,    5e-324,  1.7976931348623157e308,
        0.00001, 0.0001, 120,  1200000, 99999, 335664,  -200000, 4503599627370496.5};
    std::mt19937_64 random(5);
    for (int i = 0; i < 20000; ++i) {
        const double any = std::bit_cast<double>(random());
        if (std::isfinite(any)) numbers.push_back(any);
        numbers.push_back(static_cast<double>(random() % 1000000) / 100);
        numbers.push_back(static_cast<double>(random() % 10000000));
    }
    return numbers;
}

template <class Write>
std::string written(Write write) {
    char text[600];
    return {text, write(text, text + sizeof text).ptr};
}

TEST_CASE("numbers are written as the standard library writes them, shortest and with decimals") {
    for (const double number : all_sorts_of_numbers()) {
        CHECK(written([&](char* a, char* b) { return to_shortest(a, b, number); }) ==
              written([&](char* a, char* b) { return std::to_chars(a, b, number); }));
        CHECK(written([&](char* a, char* b) { return to_fixed(a, b, number, 2); }) ==
              written([&](char* a, char* b) {
                  return std::to_chars(a, b, number, std::chars_format::fixed, 2);
              }));
    }
}

TEST_CASE("there must be room for a number") {
    char text[3];
    CHECK(to_shortest(text, text + 3, 1.25).ec == std::errc::value_too_large);
    CHECK(to_fixed(text, text + 3, 10, 1).ec == std::errc::value_too_large);
}

TEST_CASE("texts are read as the standard library reads them, with what follows and what is none") {
    std::vector<std::string> texts{"1",    "-1.5", "1e5",   "1e",  "1e+",    ".5",    "5.",    ".",
                                   "",     "-",    "+1",    " 1",  "1 2",    "0x10",  "1.2.3", "1e400",
                                   "1e-5", "abc",  "-.5e3", "1E2", "1e-400", "00012", "1,5"};
    for (const double number : all_sorts_of_numbers())
        texts.push_back(written([&](char* a, char* b) { return std::to_chars(a, b, number); }));
    for (const std::string& text : texts) {
        INFO(text);
        double found = 7, expected = 7;
        const auto here = from_text(text.data(), text.data() + text.size(), found);
        const auto there = std::from_chars(text.data(), text.data() + text.size(), expected);
        CHECK(here.ec == there.ec);
        CHECK(here.ptr == there.ptr);
        CHECK(std::bit_cast<std::uint64_t>(found) == std::bit_cast<std::uint64_t>(expected));
    }
}

}  // namespace
}  // namespace headroom::older
