// Numbers in a sentence: 3,056 and 15.0.
#pragma once

#include <string>

namespace headroom {

// With so many decimals, and a comma before every three digits of the whole.
std::string spoken(double number, int decimals);

// A whole number without decimals, any other with one.
std::string spoken(double number);

}  // namespace headroom
