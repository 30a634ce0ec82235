// `run --log` and `explain --why`, as a user types them.
#include "tests/catch.hpp"
#include "tests/command_line/program.hpp"

using namespace headroom;

namespace {

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("run --log writes one future of one alternative, and explain --why takes its numbers apart") {
    const TestFolder folder;
    write_content(folder / "limit.json", short_question());
    const ProgramRun run = run_program(folder.path(), {"run", "limit.json", "--alternative", "limit 15",
                                                       "--only-future", "3", "--log", "a.h5"});
    CAPTURE(run.err);
    REQUIRE(run.exit_code == 0);
    CHECK(folder.names() == Names{"a.h5", "limit.json"});
    CHECK(holds(run.err, "Future 3 of \"Limit 15\""));
    CHECK(holds(run.err, "headroom explain a.h5 --why children_unallocated"));
    const ProgramRun why =
        run_program(folder.path(), {"explain", "a.h5", "--why", "unmet_per_100", "--month", "2"});
    CAPTURE(why.out, why.err);
    REQUIRE(why.exit_code == 0);
    CHECK(holds(why.out, "Month 2 (May 2025)"));
    CHECK(holds(why.out, "future 3 of seed 1"));
    CHECK(holds(why.out, "add up to"));
    CHECK_FALSE(holds(why.out, "please report it"));
    CHECK(holds(why.out, "The workers behind it"));
}

TEST_CASE("a future that was written down has the numbers it has in the comparison") {
    const TestFolder folder;
    write_content(folder / "limit.json", short_question());
    REQUIRE(
        run_program(folder.path(), {"run", "limit.json", "--log", "a.h5", "--only-future", "2"}).exit_code ==
        0);
    const ProgramRun alone =
        run_program(folder.path(), {"run", "limit.json", "--only-future", "2", "--json"});
    const ProgramRun summary = run_program(folder.path(), {"summary", "a.h5", "--json"});
    const auto measures = [](const std::string& json) { return json.substr(json.find("\"alternatives\"")); };
    CHECK(summary.exit_code == 0);
    CHECK(measures(summary.out) == measures(alone.out));
}

TEST_CASE("the same future is written to the same bytes") {
    const TestFolder folder;
    write_content(folder / "limit.json", short_question());
    REQUIRE(run_program(folder.path(), {"run", "limit.json", "--log", "a.h5"}).exit_code == 0);
    REQUIRE(run_program(folder.path(), {"run", "limit.json", "--log", "b.h5", "--threads", "1"}).exit_code ==
            0);
    CHECK(content_of(folder / "a.h5") == content_of(folder / "b.h5"));
}

TEST_CASE("without a month the worst one is explained") {
    const TestFolder folder;
    write_content(folder / "limit.json", short_question());
    REQUIRE(run_program(folder.path(), {"run", "limit.json", "--log", "a.h5"}).exit_code == 0);
    CHECK(holds(run_program(folder.path(), {"explain", "a.h5", "--why", "visits_missed"}).out, "Month "));
    const ProgramRun bare = run_program(folder.path(), {"explain", "a.h5"});
    CHECK(bare.exit_code == 2);
    CHECK(holds(bare.err, "--why"));
}

TEST_CASE("results without a log are told how to make one, with the future nearest to the mean") {
    const TestFolder folder;
    write_content(folder / "limit.json", short_question());
    REQUIRE(run_program(folder.path(), {"compare", "limit.json", "--months", "2", "--against", "As now",
                                        "--no-assumptions", "--replications", "3"})
                .exit_code == 0);
    const ProgramRun why =
        run_program(folder.path(), {"explain", "limit.h5", "--why", "children_unallocated", "--month", "2"});
    CAPTURE(why.err);
    CHECK(why.exit_code == 2);
    CHECK(why.out.empty());
    const std::string command = "headroom run limit.json --months 2 --alternative 'Limit 15' --only-future ";
    CHECK(holds(why.err, command));
    CHECK(holds(why.err, "--log limit-log.h5"));
    CHECK(holds(why.err, "where it is worst"));
    const std::string future(1, why.err[why.err.find(command) + command.size()]);
    const ProgramRun run =
        run_program(folder.path(), {"run", "limit.json", "--months", "2", "--alternative", "2",
                                    "--only-future", future, "--log", "limit-log.h5"});
    CHECK(run.exit_code == 0);
    CHECK(run_program(folder.path(),
                      {"explain", "limit-log.h5", "--why", "children_unallocated", "--month", "2"})
              .exit_code == 0);
}

TEST_CASE("what cannot be explained is told with what can") {
    const TestFolder folder;
    write_content(folder / "limit.json", short_question());
    const ProgramRun unknown =
        run_program(folder.path(), {"explain", "a.h5", "--why", "children_unalocated"});
    CHECK(unknown.exit_code == 2);
    CHECK(holds(unknown.err, "Did you mean \"children_unallocated\""));
    const ProgramRun whole = run_program(folder.path(), {"explain", "a.h5", "--why", "strain"});
    CHECK(whole.exit_code == 2);
    CHECK(holds(whole.err, "unmet_per_100"));
    const ProgramRun nowhere = run_program(folder.path(), {"explain", "a.h5", "--why", "visits_missed"});
    CHECK(nowhere.exit_code == 3);
    CHECK(holds(nowhere.err, "there is no such file"));
    CHECK(run_program(folder.path(), {"explain", "--why", "visits_missed"}).exit_code == 2);
    REQUIRE(run_program(folder.path(), {"run", "limit.json", "--log", "a.h5"}).exit_code == 0);
    const ProgramRun late =
        run_program(folder.path(), {"explain", "a.h5", "--why", "visits_missed", "--month", "4"});
    CHECK(late.exit_code == 2);
    CHECK(holds(late.err, "3 months"));
    CHECK(
        run_program(folder.path(), {"explain", "a.h5", "--why", "visits_missed", "--month", "0"}).exit_code ==
        2);
}

TEST_CASE("an alternative is chosen by name or number, and one that is not there is told") {
    const TestFolder folder;
    write_content(folder / "limit.json", short_question());
    CHECK(holds(run_program(folder.path(), {"run", "limit.json", "--alternative", "2"}).out, "Limit 15"));
    const ProgramRun wrong = run_program(folder.path(), {"run", "limit.json", "--alternative", "Limit 51"});
    CHECK(wrong.exit_code == 2);
    CHECK(holds(wrong.err, "Limit 15"));
    CHECK(run_program(folder.path(), {"run", "limit.json", "--alternative", "3"}).exit_code == 2);
}

TEST_CASE("the log for vidigi is written beside, and neither where it cannot be") {
    const TestFolder folder;
    write_content(folder / "limit.json", short_question());
    REQUIRE(run_program(folder.path(), {"run", "limit.json", "--log-csv", "a.csv"}).exit_code == 0);
    CHECK(content_of(folder / "a.csv").find("entity_id,event_type,event,time") == 0);
    const ProgramRun wrong = run_program(folder.path(), {"run", "limit.json", "--log", "none/a.h5"});
    CHECK(wrong.exit_code == 3);
    CHECK(holds(wrong.err, "there is no folder"));
    CHECK(run_program(folder.path(), {"run", "limit.json", "--log", "a.h5", "-o", "b.h5"}).exit_code == 2);
}

TEST_CASE("the command for a log names the question where it lies among those that came with Headroom") {
    const TestFolder folder;
    std::filesystem::create_directories(folder / "scenarios/questions");
    write_content(folder / "scenarios/questions/limit.json", short_question());
    REQUIRE(run_program(folder.path(), {"compare", "scenarios/questions/limit.json", "--no-assumptions"})
                .exit_code == 0);
    const Names asked = {"explain", "limit.h5", "--why", "visits_missed"};
    CHECK(holds(run_program(folder.path(), asked).err, "headroom run scenarios/questions/limit.json"));
    write_content(folder / "limit.json", short_question());
    CHECK(holds(run_program(folder.path(), asked).err, "headroom run limit.json"));
}

TEST_CASE("a log is offered of the alternative that is named, by its name or number") {
    const TestFolder folder;
    write_content(folder / "limit.json", short_question());
    REQUIRE(run_program(folder.path(), {"compare", "limit.json", "--no-assumptions"}).exit_code == 0);
    for (const char* chosen : {"As now", "1"}) {
        const ProgramRun why = run_program(
            folder.path(), {"explain", "limit.h5", "--why", "children_unallocated", "--alternative", chosen});
        CAPTURE(chosen, why.err);
        CHECK(why.exit_code == 2);
        CHECK(holds(why.err, "--alternative 'As now' --only-future"));
        CHECK_FALSE(holds(why.err, "worst"));
    }
    const ProgramRun wrong = run_program(
        folder.path(), {"explain", "limit.h5", "--why", "children_unallocated", "--alternative", "Limit 51"});
    CHECK(wrong.exit_code == 2);
    CHECK(holds(wrong.err, "Did you mean \"Limit 15\"?"));
}

TEST_CASE("explain --why takes a number by its words in the answer and in the report") {
    const TestFolder folder;
    write_content(folder / "limit.json", short_question());
    REQUIRE(run_program(folder.path(), {"run", "limit.json", "--log", "a.h5"}).exit_code == 0);
    const auto why = [&](const std::string& words) {
        return run_program(folder.path(), {"explain", "a.h5", "--why", words, "--month", "2"});
    };
    for (const char* words : {"without a worker, mean", "Without a worker", "Children without a worker"}) {
        CAPTURE(words);
        CHECK(why(words).out == why("children_unallocated").out);
        CHECK(why(words).exit_code == 0);
    }
    CHECK(why("all three together").out == why("unmet_per_100").out);
    CHECK(why("visits on time, %").out == why("visits_on_time_percent").out);
    const ProgramRun whole = why("children in crisis while unserved");
    CHECK(whole.exit_code == 2);
    CHECK(holds(whole.err, "does not take \"children in crisis while unserved\" apart"));
    CHECK(holds(why("without a workr").err, "Did you mean \"without a worker\"?"));
}
