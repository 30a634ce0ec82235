#include "sim/authority/others.hpp"

#include <algorithm>

#include "sim/families/draw_ordinals.hpp"

namespace headroom {

// In some authorities disability, leaving-care and family support teams hold a part of those in need and in
// care. Whose needs are being looked into stays with a social worker.
void may_go_to_others(World& world, std::uint32_t id) {
    Family& family = world.state.families[id];
    const double percent = world.settings().held_by_others_percent;
    const bool may = family.stage == Stage::child_in_need || family.stage == Stage::looked_after;
    const bool looked_into = family.is(enquiry_open) || family.is(reassessing);
    const Draw draw = world.draw(family.entity, held_by_others, family.plan);
    if (may && !looked_into && percent > 0 && draw.happens(0, percent / 100)) {
        for (const Work work : family.open_work) withdraw(world, id, work);
        if (family.place != Place::with_others) leave_place(world, id);
        family.unmark(overdue_visit);
        family.place = Place::with_others;
    } else if (family.place == Place::with_others) {
        family.place = Place::nowhere;
    }
}

// A social worker takes over what others did so far.
void come_from_others(World& world, std::uint32_t id) {
    Family& family = world.state.families[id];
    if (family.place != Place::with_others) return;
    note_contact_of_others(world, family);
    family.place = Place::nowhere;
    seek_worker(world, id, WaitReason::awaiting_manager);
    start_repeating(world, id, Work::visit, world.state.now + world.rules->due.taken_back_visit);
    start_repeating(world, id, Work::liaison, world.state.now + world.rules->due.taken_back_liaison);
}

// What others have done since the plan began: visits at their planned pace, by people the family knows.
void note_contact_of_others(const World& world, Family& family) {
    const double days = static_cast<double>(world.state.now - family.stage_since) / minutes_per_working_day;
    const double visits = days / world.settings().days_between_visits_child_in_need;
    if (family.stage == Stage::child_in_need)
        family.progress =
            std::max(family.progress, static_cast<float>(world.settings().settled_bond_share * visits));
}

// Most brief help ends with its first visits; some goes on lightly for long.
void begin_light_help(World& world, Family& family) {
    const double percent = world.settings().light_help_percent;
    const Draw draw = world.draw(family.entity, brief_help_course, light_help_ordinal(family));
    if (percent > 0 && draw.happens(2, percent / 100)) family.mark(light_help);
}

}  // namespace headroom
