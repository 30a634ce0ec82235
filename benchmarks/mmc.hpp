#pragma once

#include <array>
#include <cstdint>

#include "benchmarks/run_totals.hpp"
#include "sim/engine/draws.hpp"
#include "sim/engine/event_queue.hpp"
#include "sim/engine/ring.hpp"

namespace headroom {

// Customers who arrive at random at a counter with many equal servers, wait their turn and leave: M/M/c.
struct MmcSettings {
    int servers = 200;
    double arrival_rate = 190;
    double service_rate = 1;
    std::uint32_t customers = 1'000'000;
};

template <class Queue>
class Mmc {
public:
    // Fine enough that the rounding of a delay is a millionth of the mean wait; a run may last 8,192 time
    // units.
    static constexpr double ticks_per_unit = 0x1p18;

    explicit Mmc(const MmcSettings& settings)
        : settings_(settings),
          ticks_between_arrivals_(ticks_per_unit / settings.arrival_rate),
          ticks_of_service_(ticks_per_unit / settings.service_rate),
          queue_(1) {}

    // From empty until the last customer has left.
    RunTotals run(const RandomStreams& streams) {
        queue_.clear();
        waiting_.clear();
        totals_ = {};
        idle_servers_ = settings_.servers;
        queue_.push_lane(arrivals_lane, make_event(0, arrival, 0));
        while (!queue_.empty()) {
            const Event event = queue_.pop();
            ++totals_.events;
            if (event.kind() == arrival)
                arrive(event, streams);
            else
                depart(event);
        }
        return totals_;
    }

private:
    enum Kind : unsigned { departure, arrival };
    static constexpr int arrivals_lane = 0;
    static constexpr std::uint32_t batch = 64;  // customers whose chances are drawn together

    struct Customer {
        Minutes arrived;
        Minutes service;
    };

    void arrive(Event event, const RandomStreams& streams) {
        const std::uint32_t customer = event.id();
        const std::size_t first_number = 2 * (customer % batch);
        if (first_number == 0) fill_exponentials(numbers_, streams, {customer / 2, arrival, 0});
        if (customer + 1 < settings_.customers) {
            const Minutes gap = whole_minutes(ticks_between_arrivals_ * numbers_[first_number]);
            queue_.push_lane(arrivals_lane, make_event(event.time() + gap, arrival, customer + 1));
        }
        const Minutes service = whole_minutes(ticks_of_service_ * numbers_[first_number + 1]);
        const Customer arriving{event.time(), service};
        if (idle_servers_ == 0) {
            waiting_.push(arriving);
            return;
        }
        --idle_servers_;
        start(arriving, event.time());
    }

    void depart(Event event) {
        if (waiting_.empty()) {
            ++idle_servers_;
            return;
        }
        const Customer next = waiting_.front();
        waiting_.pop();
        start(next, event.time());
    }

    void start(Customer customer, Minutes now) {
        totals_.count_wait(now - customer.arrived);
        queue_.push(make_event(now + customer.service, departure, 0));
    }

    MmcSettings settings_;
    double ticks_between_arrivals_;
    double ticks_of_service_;
    Queue queue_;
    Ring<Customer> waiting_;
    // Gap to the next arrival and service of each customer of the batch; two customers share one draw of
    // four.
    std::array<double, 2 * batch> numbers_{};
    int idle_servers_ = 0;
    RunTotals totals_;
};

}  // namespace headroom
