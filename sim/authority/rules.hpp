// What the settings come to: rates, chances and tables, made once for a branch.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

#include "sim/authority/due_times.hpp"
#include "sim/engine/calendar.hpp"
#include "sim/families/family.hpp"
#include "sim/families/margin.hpp"
#include "sim/families/pathway.hpp"
#include "sim/families/returning.hpp"
#include "sim/families/work_plan.hpp"
#include "sim/referrals/demand.hpp"
#include "sim/referrals/season.hpp"
#include "sim/settings/setting.hpp"
#include "sim/workforce/worker.hpp"

namespace headroom {

// Contacts and days at which the tables below end: beyond them nothing more is gained or lost.
constexpr int most_remembered = 63;

// What the settings come to: made once for a branch, never changed within it.
struct Rules {
    const Settings& settings;
    Pathway pathway;
    WorkPlan work;
    ReturnTime returning;
    Season season;                                 // of all referrals: new families
    std::array<Season, severity_count> season_of;  // by severity: returns
    std::vector<BySeverity> mix_of_month;          // of new families, from the calendar's first month
    std::vector<double> no_action_in_month;        // times the usual chance, the same
    std::vector<double> not_in_need_in_month;
    std::vector<double> put_off_in_month;      // conferences
    double families_per_year;                  // new ones
    double children_share[most_children + 1];  // cumulative, of family sizes 1 to 6
    double leaving_per_week;                   // base hazard
    double leaving_per_week_most;              // the same of whoever leaves most readily
    double short_sickness_per_week;
    double long_sickness_per_week;
    double fill_chance[post_kind_count];  // of one campaign, by kind of post
    double newly_qualified_per_year;
    double agency_cover_chance;                        // that a vacancy asks for agency cover
    double long_agency_fte;                            // agency outside the establishment
    float newly_qualified_visit;                       // what it achieves against another's
    float bond[most_remembered + 1];                   // what a visit achieves after so many contacts
    std::uint16_t reorientation[most_remembered + 1];  // extra minutes after so many days
    DueTimes due;

    Rules(const Settings& settings, const Calendar& calendar, const Demand& demand);

    // What a visit achieves by a worker who has made so many.
    float bond_after(int contacts) const { return bond[std::min(contacts, most_remembered)]; }
};

// Of the posts that there are, those that hold cases.
double case_holding_share(const Settings& settings);

}  // namespace headroom
