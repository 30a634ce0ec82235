// A fitted authority: every future lives one member's settings, and what was asked for stays as asked.
#include <algorithm>

#include "sim/futures/authority_futures.hpp"
#include "sim/futures/inputs_digest.hpp"
#include "sim/scenario/reader.hpp"
#include "sim/study/study.hpp"
#include "tests/catch.hpp"

using namespace headroom;

namespace {

// A team of eight, in three members that differ in the hours and in one flow.
Scenario fitted_scenario() {
    const Reading reading = read_question_text("question.json", R"({"question": "?", "months": 3,
        "authority": "teaching team", "fitted": "unfitted", "settling_months": 1, "replications": 7,
        "alternatives": [{"name": "As now"}, {"name": "Longer", "settings": {"work_scale": 0.9}}]})");
    REQUIRE(reading.is_good());
    Scenario scenario = reading.scenario;
    Ensemble ensemble;
    ensemble.moved = {find_setting("work_scale"), find_setting("s47_per_referral_percent")};
    ensemble.members = {{0.5, 20}, {0.6, 30}, {0.7, 40}};
    scenario.settings = scenario.fitted_middle = ensemble.middle(scenario.settings);
    for (Alternative& alternative : scenario.alternatives) {
        const bool is_longer = alternative.name == "Longer";
        alternative.settings = scenario.settings;
        if (is_longer) alternative.settings.work_scale = 0.9;
    }
    scenario.ensemble = std::move(ensemble);
    return scenario;
}

StudyOutcome lived_on(const Scenario& scenario, int threads) {
    StudyOptions options;
    options.replications = scenario.replications;
    options.threads = threads;
    std::atomic<bool> stop = false;
    return run_study(scenario, options, stop);
}

bool same_bits(const Series& one, const Series& other) {
    return std::equal(one.values().begin(), one.values().end(), other.values().begin(), other.values().end(),
                      [](double a, double b) { return a == b || (a != a && b != b); });
}

}  // namespace

TEST_CASE("the middle of an ensemble is the median of each setting, and the rest stays") {
    const Scenario scenario = fitted_scenario();
    CHECK(scenario.settings.work_scale == 0.6);
    CHECK(scenario.settings.s47_per_referral_percent == 30);
    CHECK(scenario.settings.hours_court == Settings{}.hours_court);
}

TEST_CASE(
    "a future lives its number's member, from the first again after the last, and what was asked for stays") {
    const Scenario scenario = fitted_scenario();
    for (const std::uint32_t future : {0u, 1u, 2u, 3u, 100u}) {
        const Settings now = settings_lived(scenario, scenario.alternatives[0].settings, future);
        const Settings longer = settings_lived(scenario, scenario.alternatives[1].settings, future);
        CHECK(now.work_scale == scenario.ensemble->members[future % 3][0]);
        CHECK(longer.work_scale == 0.9);
        CHECK(longer.s47_per_referral_percent == scenario.ensemble->members[future % 3][1]);
    }
}

TEST_CASE("a fitted future is the one that its member's settings give by themselves, to the last bit") {
    const Scenario scenario = fitted_scenario();
    const StudyOutcome lived = lived_on(scenario, 2);
    for (const std::uint32_t future : {1u, 5u}) {
        Scenario plain = scenario;
        plain.ensemble.reset();
        plain.settings = settings_lived(scenario, scenario.settings, future);
        for (Alternative& alternative : plain.alternatives)
            alternative.settings = settings_lived(scenario, alternative.settings, future);
        std::atomic<bool> stop = false;
        const auto alone = AuthorityFutures(plain).live(future, stop);
        REQUIRE(alone.has_value());
        for (std::size_t way = 0; way < 2; ++way)
            CHECK(same_bits(alone->series[way], lived.replications[future].series[way]));
    }
}

TEST_CASE("fitted futures have the same bits on one thread and on three") {
    const Scenario scenario = fitted_scenario();
    const StudyOutcome one = lived_on(scenario, 1), three = lived_on(scenario, 3);
    for (std::size_t i = 0; i < one.replications.size(); ++i)
        CHECK(same_bits(one.replications[i].series[0], three.replications[i].series[0]));
}

TEST_CASE("work kept of another fit is not taken up") {
    Scenario scenario = fitted_scenario();
    const std::uint64_t before = inputs_digest(scenario, "program");
    scenario.ensemble->members[2][0] = 0.71;
    CHECK(inputs_digest(scenario, "program") != before);
    CHECK(settling_digest(scenario) != settling_digest(fitted_scenario()));
}
