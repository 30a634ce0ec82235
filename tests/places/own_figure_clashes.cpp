// Figures of one's own that cannot be, by themselves or beside what is published.
#include <algorithm>
#include <string>
#include <vector>

#include "sim/places/own_figures.hpp"
#include "tests/catch.hpp"
#include "tests/places/own_texts.hpp"
#include "tests/places/published_figures.hpp"

using namespace headroom;

namespace {

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != text.npos;
}

}  // namespace

TEST_CASE("a percentage written as a fraction is refused where no authority has so little") {
    for (const char* name :
         {"assessments_within_45_days_percent", "conferences_within_15_days_percent",
          "case_holder_roles_percent", "plans_per_conference_percent", "s47_per_referral_percent"}) {
        CAPTURE(name);
        for (const std::string separator : {",", ";"}) {
            const std::string told =
                faults_of_figures("figure" + separator + "value\n" + name + separator + "0.93\n");
            CHECK(
                holds(told, "line 2, column 2: \"" + std::string(name) +
                                "\" is 0.93, but should be a percentage, not a fraction. Did you mean 93?"));
        }
        CHECK(faults_of_figures("figure,value\n" + std::string(name) + ",60\n").empty());
    }
    for (const char* name :
         {"vacancy_percent", "agency_percent", "absence_percent", "no_further_action_percent",
          "qualified_without_cases_percent", "protection_plans_ended_2_years_or_more_percent"}) {
        CAPTURE(name);
        CHECK(faults_of_figures("figure,value\n" + std::string(name) + ",0.93\n").empty());
    }
}

TEST_CASE("an own figure that clashes with a published one is refused by its line and both their names") {
    const PublishedPlace& rutland =
        *std::ranges::find(published().authorities(), "Rutland", &PublishedPlace::name);
    const auto told = [&](const std::string& line) {
        return sentences_of(read_own_figures("v.csv", "figure,value\n" + line + "\n", rutland).faults);
    };
    struct Clashing {
        std::string name, value, published, cure;
    };
    for (const Clashing& one : std::vector<Clashing>{
             {"referrals_no_further_action", "300", "referrals 276 (published for 2024)", "Give referrals"},
             {"referrals_assessed_not_in_need", "270", "referrals 276 (published for 2024)", "referrals"},
             {"assessed_not_in_need_percent", "80", "referrals_no_further_action 76 (published for 2024)",
              "Give referrals_no_further_action and referrals too"},
             {"referrals", "120",
              "referrals_no_further_action 76 (published for 2024) and referrals_assessed_not_in_need 86 "
              "(published for 2024)",
              "Give referrals_no_further_action and referrals_assessed_not_in_need too"},
             {"s47_enquiries", "450", "referrals 276 (published for 2024)", "Give referrals too"},
             {"s47_enquiries", "20", "conferences 42 (published for 2024)", "Give conferences too"},
             {"conferences", "60", "s47_enquiries 57 (published for 2024)", "Give s47_enquiries too"},
             {"conferences", "20", "protection_plans_started 39", "Give protection_plans_started too"},
             {"protection_plans_started", "60", "conferences 42", "Give conferences too"},
             {"rereferrals", "276", "referrals 276", "Give referrals too"},
             {"leavers_fte", "21", "in_post_fte 21.2", "Give in_post_fte too"},
             {"agency_cover_fte", "6", "agency_fte 4", "Give agency_fte too"},
             {"case_holders_fte", "30", "agency_fte 4 (published for 2024) and in_post_fte 21.2", "Give "},
             {"in_post_fte", "5", "case_holders_fte 11.2", "Give case_holders_fte and agency_fte too"}}) {
        CAPTURE(one.name, one.value);
        const std::string sentence = told(one.name + "," + one.value);
        CHECK(holds(sentence, "v.csv, line 2, column 2: \"" + one.name + "\" is " + one.value + " beside "));
        CHECK(holds(sentence, one.published));
        CHECK(holds(sentence, one.cure));
        CHECK(holds(sentence, "of the same year."));
    }
    CHECK(holds(
        told("referrals,8\nreferrals_no_further_action,1\nreferrals_assessed_not_in_need,1"),
        "\"referrals\" is 8 beside looked_after_started 9 (published for 2024), but should be such that "
        "referrals are at least the children who start to be looked after. Give looked_after_started "
        "too, of the same year."));
    CHECK(told("referrals,300").empty());
    CHECK(told("vacancies_fte,2").empty());
    CHECK(told("referrals,\"1,650\"").empty());
}

TEST_CASE("any one published figure may be given beside the others, which is what they are beside already") {
    for (std::size_t at = 0; at < published().authorities().size(); at += 15) {
        const PublishedPlace& place = published().authorities()[at];
        if (place.figures[0]->value < 20000) continue;
        for (const Figure figure : every_figure()) {
            const auto& value = place.figures[static_cast<std::size_t>(figure)];
            if (!value) continue;
            CAPTURE(place.name, name_of(figure));
            const std::string line = std::string(name_of(figure)) + "," + in_digits(value->value) + "\n";
            CHECK(sentences_of(read_own_figures("ours.csv", line, place).faults).empty());
        }
    }
}
