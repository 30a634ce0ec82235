// What bash completes is what the program knows, and it does so as a user would see it.
#include <algorithm>
#include <sstream>

#include "apps/command_line/command_line.hpp"
#include "sim/places/figures.hpp"
#include "tests/catch.hpp"
#include "tests/command_line/program.hpp"

using namespace headroom;

namespace {

using Words = std::vector<std::string>;

// A bash that was given what `headroom completion` prints, asked for many words at once.
class Bash {
public:
    Bash() { write_content(folder_ / "headroom", run_program(folder_.path(), {"completion"}).out); }

    // As if each line had been typed and Tab pressed at its end; what is offered for it, one line each. Words
    // are apart by one space, as bash takes a line apart.
    std::vector<Words> offers(const Words& lines) const {
        std::string script = "set -eu\nsource headroom\n";
        for (const std::string& line : lines) {
            script += "COMP_WORDS=(" + line + ")\nCOMP_CWORD=$((${#COMP_WORDS[@]} - 1))\nCOMPREPLY=()\n" +
                      "_headroom\nprintf '%s\\n' \"${COMPREPLY[@]}\" ''\n";
        }
        write_content(folder_ / "ask", script);
        const std::string command = "cd '" + folder_.path().string() + "' && bash --norc ask >out 2>err";
        REQUIRE(std::system(command.c_str()) == 0);
        CHECK(content_of(folder_ / "err").empty());
        std::vector<Words> all(1);
        std::istringstream out(content_of(folder_ / "out"));
        for (std::string line; std::getline(out, line);) {
            if (line.empty()) {
                all.emplace_back();
            } else {
                all.back().push_back(line);
            }
        }
        all.pop_back();
        return all;
    }
    Words offer(const std::string& line) const { return offers({line}).front(); }

private:
    TestFolder folder_;
};

bool has(const Words& words, const std::string& word) {
    return std::ranges::find(words, word) != words.end();
}

}  // namespace

TEST_CASE("bash completes every command and every option that the program knows, and no hidden one") {
    const Bash bash;
    const std::vector<OfferedOption> known = offered_options();
    Words lines{"headroom ''"};
    for (const OfferedOption& option : known) lines.push_back("headroom " + option.command + " -");
    const std::vector<Words> offered = bash.offers(lines);
    REQUIRE(offered.size() == known.size() + 1);
    int seen = 0;
    for (std::size_t i = 0; i < known.size(); ++i) {
        CAPTURE(known[i].command, known[i].name);
        CHECK(has(offered.front(), known[i].command));
        for (const std::string& spelling : known[i].spellings) {
            CHECK(has(offered[i + 1], spelling) == !known[i].is_hidden);
            ++seen;
        }
    }
    CHECK(seen > 100);
    CHECK(has(offered.front(), "--version"));
    CHECK(bash.offer("headroom comp") == Words{"compare", "completion"});
    CHECK(bash.offer("headroom compare --auth") == Words{"--authority"});
}

TEST_CASE(
    "bash completes every authority by its beginning, in any case, with blanks, quotes or backslashes") {
    const Bash bash;
    const Words names = bash.offer("headroom compare --authority ''");
    const PublishedFigures published = PublishedFigures::built_in();
    for (const PublishedPlace& place : published.authorities()) CHECK(has(names, place.name));
    CHECK(has(names, "typical"));
    CHECK(has(names, "teaching team"));
    const Words bath{"Bath and North East Somerset"};
    // Words as they come from bash: with the quotes and backslashes that were typed.
    for (const std::string typed : {"Bath", "bATH", "'\"Bath and'", "'Bath\\ and\\ N'"}) {
        CAPTURE(typed);
        CHECK(bash.offer("headroom run scenarios/a.json --authority " + typed) == bath);
        CHECK(bash.offer("headroom calibrate --authority = " + typed) == bath);
        CHECK(bash.offer("headroom authorities " + typed) == bath);
    }
}

TEST_CASE("where a file or a number is wanted bash is offered no command, option or authority") {
    const Bash bash;
    for (const OfferedOption& option : offered_options()) {
        if (option.is_flag || option.stands_alone || option.name == "--authority") continue;
        CAPTURE(option.command, option.name);
        CHECK(bash.offer("headroom " + option.command + " " + option.name + " ''").empty());
    }
    CHECK(bash.offer("headroom compare ''").empty());
    CHECK(bash.offer("headroom nonsense --").empty());
}
