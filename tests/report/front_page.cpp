#include "analysis/report/front_page.hpp"
#include "analysis/report/front_words.hpp"
#include "analysis/report/groups.hpp"
#include "tests/catch.hpp"
#include "tests/report/page.hpp"
#include "tests/statistics/made_up_study.hpp"

using namespace headroom;
using Catch::Matchers::Contains;

namespace {

// Alternatives whose need unmet is so much, the same in every future but for a little luck.
StudyResults with_unmet(const std::vector<double>& hours, double luck = 0.2) {
    StudyResults study;
    study.replications = 20;
    study.months = 3;
    study.question = "Which?";
    study.authority = "typical";
    for (std::size_t point = 0; point < hours.size(); ++point) {
        study.point_names.push_back(std::string(1, static_cast<char>('P' + point)));
        for (int i = 0; i < study.replications; ++i) {
            Series future(study.months, 1);
            for (int month = 0; month < study.months; ++month) {
                const double moved =
                    luck * MadeUpChance(point * 100 + static_cast<std::uint64_t>(i)).between(-1, 1);
                future.at(Measure::planned_hours, month) = 100;
                future.at(Measure::unmet_hours_waiting, month) = hours[point] + moved;
                future.at(Measure::unmet_hours, month) = hours[point] + moved;
                future.at(Measure::cost, month) = 1e6 + 2e5 * static_cast<double>(point);
                future.at(Measure::children_unallocated, month) = 10 * static_cast<double>(point);
            }
            future.make_ratios();
            study.series.push_back(future);
        }
    }
    return study;
}

FrontWords words_of(const StudyResults& study) {
    return front_words(study, compare(study));
}

std::string text_under(const FrontWords& words, std::string_view heading) {
    for (const Fact& fact : words.facts) {
        if (fact.heading != heading) continue;
        std::string text;
        for (const std::string& said : fact.texts) text += said + "\n";
        return text;
    }
    return "";
}

}  // namespace

TEST_CASE("the answer is one sentence that names the best, against what, and who is worse") {
    CHECK(words_of(with_unmet({15, 12, 20})).answer ==
          "\u201cQ\u201d leaves the least need unmet, 12.0 hours of every 100 planned, against 15.0 under "
          "\u201cP\u201d; "
          "\u201cR\u201d leaves more (20.0).");
    CHECK(words_of(with_unmet({15, 12, 13})).answer ==
          "\u201cQ\u201d leaves the least need unmet, 12.0 hours of every 100 planned, against 15.0 under "
          "\u201cP\u201d; "
          "\u201cR\u201d also leaves less (13.0).");
}

TEST_CASE("where nothing is better the answer says so first") {
    const std::string answer = words_of(with_unmet({15, 17, 20})).answer;
    CHECK_THAT(answer, Catch::Matchers::StartsWith(
                           "None of the 2 alternatives leaves less need unmet than \u201cP\u201d"));
    CHECK_THAT(answer, Contains("\u201cQ\u201d and \u201cR\u201d leave more (17.0 and 20.0)"));
    CHECK_THAT(
        words_of(with_unmet({15, 17})).answer,
        Catch::Matchers::StartsWith("\u201cQ\u201d leaves more need unmet than \u201cP\u201d: 17.0 hours"));
}

TEST_CASE("a mean that few futures follow is not praised without saying so") {
    StudyResults study = with_unmet({15, 15});
    for (std::size_t future = 0; future < 20; ++future) {
        Series& series = study.series[20 + future];
        for (int month = 0; month < study.months; ++month) {
            const double hours = future < 11 ? 10 + 0.1 * static_cast<double>(future) : 15.6;
            series.at(Measure::unmet_hours_waiting, month) = hours;
            series.at(Measure::unmet_hours, month) = hours;
        }
        series.make_ratios();
    }
    CHECK_THAT(words_of(study).answer, Contains("on average, though in 55 % of futures only"));
    CHECK(words_of(with_unmet({15, 12})).answer.find("though") == std::string::npos);
}

TEST_CASE("what cannot be told, or makes no difference, is neither praised nor blamed") {
    CHECK_THAT(
        words_of(with_unmet({15, 15.5}, 8)).answer,
        Catch::Matchers::StartsWith("With this many runs \u201cQ\u201d cannot be told from \u201cP\u201d"));
    CHECK_THAT(words_of(with_unmet({15, 15.001}, 0.001)).answer,
               Contains("leaves as much need unmet as \u201cP\u201d, as near as matters"));
    CHECK_THAT(words_of(with_unmet({15, 15.5, 17}, 8)).answer, Contains("cannot be told from it"));
}

TEST_CASE("many alternatives are counted with their range, not listed") {
    CHECK_THAT(words_of(with_unmet({15, 12, 16, 17, 18, 19, 20})).answer,
               Contains("5 others leave more (16.0 to 20.0)"));
}

TEST_CASE("the cost is said of the best, with its interval, and of the others that differ") {
    const std::string cost = text_under(words_of(with_unmet({15, 12, 20})), "At what cost");
    CHECK_THAT(cost, Contains("\u201cP\u201d costs \u00a33.00 million") &&
                         Contains("\u201cQ\u201d costs \u00a33.60 million, 0.60 more") &&
                         Contains("\u201cR\u201d costs \u00a34.20 million, 1.20 more"));
}

TEST_CASE("the first page says for whom even the best alternative is worse") {
    const std::string worse = text_under(words_of(with_unmet({15, 12, 20})), "For whom it gets worse");
    CHECK_THAT(worse, Contains("\u201cQ\u201d: children without a worker (10, not 0, on a typical day)"));
    StudyResults same = with_unmet({15, 12});
    for (Series& future : same.series) {
        for (double& value : future.of(Measure::children_unallocated)) value = 1;
    }
    CHECK_THAT(text_under(words_of(same), "For whom it gets worse"),
               Contains("for nobody that is counted here"));
}

TEST_CASE("the worst hit come first") {
    std::vector<Fate> fates = worse_off(fates_under(made_up_study(20), 2));
    REQUIRE(!fates.empty());
    CHECK(fates[0].affected->who == "children without a worker");
    for (std::size_t i = 1; i < fates.size(); ++i)
        CHECK(fates[i - 1].difference.mean / fates[i - 1].affected->smallest >=
              fates[i].difference.mean / fates[i].affected->smallest);
}

TEST_CASE("how sure: the share of futures, the interval, and that this is chance alone") {
    CHECK_THAT(
        text_under(words_of(with_unmet({15, 12})), "How sure"),
        Contains("in 100 % of futures") && Contains("95 % interval") && Contains("All this is chance alone"));
    StudyResults few = made_up_study(2);
    CHECK_THAT(text_under(words_of(few), "How sure"), Contains("Too few futures were run to say."));
}

TEST_CASE("the first page never grows beyond thirteen rows, and without room for a chart it has none") {
    const std::vector<double> many(20, 15.0);
    const StudyResults study = with_unmet(many);
    const std::string page = front_page(study, compare(study), "origin");
    CHECK(times(page, "<th scope=\"row\">") == 13);
    CHECK_THAT(page, Contains("7 more alternatives stand below."));
    CHECK(times(page, "<svg") == 0);
    const StudyResults two = with_unmet({15, 12});
    CHECK(times(front_page(two, compare(two), "origin"), "<svg") == 2);
}

TEST_CASE(
    "the row of the alternative that the headline names is on the first page, however far down it stands") {
    std::vector<double> many(14, 15.0);
    many[13] = 9;
    const StudyResults study = with_unmet(many);
    const std::string page = front_page(study, compare(study), "origin");
    CHECK_THAT(page, Contains("A. P</th>") && Contains("N. ]</th>") && !Contains("M. \\</th>"));
    CHECK_THAT(page, Contains("1 more alternative stands below."));
}

TEST_CASE("very long names and questions are shortened or set smaller on the first page") {
    StudyResults study = with_unmet({15, 12});
    study.question = std::string(200, 'q');
    for (int i = 0; i < 30; ++i) study.point_names[1] += " very";
    const std::string page = front_page(study, compare(study), "origin");
    CHECK_THAT(page, Contains("<h1 class=\"long\">") && Contains("\u2026</th>"));
}
