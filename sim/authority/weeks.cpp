// A worker's weeks: leave, sickness, strain, overtime, and whether they stay.
#include <algorithm>

#include "sim/authority/world.hpp"
#include "sim/engine/whole_part.hpp"
#include "sim/engine/working_time.hpp"
#include "sim/families/draw_ordinals.hpp"

namespace headroom {

namespace {

constexpr Minutes month_ahead = working_days(working_days_in_four_weeks);
// Somebody who has completed their first year has been here, if only just.
constexpr float just_settled_years = 0.001f;

// Hours due in the next 20 working days, with what is overdue, over the hours available in them.
double workload_ratio(const World& world, const Worker& worker, std::uint32_t id, double& overdue_minutes) {
    int overdue = 0;
    double court = 0;
    const Minutes now = world.state.now;
    for (const std::uint32_t family_id : world.state.held[id]) {
        const Family& family = world.state.families[family_id];
        const Lane* const lanes = &world.lane(family_id, Work::visit);
        for (const Work work : family.open_work) {
            const Lane& lane = lanes[static_cast<int>(work)];
            const Minutes interval = world.rules->work.of(family.stage, work).interval;
            const Minutes due = lane.due - static_cast<Minutes>(lane.open) * interval;
            if (due < now && work != Work::sign_off) overdue += lane.left();
        }
        if (family.is(in_court)) court += world.rules->work.court_load(family.children);
    }
    overdue_minutes = overdue;
    const Settings& s = world.settings();
    const double absent =
        (s.annual_leave_days + s.training_days) / working_days_in_year + s.absence_percent / 100;
    const double available = worker.base_rate * month_ahead * (1 - absent);
    return available > 1 ? (worker.points + court + overdue) / available : 1;
}

double tenure_factor(const Settings& s, double years) {
    if (years < 1) return s.leaving_year_1;
    if (years < early_tenure_years) return s.leaving_years_2_3;
    return years < settled_tenure_years ? 1 : s.leaving_years_10_on;
}

void follow_strain(World& world, Worker& worker, double ratio) {
    const Settings& s = world.settings();
    const double experience = std::min(1.0, worker.experience_years / s.experience_full_years);
    double eased = ratio * (1 - s.experience_buffer * experience);
    if (worker.supervised) eased *= 1 - s.supervision_buffer;
    // Relative to a worker of average experience who is supervised.
    eased /= (1 - s.experience_buffer * s.experience_usual_share) * (1 - s.supervision_buffer);
    const double weeks = eased > worker.strain ? s.strain_weeks_building : s.strain_weeks_recovering;
    worker.strain += static_cast<float>((eased - worker.strain) / weeks);
    worker.strain = std::clamp(worker.strain, 0.0f, static_cast<float>(s.strain_most));
}

// Logarithms of what a worker's rates are multiplied by. Workers without cases have no workload here, and so
// the published rates.
struct Effects {
    double strain = 0;
    double support = 0;  // supervision that lapses, against what is usual here
    double both() const { return strain + support; }
};

Effects effects_of(const World& world, const Worker& worker, double of_strain, double of_support) {
    if (!worker.holds_cases()) return {};
    const Usual& usual = world.state.supervision;
    const bool is_felt = of_support > 0 && !world.state.settling && usual.times > 0;
    return {of_strain * (worker.strain - world.settings().strain_reference),
            is_felt ? of_support * (usual.mean() - worker.support) : 0};
}

bool decides_to_leave(World& world, const Worker& worker, const Draw& draw) {
    const Settings& s = world.settings();
    const Effects effects = effects_of(world, worker, s.strain_to_leaving, s.supervision_to_leaving);
    const double around = world.state.surroundings.leaving;
    const double supplement = world.policy->retention.pay_supplement_percent;
    const double pay = std::max(0.0, 1 - s.pay_to_leaving * supplement / 100);
    const double most = world.rules->leaving_per_week_most * pay * around;
    if (surely_above(draw.uniform(0), most, effects.both())) return false;
    const double years = worker.tenure_years + static_cast<double>(world.state.now - worker.joined_at) /
                                                   working_days(world.calendar.working_days_per_year());
    double hazard = world.rules->leaving_per_week * tenure_factor(s, years) * exponential_of(effects.strain);
    if (worker.from_60) hazard *= s.leaving_from_60;
    hazard *= pay;
    hazard *= around * exponential_of(effects.support);
    return draw.happens(0, hazard);
}

void may_fall_sick(World& world, std::uint32_t id, const Draw& draw) {
    const Settings& s = world.settings();
    const Rules& rules = *world.rules;
    const Worker& worker = world.state.workers[id];
    const Effects effects = effects_of(world, worker, s.strain_to_sickness, s.supervision_to_sickness);
    const double year = world.state.surroundings.sickness;
    const double long_per_week = rules.long_sickness_per_week * year;
    const double short_per_week = rules.short_sickness_per_week * year;
    if (surely_above(draw.uniform(1), long_per_week, effects.both()) &&
        surely_above(draw.uniform(2), short_per_week, effects.both()))
        return;
    const double more = exponential_of(effects.strain) * exponential_of(effects.support);
    if (draw.happens(1, long_per_week * more)) {
        const double beyond = std::max(1.0, s.long_sickness_days - s.long_sickness_least_days);
        const double days = s.long_sickness_least_days + beyond * draw.exponential(3);
        fall_sick(world, id, world.state.now + working_days(days));
    } else if (draw.happens(2, short_per_week * more)) {
        const double days = std::max(1.0, s.short_sickness_days * draw.exponential(3));
        fall_sick(world, id, world.state.now + working_days(std::min(days, s.short_sickness_most_days)));
    }
}

// Two permanent workers of different teams change places; their families are handed over.
void move_within(World& world, std::uint32_t id) {
    State& state = world.state;
    const std::uint32_t post_id = id / 2;
    Post& post = state.posts[post_id];
    const std::uint32_t count = static_cast<std::uint32_t>(state.posts.size());
    const Worker& mover = state.workers[id];
    const double u = world.draw(mover.entity, internal_move, move_ordinal(mover.week)).uniform(0);
    const std::uint32_t first = whole_part<std::uint32_t>(u * count);
    for (std::uint32_t step = 0; step < count; ++step) {
        const std::uint32_t other_id = (first + step) % count;
        Post& other = state.posts[other_id];
        if (other.kind != PostKind::case_holding || other.team == post.team || !other.filled ||
            other.covered || state.workers[2 * other_id].in_notice() || post.covered || other.temporary ||
            state.teams[other.team].kind == TeamKind::front_door) {
            continue;
        }
        for (const std::uint32_t moving : {id, 2 * other_id}) {
            suspend(world, moving);
            let_go_of_families(world, moving, ChangeCause::worker_left);
            state.diaries[moving].clear();
            state.workers[moving].on_duty = false;
            Team& team = state.teams[state.workers[moving].team];
            if (team.duty_worker == moving) team.duty_worker = nobody;
        }
        std::replace(state.teams[post.team].posts.begin(), state.teams[post.team].posts.end(),
                     static_cast<std::uint16_t>(post_id), static_cast<std::uint16_t>(other_id));
        std::replace(state.teams[other.team].posts.begin(), state.teams[other.team].posts.end(),
                     static_cast<std::uint16_t>(other_id), static_cast<std::uint16_t>(post_id));
        state.teams[post.team].fte += other.fte - post.fte;
        state.teams[other.team].fte += post.fte - other.fte;
        std::swap(post.team, other.team);
        state.workers[id].team = post.team;
        state.workers[2 * other_id].team = other.team;
        start_next(world, id);
        start_next(world, 2 * other_id);
        return;
    }
}

// After a year the newly qualified count as others do. While settling, which holds the workforce at its
// published position, another begins in the same place.
void complete_first_year(const State& state, Worker& worker) {
    if (state.now - worker.joined_at < working_days(working_days_in_year)) return;
    if (state.settling) {
        worker.joined_at = state.now;
        return;
    }
    worker.role = Role::social_worker;
    worker.tenure_years = just_settled_years;
    worker.protected_load = false;
}

// What the work held and overdue makes of strain, of the hours given and of overtime.
void feel_workload(World& world, std::uint32_t id) {
    Worker& worker = world.state.workers[id];
    const Settings& s = world.settings();
    double overdue = 0;
    const double ratio = workload_ratio(world, worker, id, overdue);
    follow_strain(world, worker, ratio);
    Team& team = world.state.teams[worker.team];
    if (team.kind != TeamKind::front_door) {
        if (world.state.settling) team.standing.ratio.note(ratio);
        worker.giving = hours_given(world, worker, ratio, overdue);
    }
    // A week behind: overtime, which raises the pace and, through the ratio, tells on the worker.
    worker.overtime = overdue > worker.base_rate * working_weeks(1) && s.overtime_hours_a_week > 0;
    set_rate(world, id);
    if (!worker.overtime) return;
    if (worker.present()) world.count(Measure::overtime_hours, s.overtime_hours_a_week * worker.fte);
    const float strain = worker.strain + static_cast<float>(s.overtime_strain);
    worker.strain = std::min(static_cast<float>(s.strain_most), strain);
}

}  // namespace

void worker_week(World& world, std::uint32_t id) {
    State& state = world.state;
    Worker& worker = state.workers[id];
    if (!worker.employed() || worker.next_week != state.now) return;
    worker.next_week = state.now + working_weeks(1);
    if (worker.next_week < world.end) {
        state.queue.push(make_event(worker.next_week, static_cast<unsigned>(EventKind::worker_week), id));
    }
    const Settings& s = world.settings();
    const std::uint32_t week = ++worker.week;
    worker.taken = {0, worker.taken[0], worker.taken[1], worker.taken[2]};
    if (worker.role == Role::newly_qualified) complete_first_year(state, worker);
    if (worker.holds_cases()) feel_workload(world, id);
    const Draw draw = world.draw(worker.entity, sickness, week);
    if (worker.presence != Presence::sick) may_fall_sick(world, id, draw);
    if (worker.role == Role::agency || id % 2 == 1 || worker.in_notice()) return;
    const Draw staying = world.draw(worker.entity, leaving, week);
    if (decides_to_leave(world, worker, staying)) {
        give_notice(world, id);
        return;
    }
    const double move = s.internal_moves_percent / 100 / working_weeks_in_year / 2;
    if (worker.holds_cases() && worker.role != Role::newly_qualified && !state.posts[id / 2].covered &&
        state.teams[worker.team].kind != TeamKind::front_door && staying.happens(1, move)) {
        move_within(world, id);
    }
}

// Leave and training: spells after exponential gaps, so that a year holds the days it should.
void schedule_leave(World& world, std::uint32_t id) {
    Worker& worker = world.state.workers[id];
    const Settings& s = world.settings();
    const double spells = s.annual_leave_days / std::max(1.0, s.leave_spell_days) + s.training_days;
    if (spells <= 0 || !(worker.holds_cases() || worker.role == Role::manager)) return;
    const double present = working_days_in_year - s.annual_leave_days - s.training_days;
    const Draw draw = world.draw(worker.entity, leave_spells, worker.leave_spell);
    worker.next_leave = world.state.now + std::max(1, working_days(present / spells * draw.exponential(0)));
    worker.presence_at = worker.next_leave;
    world.schedule(worker.presence_at, EventKind::presence_changes, id);
}

void fall_sick(World& world, std::uint32_t id, Minutes until) {
    State& state = world.state;
    Worker& worker = state.workers[id];
    suspend(world, id);
    worker.presence = Presence::sick;
    worker.absent_since = state.now;
    worker.presence_at = std::max(until, state.now + 1);
    world.schedule(worker.presence_at, EventKind::presence_changes, id);
}

void presence_changes(World& world, std::uint32_t id) {
    constexpr double least_spells = 1e-9;  // so that nothing is divided by none
    State& state = world.state;
    Worker& worker = state.workers[id];
    if (!worker.employed() || worker.presence_at != state.now) return;
    if (worker.present()) {
        const Settings& s = world.settings();
        const Draw draw = world.draw(worker.entity, leave_spells, worker.leave_spell++);
        const double leave_spells_a_year = s.annual_leave_days / std::max(1.0, s.leave_spell_days);
        const double spells = std::max(least_spells, leave_spells_a_year + s.training_days);
        const bool training = draw.happens(1, s.training_days / spells);
        suspend(world, id);
        worker.presence = training ? Presence::in_training : Presence::on_leave;
        worker.absent_since = state.now;
        const double days = training ? 1 : std::max(0.5, s.leave_spell_days * draw.exponential(2));
        worker.presence_at = state.now + std::max(1, working_days(std::min(days, s.leave_spell_most_days)));
        world.schedule(worker.presence_at, EventKind::presence_changes, id);
        return;
    }
    worker.presence = Presence::present;
    worker.presence_at = never;
    schedule_leave(world, id);
    start_next(world, id);
}

}  // namespace headroom
