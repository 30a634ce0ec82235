// The same results give the same bytes on any day: nothing that is written or shown knows what day it is.
#include <array>

#include "tests/catch.hpp"
#include "tests/house/tree.hpp"

namespace headroom::house {
namespace {

// Whatever asks for the day. A steady clock, by which one waits or tells how long is left, is none of these.
constexpr std::array<std::string_view, 12> day_askers = {
    "std::time(",    "::time(",       "localtime(",   "localtime_r(", "gmtime(",    "clock_gettime(",
    "gettimeofday(", "timespec_get(", "system_clock", "utc_clock",    "new Date()", "Date.now("};

bool is_program(const TreeFile& file) {
    const bool is_ours = is_source(file.path);
    return is_ours && (is_cpp(file.path) || file.path.ends_with(".ts"));
}

Breaches day_breaches(const Tree& tree) {
    Breaches breaches;
    for (const TreeFile& file : tree) {
        if (!is_program(file)) continue;
        const std::vector<std::string> code = lines_of(is_cpp(file.path) ? code_of(file.text) : file.text);
        for (std::size_t i = 0; i < code.size(); ++i) {
            for (const std::string_view asker : day_askers) {
                if (has_word(code[i], asker)) breaches.push_back(place(file, i) + std::string(asker));
            }
        }
    }
    return breaches;
}

TEST_CASE("nothing in the program or on the page asks what day it is") {
    CHECK(day_breaches(this_repository()) == Breaches{});
}

TEST_CASE("whatever asks for the day is found") {
    for (const std::string_view asker : day_askers) {
        CAPTURE(asker);
        const std::string line = "x = " + std::string(asker) + ";\n";
        CHECK(day_breaches({{"apps/command_line/question/show_answer.cpp", line}}).size() == 1);
        CHECK(day_breaches({{"apps/page/workshop/src/main.ts", line}}).size() == 1);
    }
}

}  // namespace
}  // namespace headroom::house
