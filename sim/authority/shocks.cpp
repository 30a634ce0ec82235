// What happens to the authority from outside, by month.
#include <algorithm>

#include "sim/authority/world.hpp"

namespace headroom {

namespace {

const ShockRow& row_of(ShockKind kind) {
    for (const ShockRow& row : shock_rows()) {
        if (row.kind == kind) return row;
    }
    return shock_rows().front();
}

double size_of(const Shock& shock) {
    return shock.size == 0 ? row_of(shock.kind).size : shock.size;
}
double months_of(const Shock& shock) {
    return shock.months == 0 ? row_of(shock.kind).months : shock.months;
}

void inspect(World& world, double hours) {
    for (Worker& worker : world.state.workers) {
        if (!worker.employed()) continue;
        if (worker.holds_cases()) worker.owed += static_cast<float>(hours * 60);
        if (worker.role == Role::manager) worker.owed += static_cast<float>(3 * hours * 60);
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
        seek_worker(world, id, WaitReason::awaiting_manager);
    }
}

void lose_managers(World& world, double number, double months) {
    State& state = world.state;
    int left = static_cast<int>(number + 0.5);
    for (Team& team : state.teams) {
        if (left == 0) return;
        if (team.manager_post == nobody) continue;
        team.manager_away_until = state.now + world.rules->work.months(months);
        --left;
    }
}

void hire_managed_team(World& world, double workers, double months) {
    if (world.policy->agency.managed_teams_allowed < 0.5) return;
    State& state = world.state;
    const int number = static_cast<int>(workers + 0.5);
    for (int k = 0; k < number; ++k) {
        std::uint32_t chosen = 0;
        double most = -1;
        for (std::uint32_t id = 0; id < state.teams.size(); ++id) {
            const Team& team = state.teams[id];
            const double load =
                (team.children_held + 2.0 * team.children_waiting) / std::max(0.1f, team.fte + k);
            if (team.kind != TeamKind::front_door && load > most) {
                most = load;
                chosen = id;
            }
        }
        add_post(world, PostKind::case_holding, chosen, true);
        state.posts.back().temporary_until = state.now + world.rules->work.months(months);
    }
}

void strike_once(World& world, const Shock& shock) {
    switch (shock.kind) {
        case ShockKind::inspection: inspect(world, size_of(shock)); return;
        case ShockKind::manager_leaving: lose_managers(world, size_of(shock), months_of(shock)); return;
        case ShockKind::reorganisation: reorganise(world, size_of(shock)); return;
        case ShockKind::newly_qualified_cohort:
            newly_qualified_arrive(world, static_cast<int>(size_of(shock) + 0.5), 99);
            return;
        case ShockKind::managed_agency_team:
            hire_managed_team(world, size_of(shock), months_of(shock));
            return;
        case ShockKind::referral_surge:
        case ShockKind::inadequate_judgement:
        case ShockKind::it_outage:
        case ShockKind::director_leaving:
        case ShockKind::hiring_freeze:
        case ShockKind::pay_change:
        case ShockKind::threshold_change:
        case ShockKind::partner_delay: return;
    }
}

void add_effect(const World& world, const Shock& shock, double gone, Surroundings& around) {
    const Settings& s = world.settings();
    const double size = size_of(shock);
    switch (shock.kind) {
        case ShockKind::inadequate_judgement: {
            // Published medians: agency +7 points beyond the raised level, turnover +1.2 points, over two
            // years.
            const double left = size * (1 - gone);
            around.agency_more += 0.07 * left;
            around.leaving *= 1 + 1.2 * left / std::max(1.0, s.turnover_percent);
            return;
        }
        case ShockKind::it_outage: around.recording *= 1 + size / 100; return;
        case ShockKind::director_leaving: around.sign_off *= 1 + size / 100; return;
        case ShockKind::hiring_freeze: around.freeze = true; return;
        case ShockKind::pay_change:
            around.leaving *= std::max(0.0, 1 - s.pay_to_leaving * size / 100);
            return;
        case ShockKind::threshold_change: around.screened_out += size / 100; return;
        case ShockKind::partner_delay: around.partners *= 1 + size / 100; return;
        case ShockKind::managed_agency_team: around.managed_workers += size; return;
        case ShockKind::referral_surge:
        case ShockKind::inspection:
        case ShockKind::manager_leaving:
        case ShockKind::reorganisation:
        case ShockKind::newly_qualified_cohort: return;
    }
}

}  // namespace

// Sets what the shocks in force make of this month, and lets those that strike now strike.
void feel_shocks(World& world) {
    State& state = world.state;
    state.surroundings = Surroundings{};
    for (const Shock& shock : world.shocks) {
        const int first = static_cast<int>(shock.from_month);
        const double months = months_of(shock);
        if (first == state.month) strike_once(world, shock);
        const double since = state.month - first;
        if (since >= 0 && since < months) add_effect(world, shock, since / months, state.surroundings);
    }
}

// How many referrals each month of the calendar has, against the expected: the year's chance, the trend,
// surges.
std::vector<double> demand_by_month(const World& world, const Settings& s, std::span<const Shock> shocks) {
    std::vector<double> factors;
    for (int month = world.calendar.first_month(); month <= world.calendar.last_month(); ++month) {
        double factor = 1;
        if (month >= 0) {
            const std::uint32_t year = static_cast<std::uint32_t>(month / 12);
            const double z = world.draw(year, demand_year, 0).normal(0);
            const double sd = s.demand_shock_log_sd;
            factor = exponential_of(sd * z - sd * sd / 2);
            factor *= exponential_of(natural_log(1 + s.referral_trend_percent / 100) * month / 12.0);
        }
        for (const Shock& shock : shocks) {
            const double since = month - static_cast<int>(shock.from_month);
            if (shock.kind == ShockKind::referral_surge && since >= 0 && since < months_of(shock)) {
                factor *= 1 + size_of(shock) / 100;
            }
        }
        factors.push_back(factor);
    }
    return factors;
}

}  // namespace headroom
