// Members of an ensemble on threads, until all are done or Ctrl-C is pressed.
#pragma once

#include <functional>

namespace headroom {

// Ctrl-C was pressed: what was on the way is worth nothing by itself.
struct GivenUpOnTheWay {};

// The next free thread takes the next number, and which one it is changes nothing. Throws GivenUpOnTheWay.
void side_by_side(int threads, int count, const std::function<void(int)>& work);

}  // namespace headroom
