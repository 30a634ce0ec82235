#include "tests/invariants/ways.hpp"

#include <string_view>

#include "sim/scenario/reader.hpp"
#include "tests/catch.hpp"

namespace headroom {

namespace {

constexpr std::string_view eighth = R"(
    "children_0_to_17": 7800, "referrals_per_year": 406, "in_need_plans_per_year": 119, "looked_after_per_year": 21,
    "assessment_open": 52, "in_need_plans_open": 66, "protection_plans_open": 32, "looked_after_open": 52,
    "in_post_fte": 23, "vacancies_fte": 4, "agency_fte": 3.5, "case_holders_fte": 13.5, "children_held": 206)";

// Each so tight that families wait for it.
constexpr std::string_view limits[] = {
    R"("kind": "none")",
    R"("kind": "advisory", "children": 9)",
    R"("kind": "hard", "children": 11, "newly_qualified": 7)",
    R"("kind": "hard", "children": 6, "unit": "families", "exempt": [])",
    R"("kind": "points", "points": 60, "newly_qualified": 50)",
    R"("kind": "by_type", "assessments": 4, "ongoing": 8)",
    R"("kind": "intake", "new_per_month": 2, "children": 14)",
};

constexpr std::string_view other_ways[] = {
    R"("policy": {"allocation": {"every_working_days": 0, "choice": "least_loaded"},
                  "caseload_limit": {"kind": "hard", "children": 11}})",
    R"("policy": {"allocation": {"every_working_days": 5, "choice": "round_robin"}})",
    R"("policy": {"allocation": {"choice": "continuity_first"}, "agency": {"convert_percent": 100}})",
    R"("policy": {"allocation": {"choice": "skill_matched"}, "agency": {"phase_out_months": 6}})",
    R"("policy": {"allocation": {"choice": "shortest_diary"}, "posts": {"add": 4, "support_workers": 3}})",
    R"("policy": {"posts": {"add": -3}, "recruitment": {"freeze": 1}})",
    R"("policy": {"practice": {"patch_teams": 1}, "caseload_limit": {"kind": "hard", "children": 12}})",
    R"("policy": {"practice": {"early_closure": 1, "raised_threshold_percent": 30},
                  "caseload_limit": {"kind": "hard", "children": 8}})",
    R"("policy": {"practice": {"section_20_percent": 0}, "retention": {"mentoring_senior_posts_percent": 100}})",
    R"("policy": {"caseload_limit": {"kind": "hard", "children": 12, "ramp_weeks": 26, "from_month": 4}})",
    R"("shocks": [{"kind": "referral_surge", "from_month": 1, "size": 60}, {"kind": "inspection", "from_month": 2},
                  {"kind": "manager_leaving", "from_month": 3, "size": 100}, {"kind": "partner_delay"},
                  {"kind": "newly_qualified_cohort", "from_month": 5}])",
    R"("shocks": [{"kind": "reorganisation", "from_month": 1, "size": 80}, {"kind": "it_outage", "from_month": 2},
                  {"kind": "managed_agency_team", "from_month": 3}, {"kind": "threshold_change", "from_month": 6}])",
    R"("shocks": [{"kind": "inadequate_judgement", "from_month": 1}, {"kind": "hiring_freeze", "from_month": 2},
                  {"kind": "pay_change", "from_month": 2, "size": -5}, {"kind": "director_leaving", "from_month": 3}])",
};

}  // namespace

Scenario small_authority(const std::vector<std::string>& alternatives, int months, const std::string& today) {
    std::string text = "{\"months\": " + std::to_string(months) +
                       ", \"settling_months\": 3, \"settings\": {" + std::string(eighth) + "}, \"today\": {" +
                       today + "}, \"alternatives\": [";
    for (std::size_t i = 0; i < alternatives.size(); ++i) {
        text += (i > 0 ? ", " : "") + std::string("{\"name\": \"") + std::to_string(i) + "\"" +
                (alternatives[i].empty() ? "" : ", ") + alternatives[i] + "}";
    }
    const Reading reading = read_question_text("a question of the test", text + "]}");
    INFO(sentences_of(reading.faults));
    REQUIRE(reading.is_good());
    return reading.scenario;
}

std::vector<std::string> every_way() {
    std::vector<std::string> ways(std::begin(other_ways), std::end(other_ways));
    for (const std::string_view limit : limits) {
        for (const std::string_view overflow : overflow_words) {
            ways.push_back("\"policy\": {\"caseload_limit\": {" + std::string(limit) + ", \"overflow\": \"" +
                           std::string(overflow) + "\"}}");
        }
    }
    return ways;
}

}  // namespace headroom
