#include "sim/families/work_plan.hpp"

namespace headroom {

namespace {

constexpr double days_per_month = 21.1;  // 253 working days a year

}  // namespace

WorkPlan::WorkPlan(const Settings& s)
    : scale_(s.work_scale),
      month_(working_days(days_per_month)),
      exponential_(s.task_hours_exponential > 0.5),
      spread_(Lognormal::from_mean_cv(1, s.task_hours_variation > 0 ? s.task_hours_variation : 1e-9)) {
    for (int children = 0; children < 16; ++children) {
        size_factor_[children] = 1 + s.sibling_share * (children > 1 ? children - 1 : 0);
    }
    // The middles of 4,096 equal shares, scaled so that their mean is 1 like the distribution's.
    constexpr int entries = 4096;
    double sum = 0;
    std::array<double, entries> spreads;
    for (std::size_t k = 0; k < entries; ++k) {
        spreads[k] = spread_at((static_cast<double>(k) + 0.5) / entries);
        sum += spreads[k];
    }
    spread_table_.reserve(entries);
    for (const double spread : spreads) spread_table_.push_back(static_cast<float>(spread * entries / sum));
    const double visit_part = 60 * (1 - s.recording_share);
    set(Stage::child_in_need, Work::visit, s.hours_per_visit_child_in_need * visit_part,
        s.days_between_visits_child_in_need);
    set(Stage::child_protection, Work::visit, s.hours_per_visit_child_protection * visit_part,
        s.days_between_visits_child_protection);
    set(Stage::looked_after, Work::visit, s.hours_per_visit_looked_after * visit_part,
        s.days_between_visits_looked_after);
    set(Stage::child_in_need, Work::liaison, s.hours_liaison_child_in_need * 60, days_per_month);
    set(Stage::child_protection, Work::liaison, s.hours_core_group * 60, days_per_month);
    set(Stage::looked_after, Work::liaison, s.hours_liaison_looked_after * 60, days_per_month);
    set(Stage::looked_after, Work::court, s.hours_court * 60 * 10 / days_per_month, 10);
    // Court work may begin on a protection plan too; the same for every stage.
    set(Stage::child_protection, Work::court, s.hours_court * 60 * 10 / days_per_month, 10);

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

    const auto monthly = [&](Stage stage, double visit_hours, double visit_days, double month_hours,
                             double crises) {
        load_[static_cast<int>(stage)] = scale_ * 60 *
                                         (visit_hours * 20 / visit_days + month_hours * 20 / days_per_month +
                                          crises * s.hours_crisis * 20 / 253);
    };
    const double assessment_hours =
        2 * s.hours_assessment_visit + s.hours_assessment_checks + s.hours_assessment_write_up;
    monthly(Stage::assessment, assessment_hours, 30, 0, s.crisis_per_year_assessment);
    monthly(Stage::brief_help, s.hours_per_visit_brief_help, 15, 0, s.crisis_per_year_brief_help);
    monthly(Stage::child_in_need, s.hours_per_visit_child_in_need, s.days_between_visits_child_in_need,
            s.hours_liaison_child_in_need + s.hours_review_child_in_need / 3,
            s.crisis_per_year_child_in_need);
    monthly(Stage::child_protection, s.hours_per_visit_child_protection,
            s.days_between_visits_child_protection,
            s.hours_core_group + s.hours_review_child_protection / 4.5, s.crisis_per_year_child_protection);
    monthly(Stage::looked_after, s.hours_per_visit_looked_after, s.days_between_visits_looked_after,
            s.hours_liaison_looked_after + s.hours_review_looked_after / 6, s.crisis_per_year_looked_after);
    court_load_ = scale_ * 60 * s.hours_court * 20 / days_per_month;
}

void WorkPlan::set(Stage stage, Work work, double minutes, double days) {
    // Intervals are even minutes, since work is released half an interval before it is due.
    const Minutes interval = working_days(days) / 2 * 2;
    planned_[static_cast<int>(stage)][static_cast<int>(work)] = {minutes, minutes > 0 ? interval : 0, 0};
}

}  // namespace headroom
