#include "sim/policy/policy.hpp"

namespace headroom {

namespace {

constexpr Field<HardLimit> hard_fields[] = {
    {"children", &HardLimit::children, "cases per full-time worker", 1, 200,
     "the most a full-time social worker may hold"},
    {"newly_qualified", &HardLimit::newly_qualified, "cases per full-time worker", 0, 200,
     "the most for a newly qualified worker whose protection is delivered; 0: as others"},
    {"senior", &HardLimit::senior, "cases per full-time worker", 0, 200,
     "the most for a senior; 0: as others"},
    {"agency", &HardLimit::agency, "cases per full-time worker", 0, 200,
     "the most for an agency worker; 0: as others"},
};

constexpr Field<AdvisoryLimit> advisory_fields[] = {
    {"children", &AdvisoryLimit::children, "cases per full-time worker", 1, 200,
     "the preferred most for a social worker"},
    {"newly_qualified", &AdvisoryLimit::newly_qualified, "cases per full-time worker", 0, 200,
     "the preferred most for a protected newly qualified worker; 0: as others"},
    {"senior", &AdvisoryLimit::senior, "cases per full-time worker", 0, 200, "for a senior; 0: as others"},
    {"agency", &AdvisoryLimit::agency, "cases per full-time worker", 0, 200,
     "for an agency worker; 0: as others"},
    {"exceptional", &AdvisoryLimit::exceptional, "cases per full-time worker", 0, 200,
     "the most that an urgent family may take a worker to; 0: any number"},
};

constexpr Field<PointsLimit> points_fields[] = {
    {"points", &PointsLimit::points, "points", 10, 1000, "the most points of a full-time social worker"},
    {"fixed", &PointsLimit::fixed, "points", 0, 500, "points taken by work that is not casework"},
    {"newly_qualified", &PointsLimit::newly_qualified, "points", 1, 1000,
     "the most of a protected newly qualified"},
    {"assessment", &PointsLimit::assessment, "points per child", 0, 100, "a child in assessment"},
    {"brief_help", &PointsLimit::brief_help, "points per child", 0, 100, "a child in brief help"},
    {"child_in_need", &PointsLimit::child_in_need, "points per child", 0, 100, "a child on an in-need plan"},
    {"child_protection", &PointsLimit::child_protection, "points per child", 0, 100,
     "a child on a protection plan"},
    {"looked_after", &PointsLimit::looked_after, "points per child", 0, 100, "a looked-after child"},
    {"court", &PointsLimit::court, "points per child", 0, 100, "added while proceedings run"},
    {"complexity", &PointsLimit::complexity, "times", 1, 5, "multiplies for high and acute severity"},
};

constexpr Field<ByTypeLimit> by_type_fields[] = {
    {"assessments", &ByTypeLimit::assessments, "cases per full-time worker", 1, 200,
     "the most in assessment"},
    {"ongoing", &ByTypeLimit::ongoing, "cases per full-time worker", 1, 200, "the most of all other work"},
    {"newly_qualified_percent", &ByTypeLimit::newly_qualified_percent, "percent", 1, 100,
     "of both numbers, for a protected newly qualified worker"},
};

constexpr Field<IntakeLimit> intake_fields[] = {
    {"new_per_month", &IntakeLimit::new_per_month, "new cases per full-time worker and month", 0, 200,
     "the most new cases in 20 working days"},
    {"open_per_new", &IntakeLimit::open_per_new, "open cases", 0, 100,
     "above 0: one new for every so many open, instead of the number a month"},
    {"children", &IntakeLimit::children, "cases per full-time worker", 0, 200,
     "above 0: the most held besides"},
};

constexpr Field<AverageLimit> average_fields[] = {
    {"children", &AverageLimit::children, "cases per full-time worker, on average", 1, 200,
     "the most that all workers may hold on average"},
    {"whole_authority", &AverageLimit::whole_authority, "yes or no", 0, 1,
     "whether the average is the whole authority's, or each team's for itself"},
    {"everyone_counts", &AverageLimit::everyone_counts, "yes or no", 0, 1,
     "whether workers and managers who hold no case count in the average too"},
};

constexpr Field<CaseloadLimit> limit_fields[] = {
    {"ramp_weeks", &CaseloadLimit::ramp_weeks, "weeks", 0, 104,
     "over which a new starter's limit grows from half to the whole"},
};

constexpr Field<AllocationPolicy> allocation_fields[] = {
    {"every_working_days", &AllocationPolicy::every_working_days, "whole working days", 0, 60,
     "between a team's allocation points; 0: at once"},
};

constexpr Field<AgencyPolicy> agency_fields[] = {
    {"cover_percent", &AgencyPolicy::cover_percent, "percent", -1, 100,
     "share of vacant posts covered by agency workers, in place of today's share; -1: as in the published "
     "position"},
    {"most_percent", &AgencyPolicy::most_percent, "percent", 0, 100, "cap on agency / (agency + in post)"},
    {"budget_per_year", &AgencyPolicy::budget_per_year, "pounds", -1, 1e9,
     "cap on agency spending; -1: none"},
    {"price_cap_percent", &AgencyPolicy::price_cap_percent, "percent", 0, 1000,
     "most paid above an employed worker; dearer offers are declined"},
    {"phase_out_months", &AgencyPolicy::phase_out_months, "months", 0, 120,
     "over which agency cover is brought to nothing; 0: no phase-out"},
    {"experience_years", &AgencyPolicy::experience_years, "years", 0, 20,
     "least experience after qualifying"},
    {"cool_off_months", &AgencyPolicy::cool_off_months, "months", 0, 24,
     "before a leaver may come back through an agency"},
    {"notice_weeks", &AgencyPolicy::notice_weeks, "weeks", 0, 26, "an agency worker's notice"},
    {"convert_percent", &AgencyPolicy::convert_percent, "percent", 0, 100,
     "agency workers who take the permanent post at the end of their stay"},
    {"managed_teams_allowed", &AgencyPolicy::managed_teams_allowed, "yes or no", 0, 1,
     "whether a whole agency team under its own manager may be hired"},
};

constexpr Field<PostsPolicy> posts_fields[] = {
    {"add", &PostsPolicy::add, "posts", -1000, 1000,
     "case-holding posts added to the establishment, vacant at first"},
    {"add_percent", &PostsPolicy::add_percent, "percent", -50, 100,
     "the same in percent of today's case-holding posts, filled or not; beside `add`"},
    {"support_workers", &PostsPolicy::support_workers, "full-time equivalents", 0, 1000,
     "support workers who take recording and travel from social workers"},
};

constexpr Field<RecruitmentPolicy> recruitment_fields[] = {
    {"weeks_to_hire", &RecruitmentPolicy::weeks_to_hire, "weeks", -1, 104,
     "advert to start; -1: the setting"},
    {"attractiveness_percent", &RecruitmentPolicy::attractiveness_percent, "percent", 0, 1000,
     "multiplies the chance that a campaign fills its post"},
    {"newly_qualified_per_cohort", &RecruitmentPolicy::newly_qualified_per_cohort, "workers", -1, 500,
     "newly qualified workers in each September and February cohort, in place of today's intake: a small "
     "number is fewer than today; -1: today's intake"},
    {"newly_qualified_more", &RecruitmentPolicy::newly_qualified_more, "workers", 0, 500,
     "newly qualified workers a year who start beside today's intake, in September and February, as far as "
     "there are vacant posts for them"},
    {"freeze", &RecruitmentPolicy::freeze, "yes or no", 0, 1, "no new campaign starts"},
};

constexpr Field<RetentionPolicy> retention_fields[] = {
    {"pay_supplement_percent", &RetentionPolicy::pay_supplement_percent, "percent", 0, 100,
     "paid above salary"},
    {"workers_per_manager", &RetentionPolicy::workers_per_manager, "workers for each manager", -1, 20,
     "case-holding posts for each manager: fewer means deputies hired who share the supervision, more means "
     "managers' posts closed; -1: the setting"},
    {"newly_qualified_protection_percent", &RetentionPolicy::newly_qualified_protection_percent, "percent",
     -1, 100, "newly qualified workers whose protected caseload is delivered; -1: the setting"},
    {"mentoring_senior_posts_percent", &RetentionPolicy::mentoring_senior_posts_percent, "percent", 0, 100,
     "seniors who mentor and so reduce their own casework"},
};

constexpr Field<PracticePolicy> practice_fields[] = {
    {"raised_threshold_percent", &PracticePolicy::raised_threshold_percent, "percent", 0, 100,
     "families of low and moderate severity with need who are screened out"},
    {"early_closure", &PracticePolicy::early_closure, "yes or no", 0, 1,
     "a team with a waiting list closes early at reviews"},
    {"early_closure_progress_percent", &PracticePolicy::early_closure_progress_percent, "percent", 0, 100,
     "share of the need met at which it does"},
    {"section_20_percent", &PracticePolicy::section_20_percent, "percent", -1, 100,
     "care starts by agreement, without proceedings; -1: the setting"},
    {"patch_teams", &PracticePolicy::patch_teams, "yes or no", -1, 1,
     "generic teams that hold every stage; -1: the setting"},
};

constexpr ShockRow all_shocks[] = {
    {ShockKind::referral_surge, "percent more referrals", 20, -90, 500, 12, "more referrals for some months"},
    {ShockKind::inspection, "hours per worker", 12, 0, 200, 1,
     "notice and fieldwork weeks of an inspection take hours of workers, three times as many of managers"},
    {ShockKind::inadequate_judgement, "times the published effect", 1, 0, 5, 36,
     "a fifth more referrals, decaying, and a fifth more enquiries and protection plans; posts funded and "
     "hard to fill, agency +7 and vacancy +8 points"},
    {ShockKind::it_outage, "percent longer recording", 100, 0, 1000, 1,
     "recording takes longer, records fall behind"},
    {ShockKind::director_leaving, "percent slower", 50, 0, 500, 6, "sign-off and allocation are slower"},
    {ShockKind::manager_leaving, "managers", 1, 1, 100, 4,
     "team managers leave their posts empty for the months; the next team's manager stands in"},
    {ShockKind::hiring_freeze, "", 1, 1, 1, 12, "no new campaign starts"},
    {ShockKind::pay_change, "percent", -3, -50, 50, 12, "pay against the neighbours, which moves leaving"},
    {ShockKind::reorganisation, "percent of families", 50, 0, 100, 0,
     "families move to other teams and workers"},
    {ShockKind::threshold_change, "percent screened out", 10, 0, 100, 12,
     "a raised threshold at the front door"},
    {ShockKind::newly_qualified_cohort, "workers", 10, 1, 500, 0,
     "a cohort of newly qualified workers starts"},
    {ShockKind::managed_agency_team, "workers", 6, 1, 100, 9, "an agency team under its own manager"},
    {ShockKind::partner_delay, "percent longer", 100, 0, 1000, 6, "health, police and schools answer later"},
    {ShockKind::inspection_regime, "times the settings' hours", 1, 0, 20, 36,
     "a check every year, an inspection every three, a profile every quarter, and monitoring after an "
     "inadequate "
     "judgement"},
};

}  // namespace

std::span<const Field<HardLimit>> HardLimit::fields() {
    return hard_fields;
}
std::span<const Field<AdvisoryLimit>> AdvisoryLimit::fields() {
    return advisory_fields;
}
std::span<const Field<PointsLimit>> PointsLimit::fields() {
    return points_fields;
}
std::span<const Field<ByTypeLimit>> ByTypeLimit::fields() {
    return by_type_fields;
}
std::span<const Field<IntakeLimit>> IntakeLimit::fields() {
    return intake_fields;
}
std::span<const Field<AverageLimit>> AverageLimit::fields() {
    return average_fields;
}
std::span<const Field<CaseloadLimit>> CaseloadLimit::fields() {
    return limit_fields;
}
std::span<const Field<AllocationPolicy>> AllocationPolicy::fields() {
    return allocation_fields;
}
std::span<const Field<AgencyPolicy>> AgencyPolicy::fields() {
    return agency_fields;
}
std::span<const Field<PostsPolicy>> PostsPolicy::fields() {
    return posts_fields;
}
std::span<const Field<RecruitmentPolicy>> RecruitmentPolicy::fields() {
    return recruitment_fields;
}
std::span<const Field<RetentionPolicy>> RetentionPolicy::fields() {
    return retention_fields;
}
std::span<const Field<PracticePolicy>> PracticePolicy::fields() {
    return practice_fields;
}
std::span<const ShockRow> shock_rows() {
    return all_shocks;
}

}  // namespace headroom
