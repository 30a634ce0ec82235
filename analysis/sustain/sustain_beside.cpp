#include "analysis/sustain/sustain_beside.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "sim/futures/authority_trials.hpp"

namespace headroom {

namespace {

// Enough for a curve: its points share the futures, so that what is left between them is the posts.
constexpr int futures_of_curve = 20;
constexpr std::array<int, 7> curve_percents = {-20, -10, 0, 10, 20, 30, 40};

std::vector<std::uint32_t> first_numbers(int count) {
    std::vector<std::uint32_t> numbers(static_cast<std::size_t>(std::max(count, 0)));
    std::iota(numbers.begin(), numbers.end(), 0u);
    return numbers;
}

// The same futures at one value; without one, as the alternative stands.
FuturesAt run_at(const SustainQuestion& question, std::optional<double> value, int futures,
                 std::atomic<bool>& stop) {
    FuturesAt at;
    at.value = value.value_or(0);
    at.futures.resize(static_cast<std::size_t>(futures));
    try_each(first_numbers(futures), question.search, stop, [&] {
        return [&, trials = AuthorityTrials(*question.scenario, {*question.alternative, *question.dial},
                                            question.measure, stop)](std::uint32_t number) mutable {
            const std::optional<Series> series = trials.series(number, value);
            if (series) at.futures[number] = future_at(*series, question.measure);
        };
    });
    return at;
}

// Of the places that a few futures were tried at, all of them, the one at which the most are within the
// bounds; of several, the one at which the measure is nearest to them on average.
double best_tried(const SustainQuestion& question, const TurningOutcome& outcome) {
    const Scale& scale = question.search.scale;
    const Bound& bound = question.search.bound;
    int best = 0, most_kept = -1;
    double least_beyond = 0;
    for (const int place : first_places(scale)) {
        int kept = 0;
        double beyond = 0;
        for (const Trials& trials : outcome.futures) {
            if (!is_tried_along(trials, scale)) continue;
            for (const Trial& trial : trials) {
                if (trial.place != place) continue;
                kept += bound.holds(trial.measure);
                beyond += bound.beyond(trial.measure);
            }
        }
        if (kept < most_kept || (kept == most_kept && beyond >= least_beyond)) continue;
        best = place, most_kept = kept, least_beyond = beyond;
    }
    return scale.value(best);
}

// The posts along the curve, with those found among them.
std::vector<double> posts_along(const SustainQuestion& question, const std::optional<FuturesAt>& found) {
    const double now = posts_now(question);
    const double posts = question.scenario->settings.case_holders_fte;
    std::vector<double> along;
    for (const int percent : curve_percents) along.push_back(now + std::round(posts * percent / 100));
    if (found) along.push_back(found->value);
    std::sort(along.begin(), along.end());
    along.erase(std::unique(along.begin(), along.end()), along.end());
    return along;
}

}  // namespace

double posts_now(const SustainQuestion& question) {
    return question.alternative->policies.front().policy.posts.add;
}

BesideToday look_beside(const SustainQuestion& question, const SustainAnswer& answer,
                        const TurningOutcome& outcome, std::atomic<bool>& stop) {
    const int futures = question.search.futures;
    BesideToday beside{run_at(question, std::nullopt, futures, stop), std::nullopt, {}};
    const bool is_posts = question.dial->key == "posts.add";
    if (is_posts) beside.today.value = posts_now(question);
    if (answer.finding == SustainAnswer::Finding::turns)
        beside.found = run_at(question, answer.value, futures, stop);
    if (answer.finding == SustainAnswer::Finding::never)
        beside.found = run_at(question, best_tried(question, outcome), futures, stop);
    if (!is_posts) return beside;
    for (const double posts : posts_along(question, beside.found)) {
        if (beside.found && posts == beside.found->value) {
            beside.curve.push_back(*beside.found);
        } else if (posts == beside.today.value) {
            beside.curve.push_back(beside.today);
        } else {
            beside.curve.push_back(run_at(question, posts, std::min(futures, futures_of_curve), stop));
        }
    }
    return beside;
}

}  // namespace headroom
