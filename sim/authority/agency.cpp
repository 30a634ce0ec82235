// Agency workers: what the rules let in, who comes for a vacant post, and how a phase-out ends.
#include <algorithm>
#include <variant>

#include "sim/authority/world.hpp"
#include "sim/engine/working_time.hpp"
#include "sim/families/draw_ordinals.hpp"

namespace headroom {

namespace {

// Statutory rules of October 2024: agency workers have three years' experience in direct employment
// (docs/evidence.md, Agency workers).
constexpr double years_the_rules_ask_for = 3;

void take_from_pool(State& state, double days, Minutes& arrives) {
    for (std::size_t i = 0; i < state.agency_pool.size(); ++i) {
        if (state.agency_pool[i] <= state.now) {
            arrives = std::min(arrives, state.now + working_days(days));
            state.agency_pool.erase(state.agency_pool.begin() + static_cast<std::ptrdiff_t>(i));
            return;
        }
    }
}

// Full-time equivalents of agency workers who work and are sent for.
double agency_fte(const State& state) {
    double fte = 0;
    for (const Post& post : state.posts) fte += post.covered || post.cover_arrives != never ? post.fte : 0;
    return fte;
}

// Share of agency workers among all, with `more` sent for.
double agency_share_with(const State& state, double more) {
    double in_post = 0;
    for (const Post& post : state.posts) in_post += post.filled ? post.fte : 0;
    const double agency = agency_fte(state) + more;
    return agency + in_post > 0 ? agency / (agency + in_post) : 0;
}

// A year of the run is twelve of its months; the first is shorter where its first month is.
int year_ends(const World& world) {
    return std::max(0, world.state.month) / 12 * 12 + 12;
}

// The budget of the present year of the run.
double agency_budget(const World& world) {
    const Calendar& calendar = world.calendar;
    const int end = year_ends(world);
    const double months = calendar.months_from_start(end) - calendar.months_from_start(end - 12);
    return world.policy->agency.budget_per_year * (months / 12);
}

// What this year's budget is bound to by so many, to the end of the year of the run.
double agency_commitment(const World& world, double fte) {
    const Settings& s = world.settings();
    const int month = std::max(0, world.state.month);
    const double months_left =
        world.calendar.months_from_start(year_ends(world)) - world.calendar.months_from_start(month);
    return fte * months_left * s.salary_social_worker / 12 * (1 + s.agency_premium_percent / 100);
}

// How much of the phase-out is still to come: 1 without one.
double phase_left(const World& world) {
    const double months = world.policy->agency.phase_out_months;
    if (months <= 0 || world.state.month < 0) return 1;
    const Calendar& calendar = world.calendar;
    const double gone = calendar.months_from_start(world.state.month) -
                        calendar.months_from_start(world.state.phase_out_since);
    return std::max(0.0, 1 - gone / months);
}

bool within_caps(const World& world, const Post& post, double premium) {
    const AgencyPolicy& agency = world.policy->agency;
    const double most = agency.most_percent + world.state.surroundings.agency_more * 100;
    if (most < 100 && agency_share_with(world.state, post.fte) * 100 > most) return false;
    if (premium * 100 > agency.price_cap_percent) return false;
    const double fte = agency_fte(world.state) + post.fte;
    const double left = phase_left(world);
    if (left < 1 && fte > left * world.state.agency_before_phase_out) return false;
    return agency.budget_per_year < 0 ||
           world.state.agency_spent_this_year + agency_commitment(world, fte) <= agency_budget(world);
}

// The share of vacant posts that agency workers cover, against what is so today: a policy that covers fewer
// also brings fewer for load and for long absence.
double cover_against_usual(const World& world) {
    const double today = world.rules->agency_cover_chance, decided = world.policy->agency.cover_percent / 100;
    return decided >= 0 && today > 0 ? std::min(1.0, decided / today) : 1;
}

// Full-time equivalents of agency workers that the load and the year call for, beside the usual; below 0 when
// there is less on.
double agency_for_load(const World& world) {
    const Settings& s = world.settings();
    return s.agency_to_load * s.agency_fte * world.state.load +
           s.agency_fte * (world.state.surroundings.agency - 1);
}

void end_temporary_cover(World& world, std::uint32_t post_id) {
    State& state = world.state;
    state.posts[post_id].closed = true;
    Worker& worker = state.workers[2 * post_id + 1];
    const Minutes end = state.now + working_weeks(world.policy->agency.notice_weeks) + 1;
    if (!worker.employed() || worker.leaves_at <= end) return;
    worker.leaves_at = end;
    world.schedule(end, EventKind::worker_leaves, 2 * post_id + 1);
}

// Whether the rules let another agency worker in now.
bool agency_allowed(const World& world, const Post& post, const Draw& draw) {
    const AgencyPolicy& agency = world.policy->agency;
    const Settings& s = world.settings();
    const double premium =
        (1 + s.agency_premium_percent / 100) * exponential_of(s.agency_premium_log_sd * draw.normal(1)) - 1;
    if (!within_caps(world, post, premium)) return false;
    double chance = world.rules->agency_cover_chance;
    if (agency.cover_percent >= 0) chance = agency.cover_percent / 100;
    chance += world.state.surroundings.agency_more * s.judgement_agency_cover_times;
    // Less load than usual first ends what stands outside the establishment, then thins the cover of vacant
    // posts.
    const double less = world.rules->long_agency_fte + agency_for_load(world);
    const double covering = s.agency_fte - world.rules->long_agency_fte;
    if (less < 0 && covering > 0) chance *= std::max(0.0, 1 + less / covering);
    if (post.temporary) chance = 1;
    return draw.happens(0, chance);
}

}  // namespace

void seek_cover(World& world, std::uint32_t post_id) {
    State& state = world.state;
    Post& post = state.posts[post_id];
    if (post.covered || post.filled || post.closed || post.cover_arrives != never) return;
    const Draw draw = world.draw(post_id, agency_cover, post.incumbent);
    if (!agency_allowed(world, post, draw)) return;
    const Settings& s = world.settings();
    double weeks = s.agency_weeks_to_arrive;
    // The experience rule keeps some of the pool out, so that a search takes longer.
    constexpr double least_share = 1e-9;  // so that nothing is divided by none
    if (world.policy->agency.experience_years >= years_the_rules_ask_for)
        weeks /= 1 - s.agency_under_3_years_percent / 100 + least_share;
    Minutes arrives = state.now + std::max(1, working_weeks(weeks));
    take_from_pool(state, s.agency_pool_days, arrives);
    post.cover_arrives = arrives;
    world.schedule(arrives, EventKind::post_step, post_id);
}

// An agency worker's stay, which a phase-out cuts short: those there when it begins leave evenly over its
// months, those who come later by its end.
void end_agency_stays(World& world) {
    State& state = world.state;
    const double months = world.policy->agency.phase_out_months;
    if (months <= 0 || state.month < 0) return;
    if (state.month == state.phase_out_since) state.agency_before_phase_out = agency_fte(state);
    const Minutes since = world.calendar.month_start(state.phase_out_since) * minutes_per_working_day;
    for (std::uint32_t id = 1; id < state.workers.size(); id += 2) {
        Worker& worker = state.workers[id];
        if (!worker.employed()) continue;
        const double part = worker.joined_at > since
                                ? 1
                                : world.draw(worker.entity, agency_stay, phase_out_of_stay).uniform(0);
        const Minutes end = std::max(state.now + 1, since + world.rules->work.months(months * part));
        if (worker.leaves_at <= end) continue;
        worker.leaves_at = end;
        world.schedule(end, EventKind::worker_leaves, id);
    }
}

// Once a month: agency workers outside the establishment follow long absence; and, where the overflow of the
// limit says so, children whom it keeps waiting bring in more.
void adjust_temporary_cover(World& world) {
    const State& state = world.state;
    const Settings& s = world.settings();
    double present = 0;
    const auto follows = [](const Post& post) { return post.temporary && !post.closed && !post.managed; };
    for (const Post& post : state.posts) present += follows(post) ? post.fte : 0;
    double wanted = world.rules->long_agency_fte + agency_for_load(world);
    wanted *= cover_against_usual(world);
    // Without a limit only the extreme keeps children waiting for room.
    const CaseloadLimit& limit = world.policy->caseload_limit;
    if (limit.overflow == Overflow::agency || std::holds_alternative<NoLimit>(limit.rule)) {
        const double per_worker =
            std::max(s.temporary_worker_least_children, s.children_held / std::max(1.0, s.case_holders_fte));
        for (const Team& team : state.teams) wanted += children_over_limit(world, team) / per_worker;
    }
    wanted *= phase_left(world);
    for (; present + 0.5 < wanted && has_room_for_posts(state); present += 1) {
        add_post(world, PostKind::case_holding, neediest_team(world),
                 state.now + world.rules->work.months(s.temporary_cover_months));
    }
    const bool follows_load = s.agency_to_load > 0 || world.state.surroundings.agency != 1;
    for (std::uint32_t id = 0; follows_load && id < state.posts.size() && present - 1 > wanted; ++id) {
        if (!follows(state.posts[id])) continue;
        present -= state.posts[id].fte;
        end_temporary_cover(world, id);
    }
}

}  // namespace headroom
