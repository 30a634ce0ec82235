#include "sim/families/work_plan.hpp"

namespace headroom {

namespace {

constexpr double no_spread = 1e-9;  // a lognormal needs some

}  // namespace

WorkPlan::WorkPlan(const Settings& s)
    : scale_(s.work_scale),
      month_(working_days(working_days_in_month)),
      severity_urgency_(working_days(s.urgency_severity_days)),
      exponential_(s.task_hours_exponential > 0.5),
      spread_(Lognormal::from_mean_cv(1, s.task_hours_variation > 0 ? s.task_hours_variation : no_spread)) {
    for (int children = 0; children < sizes; ++children) {
        size_factor_[children] = 1 + s.sibling_share * (children > 1 ? children - 1 : 0);
    }
    fill_spread_table();
    plan_repeating(s);
    rank(s);
    weigh(s);
}

// The middles of equal shares, scaled so that their mean is 1 like the distribution's.
void WorkPlan::fill_spread_table() {
    constexpr int entries = 1 << spread_bits;
    double sum = 0;
    std::array<double, entries> spreads;
    for (std::size_t k = 0; k < entries; ++k) {
        spreads[k] = spread_at((static_cast<double>(k) + 0.5) / entries);
        sum += spreads[k];
    }
    spread_table_.reserve(entries);
    for (const double spread : spreads) spread_table_.push_back(static_cast<float>(spread * entries / sum));
}

void WorkPlan::plan_repeating(const Settings& s) {
    const double visit_part = 60 * (1 - s.recording_share);
    set(Stage::child_in_need, Work::visit, s.hours_per_visit_child_in_need * visit_part,
        s.days_between_visits_child_in_need);
    set(Stage::child_protection, Work::visit, s.hours_per_visit_child_protection * visit_part,
        s.days_between_visits_child_protection);
    set(Stage::looked_after, Work::visit, s.hours_per_visit_looked_after * visit_part,
        s.days_between_visits_looked_after);
    set(Stage::child_in_need, Work::liaison, s.hours_liaison_child_in_need * 60, working_days_in_month);
    set(Stage::child_protection, Work::liaison, s.hours_core_group * 60, working_days_in_month);
    set(Stage::looked_after, Work::liaison, s.hours_liaison_looked_after * 60, working_days_in_month);
    // Court work may begin on a protection plan too; the same for every stage.
    const double court_minutes = s.hours_court * 60 * s.court_work_days / working_days_in_month;
    set(Stage::looked_after, Work::court, court_minutes, s.court_work_days);
    set(Stage::child_protection, Work::court, court_minutes, s.court_work_days);
}

void WorkPlan::rank(const Settings& s) {
    for (int stage = 0; stage < stage_count; ++stage) {
        auto& row = planned_[stage];
        double days = 0;
        if (static_cast<Stage>(stage) == Stage::assessment) days = s.urgency_assessment_days;
        // Brief help is the end of an assessment, in the same hands.
        if (static_cast<Stage>(stage) == Stage::brief_help) days = s.urgency_assessment_days;
        if (static_cast<Stage>(stage) == Stage::screening) days = s.urgency_enquiry_days;
        if (static_cast<Stage>(stage) == Stage::child_protection) days = s.urgency_protection_days;
        if (static_cast<Stage>(stage) == Stage::looked_after) days = s.urgency_looked_after_days;
        for (PlannedWork& work : row) work.urgency = working_days(days);
        row[static_cast<int>(Work::enquiry)].urgency = working_days(s.urgency_enquiry_days);
        row[static_cast<int>(Work::crisis)].urgency = working_days(s.urgency_enquiry_days);
        row[static_cast<int>(Work::court)].urgency = working_days(s.urgency_court_days);
        row[static_cast<int>(Work::record)].urgency = working_days(s.urgency_recording_days);
    }
}

// Expected minutes in four weeks of one child's plan at each stage.
void WorkPlan::weigh(const Settings& s) {
    constexpr int days = working_days_in_four_weeks;
    const auto weigh_stage = [&](Stage stage, double visit_hours, double visit_days, double month_hours,
                                 double crises) {
        load_[static_cast<int>(stage)] =
            scale_ * 60 *
            (visit_hours * days / visit_days + month_hours * days / working_days_in_month +
             crises * s.hours_crisis * days / working_days_in_year);
    };
    const double assessment_hours =
        2 * s.hours_assessment_visit + s.hours_assessment_checks + s.hours_assessment_write_up;
    weigh_stage(Stage::assessment, assessment_hours, s.assessment_load_days, 0, s.crisis_per_year_assessment);
    weigh_stage(Stage::brief_help, s.hours_per_visit_brief_help, s.brief_help_load_days, 0,
                s.crisis_per_year_brief_help);
    weigh_stage(Stage::child_in_need, s.hours_per_visit_child_in_need, s.days_between_visits_child_in_need,
                s.hours_liaison_child_in_need + s.hours_review_child_in_need / s.in_need_load_review_months,
                s.crisis_per_year_child_in_need);
    weigh_stage(Stage::child_protection, s.hours_per_visit_child_protection,
                s.days_between_visits_child_protection,
                s.hours_core_group + s.hours_review_child_protection / s.protection_load_review_months,
                s.crisis_per_year_child_protection);
    weigh_stage(
        Stage::looked_after, s.hours_per_visit_looked_after, s.days_between_visits_looked_after,
        s.hours_liaison_looked_after + s.hours_review_looked_after / s.looked_after_load_review_months,
        s.crisis_per_year_looked_after);
    court_load_ = scale_ * 60 * s.hours_court * days / working_days_in_month;
}

void WorkPlan::set(Stage stage, Work work, double minutes, double days) {
    // Intervals are even minutes, since work is released half an interval before it is due.
    const Minutes interval = working_days(days) / 2 * 2;
    planned_[static_cast<int>(stage)][static_cast<int>(work)] = {minutes, minutes > 0 ? interval : 0, 0};
}

}  // namespace headroom
