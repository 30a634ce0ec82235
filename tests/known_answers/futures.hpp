// The questions of this folder, lived by the whole model and laid beside theory.
#pragma once

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "sim/authority/authority.hpp"
#include "sim/scenario/reader.hpp"
#include "tests/catch.hpp"
#include "tests/known_answers_engine/estimate.hpp"

namespace headroom {

// Balancing the books after every event takes long: a checked build lives a quarter of the futures, though no
// fewer than twelve, and chance may move what they say twice as far. The plain build gives the whole answer.
#ifdef HEADROOM_CHECKED
constexpr int lived_one_in = 4;
constexpr double error_factor = 2;
#else
constexpr int lived_one_in = 1;
constexpr double error_factor = 1;
#endif
constexpr int fewest_futures = 12;

inline KnownAnswer known_answer(double value, double largest_error) {
    return {value, error_factor * largest_error};
}

inline Scenario question_of(const std::string& name, int fewest = fewest_futures) {
    const Reading reading = read_question(HEADROOM_SOURCE_DIR "/tests/known_answers/" + name);
    INFO(sentences_of(reading.faults));
    REQUIRE(reading.is_good());
    Scenario scenario = reading.scenario;
    scenario.replications = std::max(fewest, scenario.replications / lived_one_in);
    return scenario;
}

// Lives all futures of a question; `note(alternative, series)` takes from each what it needs.
template <class Note>
void live(const Scenario& scenario, Note note) {
    Authority authority(scenario.settings, scenario.today, scenario.start, scenario.settling_months,
                        scenario.months);
    for (int replication = 0; replication < scenario.replications; ++replication) {
        authority.settle(scenario.seed, static_cast<std::uint32_t>(replication));
        for (std::size_t i = 0; i < scenario.alternatives.size(); ++i) {
            const Alternative& chosen = scenario.alternatives[i];
            note(i, authority.run({&chosen.settings, chosen.policies, chosen.shocks}));
        }
    }
}

// The mean of exponential work as the model keeps it: in whole minutes, rounded up to twos, at least two.
// Work of more than 2k minutes is what comes to at least 2k + 0.5 before rounding.
inline double mean_kept_minutes(double mean) {
    const double beyond_two = std::exp(-2 / mean);
    return 2 * (1 + std::exp(-0.5 / mean) * beyond_two / (1 - beyond_two));
}

inline Calendar calendar_of(const Scenario& scenario) {
    return Calendar(scenario.start, scenario.settling_months, scenario.months);
}

inline int working_days_between(const Scenario& scenario, int from_month, int to_month) {
    const Calendar calendar = calendar_of(scenario);
    return calendar.month_start(to_month) - calendar.month_start(from_month);
}

}  // namespace headroom
