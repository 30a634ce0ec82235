// When work is due, and how long is waited: the settings' days as working time, made once for a branch.
#pragma once

#include "sim/engine/working_time.hpp"
#include "sim/families/statutory_days.hpp"
#include "sim/settings/setting.hpp"

namespace headroom {

// Each from what its setting says: docs/evidence.md, Dates within a stage.
struct DueTimes {
    // Of an assessment; leads count back from its target.
    Minutes first_visit, first_visit_lead, checks, second_visit_lead, partner_lead;
    Minutes partners_late;  // from its start, where partners are known to be late
    Minutes update_write_up, update_sign_off;
    // Of an enquiry.
    Minutes enquiry_visits, enquiry_report;
    // As help begins or goes on.
    Minutes brief_visit, first_brief_visit, first_in_need_visit, first_in_need_liaison,
        first_protection_visit;
    Minutes first_care_liaison, taken_back_visit, taken_back_liaison, court, closing;
    // What comes with visits, reviews and new workers.
    Minutes recording, handover, review_preparation;
    Minutes paper_clock;  // lateness that counts as not done at all
    // Of whoever is not there, or has too much else to do.
    Minutes absence_passed_over, manager_overspread;

    explicit DueTimes(const Settings& s)
        : first_visit(working_days(s.assessment_first_visit_days)),
          first_visit_lead(working_days(s.assessment_first_visit_lead_days)),
          checks(working_days(s.assessment_checks_days)),
          second_visit_lead(working_days(s.assessment_second_visit_lead_days)),
          partner_lead(working_days(s.partner_wait_lead_days)),
          partners_late(working_days(assessment_days - s.partner_wait_lead_days)),
          update_write_up(working_days(s.update_write_up_days)),
          update_sign_off(working_days(s.update_sign_off_days)),
          enquiry_visits(working_days(s.enquiry_visits_days)),
          enquiry_report(working_days(s.enquiry_report_days)),
          brief_visit(working_days(s.brief_help_visit_due_days)),
          first_brief_visit(working_days(s.first_visit_brief_help_days)),
          first_in_need_visit(working_days(s.first_visit_in_need_days)),
          first_in_need_liaison(working_days(s.first_liaison_in_need_days)),
          first_protection_visit(working_days(s.first_visit_protection_days)),
          first_care_liaison(working_days(s.first_liaison_looked_after_days)),
          taken_back_visit(working_days(s.taken_back_visit_days)),
          taken_back_liaison(working_days(s.taken_back_liaison_days)),
          court(working_days(s.court_work_days)),
          closing(working_days(s.closing_days)),
          recording(working_days(s.recording_days)),
          handover(working_days(s.handover_days)),
          review_preparation(working_days(s.review_preparation_days)),
          paper_clock(working_days(s.paper_clock_days)),
          absence_passed_over(working_days(s.absence_passed_over_days)),
          manager_overspread(working_days(s.manager_overspread_days)) {}
};

}  // namespace headroom
