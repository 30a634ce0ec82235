// What the commands print and write when all is well.
#include <chrono>

#include "tests/catch.hpp"
#include "tests/command_line/program.hpp"

using namespace headroom;

namespace {

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != text.npos;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE(
    "compare prints the answer, and writes results and report into the current folder, named after the "
    "question") {
    const TestFolder folder;
    std::filesystem::create_directory(folder / "questions");
    write_content(folder / "questions/limit.json", short_question());
    const ProgramRun run = run_program(folder.path(), {"compare", "questions/limit.json"});
    CAPTURE(run.err);
    REQUIRE(run.exit_code == 0);
    CHECK(folder.names() == Names{"limit.h5", "limit.html", "questions"});
    CHECK(holds(run.out, "Limit 15"));
    CHECK(holds(run.err, "limit.h5"));
}

TEST_CASE("summary and report tell from the results file alone what compare told") {
    const TestFolder folder;
    write_content(folder / "limit.json", short_question());
    const ProgramRun compared = run_program(folder.path(), {"compare", "limit.json", "--quiet"});
    REQUIRE(compared.exit_code == 0);
    CHECK(compared.err.empty());
    CHECK(run_program(folder.path(), {"summary", "limit.h5"}).out == compared.out);
    const std::string page = content_of(folder / "limit.html");
    REQUIRE(run_program(folder.path(), {"report", "limit.h5", "-o", "again.html"}).exit_code == 0);
    CHECK(content_of(folder / "again.html") == page);
}

TEST_CASE("the answer as JSON and as comma-separated values comes on standard output alone") {
    const TestFolder folder;
    write_content(folder / "limit.json", short_question());
    const ProgramRun as_json = run_program(folder.path(), {"compare", "limit.json", "--json"});
    REQUIRE(as_json.exit_code == 0);
    CHECK(as_json.out.front() == '{');
    CHECK(run_program(folder.path(), {"summary", "limit.h5", "--json"}).out == as_json.out);
    const ProgramRun as_csv = run_program(folder.path(), {"summary", "limit.h5", "--csv"});
    CHECK(as_csv.exit_code == 0);
    CHECK(holds(as_csv.out, ","));
}

TEST_CASE("the command line overrides the question's authority, months, futures, seed and settings") {
    const TestFolder folder;
    write_content(folder / "limit.json", short_question());
    const ProgramRun plain = run_program(folder.path(), {"compare", "limit.json"});
    const std::vector<Names> overrides = {{"--authority", "Leeds"},
                                          {"--months", "4"},
                                          {"--replications", "5"},
                                          {"--seed", "2"},
                                          {"--set", "hours_screening=3"}};
    for (const Names& option : overrides) {
        const ProgramRun run = run_program(folder.path(), {"compare", "limit.json", option[0], option[1]});
        CAPTURE(option[0], run.err);
        CHECK(run.exit_code == 0);
        CHECK(run.out != plain.out);
    }
}

TEST_CASE("futures are added until they are precise enough, to the same answer on any number of threads") {
    const TestFolder folder;
    write_content(folder / "limit.json", short_question());
    const Names automatic = {"compare", "limit.json", "--replications", "auto", "--precision", "3"};
    const ProgramRun run = run_program(folder.path(), automatic);
    CAPTURE(run.err);
    REQUIRE(run.exit_code == 0);
    CHECK(holds(run.out, "sufficed"));
    const std::string bytes = content_of(folder / "limit.h5");
    Names on_one = automatic;
    on_one.insert(on_one.end(), {"--threads", "1"});
    REQUIRE(run_program(folder.path(), on_one).exit_code == 0);
    CHECK(content_of(folder / "limit.h5") == bytes);
    CHECK(run_program(folder.path(), {"summary", "limit.h5"}).out == run.out);
}

TEST_CASE("a question may leave the number of futures open, and the command line may settle it") {
    const TestFolder folder;
    std::string open = short_question();
    open.replace(open.find("\"replications\": 4"), 17, "\"replications\": \"auto\"");
    write_content(folder / "limit.json", open);
    CHECK(holds(run_program(folder.path(), {"check", "limit.json"}).out, "as many futures as it takes"));
    CHECK(
        holds(run_program(folder.path(), {"compare", "limit.json", "--replications", "5"}).out, "5 futures"));
    CHECK(holds(run_program(folder.path(), {"run", "limit.json", "--precision", "100"}).out, "20 futures"));
}

TEST_CASE("the answer for another authority has a name of its own") {
    const TestFolder folder;
    write_content(folder / "limit.json", short_question());
    REQUIRE(run_program(folder.path(), {"compare", "limit.json"}).exit_code == 0);
    REQUIRE(run_program(folder.path(), {"compare", "limit.json", "--authority", "bristol"}).exit_code == 0);
    for (const char* file :
         {"limit.h5", "limit.html", "limit-bristol-city-of.h5", "limit-bristol-city-of.html"}) {
        CAPTURE(file);
        CHECK(std::filesystem::exists(folder / file));
    }
}

TEST_CASE("options may stand before the question, and a setting takes one word") {
    const TestFolder folder;
    write_content(folder / "limit.json", short_question());
    const ProgramRun run = run_program(folder.path(), {"compare", "--set", "hours_screening=3", "--set",
                                                       "weeks_to_hire=10", "--months", "2", "limit.json"});
    CAPTURE(run.err);
    CHECK(run.exit_code == 0);
    CHECK(run_program(folder.path(), {"compare", "--months", "-3", "limit.json"}).err.find("is -3") !=
          std::string::npos);
}

TEST_CASE("run lives the first alternative alone, and writes files only where they are named") {
    const TestFolder folder;
    write_content(folder / "limit.json", short_question());
    const ProgramRun run = run_program(folder.path(), {"run", "limit.json"});
    REQUIRE(run.exit_code == 0);
    CHECK(holds(run.out, "As now"));
    CHECK_FALSE(holds(run.out, "Limit 15"));
    CHECK(folder.names() == Names{"limit.json"});
    REQUIRE(
        run_program(folder.path(), {"run", "limit.json", "-o", "now.h5", "--report", "now.html"}).exit_code ==
        0);
    CHECK(folder.names() == Names{"limit.json", "now.h5", "now.html"});
}

TEST_CASE("one future can be looked at alone, and writes nothing") {
    const TestFolder folder;
    write_content(folder / "limit.json", short_question());
    const ProgramRun run = run_program(folder.path(), {"compare", "limit.json", "--only-future", "3"});
    CHECK(run.exit_code == 0);
    CHECK(folder.names() == Names{"limit.json"});
}

TEST_CASE("authorities lists those whose name or region holds the text") {
    const TestFolder folder;
    const ProgramRun all = run_program(folder.path(), {"authorities"});
    CHECK(all.exit_code == 0);
    CHECK(std::count(all.out.begin(), all.out.end(), '\n') > 140);
    const ProgramRun leeds = run_program(folder.path(), {"authorities", "leeds"});
    CHECK(std::count(leeds.out.begin(), leeds.out.end(), '\n') == 1);
    CHECK(leeds.out.find("Leeds") == 0);
    CHECK(run_program(folder.path(), {"authorities", "leeds", "--json"})
              .out.find("[\n  {\"name\": \"Leeds\"") == 0);
    CHECK(run_program(folder.path(), {"authorities", "Leedz"}).exit_code == 2);
}

TEST_CASE("an answer that cannot be printed is told, and the results stand") {
    const TestFolder folder;
    write_content(folder / "limit.json", short_question());
    const ProgramRun run = StartedProgram(folder.path(), {"compare", "limit.json"}, "/dev/full").wait();
    CHECK(run.exit_code == 3);
    CHECK(holds(run.err, "standard output"));
    CHECK(folder.names() == Names{"limit.h5", "limit.html", "limit.json"});
}

TEST_CASE(
    "the option --no-assumptions, which scripts may still say, changes nothing and is offered to nobody") {
    const TestFolder folder;
    write_content(folder / "limit.json", short_question());
    const Names plain = {"compare", "limit.json", "--quiet", "--months", "1", "--replications", "3"};
    const ProgramRun compared = run_program(folder.path(), plain);
    REQUIRE(compared.exit_code == 0);
    const std::string file = content_of(folder / "limit.h5");
    Names with = plain;
    with.push_back("--no-assumptions");
    CHECK(run_program(folder.path(), with).out == compared.out);
    CHECK(content_of(folder / "limit.h5") == file);
    CHECK_FALSE(holds(run_program(folder.path(), {"compare", "--help"}).out, "assumptions"));
    CHECK(folder.names() == Names{"limit.h5", "limit.html", "limit.json"});
}

TEST_CASE("explain knows the rows of the answer by their words, and what stands below a key") {
    const TestFolder folder;
    const auto explained = [&](const std::string& words) {
        return run_program(folder.path(), {"explain", words}).out;
    };
    CHECK(holds(explained("worker stretched"), "unmet_per_100_stretched"));
    CHECK(holds(explained("Average child's caseload"), "caseload_case_weighted"));
    CHECK(holds(explained("visits on time"), "visits_on_time_percent"));
    CHECK(holds(explained("vacancies, %"), "vacancy_percent"));
    CHECK(holds(explained("strain"), "strain"));
    CHECK(holds(explained("shocks"), "shocks.inadequate_judgement"));
    const ProgramRun near = run_program(folder.path(), {"explain", "worker streched"});
    CHECK(near.exit_code == 2);
    CHECK(holds(near.err, "Did you mean \"worker stretched\"?"));
}

TEST_CASE("explain knows the numbers of the report's first pages, those of two measures too") {
    const TestFolder folder;
    const auto explained = [&](const std::string& words) {
        const ProgramRun run = run_program(folder.path(), {"explain", words});
        CAPTURE(words, run.err);
        CHECK(run.exit_code == 0);
        return run.out;
    };
    CHECK(holds(explained("without a worker, mean"), "children_unallocated"));
    CHECK(holds(explained("Children without a worker"), "children_unallocated"));
    CHECK(holds(explained("Staff cost"), "measure\ncost"));
    CHECK(holds(explained("Vacant posts"), "vacancy_percent"));
    CHECK(holds(explained("Vacan\u00adcies, %"), "vacancy_percent"));
    CHECK(holds(explained("Agency, %"), "agency_percent"));
    CHECK_FALSE(holds(explained("agency"), "in the report"));
    CHECK(holds(explained("workers with more than 20 children"), "workers_over_20_percent"));
    const std::string crisis = explained("children in crisis while unserved");
    CHECK(holds(crisis, "1000 times the first of these measures, divided by the second"));
    CHECK(crisis.find("escalations_unserved") < crisis.find("\nreferrals"));
    CHECK(holds(run_program(folder.path(), {"explain", "children in crisys while unserved"}).err,
                "Did you mean \"children in crisis while unserved\"?"));
}

TEST_CASE("every label of the report's first page is known to explain") {
    const TestFolder folder;
    write_content(folder / "limit.json", short_question());
    REQUIRE(run_program(folder.path(), {"compare", "limit.json", "--no-assumptions"}).exit_code == 0);
    const std::string page = content_of(folder / "limit.html");
    for (const char* label :
         {"Waiting for a worker", "Worker stretched", "Turned away", "All three", "Children without a worker",
          "Mean caseload", "Agency, %", "Staff cost, \u00a3 million", "Unmet hours of every 100 planned"}) {
        CAPTURE(label);
        CHECK(holds(page, label));
        CHECK(run_program(folder.path(), {"explain", label}).exit_code == 0);
    }
}

TEST_CASE("the answer compares with the alternative that --against names, in the file as well") {
    const TestFolder folder;
    write_content(folder / "limit.json", short_question());
    const ProgramRun run =
        run_program(folder.path(), {"compare", "limit.json", "--against", "Limit 15", "--quiet"});
    REQUIRE(run.exit_code == 0);
    CHECK(holds(run.out, "As now, compared with Limit 15"));
    CHECK(run_program(folder.path(), {"summary", "limit.h5"}).out == run.out);
}
