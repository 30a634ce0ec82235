// How far something may be turned before a measure leaves its bounds: a turning point for every future.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <functional>
#include <iosfwd>
#include <limits>
#include <mutex>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "sim/engine/whole_part.hpp"
#include "sim/study/parallel.hpp"
#include "sim/study/progress.hpp"

namespace headroom {

// The values that may be tried: place 0, 1, 2, ... in equal steps, the last at most `to`.
struct Scale {
    double from = 0, to = 1, step = 1;

    int last_place() const { return whole_part<int>((to - from) / step + 1e-9); }
    // As people write it: 0.7, not the 0.7000000000000001 that a sum of binary steps comes to.
    double value(int place) const;
};

// Within which the measure is to stay.
struct Bound {
    double least = -std::numeric_limits<double>::infinity();
    double most = std::numeric_limits<double>::infinity();

    bool holds(double measure) const { return measure >= least && measure <= most; }
    // How far outside it lies; below 0 inside.
    double beyond(double measure) const { return std::max(least - measure, measure - most); }
};

// The measure of one future at one place of the scale: NaN where there was nothing to measure, and where the
// model failed.
struct Trial {
    int place = 0;
    double measure = 0;
    bool has_failed = false;
};

// All that was tried of one future, ascending by place.
using Trials = std::vector<Trial>;

// Whether the measure has a value wherever this future was tried: only then can it be said where it turns.
bool has_values(const Trials& trials);

// At which end of the scale the measure stays within its bounds in more futures.
enum class GoodEnd : std::uint8_t { low, high };

// Where a future turns, counted in places from the good end: kept up to `kept` (-1: not even there), lost at
// `lost` (beyond the last place: nowhere), nothing tried between.
struct Turn {
    int kept = -1;
    int lost = 0;
    bool comes_back = false;  // within its bounds again beyond: the first loss counts
    bool is_known() const { return lost == kept + 1; }
};

// Whether a future was tried at both ends of the scale, as the first few are.
bool is_tried_along(const Trials& trials, const Scale& scale);

// By the futures that were tried along the whole scale; where as many of them keep the measure at one end as
// at the other, the end at which it is nearer to its bounds on average.
GoodEnd good_end(std::span<const Trials> futures, const Scale& scale, const Bound& bound);
Turn turn_of(const Trials& trials, const Scale& scale, const Bound& bound, GoodEnd end);

// Which of the sorted turning points the answer and its interval are made of: those of other futures need not
// be known to the last step.
struct Ranks {
    std::size_t first = 0, last = 0;  // from 0
};

// The futures whose turning point may be one of these ranks, and is not known yet.
std::vector<std::uint32_t> futures_to_refine(std::span<const Trials> futures, const Scale& scale,
                                             const Bound& bound, const Ranks& ranks);

// The places that the first few futures are tried at: both ends and three between. Far beyond its turn a
// service is so overloaded that a run takes ten times as long.
std::vector<int> first_places(const Scale& scale);
constexpr int tried_along_whole_scale = 10;

// The futures to try along the whole scale next, until so many of them have values, or none is left.
std::vector<std::uint32_t> next_along(std::span<const Trials> futures, const Scale& scale);

// The places that every future is then tried at: where the first of those turned, where the last had, and
// half way.
std::vector<int> places_near_turns(std::span<const Trials> futures, const Scale& scale, const Bound& bound);

// Halves the gap between kept and lost until it is one step: what to try next, or nothing.
std::optional<int> next_place(const Trials& trials, const Scale& scale, const Bound& bound, GoodEnd end);

void add_trial(Trials& trials, Trial trial);
bool is_tried_at(const Trials& trials, int place);

struct TurningSearch {
    Scale scale;
    Bound bound;
    Ranks ranks;
    int futures = 1;
    int threads = 0;                   // 0: all cores
    std::ostream* progress = nullptr;  // a terminal for the progress line; nullptr: none
};

struct TurningOutcome {
    std::vector<Trials> futures;  // by number
    std::vector<int> near_turns;  // the places that every future was tried at
    bool interrupted = false;
};

// Calls work(number) for all numbers, each once, on all threads; counts them on the progress line. Each
// thread has a `make_work()` of its own to call.
template <class MakeWork>
void try_each(const std::vector<std::uint32_t>& numbers, const TurningSearch& search, std::atomic<bool>& stop,
              MakeWork make_work) {
    std::atomic<std::size_t> next = 0;
    std::mutex line;
    std::optional<ProgressLine> progress;
    if (search.progress != nullptr) progress.emplace(*search.progress, static_cast<int>(numbers.size()), 0);
    int done = 0;
    on_every_thread(search.threads > 0 ? search.threads : all_threads(), [&] {
        auto work = make_work();
        for (std::size_t index = next++; index < numbers.size() && !stop; index = next++) {
            work(numbers[index]);
            const std::lock_guard hold(line);
            if (progress) progress->show(++done);
        }
    });
}

// One search on its way.
template <class MakeTrials>
class TurningSteps {
public:
    TurningSteps(const TurningSearch& search, MakeTrials& make_trials, std::atomic<bool>& stop)
        : search_(search), make_trials_(make_trials), stop_(stop) {
        outcome_.futures.resize(static_cast<std::size_t>(search.futures));
    }

    TurningOutcome outcome() {
        try_few_along_scale();
        outcome_.near_turns = places_near_turns(outcome_.futures, search_.scale, search_.bound);
        if (!stop_) try_all_near_turns();
        if (!stop_) refine();
        outcome_.interrupted = stop_;
        return std::move(outcome_);
    }

private:
    void look(auto& trials, std::uint32_t number, int place) {
        Trials& future = outcome_.futures[number];
        if (is_tried_at(future, place) || stop_) return;
        const std::optional<double> measure = trials.measure(number, search_.scale.value(place));
        constexpr double none = std::numeric_limits<double>::quiet_NaN();
        add_trial(future, {place, measure.value_or(none), !measure.has_value()});
    }

    void look_at(const std::vector<std::uint32_t>& numbers, const std::vector<int>& places) {
        try_each(numbers, search_, stop_, [&] {
            return [&, trials = make_trials_()](std::uint32_t number) mutable {
                for (const int place : places) look(trials, number, place);
            };
        });
    }

    void try_few_along_scale() {
        const auto next = [&] { return next_along(outcome_.futures, search_.scale); };
        for (auto few = next(); !few.empty() && !stop_; few = next())
            look_at(few, first_places(search_.scale));
    }

    void try_all_near_turns() {
        std::vector<std::uint32_t> all(outcome_.futures.size());
        for (std::uint32_t number = 0; number < all.size(); ++number) all[number] = number;
        look_at(all, outcome_.near_turns);
    }

    void refine(auto& trials, std::uint32_t number, GoodEnd end) {
        const Trials& future = outcome_.futures[number];
        while (const auto place = next_place(future, search_.scale, search_.bound, end)) {
            if (stop_) return;
            look(trials, number, *place);
        }
    }

    // Again where a future on the way turned out to have no value, so that others matter.
    void refine() {
        const GoodEnd end = good_end(outcome_.futures, search_.scale, search_.bound);
        const auto open = [&] {
            return futures_to_refine(outcome_.futures, search_.scale, search_.bound, search_.ranks);
        };
        for (auto numbers = open(); !numbers.empty() && !stop_; numbers = open()) {
            try_each(numbers, search_, stop_, [&] {
                return [&, trials = make_trials_()](std::uint32_t number) mutable {
                    refine(trials, number, end);
                };
            });
        }
    }

    const TurningSearch& search_;
    MakeTrials& make_trials_;
    std::atomic<bool>& stop_;
    TurningOutcome outcome_;
};

// Finds where futures turn. With the same families and people at every value (common random numbers) each
// future has a turning point of its own, so that the value kept in nine futures of ten is their lowest tenth:
// no noise is left to search through. A few futures are tried along the whole scale, all of them near where
// those turned, and the ones that matter are bisected. The alternative, a root search on noisy shares
// (Waeber, Frazier and Henderson, Bisection search with noisy responses, SIAM J. Control and Optimization 51,
// 2013), would throw that pairing away. `make_trials()` gives each thread an object with `measure(future,
// value)`, NaN where there is nothing to measure and nothing where the model fails: such futures are left
// out, and others tried in their place. Same bits on any number of threads.
template <class MakeTrials>
TurningOutcome find_turning_points(const TurningSearch& search, MakeTrials make_trials,
                                   std::atomic<bool>& stop) {
    return TurningSteps<MakeTrials>(search, make_trials, stop).outcome();
}

}  // namespace headroom
