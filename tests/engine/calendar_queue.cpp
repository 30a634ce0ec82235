#include "sim/engine/calendar_queue.hpp"

#include "sim/engine/draws.hpp"
#include "sim/engine/event_queue.hpp"
#include "tests/catch.hpp"

namespace headroom {

TEST_CASE("a drawer for each day keeps the written order, however far ahead an event lies") {
    CalendarQueue drawers;
    drawers.clear();
    PlainQueue plain;
    const RandomStreams streams(3, 0);
    Minutes now = -112000;
    std::uint32_t pushed = 0;
    const auto push = [&](Minutes time, unsigned kind, std::uint32_t id) {
        drawers.push(make_event(time, kind, id));
        plain.push(make_event(time, kind, id));
        ++pushed;
    };
    for (std::uint32_t k = 0; k < 400; ++k) push(now + static_cast<Minutes>(k % 7), k % 15, k);
    for (std::uint32_t step = 0; step < 200000; ++step) {
        REQUIRE(drawers.size() == plain.size());
        REQUIRE(drawers.top() == plain.top());
        const Event event = drawers.pop();
        REQUIRE(event == plain.pop());
        REQUIRE(event.time() >= now);
        now = event.time();
        const Draw draw = streams.draw(step, 1, 0);
        // Most are hours ahead; some tie with this minute; some are days, months or two years ahead.
        const double u = draw.uniform(0);
        Minutes ahead = static_cast<Minutes>(300 * draw.exponential(1));
        if (u < 0.2) ahead = 0;
        if (u > 0.7) ahead = working_days(20);
        if (u > 0.9) ahead = working_days(700 * draw.uniform(2));
        push(now + ahead, draw.word(3) % 15, step);
    }
}

TEST_CASE("what comes at or after a limit stays in the queue, and what comes before is taken out") {
    CalendarQueue drawers;
    PlainQueue plain;
    const RandomStreams streams(4, 0);
    for (std::uint32_t id = 0; id < 5000; ++id) {
        const Minutes time = static_cast<Minutes>(200000 * streams.draw(id, 1, 0).uniform(0));
        drawers.push(make_event(time, 1, id));
        plain.push(make_event(time, 1, id));
    }
    for (Minutes time = 0; time < 210000; time += 97) {
        const Event limit = make_event(time, 0, 0);
        for (Event event = plain.pop_before(limit); event < limit; event = plain.pop_before(limit))
            REQUIRE(drawers.pop_before(limit) == event);
        REQUIRE(drawers.pop_before(limit) == plain.pop_before(limit));
        REQUIRE(drawers.size() == plain.size());
    }
    CHECK(drawers.empty());
    CHECK(drawers.pop_before(CalendarQueue::none) == CalendarQueue::none);
}

TEST_CASE("an emptied queue of drawers starts again at any time") {
    CalendarQueue drawers;
    drawers.clear();
    drawers.push(make_event(5000, 1, 1));
    REQUIRE(drawers.pop().id() == 1);
    REQUIRE(drawers.empty());
    drawers.push(make_event(9000000, 2, 2));
    drawers.push(make_event(8000000, 2, 3));
    REQUIRE(drawers.pop().id() == 3);
    drawers.clear();
    drawers.push(make_event(-50000, 2, 4));
    REQUIRE(drawers.pop().id() == 4);
}

}  // namespace headroom
