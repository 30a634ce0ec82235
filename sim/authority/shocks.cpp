// What happens to the authority from outside, by month.
#include <algorithm>

#include "sim/authority/deviation.hpp"
#include "sim/authority/world.hpp"
#include "sim/engine/whole_part.hpp"
#include "sim/engine/working_time.hpp"
#include "sim/families/draw_ordinals.hpp"

namespace headroom {

namespace {

// However many shocks fall together: beyond it no work is done at all, and times would outgrow the clock.
constexpr double most_times_slower = 1e4;

void lay_on(Surroundings& around, double worker_hours, double manager_hours) {
    around.worker_minutes += worker_hours * 60 / inspection_days;
    around.manager_minutes += manager_hours * 60 / inspection_days;
}

// Years from one full inspection to the next in the regime of a question.
constexpr int years_between_inspections = 3;

// Of every year an unannounced check, of every third a full inspection, in a month nobody knows before; every
// quarter a profile to compile. Inspectors of an inadequate service come back every quarter to monitor it.
void inspect_as_the_regime_goes(const World& world, const Shock& shock, int since, Surroundings& around) {
    const Settings& s = world.settings();
    const std::uint32_t year = static_cast<std::uint32_t>(since / 12);
    const std::uint32_t cycle = year / years_between_inspections;
    constexpr int months_of_cycle = 12 * years_between_inspections;
    const int check = whole_part<int>(12 * world.draw(year, inspection_timing, check_of_year).uniform(0));
    const int full = whole_part<int>(months_of_cycle *
                                     world.draw(cycle, inspection_timing, full_of_three_years).uniform(0));
    if (since % 12 == check)
        lay_on(around, shock.size * s.check_worker_hours, shock.size * s.check_manager_hours);
    if (since % months_of_cycle == full)
        lay_on(around, shock.size * s.inspection_worker_hours, shock.size * s.inspection_manager_hours);
    if (since % months_in_quarter == months_in_quarter - 1)
        lay_on(around, 0, shock.size * s.quarterly_profile_manager_hours);
    for (const Shock& other : world.shocks) {
        const double judged = world.state.month - other.from_month;
        const bool monitored = other.kind == ShockKind::inadequate_judgement && judged > 0 &&
                               judged < other.months && whole_part<int>(judged) % months_in_quarter == 0;
        if (monitored)
            lay_on(around, shock.size * s.monitoring_worker_hours, shock.size * s.monitoring_manager_hours);
    }
}

void reorganise(World& world, double percent) {
    State& state = world.state;
    for (std::uint32_t id = 0; id < state.families.size(); ++id) {
        Family& family = state.families[id];
        if (family.place != Place::held) continue;
        const std::uint32_t month = static_cast<std::uint32_t>(state.month);
        if (!world.draw(family.entity, reorganising, month).happens(0, percent / 100)) continue;
        for (int work = 0; work < lanes_per_family; ++work) {
            if (!world.lane(id, static_cast<Work>(work)).in_work) continue;
            for (std::uint32_t worker = 0; worker < state.workers.size(); ++worker) {
                if (state.workers[worker].task == task_of(id, static_cast<Work>(work)))
                    suspend(world, worker);
            }
        }
        leave_place(world, id);
        family.change = ChangeCause::transfer;
        seek_worker(world, id, WaitReason::awaiting_manager);
    }
}

// Of all kinds of teams with families alike, spread evenly over them; the front door, which has the least for
// a manager to do, loses its own last.
void lose_managers(World& world, double number, double months) {
    State& state = world.state;
    std::vector<Team*> teams;
    for (Team& team : state.teams) {
        if (team.kind != TeamKind::front_door && team.manager_post != nobody) teams.push_back(&team);
    }
    const std::size_t lost = std::min(teams.size(), whole_part<std::size_t>(number + 0.5));
    const Minutes until = state.now + world.rules->work.months(months);
    for (std::size_t i = 0; i < lost; ++i) teams[i * teams.size() / lost]->manager_away_until = until;
    std::size_t left = whole_part<std::size_t>(number + 0.5) - lost;
    for (Team& team : state.teams) {
        if (left == 0 || team.kind != TeamKind::front_door || team.manager_post == nobody) continue;
        team.manager_away_until = until;
        --left;
    }
    hand_on_managers_work(world);
}

void hire_managed_team(World& world, double workers, double months) {
    if (world.policy->agency.managed_teams_allowed < 0.5) return;
    const int number = whole_part<int>(workers + 0.5);
    const Minutes until = world.state.now + world.rules->work.months(months);
    for (int k = 0; k < number && has_room_for_posts(world.state); ++k) {
        const std::uint32_t post = add_post(world, PostKind::case_holding, neediest_team(world), until);
        world.state.posts[post].managed = true;
    }
}

void strike_once(World& world, const Shock& shock) {
    switch (shock.kind) {
        case ShockKind::manager_leaving: lose_managers(world, shock.size, shock.months); return;
        case ShockKind::reorganisation: reorganise(world, shock.size); return;
        case ShockKind::newly_qualified_cohort:
            newly_qualified_arrive(world, whole_part<int>(shock.size + 0.5));
            return;
        case ShockKind::managed_agency_team: hire_managed_team(world, shock.size, shock.months); return;
        case ShockKind::referral_surge:
        case ShockKind::inspection:
        case ShockKind::inspection_regime:
        case ShockKind::inadequate_judgement:
        case ShockKind::it_outage:
        case ShockKind::director_leaving:
        case ShockKind::hiring_freeze:
        case ShockKind::pay_change:
        case ShockKind::threshold_change:
        case ShockKind::partner_delay: return;
    }
}

void add_effect(const World& world, const Shock& shock, int since, Surroundings& around) {
    const Settings& s = world.settings();
    const double size = shock.size;
    switch (shock.kind) {
        case ShockKind::inadequate_judgement: {
            // Practice turns cautious and stays so; posts are funded, and hard to fill. (Referrals follow in
            // demand_by_month.)
            const double left = std::max(0.0, 1 - since / shock.months);
            around.caution *= 1 + size * s.judgement_caution_percent / 100;
            around.posts_more += size * s.judgement_posts_percent / 100;
            around.hiring *= std::max(0.0, 1 - size * s.judgement_harder_hiring_percent / 100 * left);
            around.agency_more += size * s.judgement_agency_percent / 100;
            return;
        }
        case ShockKind::it_outage: around.recording *= 1 + size / 100; return;
        case ShockKind::director_leaving:
            around.sign_off *= 1 + size / 100;
            around.allocation *= 1 + size / 100;
            return;
        case ShockKind::inspection: lay_on(around, size, s.inspection_manager_times * size); return;
        case ShockKind::inspection_regime: inspect_as_the_regime_goes(world, shock, since, around); return;
        case ShockKind::hiring_freeze: around.freeze = true; return;
        case ShockKind::pay_change:
            around.leaving *= std::max(0.0, 1 - s.pay_to_leaving * size / 100);
            return;
        case ShockKind::threshold_change: around.screened_out += size / 100; return;
        case ShockKind::partner_delay: around.partners *= 1 + size / 100; return;
        case ShockKind::managed_agency_team: around.managed_workers += size; return;
        case ShockKind::referral_surge:
        case ShockKind::manager_leaving:
        case ShockKind::reorganisation:
        case ShockKind::newly_qualified_cohort: return;
    }
}

// Where the month before was too short for an inspection, its last days fall into this one.
void go_on_inspecting(World& world, const Surroundings& before) {
    State& state = world.state;
    const int days =
        state.month > 0 ? world.calendar.working_days_in_month(state.month - 1) : inspection_days;
    if (days >= inspection_days) return;
    state.surroundings.late_days = inspection_days - days;
    state.surroundings.late_worker_minutes = before.worker_minutes;
    state.surroundings.late_manager_minutes = before.manager_minutes;
}

}  // namespace

// Sets what the shocks in force make of this month, and lets those that strike now strike.
void feel_shocks(World& world) {
    State& state = world.state;
    const Surroundings before = state.surroundings;
    state.surroundings = Surroundings{};
    go_on_inspecting(world, before);
    for (const Shock& shock : world.shocks) {
        const int first = whole_part<int>(shock.from_month);
        if (first == state.month) strike_once(world, shock);
        const int since = state.month - first;
        if (since >= 0 && since < shock.months) add_effect(world, shock, since, state.surroundings);
    }
    Surroundings& around = state.surroundings;
    feel_the_year(world, around);
    for (double* times :
         {&around.recording, &around.partners, &around.sign_off, &around.leaving, &around.allocation})
        *times = std::min(*times, most_times_slower);
}

// How many referrals each month of the calendar has, against the expected: the year's chance, the trend,
// surges; and how much of that leans to the mild, which is all but a surge that is as severe as any.
Demand demand_by_month(const World& world, const Settings& s, std::span<const Shock> shocks) {
    Demand demand;
    Deviation of_year;
    for (int month = world.calendar.first_month(); month <= world.calendar.last_month(); ++month) {
        double leaning = 1, severe = 1;
        if (month >= 0) {
            const std::uint32_t year = static_cast<std::uint32_t>(month / 12);
            if (month % 12 == 0)
                of_year = of_year.next(s.demand_lasts_share, world.draw(year, demand_year, 0).normal(0));
            leaning = times_usual(of_year, s.demand_shock_log_sd);
            leaning *= exponential_of(natural_log(1 + s.referral_trend_percent / 100) *
                                      world.calendar.months_from_start(month) / 12.0);
        }
        for (const Shock& shock : shocks) {
            const int since = month - whole_part<int>(shock.from_month);
            if (shock.kind == ShockKind::referral_surge && since >= 0 && since < shock.months) {
                (shock.as_severe > 0.5 ? severe : leaning) *= 1 + shock.size / 100;
            }
            if (shock.kind == ShockKind::inadequate_judgement && since >= 0 && since < shock.months) {
                const double left = exponential_of(-since / s.judgement_referrals_decay_months);
                leaning *= 1 + shock.size * s.judgement_referrals_percent / 100 * left;
            }
        }
        demand.factor.push_back(leaning * severe);
        demand.leaning.push_back(leaning);
    }
    return demand;
}

}  // namespace headroom
