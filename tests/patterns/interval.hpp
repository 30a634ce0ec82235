// A published figure with its interval, and what the model makes of it.
#pragma once

#include <string_view>

namespace headroom {

// One row of a table of patterns: the published centre and half its 95 percent interval. A response may be up
// to twice as steep as its centre, since part of a year's change in referrals is a change in what the front
// door counts as one.
struct Published {
    std::string_view pattern;
    double centre;
    double half_width;
    // Why the model does not meet it, where it does not; the row is then printed as missed, and fails once it
    // is clearly met.
    std::string_view missed_because = "";
};

// What the model gives, with its standard error over futures where that is known.
struct Found {
    double value;
    double error = 0;
};

// Prints the row and holds the model to it: a value within two standard errors of the interval may be chance,
// and decides neither way. `steeper`: how many times as steep as the centre is still met.
void hold(const Published& row, Found found, double steeper = 1);
inline void hold(const Published& row, double value) {
    hold(row, Found{value});
}

}  // namespace headroom
