#include "analysis/report/report.hpp"

#include "tests/catch.hpp"
#include "tests/statistics/made_up_study.hpp"

using namespace headroom;
using Catch::Matchers::Contains;

namespace {

int times(const std::string& text, std::string_view piece) {
    int count = 0;
    for (auto at = text.find(piece); at != std::string::npos; at = text.find(piece, at + 1)) ++count;
    return count;
}

}  // namespace

TEST_CASE("the report asks nothing of any server") {
    const std::string page = report_html(made_up_study(10), "2025-11-21");
    for (const char* asking : {"<script", "<link", "<img", "<iframe", "@import", "url(", "src=", "href="}) {
        INFO(asking);
        CHECK(page.find(asking) == std::string::npos);
    }
    CHECK_THAT(page, Contains("default-src 'none'"));
    CHECK(times(page, "http") == times(page, "http://www.w3.org/2000/svg") + times(page, "http-equiv"));
}

TEST_CASE(
    "the report opens with the question and holds shortfalls, verdicts, workforce, cost and honest limits") {
    const std::string page = report_html(made_up_study(), "2025-11-21");
    CHECK_THAT(page, Contains("<h1>What would a caseload limit of 18 do") && Contains("all three together") &&
                         Contains("Workforce") && Contains("Cost over the whole run") &&
                         Contains(">better<") && Contains("What was assumed") &&
                         Contains("What this cannot tell") && Contains("Hours per visit are an assumption."));
}

TEST_CASE("every chart and table of the report bears its origin, and every chart has a table behind it") {
    const std::string page = report_html(made_up_study(10), "2025-11-21");
    const std::string origin =
        "Typical authority, 36 months from 1 April 2025, 10 futures, seed 1; Headroom 0.1.0";
    CHECK(times(page, "<svg") == 4);
    CHECK(times(page, "The numbers behind this chart") == 4);
    CHECK(times(page, "<table") == 4 + 1 + 3);
    CHECK(times(page, origin) == 4 + 8 + 2);  // charts, tables, beneath the title and at the end
    CHECK(times(page, "<svg") == times(page, "</desc>"));
}

TEST_CASE("nothing that a person wrote becomes markup") {
    StudyResults study = made_up_study(3);
    const std::string nasty = "<script>alert('x')</script>&\"";
    study.question = study.question_text = study.scenario_text = study.authority = study.created_by = nasty;
    study.point_names[1] = study.notes[0] = nasty;
    study.failures = {{1, 1, 1, nasty}};
    const std::string page = report_html(study, nasty);
    CHECK(page.find("<script") == std::string::npos);
    CHECK_THAT(page, Contains("&lt;script&gt;"));
}

TEST_CASE("every tag that the report opens it closes") {
    const std::string page = report_html(made_up_study(3));
    for (const std::string tag : {"table", "thead", "tbody", "tr", "td", "svg", "section", "details",
                                  "figure", "ul", "div", "main", "text", "title", "pre"}) {
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
    CHECK_THAT(page, Contains("1 future, seed 1") && !Contains("The differences") && !Contains("nan"));
}

TEST_CASE("the same results make the same report") {
    CHECK(report_html(made_up_study(5), "2025-11-21") == report_html(made_up_study(5), "2025-11-21"));
}
