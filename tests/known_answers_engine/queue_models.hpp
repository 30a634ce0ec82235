#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "sim/engine/draws.hpp"
#include "sim/engine/event_queue.hpp"
#include "sim/engine/ring.hpp"

// The queues of the textbooks, written on the engine as the real model is. Time runs in ticks of 1/4096 of
// the unit.
namespace headroom {

constexpr double ticks_per_unit = 4096;

inline Minutes ticks(double units) {
    return whole_minutes(units * ticks_per_unit);
}

// Waits of the customers who came after the settling time, in units.
struct WaitCounts {
    double customers = 0;
    double delayed = 0;
    double gave_up = 0;
    double waited = 0;

    void count(Minutes wait, bool was_delayed, bool gives_up) {
        ++customers;
        delayed += was_delayed;
        gave_up += gives_up;
        waited += wait / ticks_per_unit;
    }
};

// Several equal servers and one line, whose customers may give up (impatience rate 0: nobody does).
struct ManyServers {
    int servers;
    double arrival_rate;
    double service_rate;
    double impatience_rate;
    std::uint32_t customers;
    std::uint32_t settling;  // the first customers, who are not counted
};

class ManyServersRun {
public:
    explicit ManyServersRun(const ManyServers& model)
        : model_(model), customers_(model.customers), queue_(1) {}

    WaitCounts run(const RandomStreams& streams) {
        idle_ = model_.servers;
        counts_ = {};
        queue_.push_lane(0, make_event(0, arrival, 0));
        while (!queue_.empty()) {
            const Event event = queue_.pop();
            switch (static_cast<Kind>(event.kind())) {
                case arrival: arrive(event, streams); break;
                case departure: serve_next(event.time()); break;
                case giving_up: give_up(event); break;
            }
        }
        return counts_;
    }

private:
    enum Kind : unsigned { departure, giving_up, arrival };

    struct Customer {
        Minutes arrived;
        Minutes service;
        bool waits;
    };

    void arrive(Event event, const RandomStreams& streams) {
        const std::uint32_t id = event.id();
        const Minutes now = event.time();
        const Draw draw = streams.draw(id, 0, 0);
        if (id + 1 < model_.customers)
            queue_.push_lane(
                0, make_event(now + ticks(draw.exponential(0) / model_.arrival_rate), arrival, id + 1));
        customers_[id] = {now, ticks(draw.exponential(1) / model_.service_rate), idle_ == 0};
        if (idle_ > 0) {
            --idle_;
            start(id, now, false);
            return;
        }
        line_.push(id);
        if (model_.impatience_rate > 0)
            queue_.push(make_event(now + ticks(draw.exponential(2) / model_.impatience_rate), giving_up, id));
    }

    void give_up(Event event) {
        Customer& customer = customers_[event.id()];
        if (!customer.waits) return;
        customer.waits = false;
        count(event.id(), event.time(), true, true);
    }

    void serve_next(Minutes now) {
        ++idle_;
        while (!line_.empty() && idle_ > 0) {
            const std::uint32_t id = line_.front();
            line_.pop();
            if (!customers_[id].waits) continue;
            customers_[id].waits = false;
            --idle_;
            start(id, now, true);
        }
    }

    void start(std::uint32_t id, Minutes now, bool was_delayed) {
        count(id, now, was_delayed, false);
        queue_.push(make_event(now + customers_[id].service, departure, id));
    }

    void count(std::uint32_t id, Minutes now, bool was_delayed, bool gives_up) {
        if (id >= model_.settling) counts_.count(now - customers_[id].arrived, was_delayed, gives_up);
    }

    ManyServers model_;
    std::vector<Customer> customers_;
    EventQueue queue_;
    Ring<std::uint32_t> line_;
    int idle_ = 0;
    WaitCounts counts_;
};

// Room for everybody: each comes at random and stays a lognormal time.
struct EndlessRoom {
    double arrival_rate;
    Lognormal stay;
    double settling;  // units before the first count
    double between_counts;
    int counts;
};

// How many are present at each count.
inline std::vector<int> occupancy(const EndlessRoom& room, const RandomStreams& streams) {
    enum Kind : unsigned { departure, arrival, count };
    EventQueue queue(2);
    std::vector<int> present_at_counts;
    int present = 0;
    queue.push_lane(0, make_event(0, arrival, 0));
    queue.push_lane(1, make_event(ticks(room.settling), count, 0));
    while (static_cast<int>(present_at_counts.size()) < room.counts) {
        const Event event = queue.pop();
        if (event.kind() == arrival) {
            const Draw draw = streams.draw(event.id(), 0, 0);
            ++present;
            queue.push(make_event(event.time() + ticks(room.stay.at(draw.normal(0))), departure, event.id()));
            const Minutes gap = ticks(draw.exponential(1) / room.arrival_rate);
            queue.push_lane(0, make_event(event.time() + gap, arrival, event.id() + 1));
        } else if (event.kind() == departure) {
            --present;
        } else {
            present_at_counts.push_back(present);
            queue.push_lane(1, make_event(event.time() + ticks(room.between_counts), count, 0));
        }
    }
    return present_at_counts;
}

// One server and two classes with lognormal work; the first class goes before the second but interrupts
// nobody.
struct TwoClasses {
    std::array<double, 2> arrival_rates;
    std::array<Lognormal, 2> services;
    std::uint32_t customers;  // of each class
    std::uint32_t settling;   // the first of each class, who are not counted
};

class TwoClassesRun {
public:
    explicit TwoClassesRun(const TwoClasses& model) : model_(model), queue_(2) {}

    // Until one class has come in full, so that both are present all the time.
    std::array<WaitCounts, 2> run(const RandomStreams& streams) {
        for (const int each : {0, 1}) queue_.push_lane(each, make_event(0, unsigned(1 + each), 0));
        for (;;) {
            const Event event = queue_.pop();
            if (event.kind() == departure)
                is_busy_ = false;
            else if (event.id() == model_.customers)
                return counts_;
            else
                arrive(event, streams);
            if (!is_busy_) start_next(event.time(), streams);
        }
    }

private:
    static constexpr unsigned departure = 0;  // kinds 1 and 2 are arrivals of the two classes

    struct Customer {
        Minutes arrived;
        std::uint32_t id;
    };

    void arrive(Event event, const RandomStreams& streams) {
        const unsigned each = event.kind() - 1;
        lines_[each].push({event.time(), event.id()});
        const double gap = streams.draw(event.id(), each, 0).exponential(0) / model_.arrival_rates[each];
        queue_.push_lane(int(each), make_event(event.time() + ticks(gap), event.kind(), event.id() + 1));
    }

    void start_next(Minutes now, const RandomStreams& streams) {
        const unsigned each = lines_[0].empty() ? 1 : 0;
        if (lines_[each].empty()) return;
        const Customer next = lines_[each].front();
        lines_[each].pop();
        is_busy_ = true;
        if (next.id >= model_.settling) counts_[each].count(now - next.arrived, now > next.arrived, false);
        const double service = model_.services[each].at(streams.draw(next.id, each, 0).normal(1));
        queue_.push(make_event(now + ticks(service), departure, 0));
    }

    TwoClasses model_;
    EventQueue queue_;
    std::array<Ring<Customer>, 2> lines_;
    std::array<WaitCounts, 2> counts_{};
    bool is_busy_ = false;
};

}  // namespace headroom
