#include "analysis/words/json.hpp"

#include <limits>

#include "tests/catch.hpp"

using namespace headroom;

TEST_CASE("text in JSON keeps quotation marks, line ends and control characters apart from its frame") {
    CHECK(json_quoted("a \"b\" \\ c\nd\x01") == "\"a \\\"b\\\" \\\\ c\\nd\\u0001\"");
}

TEST_CASE("a number in JSON keeps every digit, and no number is null") {
    CHECK(json_number(0.1) == "0.1");
    CHECK(json_number(1.0 / 3) == "0.3333333333333333");
    CHECK(json_number(std::numeric_limits<double>::quiet_NaN()) == "null");
    CHECK(json_number(std::numeric_limits<double>::infinity()) == "null");
}

TEST_CASE("objects and lists are joined with commas") {
    CHECK(Joined('{').closed() == "{}");
    CHECK(Joined('{').add("a", 1).add("b", json_of_texts({"x", "y"})).closed() ==
          "{\"a\": 1, \"b\": [\"x\", \"y\"]}");
    CHECK(Joined('{', JsonLayout::a_line_each).add("a", 1).add("b", "[2, 3]").closed() ==
          "{\n  \"a\": 1,\n  \"b\": [2, 3]\n}");
    CHECK(Joined('[', JsonLayout::a_line_each).closed() == "[]");
    CHECK(json_of(Interval{1, 2.5}) == "[1, 2.5]");
    CHECK(json_of(Interval{}) == "[null, null]");
}
