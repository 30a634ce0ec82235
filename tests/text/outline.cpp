#include "sim/text/outline.hpp"

#include <nlohmann/json.hpp>

#include "tests/catch.hpp"

using namespace headroom;

TEST_CASE("the outline knows the line of every value") {
    const Outline outline = outline_of(R"(// a comment with "quotes" and { brackets
{
  "months": 36,  /* two
  lines */ "seed": 1,
  "alternatives": [
    { "name": "a \" { b" }, { "name":
      "c" }
  ]
})");
    CHECK(outline.line_of("") == 1);
    CHECK(outline.line_of("/months") == 3);
    CHECK(outline.line_of("/seed") == 4);
    CHECK(outline.line_of("/alternatives/0/name") == 6);
    CHECK(outline.line_of("/alternatives/1") == 6);
    CHECK(outline.line_of("/alternatives/1/name") == 6);
    CHECK(outline.open.empty());
}

TEST_CASE("a value that is not there stands where what is around it stands") {
    const Outline outline = outline_of("{\n\"settings\": {\n}\n}");
    CHECK(outline.line_of("/settings/work_scale") == 2);
    CHECK(outline.line_of("/nothing/at/all") == 1);
}

TEST_CASE("a path is shown with places counted from 1") {
    CHECK(shown("/alternatives/0/policy/1/posts/add") == "alternatives[1].policy[2].posts.add");
    CHECK(shown("") == "");
    CHECK(shown("/99999999999999999999") == "99999999999999999999");
}

TEST_CASE("every value of a valid text has a line, whatever stands around it") {
    const std::string text = R"({"a": [1, [2, {"b": [], "c": {}}], "x", null, true], "d": {"e": -1.5e3}})";
    const Outline outline = outline_of(text);
    const auto flat = nlohmann::json::parse(text).flatten();
    for (const auto& [path, value] : flat.items()) {
        INFO(path);
        CHECK(outline.lines.count(path) == 1);
    }
}

TEST_CASE("a text of very many values is refused before it is read") {
    std::string many = "[";
    for (std::size_t i = 0; i < most_values + 10; ++i) many += "0,";
    CHECK(outline_of(many).has_too_many);
}

TEST_CASE("long keys inside each other do not multiply") {
    const std::string key(1000000, 'k');
    const Outline outline = outline_of("{\"" + key + "\": {\"" + key + "\": [1, 2, 3]}}");
    for (const auto& [path, line] : outline.lines) CHECK(path.size() < 1000);
}
