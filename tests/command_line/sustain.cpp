// What `headroom sustain` answers, and what it says of a search that cannot be made.
#include <signal.h>

#include <chrono>
#include <nlohmann/json.hpp>
#include <thread>

#include "sim/measures/measure.hpp"
#include "tests/catch.hpp"
#include "tests/command_line/program.hpp"

using namespace headroom;

namespace {

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != text.npos;
}

std::string without_breaks(std::string text) {
    for (char& c : text) c = c == '\n' ? ' ' : c;
    return text;
}

}  // namespace

// In one or two months many measures have no value in most futures: no post is filled, no enquiry ends.
TEST_CASE(
    "sustain asked for any measure that may have no value answers or says why it cannot, in a run of one "
    "month") {
    const TestFolder folder;
    write_content(folder / "one.json",
                  R"({"authority": "teaching team", "months": 1, "settling_months": 0})");
    int answered = 0, refused = 0;
    for (const MeasureRow& row : measure_rows()) {
        // Of the others each has a value in every future.
        if (row.kind != MeasureKind::ratio && row.kind != MeasureKind::whole) continue;
        const ProgramRun run =
            run_program(folder.path(), {"sustain", "one.json", "--measure", std::string(row.name),
                                        "--at-most", "5", "--vary", "posts.add", "--from", "0", "--to", "1",
                                        "--replications", "10", "--json"});
        CAPTURE(row.name, run.out, run.err);
        CHECK((run.exit_code == 0 || run.exit_code == 2));
        CHECK(run.out.empty() == (run.exit_code == 2));
        if (run.exit_code == 2) CHECK(holds(run.err, "of 10 futures"));
        CHECK_FALSE(holds(run.out + run.err, "our fault"));
        CHECK_FALSE(holds(run.out, "nan"));
        ++(run.exit_code == 2 ? refused : answered);
    }
    CHECK(answered > 0);
    CHECK(refused > 0);
}

TEST_CASE("sustain answers from the command line, the same on any number of threads") {
    const TestFolder folder;
    write_content(folder / "limit.json", short_question());
    std::vector<std::string> words = {
        "sustain",   "limit.json", "--alternative",  "Limit 15",  "--measure",   "children_unallocated",
        "--at-most", "60",         "--vary",         "posts.add", "--from",      "-20",
        "--to",      "40",         "--replications", "12",        "--authority", "Rutland",
        "--threads", "1"};
    const ProgramRun one = run_program(folder.path(), words);
    CAPTURE(one.err);
    REQUIRE(one.exit_code == 0);
    CHECK(holds(one.out, "Limit 15"));
    CHECK(holds(one.out, "kept in futures of 12"));
    words.back() = "2";
    CHECK(run_program(folder.path(), words).out == one.out);
    words.push_back("--json");
    CHECK(run_program(folder.path(), words).out.front() == '{');
    CHECK(folder.names() == std::vector<std::string>{"limit.json"});
}

TEST_CASE("sustain without a question asks it of today's policy") {
    const TestFolder folder;
    const ProgramRun run = run_program(
        folder.path(), {"sustain", "--measure", "visits on time", "--at-least", "50", "--vary", "work_scale",
                        "--authority", "Rutland", "--months", "2", "--replications", "10"});
    CAPTURE(run.err);
    CHECK(run.exit_code == 0);
    CHECK(holds(without_breaks(run.out), "at least 50 % of visits on time"));
}

TEST_CASE("a search that is interrupted says how to start again, and nothing is kept") {
    const TestFolder folder;
    StartedProgram started(folder.path(), {"sustain", "--measure", "unmet_per_100", "--at-most", "20",
                                           "--vary", "referrals", "--replications", "100000"});
    std::this_thread::sleep_for(std::chrono::seconds(2));
    started.signal(SIGINT);
    const ProgramRun run = started.wait();
    CHECK(run.exit_code == 130);
    CHECK(holds(run.err, "To start again: headroom sustain --measure unmet_per_100"));
    CHECK(run.out.empty());
    CHECK(folder.names().empty());
}

TEST_CASE("what is wrong with a search is told at once, with the nearest names") {
    const TestFolder folder;
    write_content(folder / "limit.json", short_question());
    const ProgramRun run =
        run_program(folder.path(), {"sustain", "limit.json", "--measure", "children_unalocated", "--vary",
                                    "post.add", "--alternative", "Limit 14"});
    CHECK(run.exit_code == 2);
    CHECK(holds(run.err, "children_unallocated"));
    CHECK(holds(run.err, "posts.add"));
    CHECK(holds(run.err, "Limit 15"));
    CHECK(holds(run.err, "--at-most is not given, nor --at-least"));
    CHECK(holds(run.err, "--replications is 4"));
    const ProgramRun word =
        run_program(folder.path(), {"sustain", "--measure", "wait_days_histogram", "--vary",
                                    "caseload_limit.overflow", "--at-most", "1"});
    CHECK(holds(word.err, "which is a spread"));
    CHECK(holds(word.err, "which is no number"));
}

TEST_CASE(
    "by posts sustain shows what a caseload does, with where we stand, the same on one thread and two") {
    const TestFolder folder;
    std::vector<std::string> words = {"sustain",   "--authority",    "Rutland",    "--months",  "3",
                                      "--measure", "visits on time", "--at-least", "101",       "--vary",
                                      "posts.add", "--replications", "10",         "--threads", "1"};
    const ProgramRun one = run_program(folder.path(), words);
    CAPTURE(one.out, one.err);
    REQUIRE(one.exit_code == 0);
    CHECK(one.out.find("Where we stand on \u201cvisits on time, %\u201d: as now") == 0);
    CHECK(holds(one.out, "The best is"));
    CHECK(holds(one.out, "What a caseload does here"));
    CHECK(holds(one.out, "as now: you are here"));
    words.back() = "2";
    CHECK(run_program(folder.path(), words).out == one.out);
    words.push_back("--json");
    const auto json = nlohmann::json::parse(run_program(folder.path(), words).out);
    CHECK(json["curve"].size() >= 5);
    CHECK(json["today_kept_in"] == 0);
}
