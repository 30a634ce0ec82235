// Studies as researchers run them: whole, in shards, stopped, made longer.
#include <signal.h>

#include <algorithm>
#include <chrono>
#include <sstream>
#include <thread>

#include "sim/results/results_file.hpp"
#include "tests/catch.hpp"
#include "tests/command_line/program.hpp"

using namespace headroom;

namespace {

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != text.npos;
}

// Six worlds by two policies, lived in a moment.
std::string short_study(int months = 2, int points = 6) {
    return R"({"question": "What matters most?", "authority": "Rutland", "months": )" +
           std::to_string(months) +
           R"(, "settling_months": 1, "replications": 2,
        "alternatives": [{"name": "As now"}],
        "levers": {"posts.add": {"values": [20]}},
        "factors": {"work_scale": "evidence", "caseload_limit.kind": {"values": ["none", "hard"]}},
        "design": {"kind": "sobol", "points": )" +
           std::to_string(points) + "}}";
}

ProgramRun run(const TestFolder& folder, std::vector<std::string> arguments) {
    return run_program(folder.path(), arguments);
}

// The study's bytes when one process lives it without a break; the same file name, since names stand in it.
const std::string& in_one_go() {
    static const std::string bytes = [] {
        const TestFolder folder;
        write_content(folder / "study.json", short_study());
        run_program(folder.path(), {"study", "study.json", "--quiet", "--threads", "1"});
        return content_of(folder / "study.h5");
    }();
    return bytes;
}

// Until the study in that folder has put its first futures on the disk.
void wait_for_a_part(const TestFolder& folder) {
    const auto patience = std::chrono::steady_clock::now() + std::chrono::seconds(60);
    std::error_code not_yet;
    while (std::chrono::steady_clock::now() < patience) {
        for (const auto& entry : std::filesystem::directory_iterator(folder / "study.h5.parts", not_yet)) {
            if (entry.path().extension() == ".part") return;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    FAIL("no future was put on the disk");
}

}  // namespace

TEST_CASE("a study is lived, stored with its worlds and policies, and answered in a table") {
    const TestFolder folder;
    write_content(folder / "study.json", short_study());
    const ProgramRun lived = run(folder, {"study", "study.json"});
    CAPTURE(lived.out, lived.err);
    REQUIRE(lived.exit_code == 0);
    CHECK(folder.names() == std::vector<std::string>{"study.h5", "study.json"});
    CHECK(holds(lived.out, "What matters most?\n6 worlds x 2 policies x 2 futures (sobol)"));
    CHECK(holds(lived.out, "As now"));
    CHECK(holds(lived.out, "20 more posts"));
    CHECK(holds(lived.err, "study.h5"));
    const StudyResults results = read_results(folder / "study.h5");
    CHECK(results.points() == 12);
    CHECK(results.replications == 2);
    CHECK(results.period_months == 0);
    CHECK(results.design.policy_names == std::vector<std::string>{"As now", "20 more posts"});
    CHECK(results.design.moved.size() == 2);
    REQUIRE(results.design.factors.size() == 3);
    CHECK(results.design.factors[2].key == "posts.add");
    CHECK(results.design.factors[2].is_lever);
    CHECK(results.created_by == "headroom study study.json");
}

TEST_CASE("a study has the same bytes on one thread and on three") {
    const TestFolder folder;
    write_content(folder / "study.json", short_study());
    CHECK(run(folder, {"study", "study.json", "--threads", "3"}).exit_code == 0);
    REQUIRE(in_one_go().size() > 10'000);
    CHECK(content_of(folder / "study.h5") == in_one_go());
}

TEST_CASE("three shards and their merge make the same bytes as one process") {
    const TestFolder folder;
    write_content(folder / "study.json", short_study());
    for (const char* shard : {"2/3", "1/3"}) {
        const ProgramRun one = run(folder, {"study", "study.json", "--shard", shard});
        CHECK(one.exit_code == 0);
        CHECK(holds(one.err, "is finished: 4 futures"));
        CHECK(holds(one.err, "headroom merge study.h5.shards -o study.h5"));
        CHECK_FALSE(std::filesystem::exists(folder / "study.h5"));
    }
    const ProgramRun early = run(folder, {"merge", "study.h5.shards", "-o", "study.h5"});
    CHECK(early.exit_code == 75);
    CHECK(holds(early.err, "Not merged yet: 4 futures are missing"));
    CHECK_FALSE(std::filesystem::exists(folder / "study.h5"));
    CHECK(run(folder, {"study", "study.json", "--shard", "3/3"}).exit_code == 0);
    const ProgramRun merged = run(folder, {"merge", "study.h5.shards", "-o", "study.h5"});
    CAPTURE(merged.err);
    CHECK(merged.exit_code == 0);
    CHECK(holds(merged.out, "6 worlds x 2 policies x 2 futures"));
    CHECK(content_of(folder / "study.h5") == in_one_go());
    const ProgramRun again = run(folder, {"merge", "study.h5.shards", "-o", "study.h5"});
    CHECK(again.exit_code == 0);
    CHECK(holds(again.err, "holds this study already"));
    CHECK(content_of(folder / "study.h5") == in_one_go());
}

TEST_CASE("shards of different numbers may be mixed, and a damaged part is told, lived again and merged") {
    const TestFolder folder;
    write_content(folder / "study.json", short_study());
    for (const char* shard : {"1/2", "2/2", "1/3"})
        CHECK(run(folder, {"study", "study.json", "--quiet", "--shard", shard}).exit_code == 0);
    std::filesystem::remove_all(folder / "study.h5.shards/shard-1-of-3.parts");
    for (const auto& entry :
         std::filesystem::directory_iterator(folder / "study.h5.shards/shard-2-of-2.parts")) {
        if (entry.path().extension() == ".part") std::filesystem::resize_file(entry.path(), 99);
    }
    const ProgramRun damaged = run(folder, {"merge", "study.h5.shards", "-o", "study.h5"});
    CHECK(damaged.exit_code == 75);
    CHECK(holds(damaged.err, "6 futures are missing"));
    // One file or several: a slow machine keeps the futures in more than one.
    CHECK((holds(damaged.err, "part file is damaged") || holds(damaged.err, "part files are damaged")));
    const ProgramRun again = run(folder, {"study", "study.json", "--shard", "2/2"});
    CHECK(again.exit_code == 0);
    CHECK((holds(again.err, "damaged part file there is computed again") ||
           holds(again.err, "damaged part files there are computed again")));
    CHECK(run(folder, {"merge", "study.h5.shards", "-o", "study.h5"}).exit_code == 0);
    CHECK(content_of(folder / "study.h5") == in_one_go());
}

TEST_CASE("more replications than a finished study has are lived alone, and the file is that of one go") {
    const TestFolder folder, other;
    for (const TestFolder* each : {&folder, &other}) write_content(*each / "study.json", short_study());
    REQUIRE(run(folder, {"study", "study.json", "--quiet"}).exit_code == 0);
    // Stopped at once, the study is told to have those alone that are new.
    const ProgramRun none = run(folder, {"study", "study.json", "--replications", "5", "--stop-after", "0"});
    CHECK(none.exit_code == 75);
    CHECK(holds(none.err, "0 of 18 futures are finished"));
    CHECK(content_of(folder / "study.h5") == in_one_go());
    CHECK(run(folder, {"study", "study.json", "--replications", "5"}).exit_code == 0);
    CHECK(run(other, {"study", "study.json", "--replications", "5"}).exit_code == 0);
    CHECK(content_of(folder / "study.h5") == content_of(other / "study.h5"));
    CHECK(read_results(folder / "study.h5").replications == 5);
    CHECK(folder.names() == std::vector<std::string>{"study.h5", "study.json"});
}

TEST_CASE("replications may be added in shards too, beside the file that has the first of them") {
    const TestFolder folder, other;
    for (const TestFolder* each : {&folder, &other}) write_content(*each / "study.json", short_study());
    REQUIRE(run(folder, {"study", "study.json", "--quiet"}).exit_code == 0);
    for (const char* shard : {"1/2", "2/2"}) {
        const ProgramRun one = run(folder, {"study", "study.json", "--replications", "3", "--shard", shard});
        CHECK(one.exit_code == 0);
        CHECK(holds(one.err, "is finished: 3 futures"));
    }
    CHECK(run(folder, {"merge", "study.h5.shards", "-o", "study.h5"}).exit_code == 0);
    CHECK(run(other, {"study", "study.json", "--replications", "3"}).exit_code == 0);
    CHECK(content_of(folder / "study.h5") == content_of(other / "study.h5"));
}

TEST_CASE("a finished study is not lived again, and never made shorter") {
    const TestFolder folder;
    write_content(folder / "study.json", short_study());
    REQUIRE(run(folder, {"study", "study.json", "--quiet"}).exit_code == 0);
    const ProgramRun again = run(folder, {"study", "study.json"});
    CHECK(again.exit_code == 0);
    CHECK(holds(again.err, "study.h5 holds this study already: nothing is left to do."));
    CHECK(holds(again.out, "6 worlds x 2 policies"));
    const ProgramRun fewer = run(folder, {"study", "study.json", "--replications", "1"});
    CHECK(fewer.exit_code == 2);
    CHECK(holds(fewer.err, "this study with more replications (2)"));
    CHECK(content_of(folder / "study.h5") == in_one_go());
}

TEST_CASE("another study, or anything else, under the output's name is never written over") {
    const TestFolder folder;
    write_content(folder / "study.json", short_study());
    REQUIRE(run(folder, {"study", "study.json", "--quiet"}).exit_code == 0);
    const ProgramRun seeded = run(folder, {"study", "study.json", "--seed", "7"});
    CHECK(seeded.exit_code == 2);
    CHECK(holds(seeded.err, "something else (its seed is 1, not 7)"));
    const ProgramRun set = run(folder, {"study", "study.json", "--set", "hours_court=13"});
    CHECK(holds(set.err, "something else (a setting, a policy or an option of the command is another)"));
    write_content(folder / "study.json", short_study(3));
    for (const std::vector<std::string>& other :
         {std::vector<std::string>{"study", "study.json"}, {"study", "study.json", "--shard", "1/2"}}) {
        const ProgramRun refused = run(folder, other);
        CHECK(refused.exit_code == 2);
        CHECK(holds(refused.err, "study.h5 is the answer to something else"));
        CHECK(holds(refused.err, "It stays as it is"));
    }
    CHECK(content_of(folder / "study.h5") == in_one_go());
    write_content(folder / "study.h5", "my notes");
    const ProgramRun notes = run(folder, {"study", "study.json"});
    CHECK(notes.exit_code == 2);
    CHECK(holds(notes.err, "\"study.h5\", which is no study that this Headroom can read"));
    CHECK(content_of(folder / "study.h5") == "my notes");
}

TEST_CASE("work kept of another study under the same output is left alone, and told") {
    const TestFolder folder;
    write_content(folder / "study.json", short_study(2, 20'000));
    StartedProgram long_one(folder.path(), {"study", "study.json", "--quiet", "--stop-after", "0.03"});
    CHECK(long_one.wait().exit_code == 75);
    const auto parts = [&] {
        std::vector<std::string> names;
        for (const auto& entry : std::filesystem::directory_iterator(folder / "study.h5.parts"))
            names.push_back(entry.path().filename());
        std::sort(names.begin(), names.end());
        return names;
    };
    const std::vector<std::string> before = parts();
    REQUIRE(before.size() > 0);
    write_content(folder / "study.json", short_study(3, 20'000));
    const ProgramRun other = run(folder, {"study", "study.json", "--stop-after", "0"});
    CAPTURE(other.err);
    CHECK(other.exit_code == 2);
    CHECK(holds(other.err, "study.h5.parts"));
    CHECK(parts() == before);
}

TEST_CASE("what a run left that was killed when its file stood already is cleared up by the next") {
    const TestFolder folder;
    write_content(folder / "study.json", short_study());
    REQUIRE(run(folder, {"study", "study.json", "--quiet", "--shard", "1/2"}).exit_code == 0);
    REQUIRE(run(folder, {"study", "study.json", "--quiet"}).exit_code == 0);
    std::filesystem::rename(folder / "study.h5.shards/shard-1-of-2.parts", folder / "study.h5.parts");
    std::filesystem::remove_all(folder / "study.h5.shards");
    CHECK(run(folder, {"study", "study.json"}).exit_code == 0);
    CHECK(folder.names() == std::vector<std::string>{"study.h5", "study.json"});
    CHECK(content_of(folder / "study.h5") == in_one_go());
}

TEST_CASE("the printed answer is the same whether months, quarters, years or the run are kept") {
    const TestFolder folder;
    std::string answer;
    for (const std::string by : {"run", "month", "quarter", "year"}) {
        const std::string study = short_study(5, 2);
        write_content(folder / (by + ".json"), "{\"by\": \"" + by + "\", " + study.substr(1));
        const ProgramRun lived = run(folder, {"study", by + ".json", "--quiet", "-o", by + ".h5"});
        CAPTURE(by, lived.err);
        REQUIRE(lived.exit_code == 0);
        const std::string table = lived.out.substr(0, lived.out.find("What moves it"));
        if (answer.empty()) answer = table;
        CHECK(table == answer);
    }
}

TEST_CASE("a study that is stopped says how far it came, and the same command finishes it") {
    const TestFolder folder;
    write_content(folder / "study.json", short_study());
    const ProgramRun stopped = run(folder, {"study", "study.json", "--stop-after", "0"});
    CHECK(stopped.exit_code == 75);
    CHECK(holds(stopped.err, "Stopped in time: 0 of 12 futures are finished"));
    CHECK(holds(stopped.err, "The same command goes on from there: headroom study study.json"));
    CHECK(stopped.out.empty());
    CHECK(run(folder, {"study", "study.json", "--resume"}).exit_code == 0);
    CHECK(content_of(folder / "study.h5") == in_one_go());
    CHECK(folder.names() == std::vector<std::string>{"study.h5", "study.json"});
}

TEST_CASE("told to end a study exits with 75, interrupted with 130, and either goes on from where it was") {
    for (const int signal : {SIGTERM, SIGINT}) {
        const TestFolder folder;
        write_content(folder / "study.json", short_study(2, 20'000));
        StartedProgram going(folder.path(), {"study", "study.json", "--threads", "1"});
        wait_for_a_part(folder);
        going.signal(signal);
        const auto told = std::chrono::steady_clock::now();
        const ProgramRun ended = going.wait();
        CHECK(std::chrono::steady_clock::now() - told < std::chrono::seconds(10));
        CAPTURE(signal, ended.err);
        CHECK(ended.exit_code == (signal == SIGTERM ? 75 : 130));
        CHECK(holds(ended.err, signal == SIGTERM ? "Stopped in time: " : "Interrupted: "));
        CHECK(holds(ended.err, " of 40,000 futures are finished and kept in study.h5.parts"));
        const ProgramRun again = run(folder, {"study", "study.json", "--stop-after", "0"});
        CHECK(holds(again.err, "finished by an earlier run taken up from study.h5.parts"));
    }
}

TEST_CASE("one study is not carried out twice at a time, and the second says so") {
    const TestFolder folder;
    write_content(folder / "study.json", short_study(2, 20'000));
    StartedProgram first(folder.path(), {"study", "study.json", "--quiet", "--threads", "1"});
    wait_for_a_part(folder);
    const ProgramRun second = run(folder, {"study", "study.json", "--stop-after", "0"});
    first.signal(SIGTERM);
    first.wait();
    CAPTURE(second.err);
    CHECK(second.exit_code == 3);
    CHECK(holds(second.err, "study.h5"));
}

TEST_CASE("a future lived alone has the numbers that the file holds") {
    const TestFolder folder;
    write_content(folder / "study.json", short_study());
    REQUIRE(run(folder, {"study", "study.json", "--quiet"}).exit_code == 0);
    const StudyResults results = read_results(folder / "study.h5");
    for (const int point : {0, 7, 11}) {
        const ProgramRun alone =
            run(folder, {"study", "study.json", "--only-point", std::to_string(point), "--only-future", "1"});
        CAPTURE(point, alone.out);
        CHECK(alone.exit_code == 0);
        CHECK(holds(alone.out, "Point " + std::to_string(point) + " (world " + std::to_string(point / 2)));
        for (const Measure measure : {Measure::cost, Measure::unmet_per_100, Measure::caseload_mean}) {
            std::ostringstream expected;
            expected.precision(10);
            expected << "\n" << row_of(measure).name << " = " << results.at(point, 1).at(measure) << " (";
            CHECK(holds(alone.out, expected.str()));
        }
        CHECK(holds(alone.out, "work_scale = "));
        CHECK(holds(alone.out, "posts.add = 20") == (point % 2 == 1));
    }
    CHECK(content_of(folder / "study.h5") == in_one_go());
}

TEST_CASE("a study whose worlds contradict themselves is refused before it begins") {
    const TestFolder folder;
    write_content(folder / "study.json",
                  R"({"factors": {"severity_low_percent": {"values": [10, 100]}}, "months": 2})");
    for (const char* command : {"study", "check"}) {
        const ProgramRun refused = run(folder, {command, "study.json"});
        CHECK(refused.exit_code == 2);
        CHECK(holds(refused.err, "In world 1 severity_low_percent is 100."));
    }
    CHECK(folder.names() == std::vector<std::string>{"study.json"});
}
