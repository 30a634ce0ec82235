// What only makes sense in whole numbers takes no other: half a post is refused, never rounded.
#include <algorithm>
#include <set>

#include "sim/policy/policy.hpp"
#include "sim/scenario/dial.hpp"
#include "sim/scenario/factor.hpp"
#include "sim/scenario/levers.hpp"
#include "sim/scenario/question_shape.hpp"
#include "sim/scenario/schema.hpp"
#include "sim/scenario/study_plan.hpp"
#include "sim/settings/setting.hpp"
#include "sim/settings/units.hpp"
#include "sim/text/fault.hpp"
#include "tests/scenario/reading.hpp"

using namespace headroom;

namespace {

// Units that may have a fraction: times, shares, prices and averages. A unit that is new belongs here or
// among those of whole things.
const std::set<std::string_view> broken_units = {
    "",
    "children per full-time worker",
    "log of load",
    "log per log of load",
    "log per log of referrals",
    "log per share of sessions",
    "per unit of pressure",
    "hours",
    "hours a month",
    "hours a week",
    "hours a quarter",
    "hours a family",
    "hours per worker",
    "minutes",
    "working days",
    "working days a year",
    "weeks",
    "months",
    "years",
    "full-time equivalents",
    // Flows and stocks of today, which are scaled and averaged.
    "children",
    "workers for each manager",
    "cases per full-time worker, on average",
    "open cases",
    "points",
    "points per child",
    "visits",
    "effective visits",
    "crises a year",
    "children for each worker",
    "ratio a week",
    // Means over many.
    "reviews",
    "sessions",
    "pounds",
    "pounds a hire",
    "pounds a year with on-costs",
    "weight",
    "ratio",
    "coefficient of variation",
    "log standard deviation",
    "log per step",
    "log per unit of workload ratio",
};

bool may_be_broken(std::string_view unit) {
    return broken_units.contains(unit) || unit.starts_with("percent") || unit.starts_with("share") ||
           unit.starts_with("times") || unit.starts_with("points of share");
}

std::set<std::string> all_units() {
    std::set<std::string> units;
    for (const SettingRow& row : setting_rows()) units.emplace(row.unit);
    for (const ShockRow& row : shock_rows()) units.emplace(row.size_unit);
    for (const Dial& dial : dials()) {
        if (dial.is_number()) units.insert(dial.value.unit);
    }
    return units;
}

bool is_counted(const Dial& dial) {
    return dial.value.sort == Shape::Sort::whole;
}

bool is_refused(const std::string& text, const std::string& number) {
    const Reading reading = read_question_text("ours.json", text);
    const std::string told = sentences_of(reading.faults);
    return told.find("is " + number + ", but should be a whole number from ") != std::string::npos;
}

// A value with a fraction, within the range of a shape.
std::string broken_value(const Shape& shape) {
    return number_text(std::max(shape.low, 0.0) + 1.4);
}

std::string one_alternative(const std::string& inside) {
    return "{\"alternatives\": [{\"name\": \"a\", " + inside + "}]}";
}

}  // namespace

TEST_CASE("every unit of a setting, a policy and a shock counts whole things, or may have a fraction") {
    for (const std::string& unit : all_units()) {
        CAPTURE(unit);
        CHECK(counts_whole_things(unit) != may_be_broken(unit));
    }
}

TEST_CASE("posts, workers, managers, limits and days between allocations are counted in whole numbers") {
    for (const std::string key :
         {"posts.add", "recruitment.newly_qualified_per_cohort", "recruitment.newly_qualified_more",
          "allocation.every_working_days", "caseload_limit.children", "caseload_limit.hard.senior",
          "caseload_limit.by_type.ongoing", "caseload_limit.intake.new_per_month", "stand_in_days"}) {
        CAPTURE(key);
        CHECK(is_counted(*find_dial(key)));
    }
    for (const std::string key : {"posts.support_workers", "retention.workers_per_manager",
                                  "caseload_limit.average.children", "caseload_limit.points.points"})
        CHECK_FALSE(is_counted(*find_dial(key)));
    for (const ShockRow& row : shock_rows()) {
        const bool is_of_people = row.kind == ShockKind::manager_leaving ||
                                  row.kind == ShockKind::newly_qualified_cohort ||
                                  row.kind == ShockKind::managed_agency_team;
        CHECK(counts_whole_things(row.size_unit) == is_of_people);
    }
}

TEST_CASE("what is counted is refused with a fraction: as a setting, in a policy, a step and a factor") {
    int counted = 0;
    for (const Dial& dial : dials()) {
        if (!is_counted(dial)) continue;
        ++counted;
        const std::string value = broken_value(dial.value);
        const std::string kind = dial.kind.empty() ? "" : "\"kind\": \"" + dial.kind + "\", ";
        CAPTURE(dial.key, value);
        CHECK(is_refused("{\"steps\": {\"" + dial.key + "\": [" + value + "]}}", value));
        const bool needs_kind = dial.lever == "caseload_limit" && dial.kind.empty();
        if (dial.lever.empty())
            CHECK(is_refused("{\"settings\": {\"" + dial.key + "\": " + value + "}}", value));
        else if (!needs_kind)
            CHECK(is_refused(one_alternative("\"policy\": {\"" + dial.lever + "\": {" + kind + "\"" +
                                             dial.member + "\": " + value + "}}"),
                             value));
        for (const std::string& factor :
             {value, "{\"from\": " + value + ", \"to\": 9}", "{\"values\": [1, " + value + "]}"}) {
            const StudyReading study =
                read_study_text("ours.json", "{\"factors\": {\"" + dial.key + "\": " + factor +
                                                 "}, \"design\": {\"kind\": \"sobol\", \"points\": 2}}");
            CAPTURE(factor);
            CHECK(sentences_of(study.faults).find("a whole number from ") != std::string::npos);
        }
    }
    CHECK(counted > 15);
}

TEST_CASE("a shock of people is refused with a fraction") {
    for (const ShockRow& row : shock_rows()) {
        if (!counts_whole_things(row.size_unit)) continue;
        const std::string kind(shock_words[static_cast<std::size_t>(row.kind)]);
        CHECK(is_refused("{\"shocks\": [{\"kind\": \"" + kind + "\", \"size\": 2.5}]}", "2.5"));
    }
}

TEST_CASE("0.4 and 1.4 posts are refused in a sentence, on the command line too where it takes them") {
    CHECK(
        sentences_of(read_question_text("ours.json", one_alternative(R"("policy": {"posts": {"add": 0.4}})"))
                         .faults) ==
        "ours.json, line 1: alternatives[1].policy.posts.add is 0.4, but should be a whole number from "
        "-1000 to 1000 (posts).\n");
    Choices choices;
    choices.settings = {"stand_in_days=2.5"};
    CHECK(sentences_of(read_question_text("ours.json", "{}", choices).faults)
              .find("2.5, but should be a whole number") != std::string::npos);
}
