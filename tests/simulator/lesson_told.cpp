// The page is told what a lesson expects before anything was lived, and what it has come to afterwards.
#include <nlohmann/json.hpp>

#include "apps/page/simulator/told.hpp"
#include "tests/catch.hpp"

namespace headroom {
namespace {

using nlohmann::json;

const std::string lesson = R"({
  "authority": "teaching team", "months": 2, "settling_months": 1, "replications": 4,
  "alternatives": [{"name": "As now"}, {"name": "One more post", "policy": {"posts": {"add": 1}}}],
  "lesson": {"title": "Counting children", "level": 2, "opens_in": "watch", "look_at": ["children_open"], "expect": [
    {"claim": "The service is open to many children.", "measure": "children_open", "alternative": "As now",
     "from": 50, "to": 250},
    {"claim": "A post brings children.", "measure": "children_open", "alternative": "One more post",
     "less": "As now", "from": 50, "to": 60, "future": 0}]}
})";

void live(Workshop& workshop, std::uint32_t futures) {
    for (std::uint32_t number = 0; number < futures; ++number) {
        for (const int alternative : {0, 1})
            workshop.take(alternative, number, workshop.live(alternative, number));
    }
}

TEST_CASE("a question that is no lesson is told as null") {
    CHECK(lesson_told(Workshop("{}")) == "null");
}

TEST_CASE("before anything was lived a lesson is told without what was measured") {
    const json told = json::parse(lesson_told(Workshop(lesson)));
    CHECK(told["title"] == "Counting children");
    CHECK(told["level"] == 2);
    CHECK(told["minutes"] == 20);
    CHECK(told["opens_in"] == "watch");
    CHECK(told["look_at"][0]["key"] == "children_open");
    CHECK(told["look_at"][0]["unit"] == "children");
    CHECK(told["look_at"][0]["means"].empty());
    REQUIRE(told["expect"].size() == 2);
    CHECK(told["expect"][0]["claim"] == "The service is open to many children.");
    CHECK(told["expect"][0]["measure"]["key"] == "children_open");
    CHECK(told["expect"][0]["less"] == "");
    CHECK(told["expect"][0]["future"].is_null());
    CHECK(told["expect"][0]["measured"].is_null());
    CHECK(told["expect"][1]["less"] == "As now");
    CHECK(told["expect"][1]["future"] == 0);
}

TEST_CASE("with each future that was lived more is known of what a lesson expects") {
    Workshop workshop(lesson);
    live(workshop, 1);
    const json first = json::parse(lesson_told(workshop))["expect"];
    CHECK(first[0]["measured"]["futures"] == 1);
    CHECK(first[0]["measured"]["born_out"] == "not_yet_known");
    CHECK(first[0]["measured"]["low"].is_null());
    CHECK(first[1]["measured"]["born_out"] == "no");
    live(workshop, 4);
    const json looked_at = json::parse(lesson_told(workshop))["look_at"][0]["means"];
    REQUIRE(looked_at.size() == 2);
    CHECK(looked_at[0]["alternative"] == "As now");
    CHECK(std::stod(looked_at[0]["words"].get<std::string>()) > 50);
    const json all = json::parse(lesson_told(workshop))["expect"];
    CHECK(all[0]["measured"]["futures"] == 4);
    CHECK(all[0]["measured"]["born_out"] == "yes");
    CHECK(all[0]["measured"]["low"] < all[0]["measured"]["mean"]);
    CHECK(
        all[0]["measured"]["words"].get<std::string>().starts_with("Expected 50 to 250 children, measured"));
    CHECK(all[1]["measured"] == first[1]["measured"]);
}

}  // namespace
}  // namespace headroom
