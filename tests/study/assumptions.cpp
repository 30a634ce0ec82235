// Which assumptions the answer rests on: how the futures are shared out, and what is lived again.
#include "sim/study/assumptions.hpp"

#include <cmath>
#include <numeric>

#include "sim/scenario/reader.hpp"
#include "sim/scenario/turned.hpp"
#include "sim/study/study.hpp"
#include "tests/catch.hpp"

using namespace headroom;

namespace {

int futures_of(const std::vector<AssumptionRound>& rounds) {
    int futures = 0;
    for (const AssumptionRound& round : rounds) futures += 2 * static_cast<int>(round.kept) * round.futures;
    return futures;
}

// Two months of the smallest authority, where a limit of 8 is felt at once.
Scenario short_scenario(const std::string& authority = "Rutland") {
    const std::string text = R"({"question": "?", "authority": ")" + authority + R"(", "months": 2,
        "replications": 100, "alternatives": [{"name": "As now"}, {"name": "Limit 8", "policy":
            {"caseload_limit": {"kind": "hard", "children": 8}}}]})";
    const Reading reading = read_question_text("question.json", text);
    REQUIRE(reading.is_good());
    return reading.scenario;
}

const RoundStore nowhere = [](int, const std::string&) { return nullptr; };

AssumptionStudy tried(const Scenario& scenario, int threads, const RoundStore& store = nowhere) {
    StudyOptions options;
    options.replications = scenario.replications;
    options.threads = threads;
    std::atomic<bool> stop = false;
    const StudyOutcome lived = run_study(scenario, options, stop);
    return try_assumptions(scenario, lived.replications, options, store, stop);
}

bool same(const AssumptionStudy& a, const AssumptionStudy& b) {
    if (a.moved.size() != b.moved.size()) return false;
    for (std::size_t i = 0; i < a.moved.size(); ++i) {
        if (a.moved[i].unmet_per_100 != b.moved[i].unmet_per_100) return false;
    }
    return true;
}

const Moved& end_of(const AssumptionStudy& study, std::string_view key, double value) {
    for (const Moved& moved : study.moved) {
        if (moved.range->key == key && moved.value == value) return moved;
    }
    FAIL("not tried: " << key);
    return study.moved.front();
}

}  // namespace

TEST_CASE("trying the assumptions never takes more futures than the comparison itself") {
    for (const std::size_t assumptions : {1u, 3u, 5u, 29u, 60u}) {
        for (int budget = 0; budget <= 2000; budget += 7) {
            CAPTURE(assumptions, budget);
            const auto rounds = assumption_rounds(assumptions, budget);
            CHECK(futures_of(rounds) <= budget);
            if (budget < 2 * static_cast<int>(assumptions)) CHECK(rounds.empty());
            int at_an_end = 0;
            for (const AssumptionRound& round : rounds) at_an_end += round.futures;
            if (!rounds.empty()) CHECK(at_an_end >= fewest_at_an_end);
            for (std::size_t i = 1; i < rounds.size(); ++i) CHECK(rounds[i].kept <= rounds[i - 1].kept);
        }
    }
}

TEST_CASE("100 futures are the fewest that name what matters among 37 assumptions") {
    CHECK(assumption_rounds(37, 99).empty());
    CHECK(assumption_rounds(37, 100).size() == 3);
}

TEST_CASE("with a hundred futures the five that matter most are lived in several, at both ends") {
    const auto rounds = assumption_rounds(37, 100);
    REQUIRE(rounds.size() == 3);
    CHECK(rounds[0].kept == 37);
    CHECK(rounds[2].kept == assumptions_named);
    CHECK(rounds[0].futures + rounds[1].futures + rounds[2].futures >= 3);
    CHECK(futures_of(rounds) >= 90);
}

TEST_CASE("a moved assumption holds today and in every alternative that does not set it itself") {
    Scenario scenario = short_scenario();
    scenario.alternatives[1].settings.weeks_to_hire = 9;
    Scenario varied = scenario;
    set_everywhere(varied, &Settings::weeks_to_hire, 30);
    CHECK(varied.settings.weeks_to_hire == 30);
    CHECK(varied.alternatives[0].settings.weeks_to_hire == 30);
    CHECK(varied.alternatives[1].settings.weeks_to_hire == 9);
    set_everywhere(varied, &Settings::weeks_to_hire, scenario.settings.weeks_to_hire);
    CHECK(varied.settings == scenario.settings);
}

TEST_CASE("the assumptions give the same bits on one thread and on three") {
    const Scenario scenario = short_scenario();
    const AssumptionStudy once = tried(scenario, 1);
    REQUIRE(once.moved.size() == 2 * evidence_ranges().size());
    CHECK(same(once, tried(scenario, 3)));
}

TEST_CASE("what a policy does not touch moves nothing, and heavier work leaves more need unmet") {
    const Scenario scenario = short_scenario("Stockport");
    const AssumptionStudy study = tried(scenario, 2);
    // Pay holds nobody where no supplement is paid.
    CHECK(end_of(study, "pay_to_leaving", 0).unmet_per_100 ==
          end_of(study, "pay_to_leaving", 2).unmet_per_100);
    const std::vector<double>& light = end_of(study, "work_scale", 0.56).unmet_per_100;
    const std::vector<double>& heavy = end_of(study, "work_scale", 0.76).unmet_per_100;
    REQUIRE(light.size() == heavy.size());
    CHECK(std::accumulate(heavy.begin(), heavy.end(), 0.0) >
          std::accumulate(light.begin(), light.end(), 0.0));
}

TEST_CASE("an assumption at the value it has anyway leaves every future as it was, to the last bit") {
    const Scenario scenario = short_scenario();
    REQUIRE(scenario.settings.casework_share == 0.76);
    StudyOptions options;
    options.replications = 1;
    std::atomic<bool> stop = false;
    const StudyOutcome lived = run_study(scenario, options, stop);
    const AssumptionStudy study = tried(scenario, 2);
    const std::vector<double>& same_again = end_of(study, "casework_share", 0.76).unmet_per_100;
    REQUIRE(same_again.size() >= 2);
    for (std::size_t i = 0; i < 2; ++i)
        CHECK(same_again[i] == lived.replications[0].series[i].over_run(Measure::unmet_per_100));
}

TEST_CASE("too few futures try nothing rather than half of it") {
    Scenario scenario = short_scenario();
    scenario.replications = 99;
    CHECK(tried(scenario, 2).moved.empty());
}

TEST_CASE("every round keeps its work under a name of its own, and an interrupted one says so") {
    const Scenario scenario = short_scenario();
    std::vector<std::string> works;
    const auto study = tried(scenario, 2, [&](int round, const std::string& work) {
        CHECK(round == static_cast<int>(works.size()) + 1);
        works.push_back(work);
        return nullptr;
    });
    CHECK_FALSE(study.interrupted);
    REQUIRE_FALSE(works.empty());
    CHECK(works[0].find("work_scale 0.76") != std::string::npos);

    StudyOptions options;
    options.replications = scenario.replications;
    std::atomic<bool> stop = false;
    const StudyOutcome lived = run_study(scenario, options, stop);
    const auto stop_at_once = [&](int, const std::string&) -> PartStore* {
        stop = true;
        return nullptr;
    };
    CHECK(try_assumptions(scenario, lived.replications, options, stop_at_once, stop).interrupted);
}
