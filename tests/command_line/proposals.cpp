// A command that the program proposes runs as it stands.
#include <sstream>

#include "tests/catch.hpp"
#include "tests/command_line/program.hpp"

using namespace headroom;

namespace {

// The words of a command as a shell takes them apart.
std::vector<std::string> words_of(const std::string& command) {
    std::vector<std::string> words;
    bool is_word = false;
    char quote = '\0';
    for (std::size_t i = 0; i < command.size(); ++i) {
        const bool escaped = quote == '\0' && command[i] == '\\' && i + 1 < command.size();
        const char letter = command[escaped ? ++i : i];
        if (escaped) {
            if (!is_word) words.emplace_back();
            is_word = true;
            words.back() += letter;
        } else if (quote != '\0' ? letter == quote : letter == '\'' || letter == '"') {
            quote = quote == '\0' ? letter : '\0';
            if (!is_word) words.emplace_back();
            is_word = true;
        } else if (letter == ' ' && quote == '\0') {
            is_word = false;
        } else {
            if (!is_word) words.emplace_back();
            is_word = true;
            words.back() += letter;
        }
    }
    return words;
}

// Every command of these that a text proposes, to the end of its line.
std::vector<std::vector<std::string>> proposed_in(const std::string& text, const std::string& command) {
    std::vector<std::vector<std::string>> all;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        const std::size_t at = line.find("headroom " + command + " ");
        if (at == line.npos) continue;
        all.push_back(words_of(line.substr(at)));
        all.back().erase(all.back().begin());
    }
    return all;
}

void check_that_all_run(const TestFolder& folder, const std::string& text, const std::string& command) {
    const std::vector<std::vector<std::string>> all = proposed_in(text, command);
    CAPTURE(text, command);
    REQUIRE_FALSE(all.empty());
    for (const std::vector<std::string>& words : all) {
        const ProgramRun run = run_program(folder.path(), words);
        CAPTURE(words, run.err);
        CHECK(run.exit_code == 0);
    }
}

std::string question_of(int months) {
    return R"({"authority": "teaching team", "settling_months": 0, "replications": 2, "months": )" +
           std::to_string(months) +
           R"(, "alternatives": [{"name": "As now"}, {"name": "One more, o'clock", "policy": {"posts": {"add": 1}}}]})";
}

constexpr const char* study = R"({"authority": "teaching team", "months": 1, "settling_months": 0,
    "levers": {"caseload_limit.children": {"values": [15, 18]}}, "factors": {"work_scale": {"from": 0.6, "to": 0.8}},
    "design": {"kind": "latin_hypercube", "points": 8}, "replications": 1})";

}  // namespace

TEST_CASE("what run --log proposes to ask of the log can be asked, however short or long the run") {
    for (const int months : {1, 2, 13}) {
        const TestFolder folder;
        write_content(folder / "ours.json", question_of(months));
        const ProgramRun run = run_program(folder.path(), {"run", "ours.json", "--log", "a log.h5"});
        REQUIRE(run.exit_code == 0);
        check_that_all_run(folder, run.err, "explain");
    }
}

TEST_CASE("what explain proposes for a file without a log, or without a question, can be run") {
    const TestFolder folder;
    write_content(folder / "ours.json", question_of(2));
    REQUIRE(run_program(folder.path(), {"compare", "ours.json", "--quiet"}).exit_code == 0);
    const ProgramRun why =
        run_program(folder.path(), {"explain", "ours.h5", "--why", "unmet_per_100", "--month", "2"});
    check_that_all_run(folder, why.err, "run");
    check_that_all_run(folder, why.err, "explain");
    const std::string asked = run_program(folder.path(), {"explain", "ours-log.h5"}).err;
    CAPTURE(asked);
    const std::string command = asked.substr(0, asked.find(" tells"));
    check_that_all_run(folder, command.substr(command.find("headroom explain")), "explain");
}

TEST_CASE("what a study proposes to ask of its results can be asked") {
    const TestFolder folder;
    write_content(folder / "st.json", study);
    const ProgramRun run = run_program(folder.path(), {"study", "st.json"});
    REQUIRE(run.exit_code == 0);
    for (const std::string command : {"sensitivity", "discover", "frontier"})
        check_that_all_run(folder, run.out, command);
    check_that_all_run(folder, run_program(folder.path(), {"compare", "st.json"}).err, "study");
}
