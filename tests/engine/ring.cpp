#include "sim/engine/ring.hpp"

#include <deque>

#include "sim/engine/draws.hpp"
#include "tests/catch.hpp"

namespace headroom {
namespace {

TEST_CASE("a ring gives back what was put in, in the same order, however it grows and turns") {
    Ring<int> ring;
    std::deque<int> plain;
    for (std::uint32_t i = 0; i < 20'000; ++i) {
        const bool puts = RandomStreams(41, 0).draw(i, 0, 0).happens(0, i < 10'000 ? 0.6 : 0.4);
        if (puts || plain.empty()) {
            ring.push(static_cast<int>(i));
            plain.push_back(static_cast<int>(i));
        } else {
            REQUIRE(ring.front() == plain.front());
            ring.pop();
            plain.pop_front();
        }
        REQUIRE(ring.size() == plain.size());
        if (!plain.empty()) REQUIRE(ring.back() == plain.back());
        if (!plain.empty()) REQUIRE(ring[plain.size() / 2] == plain[plain.size() / 2]);
    }
}

TEST_CASE("a ring may take in one of its own values while it grows") {
    Ring<int> ring;
    for (int i = 0; i < 16; ++i) ring.push(i + 100);
    ring.push(ring.front());
    CHECK(ring.back() == 100);
    CHECK(ring.size() == 17);
}

TEST_CASE("a ring copied into a larger or a smaller one keeps its order") {
    Ring<int> ring;
    for (int i = 0; i < 50; ++i) ring.push(i);
    for (int i = 0; i < 20; ++i) ring.pop();
    Ring<int> small;
    Ring<int> large;
    for (int i = 0; i < 500; ++i) large.push(-i);
    for (Ring<int>* copy : {&small, &large}) {
        *copy = ring;
        for (int i = 0; i < 100; ++i) copy->push(50 + i);
        for (int i = 20; i < 150; ++i) {
            REQUIRE(copy->front() == i);
            copy->pop();
        }
        REQUIRE(copy->empty());
    }
}

}  // namespace
}  // namespace headroom
