// Workers in posts: starting, leaving, and what happens to their families.
#include <algorithm>
#include <utility>

#include "sim/authority/world.hpp"
#include "sim/engine/working_time.hpp"
#include "sim/families/draw_ordinals.hpp"

namespace headroom {

namespace {

bool is_mentor(const World& world, const Worker& worker, const Draw& traits) {
    return worker.role == Role::senior &&
           traits.happens(3, world.policy->retention.mentoring_senior_posts_percent / 100);
}

void draw_traits(World& world, Worker& worker, const Post& post) {
    const Settings& s = world.settings();
    const Draw draw = world.draw(worker.entity, worker_traits, traits_of_worker);
    double protection = s.newly_qualified_protection_percent;
    const double policy = world.policy->retention.newly_qualified_protection_percent;
    if (policy >= 0) protection = policy;
    worker.protected_load = worker.role == Role::newly_qualified && draw.happens(0, protection / 100);
    const double experience = s.experience_least_years + s.experience_more_years * draw.exponential(1);
    worker.experience_years = worker.role == Role::newly_qualified ? 0 : static_cast<float>(experience);
    worker.from_60 = worker.role != Role::newly_qualified && draw.happens(2, s.workers_from_60_percent / 100);
    worker.mentor = is_mentor(world, worker, draw);
    if (worker.role == Role::senior) {
        // Some seniors hold a part caseload beside advice and co-work, the others a full one. (Evenly from
        // one to the other gave a quarter fewer workers with under five children than published, and fewer
        // with above 20.)
        const double part = std::min(s.senior_part_caseload_share, s.senior_casework_share);
        const double in_part = part < 1 ? (1 - s.senior_casework_share) / (1 - part) : 0;
        const Draw caseload = world.draw(worker.entity, worker_traits, caseload_of_senior);
        worker.own_share = caseload.happens(0, in_part) ? static_cast<float>(part) : 1;
    }
    worker.fte = post.fte;
    worker.strain = static_cast<float>(s.strain_reference);
}

}  // namespace

// Who mentors and whose caseload is protected, among those already here, as a changed policy has it. Only
// delivered protection is promised anew: one that has ended with the first year does not come back.
void keep_new_promises(World& world) {
    const double protection = world.policy->retention.newly_qualified_protection_percent;
    for (std::uint32_t id = 0; id < world.state.workers.size(); ++id) {
        Worker& worker = world.state.workers[id];
        const bool is_touched = worker.role == Role::senior || worker.role == Role::newly_qualified;
        if (!worker.employed() || !is_touched) continue;
        const Draw traits = world.draw(worker.entity, worker_traits, traits_of_worker);
        worker.mentor = is_mentor(world, worker, traits);
        if (worker.role == Role::newly_qualified && protection >= 0)
            worker.protected_load = traits.happens(0, protection / 100);
        set_rate(world, id);
    }
}

// A manager has come or gone: sign-offs and manager-held families are the work of who is there now.
void hand_on_managers_work(World& world) {
    for (std::uint32_t id = 0; id < world.state.families.size(); ++id) {
        const Place place = world.state.families[id].place;
        for (int work = 0; place != Place::nowhere && work < lanes_per_family; ++work) {
            const Work kind = static_cast<Work>(work);
            const Lane& lane = world.lane(id, kind);
            const bool managers = kind == Work::sign_off || place == Place::manager_held;
            if (managers && lane.open > 0 && !lane.in_work) route(world, id, kind);
        }
    }
}

// What a worker of this role, so many weeks here, gets done against an experienced one.
static double pace_of(const Settings& s, const Worker& worker, double weeks) {
    switch (worker.role) {
        case Role::newly_qualified:
            return s.newly_qualified_start_share +
                   (s.newly_qualified_end_share - s.newly_qualified_start_share) *
                       std::min(1.0, weeks / s.newly_qualified_learning_weeks);
        case Role::agency: return weeks < s.agency_start_weeks ? s.agency_start_share : s.agency_share;
        case Role::senior: return worker.own_share * (worker.mentor ? s.mentor_casework_share : 1);
        case Role::social_worker:
            return weeks < s.new_starter_weeks && worker.tenure_years <= 0 ? s.new_starter_share : 1;
        case Role::manager:
        case Role::other: return 1;
    }
    return 1;
}

// What a worker gets done in a minute at work.
void set_rate(World& world, std::uint32_t worker_id) {
    Worker& worker = world.state.workers[worker_id];
    const Settings& s = world.settings();
    const double weeks = static_cast<double>(world.state.now - worker.joined_at) / working_weeks(1);
    const double share = pace_of(s, worker, weeks);
    // Support workers take over recording and travel, up to a part of the work.
    double support = 0;
    if (worker.holds_cases() && s.case_holders_fte > 0) {
        support = std::min(s.support_worker_most_share,
                           s.support_worker_relief * world.state.support_workers / s.case_holders_fte);
    }
    worker.base_rate = static_cast<float>(s.casework_share * worker.fte * share * (1 + support));
    const double week_hours = hours_in_week * s.casework_share;
    worker.rate = worker.base_rate;
    if (worker.overtime) worker.rate *= static_cast<float>(1 + s.overtime_hours_a_week / week_hours);
}

void fill_post(World& world, std::uint32_t post_id, Role role, bool permanent) {
    State& state = world.state;
    Post& post = state.posts[post_id];
    const std::uint32_t id = 2 * post_id + (permanent ? 0 : 1);
    Worker& worker = state.workers[id];
    worker = Worker{};
    const std::uint32_t ordinal = permanent ? ++post.incumbent : ++post.cover;
    worker.entity = worker_entity(post_id, ordinal) | (permanent ? 0 : agency_entity);
    worker.role = role;
    worker.team = post.team;
    worker.joined_at = state.now;
    worker.presence = Presence::present;
    draw_traits(world, worker, post);
    if (permanent) {
        post.filled = true;
        if (!state.settling && post.vacant_since != never) {
            const double weeks = static_cast<double>(state.now - post.vacant_since) / working_weeks(1);
            world.count(Measure::posts_filled, post.fte);
            world.count(Measure::weeks_to_fill_total, weeks * post.fte);
        }
        if (!state.settling) {
            world.count(Measure::starters, post.fte);
            world.count(Measure::cost_recruitment, world.settings().recruitment_cost);
        }
        post.vacant_since = never;
        post.campaign_ends = never;
        if (post.covered && !state.settling) {  // the agency worker gets notice
            Worker& cover = state.workers[2 * post_id + 1];
            const Minutes end = state.now + working_weeks(world.policy->agency.notice_weeks) + 1;
            if (cover.leaves_at > end) {
                cover.leaves_at = end;
                world.schedule(end, EventKind::worker_leaves, 2 * post_id + 1);
            }
        }
    } else {
        post.covered = true;
        post.cover_arrives = never;
        const double months = world.settings().agency_stay_months *
                              world.draw(worker.entity, agency_stay, length_of_stay).exponential(0);
        worker.leaves_at = state.now + std::max(working_weeks(1), world.rules->work.months(months));
        world.schedule(worker.leaves_at, EventKind::worker_leaves, id);
        end_agency_stays(world);
    }
    set_rate(world, id);
    // Weeks turn at any point of the working week, so that they do not all turn in one minute.
    const double phase = world.draw(worker.entity, sickness, phase_of_week_ordinal).uniform(0);
    worker.next_week = state.now + 1 + full_minutes(phase * working_weeks(1));
    if (worker.next_week < world.end) {
        state.queue.push(make_event(worker.next_week, static_cast<unsigned>(EventKind::worker_week), id));
    }
    schedule_leave(world, id);
    if (worker.holds_cases() && state.teams[post.team].kind == TeamKind::front_door) worker.on_duty = true;
    if (role == Role::manager) hand_on_managers_work(world);
    start_next(world, id);
}

// All families of a worker come onto their team's list, to be handed over.
void let_go_of_families(World& world, std::uint32_t worker_id, ChangeCause cause) {
    std::vector<std::uint32_t>& held = world.state.held[worker_id];
    // With allocation at once the worker would otherwise get back, for ever, what is being handed over.
    Worker& worker = world.state.workers[worker_id];
    const Minutes leaves_at = std::exchange(worker.leaves_at, world.state.now);
    while (!held.empty()) {
        const std::uint32_t id = held.back();
        const std::uint8_t team = world.state.families[id].team;
        leave_place(world, id);
        Family& family = world.state.families[id];
        family.team = team;
        family.change = cause;
        seek_worker(world, id, WaitReason::awaiting_manager);
    }
    worker.leaves_at = leaves_at;
}

void post_falls_vacant(World& world, std::uint32_t post_id) {
    Post& post = world.state.posts[post_id];
    post.filled = false;
    post.vacant_since = world.state.now;
    if (post.closed) return;
    const double weeks = weeks_to_hire(world);
    post.campaign_ends = world.state.now + std::max(1, working_weeks(weeks));
    world.schedule(post.campaign_ends, EventKind::post_step, post_id);
    seek_cover(world, post_id);
}

// A recruitment campaign ends, or an agency worker arrives.
void post_step(World& world, std::uint32_t post_id) {
    State& state = world.state;
    Post& post = state.posts[post_id];
    if (post.campaign_ends == state.now && !post.filled && !post.closed && !post.temporary) {
        const Draw draw = world.draw(post_id, hiring, post.campaign++);
        const double chance = world.rules->fill_chance[static_cast<int>(post.kind)] *
                              world.policy->recruitment.attractiveness_percent / 100 *
                              state.surroundings.hiring;
        const bool frozen = world.policy->recruitment.freeze > 0.5 || state.surroundings.freeze;
        if (!frozen && draw.happens(0, chance)) {
            Role role = Role::other;
            if (post.kind == PostKind::managing) role = Role::manager;
            if (post.kind == PostKind::case_holding) role = post.senior ? Role::senior : Role::social_worker;
            fill_post(world, post_id, role, true);
        } else {
            const double weeks = weeks_to_hire(world);
            post.campaign_ends = state.now + std::max(1, working_weeks(weeks));
            world.schedule(post.campaign_ends, EventKind::post_step, post_id);
            seek_cover(world, post_id);
        }
    }
    if (post.cover_arrives == state.now) {
        post.cover_arrives = never;
        const Role role = post.kind == PostKind::case_holding ? Role::agency
                          : post.kind == PostKind::managing   ? Role::manager
                                                              : Role::other;
        if (!post.filled && !post.covered && !post.closed) fill_post(world, post_id, role, false);
    }
}

void give_notice(World& world, std::uint32_t worker_id) {
    Worker& worker = world.state.workers[worker_id];
    worker.leaves_at = world.state.now + std::max(1, working_weeks(world.settings().notice_weeks));
    world.schedule(worker.leaves_at, EventKind::worker_leaves, worker_id);
}

// An agency worker takes the permanent post, with the families they hold.
static void convert(World& world, std::uint32_t post_id) {
    State& state = world.state;
    Post& post = state.posts[post_id];
    const std::uint32_t from = 2 * post_id + 1, to = 2 * post_id;
    suspend(world, from);
    fill_post(world, post_id, post.senior ? Role::senior : Role::social_worker, true);
    Worker& permanent = state.workers[to];
    const Worker& agency = state.workers[from];
    permanent.experience_years = agency.experience_years;
    permanent.children = agency.children;
    permanent.families = agency.families;
    permanent.assessments = agency.assessments;
    permanent.families_assessed = agency.families_assessed;
    permanent.points = agency.points;
    permanent.owed += agency.owed;
    std::swap(state.held[to], state.held[from]);
    std::swap(state.diaries[to], state.diaries[from]);
    for (const std::uint32_t id : state.held[to]) state.families[id].worker = static_cast<std::uint16_t>(to);
    const Worker& gone = state.workers[from];
    if (state.teams[gone.team].duty_worker == from) state.teams[gone.team].duty_worker = nobody;
    state.workers[from] = Worker{};
    post.covered = false;
    start_next(world, to);
}

static void count_leaver(World& world, const Worker& worker) {
    constexpr std::size_t most_in_pool = 64;
    State& state = world.state;
    const Settings& s = world.settings();
    world.count(Measure::leavers, worker.fte);
    const double u = world.draw(worker.entity, leaving, destination_ordinal).uniform(0) * 100;
    if (u < s.leave_sector_percent) {
        world.count(Measure::leavers_out_of_sector, worker.fte);
    } else if (u < s.leave_sector_percent + s.leave_to_authority_percent) {
        world.count(Measure::leavers_to_other_authority, worker.fte);
    } else {
        world.count(Measure::leavers_to_agency, worker.fte);
        const Minutes available = state.now + world.rules->work.months(world.policy->agency.cool_off_months);
        if (state.agency_pool.size() < most_in_pool) state.agency_pool.push_back(available);
    }
}

void worker_leaves(World& world, std::uint32_t worker_id) {
    State& state = world.state;
    Worker& worker = state.workers[worker_id];
    if (!worker.employed() || worker.leaves_at != state.now) return;
    const std::uint32_t post_id = worker_id / 2;
    Post& post = state.posts[post_id];
    const bool permanent = worker_id % 2 == 0;
    const Role role = worker.role;
    if (!permanent && role == Role::agency && !post.filled && !post.temporary && !state.settling &&
        world.draw(worker.entity, agency_stay, conversion)
            .happens(0, world.policy->agency.convert_percent / 100)) {
        convert(world, post_id);
        return;
    }
    const bool acted_up = std::ranges::find(state.teams, worker_id, &Team::managed_by) != state.teams.end();
    suspend(world, worker_id);
    if (permanent) count_leaver(world, worker);
    worker.presence = Presence::gone;
    worker.on_duty = false;
    worker.leaves_at = never;
    Team& team = state.teams[worker.team];
    if (team.duty_worker == worker_id) team.duty_worker = nobody;
    if (role == Role::manager) state.diaries[worker_id].clear();
    let_go_of_families(world, worker_id, ChangeCause::worker_left);
    if (role != Role::manager) state.diaries[worker_id].clear();
    worker.owed = 0;
    if (state.settling) {  // replaced like for like, at once
        const float tenure = worker.tenure_years;
        if (permanent) post.filled = false;
        if (!permanent) post.covered = false;
        fill_post(world, post_id, role == Role::newly_qualified ? Role::newly_qualified : role, permanent);
        state.workers[worker_id].tenure_years = permanent ? tenure : 0;
        return;
    }
    if (permanent) {
        post_falls_vacant(world, post_id);
    } else {
        post.covered = false;
    }
    if (role == Role::manager || acted_up) hand_on_managers_work(world);
    if (permanent) return;
    if (post.temporary && state.now >= post.temporary_until) {
        post.closed = true;
    } else {
        seek_cover(world, post_id);
    }
}

}  // namespace headroom
