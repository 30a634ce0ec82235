// The page asks the same simulator: futures that are lived one by one, anywhere and in any order, come to the
// answer of the command line.
#include "apps/page/simulator/workshop.hpp"

#include <nlohmann/json.hpp>

#include "analysis/words/answer.hpp"
#include "apps/page/simulator/told.hpp"
#include "sim/futures/results_of.hpp"
#include "sim/study/study.hpp"
#include "tests/catch.hpp"

namespace headroom {
namespace {

using nlohmann::json;

const std::string question = R"({
  "question": "What does a limit do in a small place?", "authority": "Rutland", "months": 6, "replications": 3,
  "alternatives": [ { "name": "As now" },
                    { "name": "Limit 12", "policy": { "caseload_limit": { "kind": "hard", "children": 12 } } } ] })";

// Alternatives of futures of the question above, brought in this order.
struct Gathered : Workshop {
    explicit Gathered(const std::vector<std::pair<int, std::uint32_t>>& order) : Workshop(question) {
        Workshop living(question);
        for (const auto& [alternative, number] : order)
            take(alternative, number, living.live(alternative, number));
    }
};

bool same_bits(const Series& one, const Series& other) {
    return std::equal(one.values().begin(), one.values().end(), other.values().begin(), other.values().end(),
                      [](double a, double b) {
                          return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b);
                      });
}

TEST_CASE("futures lived one by one in any order are those of the command line, to the last bit") {
    const Gathered workshop({{1, 2}, {1, 0}, {0, 1}, {0, 0}, {0, 2}, {1, 1}});
    const Reading reading = read_question_text("the question", question);
    std::atomic<bool> stop = false;
    StudyOptions options;
    options.replications = 3;
    const StudyResults expected = results_of(
        reading.scenario, run_study(reading.scenario, options, stop).replications, "headroom workshop");
    const StudyResults found = workshop.results();
    REQUIRE(found.series.size() == 6);
    for (std::size_t i = 0; i < found.series.size(); ++i)
        CHECK(same_bits(found.series[i], expected.series[i]));
    CHECK(found.scenario_text == expected.scenario_text);
    CHECK(answer_text(found) == answer_text(expected));
}

TEST_CASE("a future counts when all its alternatives and all before it are there") {
    Workshop living(question), gathering(question);
    gathering.take(0, 1, living.live(0, 1));
    gathering.take(1, 1, living.live(1, 1));
    CHECK(gathering.futures() == 0);
    gathering.take(0, 0, living.live(0, 0));
    CHECK(gathering.futures() == 0);
    gathering.take(1, 0, living.live(1, 0));
    CHECK(gathering.futures() == 2);
    CHECK(gathering.results().replications == 2);
}

TEST_CASE("a question asked after another has the futures of one asked alone, whatever was kept") {
    const auto changed = [](const std::string& from, const std::string& to) {
        std::string text = question;
        return text.replace(text.find(from), from.size(), to);
    };
    Workshop asked(question);
    const Series before = asked.live(1, 0).series;
    const std::string other_limit = changed("\"children\": 12", "\"children\": 9");
    for (const std::string& next :
         {other_limit, changed("\"months\": 6", "\"months\": 4"), changed("Rutland", "teaching team"),
          changed("\"months\": 6", "\"seed\": 7"), changed("\"months\": 6", "\"months\": -1"), question,
          changed("\"months\": 6", "\"settling_months\": 2"),
          changed("\"months\": 6", "\"settings\": {\"turnover_percent\": 30}"),
          changed("\"months\": 6", "\"today\": {\"caseload_limit\": {\"kind\": \"hard\", \"children\": 14}}"),
          other_limit}) {
        CAPTURE(next);
        asked.ask(next);
        if (!asked.faults().empty()) continue;
        Workshop alone(next);
        for (const std::uint32_t number : {0u, 2u, 0u})
            CHECK(same_bits(asked.live(1, number).series, alone.live(1, number).series));
        CHECK(asked.futures() == 0);
    }
    CHECK_FALSE(same_bits(asked.live(1, 0).series, before));
}

TEST_CASE("what was gathered of a question is gone with the next") {
    Gathered workshop({{0, 0}, {1, 0}, {0, 1}});
    CHECK(workshop.futures() == 1);
    workshop.ask(question);
    CHECK(workshop.futures() == 0);
    workshop.take(1, 1, workshop.live(1, 1));
    workshop.take(0, 0, workshop.live(0, 0));
    workshop.take(1, 0, workshop.live(1, 0));
    CHECK(workshop.futures() == 1);
}

TEST_CASE("a page is told of every fault in a sentence, and of a good question what it came to") {
    const json bad = json::parse(outline_told(Workshop(R"({ "authority": "Rutlant", "month": 3 })")));
    REQUIRE(bad["faults"].size() == 2);
    CHECK(bad["faults"].dump().find("Rutland") != std::string::npos);
    CHECK(bad["faults"].dump().find("months") != std::string::npos);
    const json good = json::parse(outline_told(Workshop(question)));
    CHECK(good["faults"].empty());
    CHECK(good["authority"] == "Rutland");
    CHECK(good["begins_as"].get<std::string>().size() == 16);
    CHECK(good["lives_as"].size() == 2);
    CHECK(good["lives_as"][0] != good["lives_as"][1]);
    CHECK(good["alternatives"] == json({"As now", "Limit 12"}));
    CHECK(good["resolved"]["settings"]["children_0_to_17"].get<double>() > 5000);
    CHECK(good["resolved"]["today"]["caseload_limit"]["kind"] == "none");
}

TEST_CASE("the answer a page shows is the report's: sentence, charts and origin") {
    const Gathered workshop({{0, 0}, {1, 0}, {0, 1}, {1, 1}});
    const std::string html = answer_told(workshop);
    CHECK(html.find("class=\"answer\"") != html.npos);
    CHECK(html.find("<svg") != html.npos);
    CHECK(html.find("2 futures") != html.npos);
    // Whatever its first page says stands below, does.
    CHECK(html.find("9 in 10 wait up to, days") != html.npos);
    CHECK(html.find("the worst-served twentieth of children") != html.npos);
    CHECK(report_told(workshop).starts_with("<!DOCTYPE html>"));
    CHECK(table_told(workshop).find("Limit 12") != std::string::npos);
}

TEST_CASE("quarters add up: the last number so far is that of the whole run") {
    const Gathered workshop({{0, 0}, {1, 0}});
    const json told = json::parse(quarters_told(workshop, 0));
    const StudyResults results = workshop.results();
    const Series& series = results.at(1, 0);
    REQUIRE(told["alternatives"].size() == 2);
    REQUIRE(told["alternatives"][1]["quarters"].size() == 2);
    for (std::size_t i = 0; i < told["measures"].size(); ++i) {
        const MeasureRow* row = find_measure(told["measures"][i]["key"].get<std::string>());
        REQUIRE(row);
        const json& found = told["alternatives"][1]["so_far"][1][i];
        if (std::isnan(series.over_run(row->measure)))
            CHECK(found.is_null());
        else
            CHECK(found.get<double>() == series.over_run(row->measure));
        if (row->kind == MeasureKind::monthly && row->within == Within::sum) {
            const json& quarters = told["alternatives"][1]["quarters"];
            CHECK(quarters[0][i].get<double>() + quarters[1][i].get<double>() ==
                  Approx(series.over_run(row->measure)));
        }
        // The longest waits are known of the whole run, not of a part of it.
        CHECK(told["alternatives"][1]["quarters"][0][i].is_null() == (row->kind == MeasureKind::whole));
    }
}

TEST_CASE("the log of a team holds its own workers and families, and that of all teams everything") {
    const Workshop workshop(question);
    const json all = json::parse(log_told(workshop, 1, 2, -1)),
               one = json::parse(log_told(workshop, 1, 2, 0));
    const auto entries = [](const json& log) { return log["entries"]["time"].size(); };
    CHECK(all["alternative"] == "Limit 12");
    CHECK(entries(one) > 100);
    CHECK(entries(one) < entries(all));
    CHECK(all["entries"]["worker"].size() == entries(all));
    CHECK(all["days"].front() == "2025-04-01");
    CHECK(std::is_sorted(all["entries"]["time"].begin(), all["entries"]["time"].end()));
}

TEST_CASE("a log tells which limit is in force from when, and with which numbers") {
    const Workshop workshop(R"({
      "question": "A limit from the third month on", "authority": "teaching team", "months": 6,
      "alternatives": [ { "name": "As now" },
        { "name": "Later", "policy": { "from_month": 2, "caseload_limit": {
          "kind": "hard", "children": 15, "newly_qualified": 12, "overflow": "duty" } } } ] })");
    const json now = json::parse(log_told(workshop, 0, 0, 0)),
               later = json::parse(log_told(workshop, 1, 0, 0));
    REQUIRE(now["limits"].size() == 1);
    CHECK(now["limits"][0]["kind"] == "none");
    const json& limit = later["limits"].back();
    CHECK(limit["kind"] == "hard");
    CHECK(limit["unit"] == "children");
    CHECK(limit["overflow"] == "duty");
    CHECK(limit["numbers"]["children"] == 15);
    CHECK(limit["numbers"]["newly_qualified"] == 12);
    CHECK(limit["exempt"] == json({4, 5}));
}

TEST_CASE("where no team is named, the one with most children as the run begins is told") {
    const Workshop workshop(question);
    const json log = json::parse(log_told(workshop, 0, 0, busiest_team));
    const json all = json::parse(log_told(workshop, 0, 0, every_team));
    const int open = 0;  // among the kinds
    REQUIRE(all["words"]["kinds"][open] == "family_open");
    std::vector<int> children(all["teams"].size());
    for (std::size_t i = 0; i < all["entries"]["time"].size(); ++i) {
        if (all["entries"]["kind"][i] != open) continue;
        const int family = all["entries"]["family"][i], team = all["entries"]["team"][i];
        children[static_cast<std::size_t>(team)] += all["families"][family][1].get<int>();
    }
    const int chosen = log["team"];
    CHECK(children[static_cast<std::size_t>(chosen)] == *std::max_element(children.begin(), children.end()));
    CHECK(log["entries"] == json::parse(log_told(workshop, 0, 0, chosen))["entries"]);
}

TEST_CASE("a log knows the dates before the run's first day and after its last") {
    const json log = json::parse(log_told(Workshop(question), 0, 0, 0));
    CHECK(log["days_before"].back() == "2025-03-31");
    CHECK(log["days"].front() == "2025-04-01");
    CHECK(log["days"].back() == "2025-09-30");
    CHECK(log["days_after"].front() == "2025-10-01");
}

TEST_CASE("a digest tells two branches apart, and not the same one lived twice") {
    Workshop workshop(question);
    const std::string first = digest_told(workshop.live(0, 0));
    CHECK(first.size() == 16);
    CHECK(digest_told(workshop.live(1, 0)) != first);
    CHECK(digest_told(workshop.live(0, 1)) != first);
    CHECK(digest_told(workshop.live(0, 0)) == first);
}

TEST_CASE("every authority with published figures is told by name") {
    const json all = json::parse(authorities_told());
    CHECK(all.size() > 140);
    CHECK(std::any_of(all.begin(), all.end(), [](const json& place) { return place["name"] == "Leeds"; }));
}

}  // namespace
}  // namespace headroom
