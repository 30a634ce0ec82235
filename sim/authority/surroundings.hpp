// What an authority finds around it in one month.
#pragma once

namespace headroom {

// What shocks, and what differs from year to year, have made of the surroundings, now.
struct Surroundings {
    double recording = 1;  // times the normal time
    double partners = 1;
    double sign_off = 1;
    double screened_out = 0;  // share
    double leaving = 1;
    double caution = 1;          // times the chance of an enquiry
    double hiring = 1;           // times the chance that a campaign fills its post
    double posts_more = 0;       // share of the establishment, funded beside it
    double agency_more = 0;      // share of (agency + in post), added
    double managed_workers = 0;  // of a managed agency team
    bool freeze = false;
    double allocation = 1;      // times the normal time between allocations
    double worker_minutes = 0;  // for inspectors, on each of the month's first days
    double manager_minutes = 0;
    int late_days = 0;  // the same for an inspection of the month before, on so many of this one's first days
    double late_worker_minutes = 0;
    double late_manager_minutes = 0;
    // By the year alone; times the usual.
    double agency = 1;
    double sickness = 1;
    double conferences = 1;  // of enquiries
    double plans = 1;        // of conferences
    double care = 1;
    double in_need = 1;
    double not_in_need = 1;
    double no_further_action = 1;
    double assessment_days = 1;   // aimed at
    double conference_waits = 1;  // for partners, and for whoever puts a conference off
    double returning = 1;         // of families closed now
    double posts_year = 0;        // share of the establishment, funded or not any more
};

}  // namespace headroom
