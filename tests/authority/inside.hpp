// A look inside an authority, day by day: what no measure shows.
#pragma once

#include <functional>
#include <vector>

#include "sim/authority/world.hpp"
#include "tests/authority/futures.hpp"

namespace headroom {

// An authority keeps its world to itself; an explicit instantiation may name the member all the same.
template <std::unique_ptr<World> Authority::*Member>
struct WorldOf {
    friend World& world_of(Authority& authority) { return *(authority.*Member); }
};
World& world_of(Authority& authority);
template struct WorldOf<&Authority::world_>;

// Settles one future of an authority and lets a test watch it under one way, at the start of every working
// day. The way must outlive it.
class Inside {
public:
    explicit Inside(const Way& way, const Span& span = {}, std::uint32_t future = 0)
        : way_(&way), authority_(way.settings, span.today, {2025, 4, 1}, span.settling_months, span.months) {
        authority_.settle(17, future);
    }

    // The settled position, from which every branch starts.
    const State& settled() { return world_of(authority_).settled; }

    // Lives through all months as Authority::run does, but stops each day to look.
    void watch(const std::function<void(World&)>& look) {
        World& world = world_of(authority_);
        world.state = world.settled;
        world.policies = way_->policies;
        world.shocks = way_->shocks;
        world.policy = &way_->policies.front().policy;
        world.rules.emplace(way_->settings, world.calendar,
                            demand_by_month(world, way_->settings, way_->shocks));
        world.series = Series(world.months, authority_.teams());
        begin_branch(world);
        for (Minutes day = minutes_per_working_day; day <= world.end; day += minutes_per_working_day) {
            run_until(world, day);
            look(world);
        }
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
