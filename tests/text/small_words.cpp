#include "sim/text/small_words.hpp"

#include "tests/catch.hpp"

using namespace headroom;

using Parts = std::vector<std::string>;

TEST_CASE("parts stand between marks, and a mark at the end begins no other") {
    CHECK(parts_of("a,,b", ',') == Parts{"a", "", "b"});
    CHECK(parts_of("a,b,", ',') == Parts{"a", "b"});
    CHECK(parts_of(",a", ',') == Parts{"", "a"});
    CHECK(parts_of("alone", ',') == Parts{"alone"});
    CHECK(parts_of("", ',').empty());
}

TEST_CASE("only ASCII letters are made small or a capital") {
    CHECK(in_small_letters("Work_Scale 0.7 \u00c4") == "work_scale 0.7 \u00c4");
    CHECK(with_capital("limit 15") == "Limit 15");
    CHECK(with_capital("15 a day") == "15 a day");
    CHECK(with_capital("") == "");
}

TEST_CASE("a word is quoted for a shell where it needs it, and a quote in it ends and begins the quotes") {
    CHECK(shell_word("work_scale=0.7") == "work_scale=0.7");
    CHECK(shell_word("Limit 15") == "'Limit 15'");
    CHECK(shell_word("King's") == "'King'\\''s'");
    CHECK(shell_word("") == "''");
}
