// Settings that are shares of one whole, and so come to 100 percent at most.
#pragma once

#include <array>
#include <span>
#include <string_view>

#include "sim/settings/setting.hpp"

namespace headroom {

// Percentages that are parts of the same whole; empty places are null.
struct Shares {
    enum class Drawn { apart, in_turn };  // in turn: by one number, laid against the parts in their order

    std::array<double Settings::*, 3> parts;
    std::string_view keys;
    Drawn drawn = Drawn::apart;
};

std::span<const Shares> all_shares();

// Percent.
double sum_of(const Shares& shares, const Settings& settings);
bool is_beyond_the_whole(const Shares& shares, const Settings& settings);

// Of parts drawn in turn, what is beyond the whole is taken off the last ones. Nothing drawn changes by it:
// the earlier parts have been drawn by then. Other parts stay as they are, since that would change what is
// drawn.
Settings within_the_whole(Settings settings);

}  // namespace headroom
