// The flows that the chances of a pathway add up to, followed fork by fork as a family meets them.
#pragma once

#include "sim/families/pathway.hpp"

namespace headroom {

// Shares of a year's referrals that take each way.
struct Flows {
    double enquiry_straight = 0, no_further_action = 0, no_assessment = 0, enquiry_in_assessment = 0;
    double conferences = 0, plans = 0, not_in_need = 0, care_at_assessment = 0, in_need_plans = 0, brief = 0;

    double enquiries() const { return enquiry_straight + enquiry_in_assessment; }
    double referrals() const {
        return no_further_action + no_assessment + plans + not_in_need + care_at_assessment + in_need_plans +
               brief;
    }
};

// One family in five who meets an enquiry had a plan before, which makes a conference likelier.
inline Flows flows_of(const Pathway& path, const Settings& settings) {
    constexpr double planned_before = 0.2;
    const double more = 1 + planned_before * (settings.prior_plan_weight - 1);
    Flows flows;
    for (std::size_t k = 0; k < severity_count; ++k) {
        const double straight = path.mix[k] * path.straight_to_enquiry[k];
        const double screened = path.mix[k] - straight;
        const double no_action = screened * path.no_further_action[k];
        const double unassessed = (screened - no_action) * path.no_assessment[k];
        const double assessed = screened - no_action - unassessed;
        const double found = assessed * path.enquiry_in_assessment[k];
        const double conferences = (straight + found) * path.conference[k] * more;
        const double plans = conferences * path.plan_at_conference;
        const double decided = straight + assessed - plans;
        flows.enquiry_straight += straight;
        flows.no_further_action += no_action;
        flows.no_assessment += unassessed;
        flows.enquiry_in_assessment += found;
        flows.conferences += conferences;
        flows.plans += plans;
        flows.not_in_need += decided * path.not_in_need[k];
        flows.care_at_assessment += decided * path.care_at_assessment[k];
        flows.in_need_plans += decided * path.in_need_plan[k];
        flows.brief +=
            decided * (1 - path.not_in_need[k] - path.care_at_assessment[k] - path.in_need_plan[k]);
    }
    return flows;
}

inline Flows flows_of(const Settings& settings) {
    return flows_of(Pathway(settings), settings);
}

}  // namespace headroom
