// When enough futures have been lived: `--replications auto`.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "analysis/statistics/intervals.hpp"

namespace headroom {

// How precise the headline differences are to become, and how long to try.
struct Precision {
    double smallest_differences = 0.5;  // half-width of an interval, in smallest differences that matter
    double of_the_difference = 0.25;    // or as a share of the difference itself, where that is more
    int first = 20;                     // futures before the first look; fewer would stop by luck too often
    int most = 1000;                    // the cap
};

// One difference that is to become precise; where nothing is compared, a measure itself.
struct Watched {
    std::string name;            // "children without a worker, mean (Limit 15)"
    std::vector<double> values;  // future by future, NaN where it failed
    double smallest;             // the smallest difference that matters
    int alternatives = 1;        // judged together with it
    std::vector<int> worlds{};   // as in Judgement
};

// Half the width of the interval that the answer will print, and how far it may reach. `half_width` is NaN
// below fewest_futures.
struct Reach {
    double half_width, wanted;

    bool is_enough() const { return half_width <= wanted; }
};
Reach reach_of(const Watched& watched, const Precision& precision);

// How many futures to live in all, given those lived so far: no more than these once every interval reaches
// no further than wanted, or at the cap. Otherwise as many as their spread asks for, at least ten more and at
// most twice as many. A fixed-width sequential procedure (Y. S. Chow and H. Robbins, Annals of Mathematical
// Statistics 36 (1965) 457-462; of relative width, A. Nadas, the same 40 (1969) 667-671) that looks seldom.
// Because it stops sooner when the spread looks small, its intervals may hold the truth a little less often
// than their 95 %; looking seldom and never before `first` keeps that small (none is seen in
// tests/statistics). The same futures give the same number.
int futures_wanted(std::span<const Watched> all, int lived, const Precision& precision);

}  // namespace headroom
