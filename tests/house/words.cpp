// What the repository says: nothing unfinished by its own words, nothing about the machine it was written on,
// and every question asked in its first line.
#include "tests/catch.hpp"
#include "tests/house/tree.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace headroom::house {
namespace {

// Words of unfinished work, broken in two here so that this file keeps its own rule.
const std::array<std::string, 6> unfinished = {
    "to"
    "do",
    "fix"
    "me",
    "stu"
    "b",
    "place"
    "holder",
    "xx"
    "x",
    "ha"
    "ck"};
const std::string not_there = std::string("not ") + "implemented";

// Places that exist on one machine only; tests and CI may write below the temporary directory.
const std::array<std::string, 4> private_places = {
    "/wo"
    "rk/",
    "/ro"
    "ot/",
    "/ho"
    "me/",
    "../sha"
    "red"};

std::string lower_case(std::string_view text) {
    std::string lower(text);
    std::ranges::transform(lower, lower.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return lower;
}

Breaches word_breaches(const Tree& tree) {
    Breaches breaches;
    for (const TreeFile& file : tree) {
        const std::vector<std::string> lines = lines_of(lower_case(file.text));
        for (std::size_t i = 0; i < lines.size(); ++i) {
            for (const std::string& word : unfinished) {
                if (has_word(lines[i], word)) breaches.push_back(place(file, i) + "says " + word);
            }
            if (has_word(lines[i], not_there)) breaches.push_back(place(file, i) + "says " + not_there);
            for (const std::string& where : private_places) {
                if (lines[i].find(where) != std::string::npos)
                    breaches.push_back(place(file, i) + "names " + where);
            }
        }
    }
    return breaches;
}

bool is_question(std::string_view path) {
    return path.starts_with("scenarios/") && path.ends_with(".json") &&
           !path.starts_with("scenarios/england/");
}

// A question opens with its question: it is the first key, whatever comments stand before it.
Breaches question_breaches(const Tree& tree) {
    Breaches breaches;
    for (const TreeFile& file : tree) {
        if (!is_question(file.path)) continue;
        std::string first_words;
        for (const std::string& line : lines_of(file.text)) {
            std::string squeezed = line.substr(0, line.find("//"));
            std::erase(squeezed, ' ');
            first_words += squeezed;
        }
        if (!first_words.starts_with("{\"question\":\"")) {
            breaches.push_back(file.path + " does not open with its question");
        }
    }
    return breaches;
}

// The quoted text that starts at or after `start`, past any line break that splits it in two.
std::string quoted_text(std::string_view text, std::size_t start) {
    std::string words;
    std::size_t open = text.find('"', start);
    while (open != text.npos) {
        std::size_t close = open + 1;
        while (close < text.size() && text[close] != '"') close += text[close] == '\\' ? 2 : 1;
        words += text.substr(open + 1, std::min(close, text.size()) - open - 1);
        open = text.find_first_not_of(" \n", std::min(close + 1, text.size()));
        if (open != text.npos && text[open] != '"') break;
    }
    return words;
}

// CTest runs each case by its name; it cuts a name at ";", and Catch takes one that starts with "-" for an
// option and with "~" for all others.
Breaches test_name_breaches(const Tree& tree) {
    Breaches breaches;
    const std::string opening =
        "TEST_"
        "CASE(";
    for (const TreeFile& file : tree) {
        if (!file.path.starts_with("tests/") || !is_cpp(file.path)) continue;
        for (std::size_t at = file.text.find(opening); at != file.text.npos;
             at = file.text.find(opening, at + 1)) {
            const std::string name = quoted_text(file.text, at);
            if (name.find(';') != name.npos || name.starts_with('-') || name.starts_with('~')) {
                breaches.push_back(file.path + ": CTest cannot run \"" + name + "\"");
            }
        }
    }
    return breaches;
}

TEST_CASE("nothing in the repository is unfinished by its own words or tied to one machine") {
    CHECK(word_breaches(this_repository()) == Breaches{});
}

TEST_CASE("every word of unfinished work and every private place is found, in any case") {
    for (const std::string& word : unfinished) {
        CAPTURE(word);
        CHECK(word_breaches({{"sim/engine/event.hpp", "// " + word + ": later\n"}}).size() == 1);
        CHECK(word_breaches({{"README.md", "A " + word + "\n"}}).size() == 1);
        CHECK(word_breaches({{"README.md", "A " + word + "born thing\n"}}).empty());
    }
    for (const std::string& where : private_places) {
        CAPTURE(where);
        CHECK(word_breaches({{"headroom", "cd " + where + "x\n"}}).size() == 1);
    }
    CHECK(word_breaches({{"README.md", "It is " + not_there + ".\n"}}).size() == 1);
}

TEST_CASE("every test can be run by its name") {
    CHECK(test_name_breaches(this_repository()) == Breaches{});
}

TEST_CASE("a name of a test that CTest or Catch would misread is found") {
    const auto breaches_of = [](const std::string& name) {
        return test_name_breaches({{"tests/engine/event.cpp",
                                    "TEST_"
                                    "CASE(" +
                                        name + ") {}\n"}})
            .size();
    };
    CHECK(breaches_of("\"a limit; and none\"") == 1);
    CHECK(breaches_of("\"a limit\"\n    \"; and none\"") == 1);
    CHECK(breaches_of("\"--set changes a setting\"") == 1);
    CHECK(breaches_of("\"~100 workers\"") == 1);
    CHECK(breaches_of("\"a limit, and none\", \"[a;b]\"") == 0);
}

TEST_CASE("every scenario file opens with its question") {
    CHECK(question_breaches(this_repository()) == Breaches{});
}

TEST_CASE("a scenario file that opens with anything else is found") {
    const std::string path = "scenarios/questions/limit.json";
    CHECK(question_breaches({{path, "{ \"months\": 36, \"question\": \"What?\" }"}}).size() == 1);
    CHECK(question_breaches({{path, ""}}).size() == 1);
    CHECK(question_breaches({{path, "// about limits\n{\n  \"question\": \"What?\",\n"}}).empty());
    CHECK(question_breaches({{"scenarios/england/figures.json", "{}"}}).empty());
}

}  // namespace
}  // namespace headroom::house
