#include "tests/scenario/bad_questions.hpp"

const std::vector<BadQuestion>& contradictions() {
    static const std::vector<BadQuestion> all = {
        {"two alternatives of one name",
         R"({"alternatives": [{"name": "As now"}, {"name": "As now"}]})",
         {R"(, line 1: alternatives[2].name is "As now" again, as alternatives[1].name, but should be a name of its own.)"},
         SeenBy::reader_only},
        {"policies out of order",
         R"({"alternatives": [{"name": "a", "policy": [{"from_month": 6}, {"from_month": 3}]}]})",
         {", line 1: alternatives[1].policy[2].from_month is 3, but should be above 6, the month of the "
          "policy before it."},
         SeenBy::reader_only},
        {"two policies from one month",
         R"({"alternatives": [{"name": "a", "policy": [{}, {}]}]})",
         {", line 1: alternatives[1].policy[2].from_month is 0, but should be above 0, the month of the "
          "policy before it."},
         SeenBy::reader_only},
        {"a lever before the policy it is part of",
         R"({"alternatives": [{"name": "a", "policy": {"from_month": 6, "posts": {"add": 1, "from_month": 3}}}]})",
         {", line 1: alternatives[1].policy.posts.from_month is 3, but should be at least 6, the month from "
          "which the "
          "policy around it is in force."},
         SeenBy::reader_only},
        {"a change after the end",
         R"({"months": 12, "alternatives": [{"name": "a", "policy": {"from_month": 12}}]})",
         {", line 1: alternatives[1].policy.from_month is 12, but should be below 12, or it would change "
          "nothing in a "
          "run of so many months."},
         SeenBy::reader_only},
        {"a shock after the end",
         R"({"months": 12, "shocks": [{"kind": "inspection", "from_month": 24}]})",
         {", line 1: shocks[1].from_month is 24, but should be below 12, or it would change nothing in a run "
          "of so many "
          "months."},
         SeenBy::reader_only},
        {"a day that does not exist",
         R"({"start": "2025-02-30"})",
         {R"(, line 1: start is the text "2025-02-30", but should be a date that exists, like "2025-04-01", in the years from 1990 to 2099.)"},
         SeenBy::reader_only},
        {"no workers",
         R"({"settings": {"in_post_fte": 0, "agency_fte": 0}})",
         {", line 1: settings.in_post_fte is 0 and agency_fte too, but should be above 0 in one of the two, "
          "or there are "
          "no workers."},
         SeenBy::reader_only},
        {"no posts",
         R"({"settings": {"in_post_fte": 0, "vacancies_fte": 0, "agency_fte": 5, "case_holders_fte": 4}})",
         {", line 1: settings.in_post_fte is 0 and vacancies_fte too, but should be above 0 in one of the "
          "two, or there "
          "are no posts."},
         SeenBy::reader_only},
        {"no team for a stage",
         R"({"settings": {"hours_per_visit_looked_after": 0, "hours_liaison_looked_after": 0,
          "hours_review_looked_after": 0, "hours_liaison_new_looked_after": 0, "hours_court": 0,
          "hours_handover_in": 0, "hours_crisis": 0}})",
         {", line 1: settings.looked_after_open is 419 children while all hours of work for looked-after "
          "children are 0, "
          "but should be 0, or some hours above 0, or there is no team for them."},
         SeenBy::reader_only},
        {"nobody who holds families",
         R"({"settings": {"case_holders_fte": 0}})",
         {", line 1: settings.case_holders_fte is 0, but should be above 0, or nobody can hold a family."},
         SeenBy::reader_only},
        {"more case holders than workers",
         R"({"settings": {"case_holders_fte": 50, "in_post_fte": 30, "agency_fte": 4}})",
         {", line 1: settings.case_holders_fte is 50, but should be at most in_post_fte and agency_fte "
          "together, 34."},
         SeenBy::reader_only},
        {"every post taken away",
         R"({"alternatives": [{"name": "a", "policy": {"posts": {"add": -900}}}]})",
         {", line 1: alternatives[1].policy.posts is -900 posts from month 0, but should be fewer taken "
          "away, or no "
          "case-holding post is left."},
         SeenBy::reader_only},
        {"shares beyond the whole",
         R"({"settings": {"severity_low_percent": 60, "severity_moderate_percent": 60, "severity_high_percent": 0}})",
         {", line 1: settings.severity_low_percent is too large: severity_low_percent, "
          "severity_moderate_percent, "
          "severity_high_percent come to 120, but should be at most 100 percent with the others."},
         SeenBy::reader_only},
        {"a contradiction of one alternative",
         R"({"alternatives": [{"name": "a", "settings": {"leave_sector_percent": 80}}]})",
         {", line 1: alternatives[1].settings.leave_sector_percent is too large: leave_sector_percent, "
          "leave_to_authority_percent come to 109, but should be at most 100 percent with the others."},
         SeenBy::reader_only},
        {"an unknown authority",
         R"({"authority": "Leds"})",
         {R"(, line 1: authority is not settled. No authority with published figures is called "Leds"; did you mean Leeds? `headroom authorities` lists them all.)"},
         SeenBy::reader_only},
    };
    return all;
}
