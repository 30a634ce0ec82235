#include "sim/text/spoken_number.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace headroom {

std::string spoken(double number, int decimals) {
    char digits[400];
    std::snprintf(digits, sizeof digits, "%.*f", decimals, std::abs(number));
    std::string text(digits);
    const std::size_t whole = std::min(text.find('.'), text.size());
    for (std::size_t place = whole; place > 3; place -= 3) text.insert(place - 3, ",");
    return (number < 0 ? "-" : "") + text;
}

std::string spoken(double number) {
    return spoken(number, std::nearbyint(number) == number ? 0 : 1);
}

}  // namespace headroom
