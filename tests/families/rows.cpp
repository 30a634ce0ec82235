// A family's row and the lanes of its work: small, and true to what is put into them.
#include <set>

#include "sim/families/chance.hpp"
#include "sim/families/family.hpp"
#include "tests/catch.hpp"

using namespace headroom;

TEST_CASE("a lane keeps minutes to the next two, and never loses a task for being short") {
    Lane lane;
    lane.set_minutes(90);
    CHECK(lane.planned() == 90);
    CHECK(lane.left() == 90);
    lane.set_minutes(91);
    CHECK(lane.planned() == 92);
    lane.set_minutes(0);
    CHECK(lane.planned() == 2);
}

TEST_CASE("recording of several visits adds up in one lane") {
    Lane lane;
    lane.set_minutes(40);
    lane.add_minutes(30);
    CHECK(lane.planned() == 70);
    CHECK(lane.left() == 70);
}

TEST_CASE("a task beyond what a lane can name is kept at the most, not wrapped to a short one") {
    Lane lane;
    lane.set_minutes(1000000);
    CHECK(lane.planned() == 8190);
    lane.add_minutes(1000);
    CHECK(lane.planned() == 8190);
    CHECK(lane.left() == 8190);
}

TEST_CASE("a family is without a worker on a list, with duty and with the manager, and nowhere else") {
    Family family;
    const std::set<Place> without = {Place::waiting, Place::duty, Place::manager_held};
    for (const Place place :
         {Place::front_door, Place::waiting, Place::duty, Place::manager_held, Place::held, Place::nowhere}) {
        family.place = place;
        CHECK(family.unallocated() == (without.count(place) == 1));
    }
}

TEST_CASE("marks of a family do not touch one another") {
    const FamilyFlag flags[] = {enquiry_open,    in_court,      had_plan,         closing,      reassessing,
                                outcome_plan,    enquired,      in_need_episode,  closed_early, adult_at_exit,
                                review_prepared, overdue_visit, unallocated_spell};
    Family family;
    for (const FamilyFlag flag : flags) {
        CHECK_FALSE(family.is(flag));
        family.mark(flag);
        CHECK(family.is(flag));
    }
    family.unmark(in_court);
    for (const FamilyFlag flag : flags) CHECK(family.is(flag) == (flag != in_court));
}

TEST_CASE("a family, its lanes and what is kept of it once closed stay small") {
    CHECK(sizeof(Lane) == 8);
    CHECK(sizeof(Family) + lanes_per_family * sizeof(Lane) <= 256);
    CHECK(sizeof(ClosedFamily) <= 20);
    CHECK(lanes_per_family <= 1 << lane_bits);
}

TEST_CASE("every kind of work has hours of its own: their purposes stay clear of all others") {
    CHECK(static_cast<int>(reorganising) < static_cast<int>(task_hours));
}
