#include "analysis/words/authority_words.hpp"

#include "tests/catch.hpp"

using namespace headroom;

TEST_CASE("an authority is called by its published name, and the two built-in ones by what they are") {
    CHECK(authority_heading("Leeds") == "Leeds");
    CHECK(authority_heading("typical") == "Typical authority");
    CHECK(authority_heading("teaching team") == "Teaching team");
    CHECK(authority_as_subject("Leeds") == "Leeds");
    CHECK(authority_as_subject("typical") == "The typical authority");
    CHECK(authority_as_subject("teaching team") == "The teaching team");
}

TEST_CASE("a report says how small the teaching team is, and that it is made up") {
    CHECK(authority_described("Leeds") == "Leeds");
    CHECK(authority_described("typical").find("62,500 children") != std::string::npos);
    CHECK(authority_described("teaching team").find("made-up") != std::string::npos);
    CHECK(authority_described("teaching team").find("4,600 children") != std::string::npos);
}
