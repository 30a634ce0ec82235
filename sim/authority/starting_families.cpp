// The families open today, at ages drawn from the published or steady distributions, and those closed in the
// past six years who will come back.
#include <algorithm>
#include <array>

#include "sim/authority/world.hpp"
#include "sim/engine/whole_part.hpp"
#include "sim/engine/working_time.hpp"
#include "sim/families/draw_ordinals.hpp"
#include "sim/families/statutory_days.hpp"

namespace headroom {

namespace {

// Bounds that keep a loop or a row of the table from what no place has.
constexpr double least_pace = 0.05;
constexpr double most_months_of_need = 120;
constexpr double most_contacts_and_reviews = 60;
constexpr double least_wait_months = 0.1;
// Families are placed while more than this of a child is missing.
constexpr double part_of_a_child = 0.9;
constexpr std::uint32_t closures_between_questions = 1024;  // whether to stop

// The severities that a stage holds, from the chances of coming to it.
BySeverity mix_of(const World& world, Stage stage) {
    const Pathway& path = world.rules->pathway;
    BySeverity mix = path.mix;
    const double later = world.settings().starting_care_review_weight;
    for (int k = 0; k < severity_count; ++k) {
        if (stage == Stage::child_in_need) mix[k] *= path.in_need_plan[k];
        if (stage == Stage::child_protection) mix[k] *= path.conference[k];
        if (stage == Stage::looked_after)
            mix[k] *= path.care_at_assessment[k] + later * path.care_at_protection_review[k];
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
    const double pace = s.settled_bond_share * working_days_in_month / interval;
    const double needed = family.need / std::max(least_pace, pace);
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
    while (review < needed && review < most_months_of_need) {
        review += step;
        if (protection) step = (s.protection_later_review_low_months + s.protection_review_high_months) / 2;
    }
    return review;
}

// A plan met in progress is likelier to be a long one: drawn with chance in proportion to its length.
double draw_age_of_plan(World& world, Family& family) {
    const Settings& s = world.settings();
    const double longest = s.starting_plan_most_months;
    double months = longest;
    for (std::uint32_t attempt = 0; attempt < most_plan_age_attempts; ++attempt) {
        const Draw draw = world.draw(family.entity, starting_position, plan_age_ordinal(attempt));
        family.plan = static_cast<std::uint8_t>(attempt);
        draw_need(world, family);
        months = std::min(longest, nominal_months(s, family, draw));
        if (draw.uniform(2) * longest < months) return months * draw.uniform(3);
    }
    return months / 2;
}

std::uint32_t start_family(World& world, Stage stage, const BySeverity& mix) {
    const std::uint32_t id = open_family(world);
    const Settings& s = world.settings();
    Family& family = world.state.families[id];
    family.entity = world.state.next_entity++;
    const Draw draw = world.draw(family.entity, starting_position, starting_traits);
    family.children = draw_children(world, draw.uniform(0));
    family.severity = pick_severity(mix, draw.uniform(1));
    family.stage = stage;
    count_stage(world, family, +1);
    world.state.children_open += family.children;
    const Draw more = world.draw(family.entity, starting_position, starting_history);
    family.next_tick = world.state.now + 1 + full_minutes(more.uniform(0) * (tick_interval - 2));
    world.schedule(family.next_tick, EventKind::family_tick, id);
    family.last_touched = world.state.now - working_days(s.starting_seen_days * more.uniform(1));
    family.workers_had = whole_part<std::uint8_t>(
        stage == Stage::looked_after ? s.starting_workers_looked_after : s.starting_workers);
    family.last_change = world.state.now - working_days(s.starting_change_days * more.uniform(2));
    family.change_before = family.last_change - working_days(s.starting_change_days * more.uniform(3));
    return id;
}

void set_phase(World& world, std::uint32_t id, Work work, double u) {
    const Minutes interval = world.rules->work.of(world.state.families[id].stage, work).interval;
    withdraw(world, id, work);
    if (interval > 0) start_repeating(world, id, work, world.state.now + 1 + full_minutes(u * interval));
}

// Reviews that lie behind a plan of this age.
double reviews_held(const Settings& s, Stage stage, double months) {
    if (stage != Stage::child_protection) return months / s.in_need_review_months;
    const double after_first = months - s.starting_first_review_months;
    return after_first > 0 ? 1 + after_first / s.starting_review_interval_months : 0;
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
    family.referred_at = family.stage_since - working_days(s.starting_assessment_days);
    const double interval = stage == Stage::child_protection ? s.days_between_visits_child_protection
                                                             : s.days_between_visits_child_in_need;
    family.progress = static_cast<float>(s.settled_bond_share * months * working_days_in_month / interval);
    family.review = std::min(most_reviews, whole_part<std::uint8_t>(reviews_held(s, stage, months)));
    if (stage == Stage::child_protection) family.mark(had_plan);
    const Draw draw = world.draw(family.entity, starting_position, starting_plan);
    family.contacts = whole_part<std::uint8_t>(
        std::min(most_contacts_and_reviews, s.starting_contacts * draw.exponential(0)));
    set_phase(world, id, Work::visit, draw.uniform(1));
    set_phase(world, id, Work::liaison, draw.uniform(2));
    double wait = s.protection_review_high_months * s.starting_review_wait_share;
    if (family.review == 0)
        wait = std::max(least_wait_months, s.protection_first_review_high_months - months);
    if (stage == Stage::child_in_need) wait = s.in_need_review_months;
    schedule_review(world, id, now + 1 + world.rules->work.months(wait * draw.uniform(3)));
}

// Mean months from one looked-after review to the next.
double second_care_wait(const Settings& s) {
    return second_care_review_months - s.care_second_review_spread_months / 2;
}
double later_care_wait(const Settings& s) {
    return later_care_review_months - s.care_later_review_spread_months / 2;
}

// The first after about a month, the second within three more.
double care_reviews_held(const Settings& s, double months) {
    constexpr double second_at = 1 + second_care_review_months;
    if (months < second_at) return months < 1 ? 0 : 1;
    return 2 + (months - second_at) / later_care_wait(s);
}

void place_looked_after(World& world, const BySeverity& mix) {
    const std::uint32_t id = start_family(world, Stage::looked_after, mix);
    Family& family = world.state.families[id];
    const Settings& s = world.settings();
    const Minutes now = world.state.now;
    const Draw draw = world.draw(family.entity, starting_position, starting_care);
    const double brief = s.looked_after_short_percent / 100 * s.looked_after_short_months;
    const double lasting = (1 - s.looked_after_short_percent / 100) * s.looked_after_long_months;
    const double mean = draw.uniform(0) * (brief + lasting) < brief ? s.looked_after_short_months
                                                                    : s.looked_after_long_months;
    const double age = std::min(s.starting_care_most_months, mean * draw.exponential(1));
    const double left = std::min(s.starting_care_most_months, mean * draw.exponential(2));
    count_stage(world, family, -1);
    family.stage = Stage::assessment;
    count_stage(world, family, +1);
    seek_worker(world, id, WaitReason::awaiting_manager);
    begin_stage(world, id, Stage::looked_after);
    withdraw(world, id, Work::court);
    family.unmark(in_court);
    family.stage_since = now - world.rules->work.months(age);
    family.referred_at = family.stage_since - working_days(s.starting_before_care_days);
    family.exit_at = now + world.rules->work.months(left);
    const Draw phases = world.draw(family.entity, starting_position, starting_care_phases);
    if (age < s.proceedings_weeks / weeks_in_month && phases.uniform(0) * 100 >= s.section_20_percent) {
        start_court(world, id);
        const double share_left = 1 - age / (s.proceedings_weeks / weeks_in_month);
        const double whole = s.proceedings_weeks * working_days_in_year / weeks_in_year;
        family.enquiry_timer = now + 1 + working_days(whole * share_left);
        world.schedule(family.enquiry_timer, EventKind::enquiry_timer, id);
    }
    family.review = whole_part<std::uint8_t>(std::min(most_contacts_and_reviews, care_reviews_held(s, age)));
    set_phase(world, id, Work::visit, phases.uniform(1));
    set_phase(world, id, Work::liaison, phases.uniform(2));
    const double wait = family.review == 0   ? first_care_review_months
                        : family.review == 1 ? second_care_wait(s)
                                             : later_care_wait(s);
    schedule_review(world, id, now + 1 + world.rules->work.months(wait * phases.uniform(3)));
    if (draw.happens(3, s.starting_prior_plan_care_percent / 100)) family.mark(had_plan);
}

void place_assessment(World& world, const BySeverity& mix) {
    const std::uint32_t id = start_family(world, Stage::assessment, mix);
    Family& family = world.state.families[id];
    const Draw draw = world.draw(family.entity, starting_position, starting_assessment);
    start_assessment(world, id);
    const Minutes age = working_days(draw.uniform(0) * family.target_days);
    family.referred_at = family.stage_since = world.state.now - age;
    family.workers_had = 0;
    if (draw.happens(1, world.settings().starting_prior_plan_assessment_percent / 100)) family.mark(had_plan);
}

// In the midst of light, long help: its visits go on.
void place_light_help(World& world, const BySeverity& mix) {
    const std::uint32_t id = start_family(world, Stage::assessment, mix);
    seek_worker(world, id, WaitReason::awaiting_manager);
    begin_stage(world, id, Stage::brief_help);
    Family& family = world.state.families[id];
    family.mark(light_help);
    const Settings& s = world.settings();
    const Draw draw = world.draw(family.entity, starting_position, starting_light_help);
    family.stage_since =
        world.state.now - world.rules->work.months(s.light_help_months * draw.exponential(0));
    family.referred_at = family.stage_since - working_days(s.starting_assessment_days);
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
    while (placed + part_of_a_child < children) {
        world.stop_if_asked();
        const int before = world.state.children_open;
        place(world, mix);
        placed += world.state.children_open - before;
    }
    return placed;
}

// How long before its closure a family was referred: most soon, some after a long plan.
double days_open_before(const Settings& s, double u) {
    const double soon = s.closed_soon_percent / 100;
    const double later = (s.closed_soon_percent + s.closed_later_percent) / 100;
    if (u < soon) return s.closed_soon_days;
    if (u < later) return s.closed_later_days;
    const double spread = std::max(0.0, s.closed_last_high_days - s.closed_last_low_days);
    return s.closed_last_low_days + spread * (u - later) / (1 - later);
}

// Ordinals of plans that a closed family had, beyond those that families of the first day may have.
constexpr std::uint8_t plan_before = 60;

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
    const double closures = s.referrals_per_year * returnable / s.children_per_family * years_of_return;
    // Had a protection plan before: likelier the more severe.
    const BySeverity planned_before = {
        s.closed_prior_plan_low_percent / 100, s.closed_prior_plan_moderate_percent / 100,
        s.closed_prior_plan_high_percent / 100, s.closed_prior_plan_acute_percent / 100};
    const auto number = whole_part<std::uint32_t>(closures);
    for (std::uint32_t k = 0; k < number; ++k) {
        if (k % closures_between_questions == 0) world.stop_if_asked();
        const std::uint32_t entity = closed_entity | k;
        const Draw draw = world.draw(entity, starting_closed, 0);
        const double age = years_of_return * (k + draw.uniform(0)) / closures;
        const double years = rules.returning.years(draw.exponential(1), 1);
        if (years < 0 || years <= age) continue;
        const Draw traits = world.draw(entity, family_traits, 0);
        const Severity severity = pick_severity(rules.pathway.mix, traits.uniform(1));
        const Season& season = rules.season_of[static_cast<std::size_t>(severity)];
        const double now = season.at(state.now);
        const Minutes back = std::max(state.now + 1, season.time_at(now + years - age));
        if (!world.may_return_by(back)) continue;
        const double days = days_open_before(s, draw.uniform(2));
        const Minutes referred = season.time_at(now - age) - working_days(days);
        state.closed.push_back(
            {entity, referred, back, draw_children(world, traits.uniform(0)), severity, 1, plan_before,
             nobody,
             static_cast<std::uint16_t>(traits.happens(2, planned_before[static_cast<int>(severity)]))});
        world.schedule(back, EventKind::family_returns, static_cast<std::uint32_t>(state.closed.size() - 1));
    }
}

}  // namespace headroom
