// An empty word, as a shell leaves it for a variable that is not set, is never taken for no option at all.
#include "apps/command_line/command_line.hpp"
#include "tests/catch.hpp"
#include "tests/command_line/program.hpp"

using namespace headroom;

namespace {

using Words = std::vector<std::string>;

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != text.npos;
}

// Words by themselves and options that the command cannot do without, all but one, with anything.
Words call_without(const OfferedOption& left_out) {
    Words words{left_out.command};
    for (const OfferedOption& option : offered_options()) {
        const bool is_other = option.command == left_out.command && option.name != left_out.name;
        if (!is_other || !option.is_required) continue;
        if (!option.stands_alone) words.push_back(option.name);
        words.emplace_back("x");
    }
    return words;
}

}  // namespace

TEST_CASE(
    "nothing, or nothing but blanks, behind any option or in the place of any word is refused by its name") {
    const TestFolder folder;
    int tried = 0;
    for (const OfferedOption& option : offered_options()) {
        if (option.is_flag) continue;
        for (const std::string blank : {"", " ", "\t \n"}) {
            Words words = call_without(option);
            if (!option.stands_alone) words.push_back(option.name);
            words.insert(option.stands_alone ? words.begin() + 1 : words.end(), blank);
            const ProgramRun run = run_program(folder.path(), words);
            CAPTURE(option.command, option.name, blank, run.err);
            CHECK(run.exit_code == 2);
            CHECK(holds(run.err, option.name));
            CHECK(run.out.empty());
            CHECK((holds(run.err, "empty word") || holds(run.err, "missing")));
            ++tried;
        }
    }
    CHECK(tried > 100);
    CHECK(folder.names().empty());
}

TEST_CASE("an option with an equals sign and nothing behind it is refused by its name") {
    const TestFolder folder;
    for (const OfferedOption& option : offered_options()) {
        if (option.is_flag || !option.name.starts_with("--")) continue;
        Words words = call_without(option);
        words.push_back(option.name + "=");
        const ProgramRun run = run_program(folder.path(), words);
        CAPTURE(option.command, option.name, run.err);
        CHECK(run.exit_code == 2);
        CHECK(holds(run.err, option.name));
    }
    CHECK(folder.names().empty());
}

TEST_CASE("a flag is given or not: a value that is neither is refused by the flag's name") {
    const TestFolder folder;
    for (const OfferedOption& option : offered_options()) {
        if (!option.is_flag || !option.name.starts_with("--")) continue;
        for (const std::string value : {"maybe", ""}) {
            Words words = call_without(option);
            words.push_back(option.name + "=" + value);
            const ProgramRun run = run_program(folder.path(), words);
            CAPTURE(option.command, option.name, value, run.err);
            CHECK(run.exit_code == 2);
            CHECK(holds(run.err, option.name + " stands alone"));
        }
    }
    CHECK(folder.names().empty());
}
