// The same futures with the plain queue in the place of the fast one. A program of its own, because the two
// models bear the same names.
#include <type_traits>

#include "sim/authority/world.hpp"
#include "tests/queues/digests.hpp"

static_assert(std::is_same_v<headroom::ModelQueue, headroom::PlainQueue>);

int main() {
    for (const std::string& line : headroom::lines_of_digests()) std::puts(line.c_str());
}
