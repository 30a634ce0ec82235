// The same question gives the same bytes, whatever the machine was doing.
#include "sim/study/study.hpp"

#include <cstring>

#include "sim/scenario/reader.hpp"
#include "tests/catch.hpp"
#include "tests/command_line/program.hpp"

using namespace headroom;

namespace {

using Names = std::vector<std::string>;

// The bytes of a results file made with these options.
std::string bytes_with(const Names& options) {
    const TestFolder folder;
    write_content(folder / "limit.json", short_question());
    Names words = {"compare", "limit.json"};
    words.insert(words.end(), options.begin(), options.end());
    const ProgramRun run = run_program(folder.path(), words);
    REQUIRE(run.exit_code == 0);
    return content_of(folder / "limit.h5");
}

Scenario scenario_of(const std::string& text) {
    Reading reading = read_question_text("question", text);
    REQUIRE(reading.is_good());
    return reading.scenario;
}

std::vector<Replication> lived(const Scenario& scenario, int threads = 2) {
    std::atomic<bool> stop = false;
    StudyOptions options;
    options.replications = scenario.replications;
    options.threads = threads;
    StudyOutcome outcome = run_study(scenario, options, stop);
    REQUIRE(outcome.broken().empty());
    return std::move(outcome.replications);
}

bool are_same_bits(const Series& one, const Series& other) {
    return one.values().size() == other.values().size() &&
           std::memcmp(one.values().data(), other.values().data(), one.values().size_bytes()) == 0;
}

}  // namespace

TEST_CASE("a results file is the same bytes on one thread, two and five, and when run again") {
    const std::string on_one = bytes_with({"--threads", "1"});
    CHECK(bytes_with({"--threads", "2"}) == on_one);
    CHECK(bytes_with({"--threads", "5"}) == on_one);
    CHECK(bytes_with({"--threads", "5"}) == on_one);
}

TEST_CASE("two alternatives that decide the same have the same future to the last bit") {
    const Scenario scenario = scenario_of(
        R"({"months": 12, "replications": 3, "alternatives": [
            {"name": "A", "policy": {"caseload_limit": {"kind": "hard", "children": 15}}},
            {"name": "B", "policy": {"caseload_limit": {"kind": "hard", "children": 12}}},
            {"name": "A again", "policy": {"caseload_limit": {"kind": "hard", "children": 15}}}]})");
    for (const Replication& replication : lived(scenario)) {
        CHECK(are_same_bits(replication.series[0], replication.series[2]));
        CHECK_FALSE(are_same_bits(replication.series[0], replication.series[1]));
    }
}

TEST_CASE("a future depends on its seed and number alone, not on which others are lived") {
    Scenario scenario = scenario_of(short_question());
    const auto four = lived(scenario, 1);
    scenario.replications = 7;
    const auto seven = lived(scenario, 2);
    for (std::size_t i = 0; i < four.size(); ++i) {
        for (std::size_t a = 0; a < four[i].series.size(); ++a) {
            CHECK(are_same_bits(four[i].series[a], seven[i].series[a]));
        }
    }
    CHECK_FALSE(are_same_bits(seven[0].series[0], seven[1].series[0]));
    scenario.seed = 2;
    CHECK_FALSE(are_same_bits(lived(scenario)[0].series[0], seven[0].series[0]));
}

TEST_CASE("an alternative's future does not depend on which others stand beside it") {
    Scenario scenario = scenario_of(short_question());
    const auto both = lived(scenario);
    std::swap(scenario.alternatives[0], scenario.alternatives[1]);
    const auto swapped = lived(scenario);
    for (std::size_t i = 0; i < both.size(); ++i) {
        CHECK(are_same_bits(both[i].series[0], swapped[i].series[1]));
        CHECK(are_same_bits(both[i].series[1], swapped[i].series[0]));
    }
}
