// What C++20 has and the standard library of Debian's emscripten (libc++ 13) has not yet: numbers as texts,
// the bits of a number, and five algorithms over whole ranges. Included before every file of the page's
// simulator (cmake/webassembly.cmake), and by the test that holds it to a newer library.
#pragma once

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <iterator>
#include <string>
#include <system_error>

namespace headroom::older {

// The text into [first, last), or value_too_large where there is no room.
inline std::to_chars_result put(char* first, char* last, const char* text, std::size_t length) {
    if (static_cast<std::size_t>(last - first) < length) return {last, std::errc::value_too_large};
    std::memcpy(first, text, length);
    return {first + length, std::errc{}};
}

// As std::to_chars with chars_format::fixed.
inline std::to_chars_result to_fixed(char* first, char* last, double value, int decimals) {
    char text[512];
    const int length = std::snprintf(text, sizeof text, "%.*f", decimals, value);
    return put(first, last, text, static_cast<std::size_t>(length));
}

// Whole numbers that are no longer when written plainly: most of those that are written at all.
inline bool is_plain_whole(double value) {
    constexpr double most = 1e15;
    if (!(value > -most && value < most) || value != std::trunc(value)) return false;
    if (value == 0) return !std::signbit(value);
    const auto whole = static_cast<long long>(value < 0 ? -value : value);
    int digits = 0, zeros = 0;
    for (long long rest = whole; rest > 0; rest /= 10) ++digits;
    for (long long rest = whole; rest % 10 == 0; rest /= 10) ++zeros;
    const int kept = digits - zeros, scientific = kept + (kept > 1 ? 1 : 0) + 4;
    return digits <= scientific;
}

// As std::to_chars without a format: the fewest digits that lead back to the number, plain or with an
// exponent, whichever is shorter, plain where both are as long.
inline std::to_chars_result to_shortest(char* first, char* last, double value) {
    char scientific[40], plain[512];
    if (!std::isfinite(value)) {
        const char* word = std::isnan(value) ? (std::signbit(value) ? "-nan" : "nan")
                           : value < 0       ? "-inf"
                                             : "inf";
        return put(first, last, word, std::strlen(word));
    }
    if (is_plain_whole(value)) return std::to_chars(first, last, static_cast<long long>(value));
    int digits = 0;
    do {
        std::snprintf(scientific, sizeof scientific, "%.*e", digits, value);
    } while (std::strtod(scientific, nullptr) != value && ++digits < 17);
    const int exponent = std::atoi(std::strchr(scientific, 'e') + 1);
    const int decimals = digits > exponent ? digits - exponent : 0;
    const int length = std::snprintf(plain, sizeof plain, "%.*f", decimals, value);
    const std::size_t scientific_length = std::strlen(scientific);
    if (static_cast<std::size_t>(length) <= scientific_length)
        return put(first, last, plain, static_cast<std::size_t>(length));
    return put(first, last, scientific, scientific_length);
}

// Where a plain or scientific number that starts the text ends; the text's start where it is none.
inline const char* end_of_number(const char* first, const char* last) {
    const auto digits = [last](const char* at) {
        while (at != last && *at >= '0' && *at <= '9') ++at;
        return at;
    };
    const char* at = first != last && *first == '-' ? first + 1 : first;
    const char* const whole = digits(at);
    const char* end = whole;
    if (end != last && *end == '.') end = digits(end + 1);
    const auto parts = (end - at) - (end != whole ? 1 : 0);
    if (parts == 0) return first;
    if (end == last || (*end != 'e' && *end != 'E')) return end;
    const char* power = end + 1;
    if (power != last && (*power == '-' || *power == '+')) ++power;
    const char* const end_of_power = digits(power);
    return end_of_power == power ? end : end_of_power;
}

// As std::from_chars for plain and scientific numbers; it knows no "inf" and "nan", which no input here may
// hold.
inline std::from_chars_result from_text(const char* first, const char* last, double& value) {
    const char* const end = end_of_number(first, last);
    if (end == first) return {first, std::errc::invalid_argument};
    const std::string text(first, end);
    errno = 0;
    const double read = std::strtod(text.c_str(), nullptr);
    const bool is_out_of_range = errno == ERANGE && (std::isinf(read) || read == 0);
    if (is_out_of_range) return {end, std::errc::result_out_of_range};
    value = read;
    return {end, std::errc{}};
}

}  // namespace headroom::older

#if defined(_LIBCPP_VERSION) && _LIBCPP_VERSION < 14000
namespace std {

inline to_chars_result to_chars(char* first, char* last, double value) {
    return headroom::older::to_shortest(first, last, value);
}
inline to_chars_result to_chars(char* first, char* last, double value, chars_format, int decimals) {
    return headroom::older::to_fixed(first, last, value, decimals);
}
inline from_chars_result from_chars(const char* first, const char* last, double& value) {
    return headroom::older::from_text(first, last, value);
}

template <class To, class From>
constexpr To bit_cast(const From& from) noexcept {
    return __builtin_bit_cast(To, from);
}

namespace ranges {

struct as_it_is {
    template <class T>
    constexpr const T& operator()(const T& value) const {
        return value;
    }
};

template <class Range, class Value, class Projection = as_it_is>
auto find(Range&& range, const Value& value, Projection projection = {}) {
    return std::find_if(std::begin(range), std::end(range),
                        [&](const auto& each) { return std::invoke(projection, each) == value; });
}
template <class Range, class Predicate>
bool any_of(Range&& range, Predicate predicate) {
    return std::any_of(std::begin(range), std::end(range), predicate);
}
template <class Range, class Predicate>
bool all_of(Range&& range, Predicate predicate) {
    return std::all_of(std::begin(range), std::end(range), predicate);
}
template <class Range, class Target>
void copy(Range&& range, Target target) {
    std::copy(std::begin(range), std::end(range), target);
}
template <class Range, class Less = less, class Projection = as_it_is>
void stable_sort(Range& range, Less comes_before = {}, Projection projection = {}) {
    std::stable_sort(std::begin(range), std::end(range), [&](const auto& a, const auto& b) {
        return comes_before(std::invoke(projection, a), std::invoke(projection, b));
    });
}

}  // namespace ranges
}  // namespace std
#endif
