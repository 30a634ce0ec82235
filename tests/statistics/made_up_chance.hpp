#pragma once

#include <vector>

#include "sim/engine/draws.hpp"

namespace headroom {

// Trials of a coverage test: five hundred, so that a share of 95 % has a standard error of 1 %.
constexpr int trials = 500;

// Trials that take long are a tenth as many in a checked build, which is not there to judge chance, and their
// shares may then lie three times as far from the truth. The plain build gives the whole answer.
#ifdef HEADROOM_CHECKED
constexpr int long_trials = trials / 10;
constexpr double long_margin = 0.09;
#else
constexpr int long_trials = trials;
constexpr double long_margin = 0.03;
#endif

// The chance of one trial, the same on every machine: normal and exponential numbers, in order.
class TrialChance {
public:
    TrialChance(std::uint64_t seed, int trial) : streams_(seed, static_cast<std::uint32_t>(trial)) {}
    double normal() { return streams_.draw(next_++, 0, 0).normal(0); }
    double exponential() { return streams_.draw(next_++, 1, 0).exponential(0); }
    double uniform() { return streams_.draw(next_++, 2, 0).uniform(0); }

private:
    RandomStreams streams_;
    std::uint32_t next_ = 0;
};

// A series that remembers: each value is `memory` times the last and a normal number, around 0, and starts at
// `start`. Its mean in the end is 0, its variance 1 / (1 - memory^2).
inline std::vector<double> autoregression(TrialChance& chance, int length, double memory, double start) {
    std::vector<double> series;
    double value = start;
    for (int i = 0; i < length; ++i) {
        value = memory * value + chance.normal();
        series.push_back(value);
    }
    return series;
}

// The share of trials for which `holds(trial)` is true.
template <class Holds>
double share_of_trials(Holds holds) {
    int held = 0;
    for (int trial = 0; trial < trials; ++trial) held += holds(trial);
    return held / static_cast<double>(trials);
}

}  // namespace headroom
