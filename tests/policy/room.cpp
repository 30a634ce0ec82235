// What every limit on a caseload promises, whatever its kind.
#include "tests/catch.hpp"
#include "tests/policy/limit_rules.hpp"

using namespace headroom;

TEST_CASE("a worker with nothing has room for any family under every limit, or a large one waits for ever") {
    for (const auto& [name, limit] : every_limit()) {
        CAPTURE(name);
        for (const double fte : {0.1, 0.6, 1.0}) {
            for (const double ramp : {0.5, 1.0}) {
                for (int children = 1; children <= 6; ++children) {
                    WorkerLoad worker = newly_qualified_with(0);
                    worker.fte = fte;
                    worker.ramp = ramp;
                    CHECK(has_room(limit, worker, siblings(children)));
                }
            }
        }
    }
}

TEST_CASE("a worker with nothing is never above a limit") {
    for (const auto& [name, limit] : every_limit()) {
        CAPTURE(name);
        CHECK_FALSE(is_over(limit, worker_with(0)));
        CHECK_FALSE(is_over(limit, newly_qualified_with(0)));
    }
}

TEST_CASE("another child on the caseload never makes room, except where new cases go by those open") {
    for (const auto& [name, limit] : every_limit()) {
        const IntakeLimit* intake = std::get_if<IntakeLimit>(&limit.rule);
        if (intake != nullptr && intake->open_per_new > 0) {
            CHECK_FALSE(taking_leaves_less_room(limit));
            continue;
        }
        CAPTURE(name);
        for (int held = 0; held < 40; ++held) {
            for (int children = 1; children <= 6; ++children) {
                CAPTURE(held, children);
                const bool before = has_room(limit, worker_with(held), siblings(children));
                const bool after = has_room(limit, worker_with(held + 1), siblings(children));
                CHECK((before || !after));
            }
        }
    }
}

TEST_CASE("a larger family never finds room where a smaller one does not") {
    for (const auto& [name, limit] : every_limit()) {
        CAPTURE(name);
        for (int held = 0; held < 40; ++held) {
            for (int children = 1; children < 6; ++children) {
                CAPTURE(held, children);
                const bool smaller = has_room(limit, worker_with(held), siblings(children));
                const bool larger = has_room(limit, worker_with(held), siblings(children + 1));
                CHECK((smaller || !larger));
            }
        }
    }
}

TEST_CASE("who was given a family with room for it does not then stand above the limit") {
    for (const auto& [name, limit] : every_limit()) {
        CAPTURE(name);
        for (int held = 1; held < 40; ++held) {
            for (int children = 1; children <= 6; ++children) {
                WorkerLoad worker = worker_with(held);
                const FamilyLoad family = siblings(children);
                if (is_over(limit, worker) || !has_room(limit, worker, family)) continue;
                worker.held += family.size;
                worker.points += family.points;
                CAPTURE(held, children);
                CHECK_FALSE(is_over(limit, worker));
            }
        }
    }
}

TEST_CASE("who stands above a limit has no room for more of at least one kind of work") {
    for (const auto& [name, limit] : every_limit()) {
        CAPTURE(name);
        for (int held = 1; held < 60; ++held) {
            if (!is_over(limit, worker_with(held))) continue;
            CAPTURE(held);
            FamilyLoad in_assessment = siblings(1);
            in_assessment.assessment = true;
            const bool takes_both = has_room(limit, worker_with(held), siblings(1)) &&
                                    has_room(limit, worker_with(held), in_assessment);
            CHECK_FALSE(takes_both);
        }
    }
}

TEST_CASE("every limit but none, and an intake limit alone, says at 100 children that a worker is above it") {
    for (const auto& [name, limit] : every_limit()) {
        CAPTURE(name);
        const IntakeLimit* intake = std::get_if<IntakeLimit>(&limit.rule);
        const bool endless =
            std::holds_alternative<NoLimit>(limit.rule) || (intake != nullptr && intake->children == 0);
        CHECK(is_over(limit, worker_with(100)) == !endless);
    }
}

TEST_CASE("a protected newly qualified worker never has room where an experienced one has not") {
    for (const auto& [name, limit] : every_limit()) {
        CAPTURE(name);
        for (int held = 0; held < 40; ++held) {
            for (int children = 1; children <= 6; ++children) {
                CAPTURE(held, children);
                const bool experienced = has_room(limit, worker_with(held), siblings(children));
                const bool learner = has_room(limit, newly_qualified_with(held), siblings(children));
                CHECK((experienced || !learner));
            }
        }
        CHECK(most_children(limit, newly_qualified_with(0)) <= most_children(limit, worker_with(0)));
    }
}

TEST_CASE("fewer hours never mean more room, nor does a start half way up the ramp") {
    for (const auto& [name, limit] : every_limit()) {
        CAPTURE(name);
        for (int held = 0; held < 40; ++held) {
            WorkerLoad part_time = worker_with(held), starter = worker_with(held);
            part_time.fte = 0.6;
            starter.ramp = 0.5;
            const bool full_time = has_room(limit, worker_with(held), siblings(1));
            CAPTURE(held);
            CHECK((full_time || !has_room(limit, part_time, siblings(1))));
            CHECK((full_time || !has_room(limit, starter, siblings(1))));
        }
    }
}

TEST_CASE("without a limit there is always room, even for the hundredth child") {
    const CaseloadLimit none;
    for (int held = 0; held <= 100; held += 20) CHECK(has_room(none, worker_with(held), siblings(6)));
    CHECK_FALSE(is_over(none, worker_with(100)));
}
