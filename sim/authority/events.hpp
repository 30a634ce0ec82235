// Everything that can happen. The order is the tie rule: of two events in one minute the earlier kind is
// first.
#pragma once

namespace headroom {

enum class EventKind : unsigned {
    month_turns,       // id: nothing
    day_begins,        // id: nothing
    worker_leaves,     // id: worker
    presence_changes,  // id: worker
    post_step,         // id: post: a campaign ends, an agency worker arrives
    worker_week,       // id: worker
    referral,          // id: nothing: the next new family
    family_returns,    // id: closed family
    family_tick,       // id: family
    crisis,            // id: family
    enquiry_timer,     // id: family
    main_timer,        // id: family
    work_falls_due,    // id: family and kind of work: a repeating task, or a review, is released
    task_done,         // id: worker
    count
};

}  // namespace headroom
