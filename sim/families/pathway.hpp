// The chances at every fork of a family's path, by severity, such that the yearly flows are the published
// ones.
#pragma once

#include <array>

#include "sim/families/stage.hpp"
#include "sim/settings/setting.hpp"

namespace headroom {

using BySeverity = std::array<double, severity_count>;

// Scales weights so that their mean over the mix is the target share; each is kept within 0 and `most`.
BySeverity shares_matching(const BySeverity& mix, const BySeverity& weights, double target, double most);

// Chances at each fork. Alternative to fitting them here: settings for each chance, which no return
// publishes.
struct Pathway {
    BySeverity mix;                    // of families referred
    BySeverity straight_to_enquiry;    // at screening
    BySeverity no_further_action;      // at screening
    BySeverity no_assessment;          // of the rest, at screening
    BySeverity enquiry_in_assessment;  // of families in assessment without one
    BySeverity conference;             // of enquiries
    double plan_at_conference = 0;
    BySeverity not_in_need;  // of assessments without a protection plan
    BySeverity care_at_assessment;
    BySeverity in_need_plan;
    double enquiries_per_year_open = 0;  // of a family on an in-need plan or in brief help
    BySeverity enquiry_open_weight;      // times the above
    BySeverity care_at_protection_review;
    BySeverity care_at_in_need_review;
    double new_share = 0;  // of referrals that are not returns

    explicit Pathway(const Settings& settings);

    // Of assessments without a protection plan, the share that ends in brief help.
    double brief_help() const;
};

}  // namespace headroom
