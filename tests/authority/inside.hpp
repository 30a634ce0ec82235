// A look inside an authority, day by day: what no measure shows.
#pragma once

#include <functional>

#include "sim/authority/world.hpp"
#include "tests/authority/futures.hpp"

namespace headroom {

// Settles one future of an authority and lets a test watch it under one way, at the end of every working day.
// The way must outlive it.
class Inside {
public:
    explicit Inside(const Way& way, const Span& span = {}, std::uint32_t future = 0)
        : way_(&way), authority_(way.settings, span.today, {2025, 4, 1}, span.settling_months, span.months) {
        authority_.settle(17, future);
    }

    // The settled position, from which every branch starts.
    const State& settled() { return authority_.world().settled; }

    const Series& watch(const std::function<void(World&)>& look) {
        World& world = authority_.world();
        authority_.begin({&way_->settings, way_->policies, way_->shocks});
        for (Minutes day = minutes_per_working_day; day <= world.end; day += minutes_per_working_day) {
            authority_.run_to(day);
            look(world);
        }
        return authority_.finish();
    }

private:
    const Way* way_;
    Authority authority_;
};

// Full-time equivalents of the posts that answer to a description.
inline double posts_fte(const State& state, const std::function<bool(const Post&)>& counts) {
    double sum = 0;
    for (const Post& post : state.posts) sum += counts(post) ? post.fte : 0;
    return sum;
}

// Children of the families in one stage.
inline int children_in(const State& state, Stage stage) {
    int children = 0;
    for (const Family& family : state.families) {
        if (family.place != Place::nowhere && family.stage == stage) children += family.children;
    }
    return children;
}

}  // namespace headroom
