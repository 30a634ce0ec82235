#include "sim/scenario/sensible.hpp"

#include <initializer_list>

#include "sim/places/shares.hpp"

namespace headroom {

namespace {

void find_no_workers(const Settings& settings, const ValuePath& path, Findings& findings) {
    const double workers = settings.in_post_fte + settings.agency_fte;
    if (settings.in_post_fte + settings.vacancies_fte <= 0) {
        findings.add(step_into(path, "in_post_fte"), "0 and vacancies_fte too",
                     "above 0 in one of the two, or there are no posts");
    }
    if (workers <= 0) {
        findings.add(step_into(path, "in_post_fte"), "0 and agency_fte too",
                     "above 0 in one of the two, or there are no workers");
    } else if (settings.case_holders_fte <= 0) {
        findings.add(step_into(path, "case_holders_fte"), "0", "above 0, or nobody can hold a family");
    } else if (settings.case_holders_fte > workers) {
        findings.add(step_into(path, "case_holders_fte"), number_text(settings.case_holders_fte),
                     "at most in_post_fte and agency_fte together, " + number_text(workers));
    }
}

// More than the model can number, and ten times the largest authority: a slip of a digit.
void find_too_many_posts(const Settings& settings, const ValuePath& path, Findings& findings) {
    constexpr double most = 10000;
    const double posts = settings.in_post_fte + settings.vacancies_fte;
    if (posts > most)
        findings.add(step_into(path, "in_post_fte"), number_text(posts) + " with vacancies_fte",
                     "at most " + number_text(most) + " in the two together");
}

double sum_of(std::initializer_list<double Settings::*> parts, const Settings& settings) {
    double sum = 0;
    for (double Settings::*part : parts) sum += settings.*part;
    return sum;
}

void tell_excess(const Shares& shares, double sum, const ValuePath& path, Findings& findings) {
    const std::string first(shares.keys.substr(0, shares.keys.find(',')));
    findings.add(step_into(path, first),
                 "too large: " + std::string(shares.keys) + " come to " + number_text(sum),
                 "at most 100 percent with the others");
}

// Shares beyond 100 percent that the settings before did not have already.
void find_excess(const Settings& settings, const Settings& before, const ValuePath& path,
                 Findings& findings) {
    for (const Shares& shares : all_shares()) {
        const double sum = sum_of(shares, settings);
        if (is_beyond_the_whole(shares, settings) && sum != sum_of(shares, before))
            tell_excess(shares, sum, path, findings);
    }
}

bool has_too_few_referrals(const Settings& settings) {
    return settings.referrals_per_year < settings.looked_after_per_year;
}

// Every child who becomes looked after was referred, so a year of fewer referrals than care starts is a slip:
// most often figures of a week or a month among those of a year. Told once, where the settings say it first.
void find_too_few_referrals(const Settings& settings, const Settings& before, const ValuePath& path,
                            Findings& findings) {
    if (!has_too_few_referrals(settings) || has_too_few_referrals(before)) return;
    findings.add(step_into(path, "referrals_per_year"), number_text(settings.referrals_per_year),
                 "at least looked_after_per_year, " + number_text(settings.looked_after_per_year) +
                     ": both count the children of a year, and a child is referred before becoming looked "
                     "after");
}

// Children of a stage, and the hours by which posts are shared out to the teams that hold it.
struct HeldStage {
    std::string_view key, name;
    std::initializer_list<double Settings::*> children, hours;
};

// Posts follow the work, so a stage without any hours gets no team, and its families would have nowhere to
// go.
void find_no_teams(const Settings& settings, const ValuePath& path, Findings& findings) {
    const HeldStage stages[] = {
        {"assessment_open",
         "assessment",
         {&Settings::assessment_open},
         {&Settings::hours_assessment_visit, &Settings::hours_assessment_checks,
          &Settings::hours_assessment_write_up, &Settings::hours_per_visit_brief_help,
          &Settings::hours_closing, &Settings::hours_strategy_discussion, &Settings::hours_enquiry_visits,
          &Settings::hours_enquiry_report}},
        {"in_need_plans_open",
         "plans",
         {&Settings::in_need_plans_open, &Settings::protection_plans_open},
         {&Settings::hours_per_visit_child_in_need, &Settings::hours_liaison_child_in_need,
          &Settings::hours_review_child_in_need, &Settings::hours_per_visit_child_protection,
          &Settings::hours_core_group, &Settings::hours_review_child_protection, &Settings::hours_handover_in,
          &Settings::hours_closing, &Settings::hours_enquiry_visits, &Settings::hours_crisis}},
        {"looked_after_open",
         "looked-after children",
         {&Settings::looked_after_open},
         {&Settings::hours_per_visit_looked_after, &Settings::hours_liaison_looked_after,
          &Settings::hours_review_looked_after, &Settings::hours_liaison_new_looked_after,
          &Settings::hours_court, &Settings::hours_handover_in, &Settings::hours_crisis}},
    };
    for (const HeldStage& stage : stages) {
        const double children = sum_of(stage.children, settings);
        if (settings.patch_teams > 0 || children <= 0 || sum_of(stage.hours, settings) > 0) continue;
        findings.add(step_into(path, stage.key),
                     number_text(children) + " children while all hours of work for " +
                         std::string(stage.name) + " are 0",
                     "0, or some hours above 0, or there is no team for them");
    }
}

// Case-holding posts are those of today's case holders and of the vacancies that nobody covers.
void find_no_posts(const Alternative& alternative, const ValuePath& path, Findings& findings) {
    const Settings& settings = alternative.settings;
    for (const DatedPolicy& dated : alternative.policies) {
        const double left = settings.case_holders_fte + settings.vacancies_fte + dated.policy.posts.add;
        if (left > 0 || settings.case_holders_fte <= 0) continue;
        findings.add(
            path,
            number_text(dated.policy.posts.add) + " posts from month " + std::to_string(dated.from_month),
            "fewer taken away, or no case-holding post is left");
        return;
    }
}

}  // namespace

void find_contradictions(const Scenario& scenario, std::size_t written, Findings& findings) {
    find_no_workers(scenario.settings, "/settings", findings);
    find_too_many_posts(scenario.settings, "/settings", findings);
    find_no_teams(scenario.settings, "/settings", findings);
    find_too_few_referrals(scenario.settings, Settings{}, "/settings", findings);
    find_excess(scenario.settings, Settings{}, "/settings", findings);
    for (std::size_t place = 0; place < scenario.alternatives.size(); ++place) {
        const Alternative& alternative = scenario.alternatives[place];
        const ValuePath path = step_into("/alternatives", place);
        const bool is_made = place >= written;
        const ValuePath settings_path = is_made ? ValuePath("/steps") : step_into(path, "settings");
        find_excess(alternative.settings, scenario.settings, settings_path, findings);
        find_too_few_referrals(alternative.settings, scenario.settings, settings_path, findings);
        find_no_posts(alternative,
                      is_made ? "/steps/posts.add" : step_into(step_into(path, "policy"), "posts"), findings);
    }
}

}  // namespace headroom
