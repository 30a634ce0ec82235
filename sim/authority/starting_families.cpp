// The families open today, at ages drawn from the published or steady distributions, and those closed in the
// past six years who will come back.
#include <algorithm>
#include <array>

#include "sim/authority/world.hpp"
#include "sim/engine/whole_part.hpp"
#include "sim/engine/working_time.hpp"

namespace headroom {

namespace {

constexpr double mean_bond = 0.75;  // of visits to today's open families
constexpr std::uint32_t closed_entity = 1u << 31;

// The severities that a stage holds, from the chances of coming to it.
BySeverity mix_of(const World& world, Stage stage) {
    const Pathway& path = world.rules->pathway;
    BySeverity mix = path.mix;
    for (int k = 0; k < severity_count; ++k) {
        if (stage == Stage::child_in_need) mix[k] *= path.in_need_plan[k];
        if (stage == Stage::child_protection) mix[k] *= path.conference[k];
        if (stage == Stage::looked_after)
            mix[k] *= path.care_at_assessment[k] + 0.5 * path.care_at_protection_review[k];
    }
    double sum = 0;
    for (const double share : mix) sum += share;
    if (sum <= 0) return path.mix;
    for (double& share : mix) share /= sum;
    return mix;
}

Severity pick_severity(const BySeverity& mix, double u) {
    double below = 0;
    for (int k = 0; k < severity_count - 1; ++k) {
        below += mix[k];
        if (u < below) return static_cast<Severity>(k);
    }
    return Severity::acute;
}

// Months from the start of a plan to the review at which it ends, at the planned pace of visits.
double nominal_months(const Settings& s, const Family& family, const Draw& draw) {
    const bool protection = family.stage == Stage::child_protection;
    const double interval =
        protection ? s.days_between_visits_child_protection : s.days_between_visits_child_in_need;
    const double pace = mean_bond * 21.1 / interval;
    const double needed = family.need / std::max(0.05, pace);
    double review = protection
                        ? s.protection_first_review_low_months +
                              (s.protection_first_review_high_months - s.protection_first_review_low_months) *
                                  draw.uniform(0)
                        : s.in_need_first_review_low_months +
                              (s.in_need_review_months - s.in_need_first_review_low_months) * draw.uniform(0);
    double step = protection ? s.protection_second_review_low_months +
                                   (s.protection_review_high_months - s.protection_second_review_low_months) *
                                       draw.uniform(1)
                             : s.in_need_review_months;
    while (review < needed && review < 120) {
        review += step;
        if (protection) step = (s.protection_later_review_low_months + s.protection_review_high_months) / 2;
    }
    return review;
}

// A plan met in progress is likelier to be a long one: drawn with chance in proportion to its length.
double draw_age_of_plan(World& world, Family& family) {
    const Settings& s = world.settings();
    constexpr double longest = 60;
    double months = 6;
    for (std::uint32_t attempt = 0; attempt < 40; ++attempt) {
        const Draw draw = world.draw(family.entity, starting_position, 16 + attempt);
        family.plan = static_cast<std::uint8_t>(attempt);
        draw_need(world, family);
        months = std::min(longest, nominal_months(s, family, draw));
        if (draw.uniform(2) * longest < months) return months * draw.uniform(3);
    }
    return months / 2;
}

std::uint32_t start_family(World& world, Stage stage, const BySeverity& mix) {
    const std::uint32_t id = open_family(world);
    Family& family = world.state.families[id];
    family.entity = world.state.next_entity++;
    const Draw draw = world.draw(family.entity, starting_position, 0);
    family.children = draw_children(world, draw.uniform(0));
    family.severity = pick_severity(mix, draw.uniform(1));
    family.stage = stage;
    count_stage(world, family, +1);
    world.state.children_open += family.children;
    const Draw more = world.draw(family.entity, starting_position, 1);
    family.next_tick = world.state.now + 1 + full_minutes(more.uniform(0) * (working_days(20) - 2));
    world.schedule(family.next_tick, EventKind::family_tick, id);
    family.last_touched = world.state.now - working_days(10 * more.uniform(1));
    family.workers_had = stage == Stage::looked_after ? 3 : 2;
    family.last_change = world.state.now - working_days(300 * more.uniform(2));
    family.change_before = family.last_change - working_days(300 * more.uniform(3));
    return id;
}

void set_phase(World& world, std::uint32_t id, Work work, double u) {
    const Minutes interval = world.rules->work.of(world.state.families[id].stage, work).interval;
    withdraw(world, id, work);
    if (interval > 0) start_repeating(world, id, work, world.state.now + 1 + full_minutes(u * interval));
}

void place_plan(World& world, Stage stage, const BySeverity& mix) {
    const std::uint32_t id = start_family(world, stage, mix);
    Family& family = world.state.families[id];
    const Settings& s = world.settings();
    const Minutes now = world.state.now;
    const double months = draw_age_of_plan(world, family);
    const float need = family.need;
    const std::uint8_t plan = family.plan;
    count_stage(world, family, -1);
    family.stage = Stage::assessment;
    count_stage(world, family, +1);
    seek_worker(world, id, WaitReason::awaiting_manager);
    begin_stage(world, id, stage);
    const Minutes age = world.rules->work.months(months);
    family.plan = plan;
    family.need = need;
    family.stage_since = now - age;
    family.referred_at = family.stage_since - working_days(35);
    const double interval = stage == Stage::child_protection ? s.days_between_visits_child_protection
                                                             : s.days_between_visits_child_in_need;
    family.progress = static_cast<float>(mean_bond * months * 21.1 / interval);
    family.review = whole_part<std::uint8_t>(stage == Stage::child_protection
                                                 ? (months > 2.7 ? 1 + (months - 2.7) / 5 : 0)
                                                 : months / s.in_need_review_months);
    if (stage == Stage::child_protection) family.mark(had_plan);
    const Draw draw = world.draw(family.entity, starting_position, 2);
    family.contacts = whole_part<std::uint8_t>(std::min(60.0, 12 * draw.exponential(0)));
    set_phase(world, id, Work::visit, draw.uniform(1));
    set_phase(world, id, Work::liaison, draw.uniform(2));
    const double wait = stage == Stage::child_in_need ? s.in_need_review_months
                        : family.review == 0 ? std::max(0.1, s.protection_first_review_high_months - months)
                                             : s.protection_review_high_months * 0.9;
    schedule_review(world, id, now + 1 + world.rules->work.months(wait * draw.uniform(3)));
}

void place_looked_after(World& world, const BySeverity& mix) {
    const std::uint32_t id = start_family(world, Stage::looked_after, mix);
    Family& family = world.state.families[id];
    const Settings& s = world.settings();
    const Minutes now = world.state.now;
    const Draw draw = world.draw(family.entity, starting_position, 3);
    const double brief = s.looked_after_short_percent / 100 * s.looked_after_short_months;
    const double lasting = (1 - s.looked_after_short_percent / 100) * s.looked_after_long_months;
    const double mean = draw.uniform(0) * (brief + lasting) < brief ? s.looked_after_short_months
                                                                    : s.looked_after_long_months;
    const double age = std::min(180.0, mean * draw.exponential(1));
    const double left = std::min(180.0, mean * draw.exponential(2));
    count_stage(world, family, -1);
    family.stage = Stage::assessment;
    count_stage(world, family, +1);
    seek_worker(world, id, WaitReason::awaiting_manager);
    begin_stage(world, id, Stage::looked_after);
    withdraw(world, id, Work::court);
    family.unmark(in_court);
    family.stage_since = now - world.rules->work.months(age);
    family.referred_at = family.stage_since - working_days(80);
    family.exit_at = now + world.rules->work.months(left);
    const Draw phases = world.draw(family.entity, starting_position, 4);
    if (age < s.proceedings_weeks / 4.35 && phases.uniform(0) * 100 >= s.section_20_percent) {
        start_court(world, id);
        const double share_left = 1 - age / (s.proceedings_weeks / 4.35);
        family.enquiry_timer = now + 1 + working_days(s.proceedings_weeks * 253 / 52 * share_left);
        world.schedule(family.enquiry_timer, EventKind::enquiry_timer, id);
    }
    family.review = whole_part<std::uint8_t>(std::min(60.0, age < 1 ? 0 : age < 4 ? 1 : 2 + (age - 4) / 5.6));
    set_phase(world, id, Work::visit, phases.uniform(1));
    set_phase(world, id, Work::liaison, phases.uniform(2));
    const double wait = family.review == 0 ? 0.95 : family.review == 1 ? 2.8 : 5.6;
    schedule_review(world, id, now + 1 + world.rules->work.months(wait * phases.uniform(3)));
    if (draw.happens(3, 0.5)) family.mark(had_plan);
}

void place_assessment(World& world, const BySeverity& mix) {
    const std::uint32_t id = start_family(world, Stage::assessment, mix);
    Family& family = world.state.families[id];
    const Draw draw = world.draw(family.entity, starting_position, 5);
    start_assessment(world, id);
    const Minutes age = working_days(draw.uniform(0) * family.target_days);
    family.referred_at = family.stage_since = world.state.now - age;
    family.workers_had = 0;
    if (draw.happens(1, 0.15)) family.mark(had_plan);
}

// In the midst of light, long help: its visits go on.
void place_light_help(World& world, const BySeverity& mix) {
    const std::uint32_t id = start_family(world, Stage::assessment, mix);
    seek_worker(world, id, WaitReason::awaiting_manager);
    begin_stage(world, id, Stage::brief_help);
    Family& family = world.state.families[id];
    family.mark(light_help);
    const Settings& s = world.settings();
    const Draw draw = world.draw(family.entity, starting_position, 6);
    family.stage_since =
        world.state.now - world.rules->work.months(s.light_help_months * draw.exponential(0));
    family.referred_at = family.stage_since - working_days(35);
    withdraw(world, id, Work::visit);
    family.main_timer =
        world.state.now + 1 + full_minutes(working_days(s.light_help_days_between_visits) * draw.uniform(1));
    world.schedule(family.main_timer, EventKind::main_timer, id);
}

// Those whose light help goes on today, as many as begin in its mean length.
double children_in_light_help(const World& world) {
    const Settings& s = world.settings();
    const double a_year = s.referrals_per_year *
                          (1 - (s.no_further_action_percent + s.no_assessment_percent) / 100) *
                          world.rules->pathway.brief_help() * s.light_help_percent / 100;
    return a_year * s.light_help_months / 12;
}

double place_until(World& world, double children, Stage stage, void (*place)(World&, const BySeverity&)) {
    const BySeverity mix = mix_of(world, stage);
    double placed = 0;
    while (placed + 0.9 < children) {
        world.stop_if_asked();
        const int before = world.state.children_open;
        place(world, mix);
        placed += world.state.children_open - before;
    }
    return placed;
}

}  // namespace

void place_starting_families(World& world) {
    const Settings& s = world.settings();
    place_until(world, s.looked_after_open, Stage::looked_after, place_looked_after);
    place_until(world, s.protection_plans_open, Stage::child_protection,
                [](World& w, const BySeverity& mix) { place_plan(w, Stage::child_protection, mix); });
    place_until(world, s.in_need_plans_open, Stage::child_in_need,
                [](World& w, const BySeverity& mix) { place_plan(w, Stage::child_in_need, mix); });
    place_until(world, children_in_light_help(world), Stage::brief_help, place_light_help);
    place_until(world, s.assessment_open, Stage::assessment, place_assessment);
}

// Closures of the past six years came at the published rate; those who will be back are waiting somewhere.
void place_past_closures(World& world) {
    State& state = world.state;
    const Settings& s = world.settings();
    const Rules& rules = *world.rules;
    const double returnable = 1 - s.looked_after_per_year / s.referrals_per_year * s.adulthood_percent / 100;
    const double closures = s.referrals_per_year * returnable / s.children_per_family * 6;
    // Had a protection plan before: likelier the more severe. Assumed; fitted to second plans.
    constexpr BySeverity planned_before = {0.02, 0.07, 0.17, 0.26};
    const auto number = whole_part<std::uint32_t>(closures);
    for (std::uint32_t k = 0; k < number; ++k) {
        if (k % 1024 == 0) world.stop_if_asked();
        const std::uint32_t entity = closed_entity | k;
        const Draw draw = world.draw(entity, starting_closed, 0);
        const double age = 6 * (k + draw.uniform(0)) / closures;
        const double years = rules.returning.years(draw.exponential(1), 1);
        if (years < 0 || years <= age) continue;
        const Draw traits = world.draw(entity, family_traits, 0);
        const Severity severity = pick_severity(rules.pathway.mix, traits.uniform(1));
        const Season& season = rules.season_of[static_cast<std::size_t>(severity)];
        const double now = season.at(state.now);
        const Minutes back = std::max(state.now + 1, season.time_at(now + years - age));
        if (!world.may_return_by(back)) continue;
        // How long before its closure the family was referred: most soon, some after a long plan.
        const double u = draw.uniform(2);
        const double days = u < 0.55 ? 30 : u < 0.75 ? 70 : 150 + 300 * (u - 0.75) / 0.25;
        const Minutes referred = season.time_at(now - age) - working_days(days);
        state.closed.push_back(
            {entity, referred, back, draw_children(world, traits.uniform(0)), severity, 1, 60, nobody,
             static_cast<std::uint16_t>(traits.happens(2, planned_before[static_cast<int>(severity)]))});
        world.schedule(back, EventKind::family_returns, static_cast<std::uint32_t>(state.closed.size() - 1));
    }
}

}  // namespace headroom
