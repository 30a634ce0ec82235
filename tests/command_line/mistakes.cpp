// What a user may get wrong, and what the program says to it.
#include "tests/catch.hpp"
#include "tests/command_line/program.hpp"

using namespace headroom;

namespace {

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != text.npos;
}

}  // namespace

TEST_CASE("an unknown command is told with the nearest one") {
    const TestFolder folder;
    const ProgramRun run = run_program(folder.path(), {"comapre", "a.json"});
    CHECK(run.exit_code == 2);
    CHECK(holds(run.err, "There is no command \"comapre\""));
    CHECK(holds(run.err, "compare"));
    CHECK(run.out.empty());
}

TEST_CASE("an unknown option is told with the nearest one") {
    const TestFolder folder;
    const ProgramRun run = run_program(folder.path(), {"compare", "a.json", "--monts", "3"});
    CHECK(run.exit_code == 2);
    CHECK(holds(run.err, "no option \"--monts\""));
    CHECK(holds(run.err, "--months"));
}

TEST_CASE("the program alone shows its commands and counts as a mistake") {
    const TestFolder folder;
    const ProgramRun run = run_program(folder.path(), {});
    CHECK(run.exit_code == 2);
    for (const char* command :
         {"compare", "run", "summary", "report", "authorities", "explain", "check", "schema"}) {
        CHECK(holds(run.err, command));
    }
}

TEST_CASE("help and version are answers") {
    const TestFolder folder;
    const ProgramRun help = run_program(folder.path(), {"compare", "--help"});
    CHECK(help.exit_code == 0);
    CHECK(holds(help.out, "--replications"));
    const ProgramRun version = run_program(folder.path(), {"--version"});
    CHECK(version.exit_code == 0);
    CHECK(holds(version.out, "headroom "));
}

TEST_CASE("a missing question, a folder and an empty file are the input's fault, each in a sentence") {
    const TestFolder folder;
    write_content(folder / "empty.json", "");
    for (const std::string file : {"missing.json", ".", "empty.json"}) {
        const ProgramRun run = run_program(folder.path(), {"compare", file});
        CAPTURE(file, run.err);
        CHECK(run.exit_code == 2);
        CHECK(holds(run.err, file));
        CHECK(run.out.empty());
    }
    CHECK(run_program(folder.path(), {"compare"}).exit_code == 2);
}

TEST_CASE("numbers that are none, or out of their range, are told with what would be right") {
    const TestFolder folder;
    write_content(folder / "question.json", short_question());
    const std::vector<std::vector<std::string>> wrong = {
        {"--months", "ten"},  {"--months", "-3"},         {"--months", "nan"},        {"--months", "1e999"},
        {"--seed", "-1"},     {"--replications", "0"},    {"--replications", "2.5"},  {"--threads", "0"},
        {"--threads", "x"},   {"--set", "no_such_key=1"}, {"--set", "weeks_to_hire"}, {"--only-future", "-1"},
        {"--precision", "0"}, {"--precision", "fine"}};
    for (const std::vector<std::string>& option : wrong) {
        const ProgramRun run =
            run_program(folder.path(), {"compare", "question.json", option[0] + "=" + option[1]});
        CAPTURE(option[0], option[1], run.err);
        CHECK(run.exit_code == 2);
        CHECK(holds(run.err, option[0]));
        CHECK(holds(run.err, "but should be"));
    }
    CHECK(folder.names() == std::vector<std::string>{"question.json"});
}

TEST_CASE("a precision without futures that are added is told to have no use") {
    const TestFolder folder;
    write_content(folder / "question.json", short_question());
    const ProgramRun run = run_program(folder.path(), {"compare", "question.json", "--precision", "0.2"});
    CHECK(run.exit_code == 2);
    CHECK(holds(run.err, "--replications auto"));
    CHECK(folder.names() == std::vector<std::string>{"question.json"});
}

TEST_CASE("an unknown authority is told with the nearest names") {
    const TestFolder folder;
    write_content(folder / "question.json", short_question());
    const ProgramRun run = run_program(folder.path(), {"compare", "question.json", "--authority", "Leedz"});
    CHECK(run.exit_code == 2);
    CHECK(holds(run.err, "Leeds"));
}

TEST_CASE("an authority that is named by nothing is refused in a sentence") {
    const TestFolder folder;
    write_content(folder / "question.json", short_question());
    const ProgramRun run = run_program(folder.path(), {"compare", "question.json", "--authority", ""});
    CHECK(run.exit_code == 2);
    CHECK(holds(run.err, "--authority is given an empty word"));
    CHECK(folder.names() == std::vector<std::string>{"question.json"});
}

TEST_CASE("check says what is missing from a question that compares nothing") {
    const TestFolder folder;
    write_content(folder / "empty.json", "{}");
    write_content(folder / "alone.json",
                  "{\"question\": \"Why?\", \"alternatives\": [{\"name\": \"As now\"}]}");
    write_content(folder / "steps.json", "{\"question\": \"Why?\", \"steps\": {\"posts.add\": [0, 10]}}");
    const ProgramRun empty = run_program(folder.path(), {"check", "empty.json"});
    CHECK(empty.exit_code == 0);
    CHECK(holds(empty.out,
                "compares nothing yet: missing are \"question\" (what is asked) and a second of the "
                "\"alternatives\""));
    const ProgramRun alone = run_program(folder.path(), {"check", "alone.json"});
    CHECK(holds(alone.out, "compares nothing yet: missing is a second of the \"alternatives\""));
    CHECK(holds(alone.out, "\"As now\" alone"));
    CHECK_FALSE(holds(run_program(folder.path(), {"check", "steps.json"}).out, "compares nothing"));
}

TEST_CASE("an alternative to compare with that is none is told with the nearest") {
    const TestFolder folder;
    write_content(folder / "question.json", short_question());
    const ProgramRun run = run_program(folder.path(), {"compare", "question.json", "--against", "Limit 1"});
    CHECK(run.exit_code == 2);
    CHECK(holds(run.err, "Did you mean \"Limit 15\"?"));
}

TEST_CASE("an output that cannot be written is told before the run") {
    const TestFolder folder;
    write_content(folder / "question.json", short_question());
    for (const std::string output : {"no/such/folder/a.h5", ".", "/proc/a.h5", "question.json/a.h5"}) {
        const ProgramRun run = run_program(
            folder.path(), {"compare", "question.json", "--replications", "100000", "-o", output});
        CAPTURE(output, run.err);
        CHECK(run.exit_code == 3);
        CHECK(holds(run.err, output));
    }
    const ProgramRun run = run_program(
        folder.path(), {"compare", "question.json", "--replications", "100000", "--report", "/proc/a.html"});
    CHECK(run.exit_code == 3);
    CHECK(folder.names() == std::vector<std::string>{"question.json"});
}

TEST_CASE("a file that is not a results file is told in a sentence") {
    const TestFolder folder;
    write_content(folder / "a.h5", "not HDF5");
    for (const std::string command : {"summary", "report"}) {
        const ProgramRun run = run_program(folder.path(), {command, "a.h5"});
        CHECK(run.exit_code == 3);
        CHECK(holds(run.err, "a.h5"));
        CHECK(run_program(folder.path(), {command, "missing.h5"}).exit_code == 3);
    }
    CHECK(folder.names() == std::vector<std::string>{"a.h5"});
}

TEST_CASE("a future beyond any that a question may ask for is refused, not looked for in all of memory") {
    const TestFolder folder;
    write_content(folder / "limit.json", short_question());
    const ProgramRun run = run_program(folder.path(), {"run", "limit.json", "--only-future", "999999999"});
    CHECK(run.exit_code == 2);
    CHECK(run.err.find("--only-future") != std::string::npos);
}
