#include "sim/text/fault.hpp"

#include "sim/scenario/reader.hpp"
#include "tests/catch.hpp"
#include "tests/scenario/bad_questions.hpp"

using namespace headroom;

namespace {

std::vector<std::string> sentences_about(const std::string& text) {
    std::vector<std::string> sentences;
    for (const Fault& fault : read_question_text("ours.json", text).faults)
        sentences.push_back(sentence_of(fault));
    return sentences;
}

void check(const std::vector<BadQuestion>& questions) {
    for (const BadQuestion& question : questions) {
        INFO(question.claim << ": " << question.text.substr(0, 200));
        std::vector<std::string> expected;
        for (const std::string& sentence : question.sentences) expected.push_back("ours.json" + sentence);
        CHECK(sentences_about(question.text) == expected);
    }
}

}  // namespace

TEST_CASE("a value that cannot be is told with its line, what it is and what it should be") {
    check(bad_values());
}

TEST_CASE("values that cannot be together are told") {
    check(contradictions());
}

TEST_CASE("a text that is no JSON is told in words for someone who has never heard of JSON") {
    check(broken_texts());
}

TEST_CASE("a shown text keeps its letters whole, short and free of control signs") {
    CHECK(in_quotes("caf\xC3\xA9") == "\"caf\xC3\xA9\"");
    CHECK(in_quotes("red\x1B[31m\n") == "\"red [31m \"");
    const std::string shown = in_quotes(std::string(59, 'a') + "\xC3\xA9" + "bc");
    CHECK(shown == "\"" + std::string(59, 'a') + "...\"");
}

TEST_CASE("a number is shown as it would be written") {
    CHECK(number_text(18) == "18");
    CHECK(number_text(-3) == "-3");
    CHECK(number_text(0.7) == "0.7");
    CHECK(number_text(0.5 + 20 * 0.01) == "0.7");  // a sum that is a little more
    CHECK(number_text(0.1 + 0.2) == "0.3");
    CHECK(number_text(-1e-7) == "-1e-07");
    CHECK(number_text(9007199254740991) == "9007199254740991");
    CHECK(number_text(1e300) == "1e+300");
}
