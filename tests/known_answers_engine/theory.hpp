#pragma once

namespace headroom {

// Steady state of a queue whose customers give up after an exponential patience: M/M/c+M, "Erlang A" (C.
// Palm, 1937; O. Garnett, A. Mandelbaum, M. Reiman, Manufacturing & Service Operations Management 4, 2002).
// Rates per unit of time.
struct ErlangA {
    double share_delayed;    // of all customers
    double share_giving_up;  // of all customers
    double mean_wait;        // of all customers, until served or given up
};

inline ErlangA erlang_a(int servers, double arrival_rate, double service_rate, double impatience_rate) {
    // The chance of each number of customers present, relative to that of none, by balance of flows.
    double chance = 1, total = 1, delayed = 0, waiting = 0;
    for (int present = 1; present < servers + 2000; ++present) {
        const int served = present < servers ? present : servers;
        chance *= arrival_rate / (served * service_rate + (present - served) * impatience_rate);
        total += chance;
        if (present >= servers) delayed += chance;
        waiting += (present - served) * chance;
    }
    const double mean_waiting = waiting / total;
    return {delayed / total, impatience_rate * mean_waiting / arrival_rate, mean_waiting / arrival_rate};
}

// One class of customers of a single server: how many come per unit of time, and the first two moments of
// their work.
struct PriorityClass {
    double arrival_rate;
    double mean_service;
    double mean_square_of_service;

    double load() const { return arrival_rate * mean_service; }
};

// Mean waits when the first class goes before the second but interrupts nobody (A. Cobham, Operations
// Research 2, 1954).
struct CobhamWaits {
    double first;
    double second;
};

inline CobhamWaits cobham(const PriorityClass& first, const PriorityClass& second) {
    const double work_in_hand = (first.arrival_rate * first.mean_square_of_service +
                                 second.arrival_rate * second.mean_square_of_service) /
                                2;
    const double left_by_first = 1 - first.load();
    return {work_in_hand / left_by_first, work_in_hand / (left_by_first * (left_by_first - second.load()))};
}

}  // namespace headroom
