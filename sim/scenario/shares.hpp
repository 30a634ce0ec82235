// Settings that are shares of one whole, and so come to 100 percent at most.
#pragma once

#include <array>
#include <span>
#include <string_view>

#include "sim/settings/setting.hpp"

namespace headroom {

// Percentages that are parts of the same whole, in the order in which they are drawn; empty places are null.
struct Shares {
    std::array<double Settings::*, 3> parts;
    std::string_view keys;
};

std::span<const Shares> all_shares();

// Percent.
double sum_of(const Shares& shares, const Settings& settings);
bool is_beyond_the_whole(const Shares& shares, const Settings& settings);

// What is beyond the whole is taken off the last parts. Nothing drawn changes by it: the earlier parts have
// been drawn by then.
Settings within_the_whole(Settings settings);

}  // namespace headroom
