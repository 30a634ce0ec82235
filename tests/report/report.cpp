#include "analysis/report/report.hpp"

#include <cmath>
#include <limits>

#include "analysis/charts/svg.hpp"
#include "analysis/report/html.hpp"
#include "analysis/report/tidy_tables.hpp"
#include "analysis/words/answer.hpp"
#include "analysis/words/side_notes.hpp"
#include "tests/catch.hpp"
#include "tests/report/page.hpp"
#include "tests/statistics/made_up_study.hpp"

using namespace headroom;
using Catch::Matchers::Contains;

TEST_CASE("the report asks nothing of any server") {
    const std::string page = report_html(made_up_study(10), "2025-11-21");
    for (const char* asking : {"<script", "<link", "<img", "<iframe", "@import", "url(", "src=", "href="}) {
        INFO(asking);
        CHECK(page.find(asking) == std::string::npos);
    }
    CHECK_THAT(page, Contains("default-src 'none'"));
    CHECK(times(page, "http") == times(page, "http://www.w3.org/2000/svg") + times(page, "http-equiv"));
}

TEST_CASE("beneath its first page the report holds all that the answer rests on, in one order") {
    const std::string page = report_html(made_up_study(), "2025-11-21");
    std::size_t from = page.find("</section>");
    for (const char* heading :
         {"The answer, alternative by alternative", "Side by side", "The differences, and how sure we can be",
          "How to read this", "For whom it gets better, and for whom worse", "Month by month", "Who waits",
          "Not only means: workers and children", "The inspector\u2019s sample of 23 files",
          "The quarterly profile", "What was assumed", "What this cannot tell", "How it was made",
          "Where this comes from"}) {
        INFO(heading);
        const std::size_t at = page.find("<h2>" + std::string(heading) + "</h2>");
        REQUIRE(at != std::string::npos);
        CHECK(at > from);
        from = at;
    }
    CHECK_THAT(page, Contains("Hours per visit are an assumption."));
}

TEST_CASE("every picture has a title and a description, and every chart its origin and the table behind it") {
    const std::string page = report_html(made_up_study(10), "2025-11-21");
    const std::string origin =
        "Typical authority, 36 months from 1 April 2025, 10 futures, seed 1; Headroom 0.1.0";
    const int pictures = times(page, "<svg");
    CHECK(pictures == 2 + 5 * 5 + 3 + 3 * 4 + 4);  // front, months, waiting, three spreads, files
    CHECK(times(page, "</desc>") == pictures);
    CHECK(times(page, "<metadata>" + origin) == pictures);
    for (const std::string& figure : pieces(page, "<figure>", "</figure>")) {
        CHECK(times(figure, "<table") >= 1);
        CHECK(times(figure, "<figcaption>" + origin) == 1);
    }
}

TEST_CASE("no two pictures of the report share a name for a screen reader") {
    const std::string page = report_html(made_up_study(10));
    std::vector<std::string> ids = pieces(page, " id=\"", "\"");
    std::sort(ids.begin(), ids.end());
    CHECK(std::adjacent_find(ids.begin(), ids.end()) == ids.end());
    CHECK(ids.size() == 2 * static_cast<std::size_t>(times(page, "<svg")));
}

TEST_CASE("nothing that a person wrote becomes markup") {
    StudyResults study = made_up_study(3);
    const std::string nasty = "<script>alert('x')</script>&\"";
    study.question = study.question_text = study.scenario_text = study.authority = study.created_by = nasty;
    study.headroom_version = study.git_commit = nasty;
    study.point_names[1] = study.notes[0] = nasty;
    study.failures = {{1, 1, 1, nasty}};
    const std::string page = report_html(study, nasty);
    CHECK(page.find("<script") == std::string::npos);
    CHECK_THAT(page, Contains("&lt;script&gt;"));
}

TEST_CASE("every tag that the report opens it closes") {
    const std::string page = report_html(made_up_study(3));
    for (const std::string tag : {"table",   "thead",   "tbody",  "tr",         "td",  "th", "svg",
                                  "section", "details", "figure", "figcaption", "ul",  "dl", "dd",
                                  "div",     "main",    "text",   "title",      "pre", "p",  "h3"}) {
        INFO(tag);
        CHECK(times(page, "<" + tag + ">") + times(page, "<" + tag + " ") == times(page, "</" + tag + ">"));
    }
}

TEST_CASE("one future of one policy over one month still makes a report") {
    StudyResults study = made_up_study(1, 1);
    study.point_names.resize(1);
    study.series.resize(1);
    study.notes.clear();
    const std::string page = report_html(study);
    CHECK_THAT(page,
               Contains("1 future, seed 1") && !Contains("The differences") && !Contains("For whom it gets"));
    CHECK_THAT(page, !Contains(">nan<") && !Contains("\"nan") && !Contains(">inf<"));
}

TEST_CASE("a report of futures that all failed says so and shows no number") {
    StudyResults study = made_up_study(2, 3);
    for (int point = 0; point < study.points(); ++point) {
        for (int i = 0; i < 2; ++i) study.failures.push_back({point, i, 1, "broke down"});
    }
    const std::string page = report_html(study);
    CHECK_THAT(page, Contains("Every future of \u201cAs now\u201d failed, so there is no answer."));
    CHECK_THAT(page, !Contains(">nan<") && !Contains("\"nan"));
}

TEST_CASE("the same results make the same report") {
    CHECK(report_html(made_up_study(5), "2025-11-21") == report_html(made_up_study(5), "2025-11-21"));
}

TEST_CASE("the report of four alternatives is well below a megabyte, and that of twenty not far above") {
    CHECK(report_html(made_up_study(100)).size() < 600'000);
    StudyResults many = made_up_study(5);
    for (int copy = 0; copy < 4; ++copy) {
        for (int i = 0; i < 4; ++i) many.point_names.push_back("Another " + std::to_string(4 * copy + i));
    }
    const std::vector<Series> once = many.series;
    for (int copy = 0; copy < 4; ++copy) many.series.insert(many.series.end(), once.begin(), once.end());
    CHECK(report_html(many).size() < 2'500'000);
}

TEST_CASE("what inspectors would find is told with how far luck alone moves it") {
    StudyResults study = made_up_study(10);
    for (Series& future : study.series) {
        for (int month = 0; month < study.months; ++month) {
            future.at(Measure::files_failing_percent, month) = 30;
            future.at(Measure::inspector_files_failing, month) = 7;
        }
    }
    const std::string page = report_html(study);
    CHECK_THAT(page, Contains("30 of 100 files fail") && Contains("find 4 to 10 failing in most draws"));
    CHECK_THAT(page, Contains("<td>6.9</td><td>4 to 10</td><td>7</td>"));
}

TEST_CASE("who waits is divided by severity, stage and reason into parts that add up") {
    StudyResults study = made_up_study(5);
    for (Series& future : study.series) {
        for (int month = 0; month < study.months; ++month) {
            future.at(Measure::children_unallocated, month) = 40;
            future.at(Measure::unallocated_days_low, month) = 300;
            future.at(Measure::unallocated_days_acute, month) = 100;
            future.at(Measure::unallocated_days_child_in_need, month) = 400;
            future.at(Measure::unallocated_over_limit, month) = 400;
            future.at(Measure::unallocated_days_on_duty, month) = 100;
        }
    }
    const std::string page = report_html(study);
    CHECK_THAT(page, Contains("<td>30.0</td><td>0.0</td><td>0.0</td><td>10.0</td><td>40.0</td>"));
    CHECK_THAT(page, Contains("<td>0.0</td><td>0.0</td><td>40.0</td><td>0.0</td><td>0.0</td><td>40.0</td>"));
    CHECK_THAT(page, Contains("duty did the work, %</th><td>25</td>"));
}

TEST_CASE("the method page names what differs from the shipped settings") {
    StudyResults study = made_up_study(3);
    study.scenario_text = "{\"settings\": {\n \"work_scale\": 0.66,\n \"children_per_family\": 2.25}}";
    const std::string page = report_html(study);
    CHECK_THAT(page, Contains("1 setting differs") && Contains("<td>2.25</td><td>1.8</td>"));
}

TEST_CASE("what the answer rests on is drawn for every alternative but the first, with its table") {
    CHECK(report_html(made_up_study(10, 6)).find("What the answer rests on") == std::string::npos);
    std::vector<double> scale;
    std::vector<std::vector<double>> unmet(3);
    for (int i = 0; i < 100; ++i) {
        scale.push_back(0.5 + 0.004 * i);
        for (std::size_t point = 0; point < unmet.size(); ++point)
            unmet[point].push_back(15 +
                                   static_cast<double>(point) * (20 * (scale.back() - 0.6) + 0.5 * (i % 3)));
    }
    StudyResults study = study_of_unmet(unmet);
    give_members(study, "work_scale", scale);
    const std::string page = report_html(study, "2025-11-21");
    CHECK(times(page, "<h2>What the answer rests on</h2>") == 1);
    for (const char* letter : {"B", "C"}) CHECK(times(page, "id=\"rests-on-" + std::string(letter)) >= 1);
    CHECK(times(page, "id=\"rests-on-A") == 0);
    CHECK_THAT(page, Contains("hours that all work takes, 0.86 instead of 0.7: "));
    StudyResults alone = study_of_unmet({unmet[2]});
    give_members(alone, "work_scale", scale);
    CHECK(times(report_html(alone), "id=\"rests-on-A") >= 1);
}

TEST_CASE("where nothing is told apart from chance, the report says so and draws nothing") {
    StudyResults study = made_up_study(5, 2);
    give_members(study, "work_scale", {0.5, 0.6, 0.7, 0.8, 0.9});
    const std::string page = report_html(study);
    CHECK_THAT(page, Contains("So few futures cannot tell what the answer rests on"));
    CHECK(times(page, "id=\"rests-on-") == 0);
}

TEST_CASE(
    "a table with more alternatives than paper is wide for is parted, each part with the first column") {
    HtmlTable table("Everything", {"Measure", "A", "B", "C", "D", "E", "F", "G", "H", "I"});
    table.add_heading("Children");
    table.add_row({"waiting", "1 (0-2)", "2", "3", "4", "5", "6", "7", "8", "9"});
    const std::string text = table.closed("origin");
    CHECK(times(text, "<table") == 2);
    CHECK(times(text, ">waiting</th>") == 2);
    CHECK(times(text, "scope=\"col\"") == 2 + 9);
    CHECK(times(text, "<td>") == 9);
    CHECK_THAT(text, Contains("Everything (columns 1 to 4)") && Contains("Everything (columns 5 to 9)"));
    CHECK_THAT(text, Contains("colspan=\"5\">Children") && Contains("colspan=\"6\">Children"));
    CHECK_THAT(text, Contains("<td>1 <span>(0-2)</span></td>"));
    CHECK(times(text, "class=\"origin\">origin<") == 1);
}

TEST_CASE("numbers that no run could give, as in a damaged file, still make an answer, a report and tables") {
    constexpr double inf = std::numeric_limits<double>::infinity();
    const double absurd[] = {1e308, -1e308, inf, -inf, std::nan(""), 1e-308, 1e20, 1e20 + 16384, -5, 0, 3e9};
    for (std::uint64_t seed = 1; seed <= 6; ++seed) {
        StudyResults study = made_up_study(4, 5);
        MadeUpChance chance(seed);
        // All absurd, some absurd, and one absurd number alone in turn.
        for (Series& future : study.series) {
            for (double& value : future.values()) {
                const auto which = static_cast<std::size_t>(chance.between(0, 10.999));
                if (chance.between(0, 3) < static_cast<double>(seed % 3) + 1)
                    value = absurd[seed > 3 ? seed + 3 : which];
            }
        }
        CHECK(report_html(study).size() < 3'000'000);
        CHECK(answer_text(study).size() < 1'000'000);
        CHECK(tidy_tables(study).size() == 7);
    }
}

TEST_CASE("what the tables do not show stands in the report as it does in the terminal") {
    StudyResults study = made_up_study(10, 6);
    const std::vector<std::string> none = side_notes(study);
    for (Series& series : study.series) {
        for (int month = 0; month < 6; ++month) series.at(Measure::inspection_hours, month) = 50;
    }
    const std::vector<std::string> notes = side_notes(study);
    REQUIRE(notes.size() > none.size());
    const std::string page = report_html(study);
    CHECK_THAT(page, Contains("<h2>Beside the tables</h2>"));
    for (const std::string& note : notes) CHECK(page.find(escaped(note)) != std::string::npos);
}
