// The end of help: brief visits, the closing summary, and what a closed family takes along.
#include <algorithm>
#include <cmath>

#include "sim/authority/by_stage.hpp"
#include "sim/authority/others.hpp"
#include "sim/authority/world.hpp"
#include "sim/engine/whole_part.hpp"
#include "sim/engine/working_time.hpp"
#include "sim/families/draw_ordinals.hpp"

namespace headroom {

namespace {

// What a visit achieves counts at least so much, or a need could seem to take for ever.
constexpr float least_bond = 0.05f;

double size_of(const World& world, const Family& family) {
    return world.rules->work.size_factor(family.children) * world.settings().work_scale;
}

}  // namespace

// What a family of this size would be given in brief help.
double hours_of_brief_help(const World& world, const Family& family) {
    const Settings& s = world.settings();
    return s.turned_away_brief_visits * size_of(world, family) * s.hours_per_visit_brief_help;
}

double hours_of_enquiry(const World& world, const Family& family) {
    const Settings& s = world.settings();
    return size_of(world, family) *
           (s.hours_strategy_discussion + s.hours_enquiry_visits + s.hours_enquiry_report);
}

// The same on a plan of average length.
double hours_of_plan(const World& world, const Family& family, Stage stage) {
    const Settings& s = world.settings();
    const double months =
        stage == Stage::child_protection ? s.turned_away_protection_months : s.turned_away_in_need_months;
    return months * world.rules->work.load(stage, family.children) / 60;
}

// Months until a plan could have ended with its need met: effective visits at the plan's own pace by the
// worker whom the family knows, and from there to the next review. (Counting the missing visits alone,
// without the months of reviews, liaison and crises until then, made closing early look free.)
double months_to_meet_need(const World& world, const Family& family) {
    const Settings& s = world.settings();
    const double missing = std::max(0.0f, family.need - family.progress);
    const double bond = std::max(least_bond, world.rules->bond_after(family.contacts));
    const bool protection = family.stage == Stage::child_protection;
    const double between = protection ? s.protection_review_high_months : s.in_need_review_months;
    const double interval = world.rules->work.of(family.stage, Work::visit).interval;
    const double months = missing / bond * interval / world.rules->work.month();
    return between * std::ceil(months / between);
}

// The hours that a need still unmet would have called for: the plan's own, to the review at which it could
// have ended, or the assessment and a typical plan for a family that is not let in.
double hours_to_meet_need(const World& world, const Family& family) {
    const Settings& s = world.settings();
    if (family.stage == Stage::screening) {
        const int severity = static_cast<int>(family.severity);
        const double planned = world.rules->pathway.in_need_plan[severity];
        const double in_need = 1 - world.rules->pathway.not_in_need[severity];
        const double brief = std::max(0.0, in_need - planned);
        const double assessment =
            2 * s.hours_assessment_visit + s.hours_assessment_checks + s.hours_assessment_write_up;
        return in_need * size_of(world, family) * assessment +
               planned * hours_of_plan(world, family, Stage::child_in_need) +
               brief * hours_of_brief_help(world, family);
    }
    return months_to_meet_need(world, family) * world.rules->work.load(family.stage, family.children) / 60 *
           world.rules->work.month() / working_days(working_days_in_four_weeks);
}

// Help that a family needs and will not get: its hours are planned and unmet hours of its stage and severity.
void turn_away(World& world, std::uint32_t id, TurnedAway how, double hours) {
    const Family& family = world.state.families[id];
    const int column = stage_column(family.stage), severity = static_cast<int>(family.severity);
    if (world.outcomes != nullptr) world.outcomes->refused.push_back({id, how, hours});
    for (const Measure measure :
         {Measure::planned_hours, beside(Measure::planned_hours_assessment, column),
          Measure::unmet_hours_turned_away, beside(Measure::unmet_hours_assessment, column),
          beside(Measure::unmet_hours_low, severity)})
        world.count(measure, hours);
}

void brief_visit_done(World& world, std::uint32_t id) {
    Family& family = world.state.families[id];
    const Settings& s = world.settings();
    const bool light = family.is(light_help);
    const Draw draw = world.draw(family.entity, brief_help_course, brief_visit_ordinal(family));
    const double days = light ? s.light_help_days_between_visits : s.brief_help_days_between_visits;
    const double ends =
        light ? std::min(1.0, working_days(days) /
                                  static_cast<double>(world.rules->work.months(s.light_help_months)))
              : s.brief_help_ends_per_visit_percent / 100;
    if (draw.happens(0, ends)) {
        begin_closing(world, id);
        return;
    }
    if (family.is(reassessing)) return;  // the next visit follows the update of the assessment
    const double spread = s.task_hours_exponential > 0.5 ? draw.exponential(1) : 1.0;
    const Minutes wait = full_minutes(working_days(days) * spread);
    family.main_timer = world.state.now + std::max(1, wait);
    world.lane(id, Work::main).step = first_visit;
    world.schedule(family.main_timer, EventKind::main_timer, id);
}

// What is left is the closing summary.
void begin_closing(World& world, std::uint32_t id) {
    Family& family = world.state.families[id];
    for (const Work work :
         {Work::visit, Work::liaison, Work::review, Work::main, Work::sign_off, Work::court}) {
        withdraw(world, id, work);
    }
    family.main_timer = never;
    family.unmark(reassessing);
    count_stage(world, family, -1);
    family.mark(closing);
    const Minutes due = world.state.now + world.rules->due.closing;
    const int minutes = task_minutes(world, id, Work::main, world.settings().hours_closing * 60, due);
    world.lane(id, Work::main).step = summary;
    if (minutes < 1 || !(family.place == Place::held || family.place == Place::duty)) {
        close_family(world, id);
        return;
    }
    release(world, id, Work::main, due, minutes);
}

void close_family(World& world, std::uint32_t id) {
    State& state = world.state;
    Family& family = state.families[id];
    const Minutes now = state.now;
    withdraw_all(world, id);
    if (family.place != Place::front_door && family.place != Place::nowhere) leave_place(world, id);
    if (family.is(in_need_episode) && state.month >= 0) {
        const double months = static_cast<double>(now - family.referred_at) / world.rules->work.month();
        world.count(Measure::episodes_ended, family.children);
        world.series.add_to_bin(Measure::episode_months_histogram, whole_part<int>(months), family.children);
    }
    if (state.month >= 0 && family.planned_minutes > 0) {
        const double share = 100.0 * family.unmet_minutes / family.planned_minutes;
        world.series.add_to_bin(Measure::share_of_plan_unmet_histogram, whole_part<int>(share / 2),
                                family.children);
    }
    if (!family.is(adult_at_exit)) {
        const double met =
            family.need > 0 ? std::min(1.0, static_cast<double>(family.progress) / family.need) : 0;
        double hazard = world.state.surroundings.returning;
        if (family.is(closed_early))
            hazard *= 1 + (world.settings().return_after_early_closure - 1) * (1 - met);
        const double chance = world.draw(family.entity, return_time, family.episode).exponential(0);
        const double years = world.rules->returning.years(chance, hazard);
        if (years >= 0) {
            const Season& season = world.rules->season_of[static_cast<std::size_t>(family.severity)];
            const Minutes back = std::max(now + 1, season.time_at(season.at(now) + years));
            if (world.may_return_by(back)) {
                const ClosedFamily closed = {
                    family.entity,   family.referred_at,     back,
                    family.children, family.severity,        family.episode,
                    family.plan,     family.previous_worker, static_cast<std::uint16_t>(family.is(had_plan))};
                std::uint32_t place = static_cast<std::uint32_t>(state.closed.size());
                if (state.free_closed.empty()) {
                    state.closed.push_back(closed);
                } else {
                    place = state.free_closed.back();
                    state.free_closed.pop_back();
                    state.closed[place] = closed;
                }
                world.schedule(back, EventKind::family_returns, place);
            }
        }
    }
    count_stage(world, family, -1);
    state.children_open -= family.children;
    family.place = Place::nowhere;
    family.stage = Stage::closed;
    --state.families_open;
    state.free_families.push_back(id);
    if (world.policy->allocation.every_working_days <= 0) allocate_team(world, family.team);
}

}  // namespace headroom
