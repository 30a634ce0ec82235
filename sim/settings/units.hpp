// Which units count whole things: a row takes whole numbers by the unit it is in.
#pragma once

#include <array>
#include <string_view>

namespace headroom {

// Full-time equivalents, averages and times may have a fraction; posts, people and cases that are taken, and
// days that are counted one by one, have none.
constexpr std::array<std::string_view, 8> units_of_whole_things = {
    "yes or no",
    "choice",
    "posts",
    "workers",
    "managers",
    "whole working days",
    "cases per full-time worker",
    "new cases per full-time worker and month"};

constexpr bool counts_whole_things(std::string_view unit) {
    for (const std::string_view whole : units_of_whole_things) {
        if (unit == whole) return true;
    }
    return false;
}

}  // namespace headroom
