#include "sim/text/nearest.hpp"

#include "tests/catch.hpp"

using namespace headroom;

TEST_CASE("a letter changed, dropped, added or swapped with its neighbour is one step") {
    CHECK(edit_distance("months", "months") == 0);
    CHECK(edit_distance("months", "manths") == 1);
    CHECK(edit_distance("months", "month") == 1);
    CHECK(edit_distance("months", "monthss") == 1);
    CHECK(edit_distance("months", "monhts") == 1);
    CHECK(edit_distance("months", "Months") == 0);
    CHECK(edit_distance("", "abc") == 3);
    CHECK(edit_distance("kitten", "sitting") == 3);
}

TEST_CASE("the distance is the same both ways") {
    const std::vector<std::string> words = {"months", "monhts", "seed", "", "caseload_limit", "load"};
    for (const std::string& one : words) {
        for (const std::string& other : words) CHECK(edit_distance(one, other) == edit_distance(other, one));
    }
}

TEST_CASE("only words that may be meant are named, the likeliest first") {
    const std::vector<std::string> keys = {"months", "settling_months", "replications", "seed"};
    CHECK(nearest_words("monhts", keys) == std::vector<std::string>{"months"});
    CHECK(nearest_words("replication", keys) == std::vector<std::string>{"replications"});
    CHECK(nearest_words("settling", keys) == std::vector<std::string>{"settling_months"});
    CHECK(nearest_words("zebra", keys).empty());
    CHECK(nearest_words("", keys).empty());
}

TEST_CASE("spaces and hyphens stand for the underscores of a key") {
    CHECK(nearest_words("waiting list", {"waiting_list", "duty"}) ==
          std::vector<std::string>{"waiting_list"});
    CHECK(nearest_words("Waiting-List", {"waiting_list", "duty"}) ==
          std::vector<std::string>{"waiting_list"});
}

TEST_CASE("the question is a sentence") {
    CHECK(did_you_mean("hard", {"hart", "harp", "soft"}) == "Did you mean \"hart\" or \"harp\"?");
    CHECK(did_you_mean("zebra", {"hart"}).empty());
}
