#include "sim/settings/setting_names.hpp"

#include <algorithm>
#include <iterator>

#include "sim/settings/evidence_range.hpp"

namespace headroom {

namespace {

// A setting that a fit moves and that has no evidence range, since published figures settle it.
struct NamedSetting {
    std::string_view key, name;
};

constexpr NamedSetting named_settings[] = {
    {"referrals_per_year", "referrals a year"},
    {"no_further_action_percent", "referrals with no further action, %"},
    {"assessed_not_in_need_percent", "referrals assessed as not in need, %"},
    {"s47_per_referral_percent", "section 47 enquiries per 100 referrals"},
    {"conferences_per_s47_percent", "enquiries that lead to a conference, %"},
    {"plans_per_conference_percent", "conferences that lead to a plan, %"},
    {"in_need_plans_per_year", "in-need plans started a year"},
    {"looked_after_per_year", "children who come into care a year"},
    {"protection_need_contacts", "visits a protection plan needs"},
    {"protection_need_log_sd", "how much protection plans differ in need"},
    {"looked_after_long_months", "months of a long stay in care"},
    {"brief_help_ends_per_visit_percent", "brief help that ends after a visit, %"},
    {"no_assessment_percent", "referrals answered without an assessment, %"},
    {"assessed_again_at_review_percent", "reviews that update the assessment, %"},
    {"load_sharing_above_percent", "how uneven teams' loads may be, %"},
    {"light_help_percent", "brief help that goes on for long, %"},
    {"light_help_months", "months that light, long help lasts"},
    {"held_by_others_percent", "children held by other services, %"},
    {"prior_plan_weight", "how far an earlier plan brings another"},
    {"assessment_target_10_percent", "assessments planned for 10 days, %"},
    {"assessment_target_20_percent", "assessments planned for 20 days, %"},
    {"assessment_target_30_percent", "assessments planned for 30 days, %"},
    {"assessment_target_last_days", "days of the longest target of assessments"},
    {"assessment_held_up_days", "days that held-up assessments wait"},
    {"write_up_lead_days", "days before the target to start a write-up"},
    {"assessment_held_up_percent", "assessments that families or reports hold up, %"},
    {"conference_booked_early_days", "days that conferences are booked early"},
    {"conference_partners_late_percent", "conferences that partners put off, %"},
    {"turnover_percent", "turnover, %"},
    {"hires_per_leaver", "hires for each worker who leaves"},
    {"partner_reply_days", "days that partners take to reply"},
    {"agency_covering_vacancies_percent", "agency workers who cover vacancies, %"},
    {"agency_stay_months", "months that an agency worker stays"},
    {"absence_percent", "days lost to sickness, %"},
    {"internal_moves_percent", "workers who change team in a year, %"},
};

}  // namespace

std::string name_of_setting(std::string_view key) {
    if (const EvidenceRange* const range = find_evidence_range(key)) return std::string(range->name);
    const auto found = std::ranges::find(named_settings, key, &NamedSetting::key);
    return std::string(found == std::end(named_settings) ? key : found->name);
}

}  // namespace headroom
