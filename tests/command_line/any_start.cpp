// A question that starts within a month, and a run that is told to end in the middle.
#include <signal.h>

#include <chrono>
#include <thread>

#include "tests/catch.hpp"
#include "tests/command_line/program.hpp"

using namespace headroom;

namespace {

bool says(const std::string& text, const std::string& part) {
    return text.find(part) != text.npos;
}

std::string from_the_middle(const std::string& start) {
    return R"({ "question": "From the middle of a month", "authority": "teaching team", "start": ")" + start +
           R"(", "months": 2, "settling_months": 1, "replications": 3, "alternatives": [ { "name": "As now" },
               { "name": "Limit 15", "policy": { "caseload_limit": { "kind": "hard", "children": 15 } } } ] })";
}

}  // namespace

TEST_CASE("from 15 April the terminal, the report and the JSON say that the first month is 15 to 30 April") {
    const TestFolder folder;
    write_content(folder / "q.json", from_the_middle("2025-04-15"));
    CHECK(run_program(folder.path(), {"check", "q.json"}).exit_code == 0);
    const ProgramRun compared = run_program(folder.path(), {"compare", "q.json", "--quiet"});
    CAPTURE(compared.err, compared.out);
    REQUIRE(compared.exit_code == 0);
    CHECK(says(compared.out, "2 months from 15 April 2025 (the first only to 30 April 2025)"));
    CHECK(run_program(folder.path(), {"summary", "q.h5"}).out == compared.out);
    const std::string report = content_of(folder / "q.html");
    CHECK(says(report, "15 to 30 April 2025"));
    CHECK(says(report, "20 working days"));
    const ProgramRun as_json = run_program(folder.path(), {"summary", "q.h5", "--json"});
    CHECK(says(as_json.out, "\"share_of_month\": 0.5"));
    CHECK(says(as_json.out, "\"to\": \"2025-04-30\""));
}

TEST_CASE("from 1 April nothing is said of a part of a month") {
    const TestFolder folder;
    write_content(folder / "q.json", from_the_middle("2025-04-01"));
    const ProgramRun compared = run_program(folder.path(), {"compare", "q.json", "--quiet"});
    REQUIRE(compared.exit_code == 0);
    CHECK_FALSE(says(compared.out, "the first only to"));
    CHECK_FALSE(says(content_of(folder / "q.html"), "starts within a month"));
}

TEST_CASE("a log from the middle of a month is explained by the part of the month") {
    const TestFolder folder;
    write_content(folder / "q.json", from_the_middle("2025-04-29"));
    const ProgramRun run = run_program(folder.path(), {"run", "q.json", "--log", "log.h5", "--quiet"});
    CAPTURE(run.err);
    REQUIRE(run.exit_code == 0);
    const ProgramRun why =
        run_program(folder.path(), {"explain", "log.h5", "--why", "unmet_hours", "--month", "1"});
    CAPTURE(why.err);
    CHECK(why.exit_code == 0);
    CHECK(says(why.out, "Month 1 (29 to 30 April 2025)"));
}

TEST_CASE("a single long future hears within a second or two that it is to end") {
    const TestFolder folder;
    write_content(folder / "long.json", R"({ "question": "For ever", "authority": "typical", "months": 600,
        "settling_months": 120, "replications": 1, "alternatives": [ { "name": "As now" } ] })");
    for (const int signal : {SIGTERM, SIGINT}) {
        StartedProgram program(folder.path(), {"run", "long.json", "--only-future", "0", "--threads", "1"});
        std::this_thread::sleep_for(std::chrono::milliseconds(700));
        program.signal(signal);
        const auto asked = std::chrono::steady_clock::now();
        const ProgramRun run = program.wait();
        CHECK(run.exit_code == 130);
        CHECK(std::chrono::steady_clock::now() - asked < std::chrono::seconds(5));
    }
}
