// `headroom backtest` as its users meet it.
#include <signal.h>

#include <chrono>
#include <thread>

#include "analysis/scoring/backtest_rows.hpp"
#include "tests/catch.hpp"
#include "tests/command_line/program.hpp"

using namespace headroom;

namespace {

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != text.npos;
}

ProgramRun test_back(const TestFolder& folder, std::vector<std::string> more) {
    std::vector<std::string> words = {"backtest", "--members", "10"};
    words.insert(words.end(), more.begin(), more.end());
    return run_program(folder.path(), words);
}

// Until a file of that name stands in the folder, a minute at most.
bool comes_about(const std::filesystem::path& file) {
    for (int i = 0; i < 6000 && !std::filesystem::exists(file); ++i)
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    return std::filesystem::exists(file);
}

}  // namespace

TEST_CASE("a back-test lays forecasts beside what came and both rivals, and writes a table and a picture") {
    const TestFolder folder;
    const ProgramRun run = test_back(folder, {"--authority", "rutland", "--score", "2022"});
    CAPTURE(run.err);
    REQUIRE(run.exit_code == 0);
    for (const char* part :
         {"back-test of Rutland", "March 2021", "staff: to September 2022", "caseload, children",
          "last year's", "weights", "CRPS", "in-need plans started", "By CRPS the model beats"})
        CHECK(holds(run.out, part));
    CHECK(holds(run.err, "The scores are in rutland-backtest.csv"));
    const std::string table = content_of(folder / "rutland-backtest.csv");
    const std::string picture = content_of(folder / "rutland-backtest.svg");
    CHECK(holds(picture, "<svg"));
    CHECK(holds(picture, ">caseload</text>"));
    CHECK_FALSE(holds(picture, ">in-need plans started</text>"));  // no rival forecasts it
    const std::vector<ForecastRow> rows = rows_from(table);
    CHECK(rows.size() > 60);
    CHECK(rows_text(rows) == table);
    for (const ForecastRow& row : rows) {
        CHECK(row.year == 2022);
        CHECK(row.score.low_80 <= row.score.low_50);
        CHECK(row.score.high_50 <= row.score.high_80);
    }
    CHECK(folder.names() == std::vector<std::string>{"rutland-backtest.csv", "rutland-backtest.svg"});
}

TEST_CASE("a back-test is the same on one thread and on three") {
    const TestFolder folder;
    const std::vector<std::string> words = {"--authority", "Rutland", "--score", "2022", "--quiet"};
    for (const std::string threads : {"1", "3"}) {
        std::vector<std::string> more = words;
        more.insert(more.end(), {"--threads", threads, "-o", threads + ".csv"});
        const ProgramRun run = test_back(folder, more);
        CHECK(run.exit_code == 0);
        CHECK(run.err.empty());
    }
    CHECK(content_of(folder / "1.csv") == content_of(folder / "3.csv"));
    CHECK(content_of(folder / "1.svg") == content_of(folder / "3.svg"));
}

TEST_CASE("an interrupted back-test keeps the authorities that are done, and ends with the same bytes") {
    const TestFolder folder;
    const std::vector<std::string> words = {
        "backtest",         "--members", "10",   "--authority", "Rutland", "--authority",
        "Bracknell Forest", "--score",   "2022", "-o",          "two.csv"};
    StartedProgram started(folder.path(), words);
    REQUIRE(comes_about(folder / "two.csv.parts/E06000017.csv"));
    started.signal(SIGINT);
    const ProgramRun stopped = started.wait();
    CAPTURE(stopped.err);
    CHECK(stopped.exit_code == 130);
    CHECK(holds(stopped.err, "1 of 2 authorities are done and kept in two.csv.parts"));
    CHECK(holds(stopped.err, "headroom backtest --members 10"));
    // Half of what is kept counts as nothing.
    const std::string kept = content_of(folder / "two.csv.parts/E06000017.csv");
    write_content(folder / "two.csv.parts/E06000017.csv", kept.substr(0, kept.size() / 2));
    REQUIRE(run_program(folder.path(), words).exit_code == 0);
    std::vector<std::string> whole = words;
    whole.back() = "whole.csv";
    REQUIRE(run_program(folder.path(), whole).exit_code == 0);
    CHECK(content_of(folder / "two.csv") == content_of(folder / "whole.csv"));
    CHECK(folder.names() == std::vector<std::string>{"two.csv", "two.svg", "whole.csv", "whole.svg"});
}

TEST_CASE("what an interrupted back-test kept is taken up by the same one only") {
    const TestFolder folder;
    const std::vector<std::string> words = {
        "backtest",         "--members", "10",   "--authority", "Rutland", "--authority",
        "Bracknell Forest", "--score",   "2022", "-o",          "two.csv"};
    StartedProgram started(folder.path(), words);
    REQUIRE(comes_about(folder / "two.csv.parts/E06000017.csv"));
    started.signal(SIGINT);
    CHECK(started.wait().exit_code == 130);
    const auto other_seed = [&](const std::string& output) {
        return test_back(
            folder, {"--authority", "Rutland", "--score", "2022", "--seed", "2", "--quiet", "-o", output});
    };
    REQUIRE(other_seed("two.csv").exit_code == 0);
    REQUIRE(other_seed("fresh.csv").exit_code == 0);
    CHECK(content_of(folder / "two.csv") == content_of(folder / "fresh.csv"));
}

TEST_CASE("a back-test that cannot be done is refused in a sentence, and writes nothing") {
    const TestFolder folder;
    struct Mistake {
        std::vector<std::string> words;
        std::string told;
    };
    for (const Mistake& mistake :
         {Mistake{{"--authority", "Rutlandia"}, "Rutland"},
          Mistake{{"--authority", "typical"}, "own past figures"},
          Mistake{{"--authority", "teaching team"}, "own past figures"},
          Mistake{{"--authority", "Cumberland"}, "by March 2021"},
          Mistake{{"--authority", "Rutland", "--fit-to", "2016"}, "from 2018 to 2023"},
          Mistake{{"--authority", "Rutland", "--fit-to", "soon"}, "--fit-to"},
          Mistake{{"--authority", "Rutland", "--score", "2021"}, "from 2022 to 2024"},
          Mistake{{"--authority", "Rutland", "--score", "2022,2025"}, "from 2022 to 2024"},
          Mistake{{"--authority", "Rutland", "--score", ","}, "such as 2022,2023"},
          Mistake{{"--authority", "Rutland", "--members", "9"}, "--members"}}) {
        const ProgramRun run = test_back(folder, mistake.words);
        CAPTURE(mistake.words, run.err);
        CHECK(run.exit_code == 2);
        CHECK(holds(run.err, mistake.told));
    }
    CHECK(folder.names().empty());
}

TEST_CASE("a picture that Headroom did not draw is not replaced") {
    const TestFolder folder;
    write_content(folder / "ours.svg", "<svg>mine</svg>");
    const ProgramRun run = test_back(folder, {"--authority", "Rutland", "-o", "ours.csv"});
    CHECK(run.exit_code == 2);
    CHECK(holds(run.err, "ours.svg"));
    CHECK(folder.names() == std::vector<std::string>{"ours.svg"});
}
