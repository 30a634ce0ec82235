// What tasks leave: planned hours and unmet ones, in the month they were due in, and how timely they were.
#pragma once

#include "sim/authority/world.hpp"

namespace headroom {

constexpr Minutes assessment_clock = working_days(45);
// The statutory or promised time, which for an assessment is later than the step's own place in the diary.
inline Minutes promised(const Family& family, Work work, Minutes due) {
    const bool of_assessment =
        family.stage == Stage::assessment && (work == Work::main || work == Work::sign_off);
    return of_assessment ? family.referred_at + assessment_clock : due;
}
void credit(World& world, std::uint32_t family, Work work, Minutes due, int planned, double unmet);
double share_of_clock(const World& world, std::uint32_t family, Work work, Minutes late);
inline double share_late(const World& world, std::uint32_t id, Work work, Minutes due, Minutes done) {
    const Minutes late = done - promised(world.state.families[id], work, due);
    return late > 0 ? share_of_clock(world, id, work, late) : 0;
}
void count_visit_or_review(World& world, Work work, Minutes due, bool done, bool on_time);
inline void count_timeliness(World& world, Work work, Minutes due, bool done, bool on_time) {
    if (work == Work::visit || work == Work::review) count_visit_or_review(world, work, due, done, on_time);
}

}  // namespace headroom
