#pragma once

#include <concepts>
#include <limits>

namespace headroom {

// The whole part of a number, toward zero: the one way from a double to a whole number. C++ leaves open what
// a number beyond the type becomes; here it is the type's nearest end, and what is no number becomes 0.
template <std::integral Whole>
constexpr Whole whole_part(double number) {
    using Limits = std::numeric_limits<Whole>;
    constexpr double beyond = 2.0 * static_cast<double>(Limits::max() / 2 + 1);  // a power of two: exact
    constexpr double least = static_cast<double>(Limits::min());
    if (number < beyond && number > least - 1) [[likely]]
        return static_cast<Whole>(number);
    return number > 0 ? Limits::max() : number < 0 ? Limits::min() : Whole{0};
}

// The same, at most so much either way.
template <std::integral Whole>
constexpr Whole whole_part_within(double number, Whole most) {
    if (number < most && number > -most) [[likely]]
        return static_cast<Whole>(number);
    return number > 0 ? most : number < 0 ? -most : Whole{0};
}

}  // namespace headroom
