#pragma once

namespace headroom {

// Erlang's formulas for customers who arrive at random, one kind of work of exponential length and `servers`
// equal servers (A. K. Erlang, 1917; R. B. Cooper, Introduction to Queueing Theory, 1981, chapter 3).

// The share of customers turned away when nobody waits; `load` is arrival rate over service rate.
constexpr double erlang_b(int servers, double load) {
    double blocked = 1;
    for (int n = 1; n <= servers; ++n) blocked = load * blocked / (n + load * blocked);
    return blocked;
}

// The share of customers who have to wait when all wait their turn; load below the number of servers.
constexpr double erlang_c(int servers, double load) {
    const double blocked = erlang_b(servers, load);
    return servers * blocked / (servers - load * (1 - blocked));
}

// The mean wait of all customers, those who need not wait included, in the unit of the rates.
constexpr double erlang_c_mean_wait(int servers, double arrival_rate, double service_rate) {
    return erlang_c(servers, arrival_rate / service_rate) / (servers * service_rate - arrival_rate);
}

}  // namespace headroom
