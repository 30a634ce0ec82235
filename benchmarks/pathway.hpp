#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "benchmarks/erlang.hpp"
#include "benchmarks/run_totals.hpp"
#include "sim/engine/draws.hpp"
#include "sim/engine/event_queue.hpp"
#include "sim/engine/ring.hpp"

namespace headroom {

constexpr double days_per_year = 365;

// A service in miniature: families arrive, wait for a worker with a free place, are visited at a constant
// interval, are closed, and some return. Days are the unit; first arrivals are at random.
struct PathwaySettings {
    int workers = 200;
    int places_per_worker = 16;
    double first_arrivals_per_year = 7'500;
    double mean_stay_days = 120;
    double visit_interval_days = 20;
    double share_returning = 0.22;
    double mean_days_to_return = 180;
    double years = 10;
    double settling_years = 0;  // events before this are run but waits before it are not counted
};

// First arrivals and returns together come to the workers as often as episodes end, and wait as they would in
// a queue with as many servers as places, whatever the path back (J. R. Jackson, Operations Research 5,
// 1957).
inline double steady_mean_wait(const PathwaySettings& settings) {
    const double arrivals_per_day =
        settings.first_arrivals_per_year / days_per_year / (1 - settings.share_returning);
    return erlang_c_mean_wait(settings.workers * settings.places_per_worker, arrivals_per_day,
                              1 / settings.mean_stay_days);
}

template <class Queue>
class Pathway {
public:
    // To a day: ticks of 5 seconds, so that a run may last 359 years.
    static constexpr double ticks_per_unit = 0x1p14;

    explicit Pathway(const PathwaySettings& settings)
        : settings_(settings),
          end_(ticks(settings.years * days_per_year)),
          settled_(ticks(settings.settling_years * days_per_year)),
          visit_interval_(ticks(settings.visit_interval_days)),
          ticks_between_arrivals_(ticks_per_unit * days_per_year / settings.first_arrivals_per_year),
          least_for_return_(-natural_log(settings.share_returning)),
          queue_(2) {}

    // From empty until the last day.
    RunTotals run(const RandomStreams& streams) {
        start_empty();
        while (!queue_.empty()) {
            const Event event = queue_.pop();
            if (event.time() >= end_) break;
            ++totals_.events;
            happen(event, streams);
        }
        return totals_;
    }

private:
    enum Kind : unsigned { visit, closure, first_arrival, return_of_family };
    static constexpr Minutes never = -1;
    static constexpr std::uint32_t batch = 64;  // first arrivals whose chances are drawn together
    enum Lane : int { visits_lane, arrivals_lane };

    // What a visit looks at: eight bytes, so that all families being visited stay in the nearest cache.
    struct Family {
        Minutes moment;  // when it arrived while it waits, when it will close afterwards
        std::uint16_t worker;
        std::uint16_t episode;
    };

    // What is looked at once in an episode.
    struct Episode {
        Minutes stay;
        Minutes days_to_return;  // in ticks, or `never`
    };

    static Minutes ticks(double days) { return whole_minutes(days * ticks_per_unit); }

    void start_empty() {
        queue_.clear();
        waiting_.clear();
        families_.clear();
        episodes_.clear();
        free_places_.clear();
        totals_ = {};
        for (int place = settings_.places_per_worker; place > 0; --place)
            for (int worker = settings_.workers; worker > 0; --worker)
                free_places_.push_back(static_cast<std::uint16_t>(worker - 1));
        queue_.push_lane(arrivals_lane, make_event(0, first_arrival, 0));
    }

    void happen(Event event, const RandomStreams& streams) {
        switch (static_cast<Kind>(event.kind())) {
            case visit: plan_next(event.id(), event.time()); break;
            case closure: close(event.id(), event.time()); break;
            case first_arrival: arrive_first(event, streams); break;
            case return_of_family: come_back(event, streams); break;
        }
    }

    void arrive_first(Event event, const RandomStreams& streams) {
        const std::uint32_t id = event.id();
        if (id % batch == 0) fill_exponentials(numbers_, streams, {id, first_arrival, 0});
        const std::size_t first_number = 4 * (id % batch);
        const Minutes gap = whole_minutes(ticks_between_arrivals_ * numbers_[first_number + 3]);
        queue_.push_lane(arrivals_lane, make_event(event.time() + gap, first_arrival, id + 1));
        families_.push_back({event.time(), 0, 0});
        episodes_.push_back(episode_of(&numbers_[first_number]));
        ask(id, event.time());
    }

    void come_back(Event event, const RandomStreams& streams) {
        Family& family = families_[event.id()];
        family.moment = event.time();
        ++family.episode;
        std::array<double, 4> numbers;
        fill_exponentials(numbers, streams, {event.id(), first_arrival, family.episode});
        episodes_[event.id()] = episode_of(numbers.data());
        ask(event.id(), event.time());
    }

    // What an episode will be, from three exponential numbers of mean 1.
    Episode episode_of(const double* numbers) const {
        const bool returns = numbers[1] > least_for_return_;
        return {ticks(settings_.mean_stay_days * numbers[0]),
                returns ? ticks(settings_.mean_days_to_return * numbers[2]) : never};
    }

    void ask(std::uint32_t id, Minutes now) {
        if (free_places_.empty()) {
            waiting_.push(id);
            return;
        }
        const std::uint16_t worker = free_places_.back();
        free_places_.pop_back();
        start(id, now, worker);
    }

    void start(std::uint32_t id, Minutes now, std::uint16_t worker) {
        Family& family = families_[id];
        if (now >= settled_) totals_.count_wait(now - family.moment);
        family.moment = now + episodes_[id].stay;
        family.worker = worker;
        plan_next(id, now);
    }

    // A family has one event ahead: its next visit, or its closure if that comes first.
    void plan_next(std::uint32_t id, Minutes now) {
        const Minutes closes = families_[id].moment;
        const Minutes next_visit = now + visit_interval_;
        if (next_visit <= closes)
            queue_.push_lane(visits_lane, make_event(next_visit, visit, id));
        else
            queue_.push(make_event(closes, closure, id));
    }

    void close(std::uint32_t id, Minutes now) {
        const Minutes days_to_return = episodes_[id].days_to_return;
        if (days_to_return != never) queue_.push(make_event(now + days_to_return, return_of_family, id));
        const std::uint16_t worker = families_[id].worker;
        if (waiting_.empty()) {
            free_places_.push_back(worker);
            return;
        }
        const std::uint32_t next = waiting_.front();
        waiting_.pop();
        start(next, now, worker);
    }

    PathwaySettings settings_;
    Minutes end_;
    Minutes settled_;
    Minutes visit_interval_;
    double ticks_between_arrivals_;
    double least_for_return_;  // an exponential number exceeds it with the probability of returning
    Queue queue_;
    Ring<std::uint32_t> waiting_;
    std::vector<Family> families_;
    std::vector<Episode> episodes_;
    std::vector<std::uint16_t> free_places_;  // the worker of each
    // Of each family of the batch: stay, whether and when it returns, gap to the next first arrival.
    std::array<double, 4 * batch> numbers_{};
    RunTotals totals_;
};

}  // namespace headroom
