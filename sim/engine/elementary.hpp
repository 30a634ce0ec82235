#pragma once

#include <bit>
#include <cstdint>
#include <limits>

#include "sim/engine/whole_part.hpp"

// Logarithm and exponential in plain arithmetic. The C library's own differ in the last bit between
// processors and systems, and one bit is enough to reorder two events; these give the same bits everywhere,
// provided the compiler fuses no multiply-add (-ffp-contract=off). Method, reductions and coefficients: Sun
// Microsystems' fdlibm (K. C. Ng, 1993), e_log.c and e_exp.c, error below 1 unit in the last place.
namespace headroom {

// ln 2 in two parts; the high part has trailing zero bits, so that its product with an exponent is exact.
constexpr double ln2_high = 6.93147180369123816490e-01;
constexpr double ln2_low = 1.90821492927058770002e-10;

// Natural logarithm of a positive, finite, normal number.
constexpr double natural_log(double x) {
    // Split x into 2^exponent * (1 + f) with 1 + f in [sqrt(1/2), sqrt(2)): adding the distance from
    // sqrt(1/2) to 1 (in the leading bits) carries into the exponent exactly when the significand exceeds
    // sqrt(2).
    constexpr std::uint64_t one = 0x3FF0000000000000u;
    constexpr std::uint64_t sqrt_half = 0x3FE6A09E00000000u;
    const std::uint64_t shifted = std::bit_cast<std::uint64_t>(x) + (one - sqrt_half);
    const double exponent = static_cast<double>(static_cast<std::int32_t>(shifted >> 52) - 1023);
    const double f = std::bit_cast<double>((shifted & 0x000FFFFFFFFFFFFFu) + sqrt_half) - 1.0;

    // log(1 + f) = f - f^2/2 + s (f^2/2 + R), where s = f / (2 + f) and R is a polynomial in s^2.
    const double s = f / (2.0 + f);
    const double z = s * s;
    const double w = z * z;
    const double even =
        w * (3.999999999940941908e-01 + w * (2.222219843214978396e-01 + w * 1.531383769920937332e-01));
    const double odd =
        z * (6.666666666666735130e-01 +
             w * (2.857142874366239149e-01 + w * (1.818357216161805012e-01 + w * 1.479819860511658591e-01)));
    const double half_square = 0.5 * f * f;
    return exponent * ln2_high -
           ((half_square - (s * (half_square + (even + odd)) + exponent * ln2_low)) - f);
}

// 2 to a whole power from -1022 to 1023.
constexpr double two_to_the(int power) {
    return std::bit_cast<double>(static_cast<std::uint64_t>(power + 1023) << 52);
}

// e to the power x. Above 709.78 infinity; below -708, where results would lose digits, zero.
constexpr double exponential_of(double x) {
    if (x > 709.782712893383973096) return std::numeric_limits<double>::infinity();
    if (x < -708.0) return 0.0;
    // x = whole * ln 2 + remainder, the remainder within half of ln 2 and kept in two parts.
    constexpr double log2_of_e = 1.44269504088896338700;
    const int whole = whole_part<int>(x * log2_of_e + (x < 0 ? -0.5 : 0.5));
    const double high = x - whole * ln2_high;
    const double low = whole * ln2_low;
    const double r = high - low;

    // Remes approximation on [0, 0.34658] of r (exp(r) + 1) / (exp(r) - 1).
    const double t = r * r;
    const double c = r - t * (1.66666666666666019037e-01 +
                              t * (-2.77777777770155933842e-03 +
                                   t * (6.61375632143793436117e-05 +
                                        t * (-1.65339022054652515390e-06 + t * 4.13813679705723846039e-08))));
    const double significand = 1.0 - ((low - (r * c) / (2.0 - c)) - high);
    return whole < 1024 ? significand * two_to_the(whole) : significand * 2.0 * two_to_the(1023);
}

// Whether a number lies above chance * e^log_factor beyond any rounding: e^x is at most 1 / (1 - x) below 1.
// Saves the exponential where a chance is small, which is to say nearly always; false means: work it out.
constexpr bool surely_above(double number, double chance, double log_factor) {
    return log_factor < 1 && number * (1 - log_factor) > chance * 1.000001;
}

}  // namespace headroom
