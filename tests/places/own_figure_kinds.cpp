// Every figure that a file of one's own may give, and every way in which it may be wrong.
#include <algorithm>
#include <string>
#include <vector>

#include "sim/places/figure_bounds.hpp"
#include "sim/places/own_figures.hpp"
#include "sim/places/position.hpp"
#include "tests/catch.hpp"
#include "tests/places/own_texts.hpp"
#include "tests/places/published_figures.hpp"

using namespace headroom;

namespace {

// The file that an authority would write of its own published figures, but for one line.
std::string file_of(const PublishedPlace& place, const std::string& key = "", const std::string& value = "") {
    std::string text = "figure,value\n";
    for (const Figure figure : every_figure()) {
        const auto& of = place.figures[static_cast<std::size_t>(figure)];
        const std::string name(name_of(figure));
        if (name == key) {
            text += name + "," + value + "\n";
        } else if (of) {
            text += name + "," + in_digits(of->value) + "\n";
        }
    }
    return text;
}

int line_of(const std::string& text, const std::string& key) {
    const std::size_t at = text.find("\n" + key + ",");
    REQUIRE(at != text.npos);
    return 1 + static_cast<int>(
                   std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at) + 1, '\n'));
}

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != text.npos;
}

const PublishedPlace& leeds() {
    const auto found = std::ranges::find(published().authorities(), "Leeds", &PublishedPlace::name);
    return *found;
}

std::string faults_of(const std::string& text) {
    return sentences_of(read_own_figures("ours.csv", text).faults);
}

}  // namespace

TEST_CASE("every figure that is published may be given, and comes back as given") {
    const std::string text = file_of(leeds());
    const OwnFigures own = read_own_figures("ours.csv", text);
    CHECK(sentences_of(own.faults).empty());
    for (const Figure figure : every_figure()) {
        CAPTURE(name_of(figure));
        CHECK(value_of(own.figures, figure) == leeds().figures[static_cast<std::size_t>(figure)]->value);
    }
    // The same settings as from what is published: nothing that Leeds publishes is England's.
    const Settings settings = settings_from_figures(published().place(leeds().code));
    for (const SettingRow* row : position_rows()) {
        CAPTURE(row->key);
        CHECK(own.settings.*row->value == Approx(settings.*row->value));
    }
}

TEST_CASE("every figure that cannot be is refused with its file, line, column, name and what it should be") {
    for (const Figure figure : every_figure()) {
        const std::string name(name_of(figure));
        const Shape shape = shape_of(figure, leeds().figures[0]->value);
        const std::vector<std::string> wrong = {"many",
                                                "-1",
                                                "12 posts",
                                                "",
                                                "1e999",
                                                "c",
                                                "1.2.3",
                                                "50 %%",
                                                in_digits(2 * shape.high),
                                                in_digits(1000 * shape.high)};
        for (const std::string& value : wrong) {
            const std::string text = file_of(leeds(), name, value);
            const std::string place =
                "ours.csv, line " + std::to_string(line_of(text, name)) + ", column 2: \"" + name + "\" is ";
            CAPTURE(name, value);
            const std::string told = faults_of(text);
            CHECK(holds(told, place));
            CHECK(holds(told, "but should be "));
        }
    }
}

TEST_CASE("a figure without a column of values, a figure twice and an unknown figure are refused") {
    for (const Figure figure : every_figure()) {
        const std::string name(name_of(figure));
        CAPTURE(name);
        CHECK(holds(faults_of("figure,amount\n" + name + ",1\n"), "without a column called value"));
        CHECK(holds(faults_of("figure,value\n" + name + "\n"),
                    "line 2, column 2: \"" + name + "\" is without a value"));
        CHECK(
            holds(faults_of("figure,value\n" + name + ",20\n" + name + ",20\n"), "given again after line 2"));
        const std::string slip = name.substr(0, name.size() - 1) + "q";
        CHECK(holds(faults_of("figure,value\n" + slip + ",20\n"),
                    "\"" + slip + "\" is not a known setting or figure. Did you mean "));
        CHECK(holds(faults_of("figure,value\n" + slip + ",20\n"), "\"" + name + "\""));
    }
}

TEST_CASE("a thousand that the comma between columns cuts in two is refused, and a further column is not") {
    for (const char* name : {"referrals", "cases", "children_0_17"}) {
        const std::string figure(name);
        CHECK(holds(faults_of("figure,value\n" + figure + ",2,954\n"),
                    "line 2, column 2: \"" + figure +
                        "\" is cut in two by its comma, 2 and 954, but should be "
                        "in quotes, \"2,954\", or without the comma"));
        CHECK(holds(faults_of(figure + ",2,954\n"), "is cut in two by its comma"));
        CHECK_FALSE(holds(faults_of("figure,value\n" + figure + ",\"2,954\"\n"), "cut in two"));
        CHECK_FALSE(holds(faults_of("figure,value,year\n" + figure + ",20,202\n"), "cut in two"));
    }
}

TEST_CASE("a figure and the setting that is another word for it are given once") {
    for (const SettingRow* row : position_rows()) {
        const auto origin = origin_of(*row);
        if (!origin || row->key == name_of(origin->part)) continue;
        CAPTURE(row->key);
        const std::string text =
            "figure,value\n" + std::string(row->key) + ",30\n" + std::string(name_of(origin->part)) + ",30\n";
        CHECK(holds(faults_of(text), "is the same figure as \"" + std::string(row->key) + "\" in line 2"));
    }
}

TEST_CASE("percentages of which all would leave nobody, and more children than live there, are refused") {
    for (const char* line :
         {"agency_percent,100", "vacancy_percent,100", "caseload,400", "case_holders_fte,0",
          "children_0_17,5", "looked_after_open,70000", "cases,62000", "in_need_open,62500",
          "protection_plans_open,9000", "turnover_percent,101", "absence_percent,99"}) {
        CAPTURE(line);
        const std::string told = faults_of(std::string("figure,value\n") + line + "\n");
        CHECK(holds(told, "ours.csv, line 2, column 2: "));
        CHECK(holds(told, "but should be "));
    }
    const std::string told = faults_of("children_0_17,10000\nlooked_after_open,8000\n");
    CHECK(holds(told, "for 10,000 children. Check this figure and children_0_17."));
}

TEST_CASE(
    "figures that make an impossible one together are refused by the line of one and the name of the other") {
    CHECK(holds(faults_of("cases,3000\ncase_holders_fte,3\n"),
                "line 1, column 2: \"cases\" is 3,000 beside case_holders_fte 3, which makes caseload 1,000, "
                "but should be such that this is a number from 1 to "));
    CHECK(
        holds(faults_of("referrals,4000\nreferrals_no_further_action,3900\n"),
              "\"referrals_no_further_action\" is 3,900 beside referrals 4,000, but should be at most 60 for "
              "every 100 referrals"));
}

TEST_CASE("what authorities publish is possible, and contradicts itself only where its years are mixed") {
    // The latest rate of these is of another year than the numbers behind it.
    const std::vector<std::string> of_mixed_years = {"Herefordshire, County of", "Sunderland"};
    std::vector<std::string> contradicting;
    for (const PublishedPlace& place : published().authorities()) {
        if (place.figures[0]->value < 20000) continue;
        CAPTURE(place.name);
        const OwnFigures own = read_own_figures("ours.csv", file_of(place));
        CHECK(sentences_of(own.faults).empty());
        if (!own.contradictions.empty()) contradicting.push_back(place.name);
    }
    CHECK(contradicting == of_mixed_years);
}

TEST_CASE("a rate beside the numbers it is worked out from is named where they make another") {
    struct Pair {
        std::string lines, sentence;
    };
    const std::vector<Pair> all = {
        {"cases,3056\ncase_holders_fte,203\ncaseload,27.6\nchildren_0_17,120000\n",
         "ours.csv, lines 1, 2 and 3: 3,056 cases held by 203 case holders is 15.1 each, but the file's own "
         "caseload says 27.6."},
        {"vacancies_fte,50\nin_post_fte,200\nvacancy_percent,10\n",
         "50 vacancies beside 200 social workers in post is 20.0%, but the file's own vacancy_percent says "
         "10.0%."},
        {"agency_fte,50\nin_post_fte,200\nagency_percent,25\n",
         "50 agency workers beside 200 social workers in post is 20.0%, but the file's own agency_percent "
         "says "
         "25.0%."},
        {"leavers_fte,20\nin_post_fte,200\nturnover_percent,15\n",
         "20 leavers of 200 social workers in post is 10.0%"},
        {"rereferrals,400\nreferrals,4000\nrereferrals_percent,22\n",
         "400 re-referrals of 4,000 referrals is 10.0%"},
        {"second_protection_plans,50\nprotection_plans_started,250\nsecond_protection_plans_percent,40\n",
         "50 second or later plans of 250 protection plans started is 20.0%"},
        {"working_days_lost_fte,3500\nin_post_fte,200\nabsence_percent,2\n", "working days lost by 200"},
        {"agency_cover_fte,10\nvacancies_fte,40\nvacancies_covered_percent,80\n",
         "cover a vacancy, of 40 vacancies is 25.0%"},
        {"agency_cover_fte,10\nagency_fte,40\nagency_on_vacancies_percent,80\n",
         "cover a vacancy, of 40 agency workers is 25.0%"},
    };
    for (const Pair& pair : all) {
        CAPTURE(pair.lines);
        const OwnFigures own = read_own_figures("ours.csv", pair.lines);
        CHECK(sentences_of(own.faults).empty());
        REQUIRE(own.contradictions.size() == 1);
        CHECK(holds(own.contradictions.front(), pair.sentence));
    }
}

TEST_CASE(
    "parts that are more than their whole, shares beyond 100% and lengths that no stock has are named") {
    const std::vector<std::pair<std::string, std::string>> all = {
        {"children_referred,2500\nreferrals,2000\nchildren_0_17,60000\n",
         "There cannot be 2,500 children referred and 2,000 referrals."},
        {"in_need_open,200\nin_need_plans_open,400\n",
         "There cannot be 400 children on in-need plans and 200 children in need."},
        {"assessment_days_lower_quartile,30\nassessment_days_median,20\n", "There cannot be 30 days"},
        {"case_holder_roles_percent,60\nsenior_practitioner_roles_percent,60\n",
         "The percentages of the roles of social workers come to 120.0%, which is more than 100%."},
        {"protection_plans_ended_up_to_3_months_percent,10\nprotection_plans_ended_3_to_6_months_percent,10\n"
         "protection_plans_ended_6_to_12_months_percent,10\nprotection_plans_ended_1_to_2_years_percent,10\n"
         "protection_plans_ended_2_years_or_more_percent,10\n",
         "come to 50.0%, not to 100%."},
        {"protection_plans_open,900\nprotection_plans_started,100\n",
         "900 open beside 100 that started in the year"},
        {"in_need_plans_open,20\nin_need_plans_started,900\n", "20 open beside 900 that started in the year"},
        {"assessment_days_median,30\nassessments_within_45_days_percent,30\n",
         "50% of assessments took up to 30 working days, but the file says that 30.0% were within 45."},
    };
    for (const auto& [text, sentence] : all) {
        CAPTURE(text);
        const OwnFigures own = read_own_figures("ours.csv", text);
        CHECK(sentences_of(own.faults).empty());
        REQUIRE(own.contradictions.size() == 1);
        CHECK(holds(own.contradictions.front(), sentence));
    }
}

TEST_CASE(
    "what follows by arithmetic from given figures is the place's own, and rounding is no contradiction") {
    const OwnFigures own = read_own_figures(
        "ours.csv",
        "vacancies_fte,50\nin_post_fte,200\ncases,3000\ncase_holders_fte,200\nturnover_percent,10\n");
    CHECK(value_of(own.figures, Figure::vacancy_percent) == Approx(20));
    CHECK(value_of(own.figures, Figure::caseload) == Approx(15));
    CHECK(value_of(own.figures, Figure::leavers_fte) == Approx(20));
    const PlaceFigures place = with_own_figures(any_place("ours"), own);
    CHECK(place[Figure::vacancy_percent].from == FigureValue::From::own);
    CHECK(place[Figure::absence_percent].from == FigureValue::From::england);
    for (const char* rounded : {"cases,3056\ncase_holders_fte,203\ncaseload,15\n",
                                "vacancies_fte,31\nin_post_fte,186\nvacancy_percent,14\n"})
        CHECK(read_own_figures("ours.csv", rounded).contradictions.empty());
}

TEST_CASE("the answer is told which rows are published figures and which are settings that stay as given") {
    const OwnFigures own = read_own_figures("ours.csv", "caseload,15\nchildren_held,1500\nwork_scale,0.7\n");
    std::string told;
    for (const std::string& caveat : own.caveats) told += caveat + "\n";
    CHECK(holds(told, "Published figures in ours.csv: caseload and children_held.\n"));
    CHECK(holds(told, "Settings in ours.csv, which stay as given: work_scale.\n"));
    REQUIRE(own.held.size() == 1);
    CHECK(own.held.front()->key == "work_scale");
}

TEST_CASE("figures of one's own come over those published for a named authority") {
    const OwnFigures own = read_own_figures("ours.csv", "vacancies_fte,100\n", leeds());
    const PlaceFigures place = with_own_figures(leeds(), own);
    CHECK(place[Figure::vacancies_fte].value == 100);
    CHECK(place[Figure::vacancies_fte].year == 0);
    CHECK(place[Figure::referrals].value == 9914);
    CHECK(place[Figure::referrals].year == 2024);
    CHECK(own.settings.referrals_per_year == 9914);
    CHECK(own.settings.vacancies_fte == 100);
    // What is published for the rate no longer holds.
    CHECK(place[Figure::vacancy_percent].value == Approx(100 * 100 / 740.6));
    CHECK(place[Figure::agency_percent].value == Approx(100 * 35 / 675.6).epsilon(0.01));
}

TEST_CASE("a number that may be thousands or decimals is read as thousands, and the answer says so") {
    const auto told = [](const std::string& text) {
        const OwnFigures own = read_own_figures("ours.csv", text);
        CHECK(sentences_of(own.faults).empty());
        for (const std::string& caveat : own.caveats)
            if (caveat.starts_with("Read as thousands")) return caveat;
        return std::string();
    };
    const std::string both =
        "Read as thousands in ours.csv: referrals \"3,246\" (line 2). If a decimal is meant, write it with a "
        "point and four decimals, such as 3.2460.";
    CHECK(told("figure,value\nreferrals,\"3,246\"\n") == both);
    CHECK(told("figure;value\nreferrals;3,246\n") == both);
    CHECK(holds(told("figure;value\nreferrals;3.246\n"), "referrals \"3.246\""));
    CHECK(read_own_figures("ours.csv", "figure;value\nreferrals;3.246\n").settings.referrals_per_year ==
          3246);
    // A decimal point elsewhere settles it.
    CHECK(told("figure,value\nreferrals,\"3,246\"\nturnover_percent,12.5\n").empty());
    // Of a percentage there are no thousands.
    const OwnFigures percent = read_own_figures("ours.csv", "figure;value\nturnover_percent;12,500\n");
    CHECK(percent.settings.turnover_percent == 12.5);
    for (const char* line :
         {"turnover_percent,\"12,5\"", "turnover_percent,12.5%", "turnover_percent,12.5 %"})
        CHECK(read_own_figures("ours.csv", std::string("figure,value\n") + line + "\n")
                  .settings.turnover_percent == 12.5);
}
