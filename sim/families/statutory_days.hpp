// Time limits set by statute or statutory guidance: not for a question to change. docs/evidence.md, Legal and
// local time limits, says where each was read.
#pragma once

namespace headroom {

// Working Together to Safeguard Children: a decision on a referral within one working day, an assessment
// within 45 of the referral, a conference within 15 of the strategy discussion, the first core group within
// 10 of the conference.
constexpr int referral_decision_days = 1;
constexpr int assessment_days = 45;
constexpr int conference_days = 15;
constexpr int core_group_days = 10;

// The lengths of local targets below that, by which shares of assessments are asked for
// (`assessment_target_10_percent` and those after it).
constexpr int short_target_days = 10;
constexpr int middle_target_days = 20;
constexpr int long_target_days = 30;

// Care Planning, Placement and Case Review (England) Regulations 2010: a visit within a week of placement; a
// review within 20 working days, then within three months, then every six.
constexpr int first_care_visit_days = 5;
constexpr double first_care_review_months = 0.95;
constexpr double second_care_review_months = 3;
constexpr double later_care_review_months = 6;

}  // namespace headroom
