// What sustain says beside its search: where we stand, pounds a year, the month, and what a caseload does.
#include <nlohmann/json.hpp>

#include "analysis/sustain/sustain_words.hpp"
#include "sim/scenario/reader.hpp"
#include "tests/catch.hpp"

using namespace headroom;

namespace {

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != text.npos;
}

std::string without_line_breaks(std::string text) {
    for (char& c : text) c = c == '\n' ? ' ' : c;
    return text;
}

// Futures whose caseload is one half child apart, falls by a tenth every month, and costs 70,000 pounds a
// post.
FuturesAt futures_with(double posts, double caseload) {
    FuturesAt at;
    at.value = posts;
    for (int number = 0; number < 10; ++number) {
        FutureAt future;
        future.measure = caseload + 0.05 * number;
        future.cost_a_year = 12e6 + 70000 * posts + 1000 * number;
        future.curve.fill(future.measure);
        for (int month = 0; month < 24; ++month)
            future.by_month.push_back(future.measure + 0.1 * (12 - month));
        at.futures.emplace_back(future);
    }
    return at;
}

// A caseload of at most so many is asked for, by posts.
struct AskedOfPosts {
    Scenario scenario = read_question_text("test", "{}").scenario;
    SustainQuestion question;
    SustainAnswer answer;

    explicit AskedOfPosts(double most) {
        question.scenario = &scenario;
        question.alternative = &scenario.alternatives.front();
        question.dial = find_dial("posts.add");
        question.measure = Measure::caseload_mean;
        question.search.scale = {-20, 20, 1};
        question.search.bound.most = most;
        question.search.futures = 10;
        answer.futures = 10;
        answer.end = GoodEnd::high;
        answer.kept_at = {{20, 0}};
        answer.beside = BesideToday{futures_with(0, 15), std::nullopt, {}};
    }
    void found_at(double posts, double caseload) {
        answer.finding = SustainAnswer::Finding::turns;
        answer.value = posts;
        answer.beside->found = futures_with(posts, caseload);
    }
    std::string text() const { return without_line_breaks(sustain_text(question, answer, 300)); }
};

}  // namespace

TEST_CASE("sustain says first where we stand on the measure, and what was asked for") {
    AskedOfPosts asked(14);
    asked.found_at(12, 13.55);
    CHECK(asked.text().find("Where we stand on \u201cmean caseload\u201d: as now it is 15.2") == 0);
    // 15.2 on average, and 1.2 more at first.
    CHECK(holds(asked.text(), "and 16.4 in the first, April 2025."));
    CHECK(holds(asked.text(), "Asked for: at most 14. That is kept in 0 of 10 futures."));
}

TEST_CASE("posts that are needed come with pounds a year, the month and the caseload") {
    AskedOfPosts asked(14);
    asked.found_at(12, 13.55);
    const std::string text = asked.text();
    CAPTURE(text);
    CHECK(holds(text, "With 12 more posts staff cost \u00a3840,000 a year more than \u201cAs now\u201d"));
    // The ninth of ten futures is at 13.95 in month 12 and falls by 0.1 a month; 12 is April 2026.
    CHECK(holds(text, "It is kept from April 2026 on"));
    CHECK(holds(text, "The mean caseload is then 13.8 children (8 futures in 10: 13."));
    CHECK(holds(text, "), against 15.2"));
    asked.scenario.months = 15;
    CHECK(holds(asked.text(), "only the last 3 months of the run: too few to rely on"));
    asked.scenario.months = 36;
    const auto json = nlohmann::json::parse(sustain_json(asked.question, asked.answer));
    CHECK(json["extra_pounds_a_year"]["mean"] == Approx(840000));
    CHECK(json["kept_from"] == "April 2026");
    CHECK(json["kept_already"] == false);
}

TEST_CASE(
    "where today keeps the measure and nothing between the ends asked for does, sustain says just that") {
    AskedOfPosts asked(17);
    asked.answer.finding = SustainAnswer::Finding::never;
    asked.question.search.scale = {-30, -20, 1};
    CHECK(holds(asked.text(), "It does not at any value tried, from 30 fewer posts to 20 fewer posts."));
    CHECK_FALSE(holds(asked.text(), "no room to speak of"));
    asked.question.search.scale = {-5, 5, 1};
    CHECK(holds(asked.text(), "no room to speak of"));
}

TEST_CASE("where today keeps the measure already sustain says so, and fewer posts are room and no advice") {
    AskedOfPosts asked(17);
    asked.found_at(-8, 16.2);
    const std::string text = asked.text();
    CAPTURE(text);
    CHECK(
        holds(text, "\u201cAs now\u201d, already keeps a mean caseload of at most 17 children: in 10 of 10"));
    CHECK(holds(text, "It would still do so with 8 fewer posts"));
    CHECK(holds(text, "not advice to cut posts"));
    CHECK_FALSE(holds(text, "a year less"));
    CHECK(nlohmann::json::parse(sustain_json(asked.question, asked.answer))["kept_already"] == true);
}

TEST_CASE("fewer posts are never what is needed: what lies on the edge is called so") {
    AskedOfPosts asked(15.3);  // kept in seven of ten futures today
    asked.found_at(-2, 15);
    const std::string text = asked.text();
    CAPTURE(text);
    CHECK(holds(text, "is on the edge of keeping"));
    CHECK_FALSE(holds(text, "fewer posts"));
    asked.answer.end = GoodEnd::low;
    CHECK(holds(asked.text(), "more posts do not bring it about"));
}

TEST_CASE("where nothing tried keeps the measure sustain names the best, and where it is") {
    AskedOfPosts asked(10);
    asked.answer.beside->found = futures_with(20, 12);
    const std::string text = asked.text();
    CAPTURE(text);
    CHECK(
        holds(text, "does not keep a mean caseload of at most 10 children in 9 futures of 10 at any value"));
    CHECK(
        holds(text, "The best is 12.2 on average, with 20 more posts: there it is kept in 0 of 10 futures."));
    CHECK(nlohmann::json::parse(sustain_json(asked.question, asked.answer))["best_value"] == 20);
}

TEST_CASE("a month is named only from which the measure stays within its bounds to the end") {
    FuturesAt at = futures_with(0, 15);
    Bound bound;
    bound.most = 15.42;
    CHECK(kept_from(at, bound, 0.9) == 12);
    at.futures[3]->by_month[20] = 99;
    CHECK(kept_from(at, bound, 0.9) == 12);  // one of ten
    at.futures[4]->by_month[20] = 99;
    CHECK(kept_from(at, bound, 0.9) == 21);
    for (auto& future : at.futures) future->by_month.back() = 99;
    CHECK_FALSE(kept_from(at, bound, 0.9));
}
