// The points of a study: worlds, and the policies that are lived in each of them.
#include "sim/study/worlds.hpp"

#include <cmath>
#include <set>

#include "sim/settings/evidence_range.hpp"
#include "sim/study/design.hpp"
#include "tests/catch.hpp"

using namespace headroom;

namespace {

StudyPlan plan_of(const std::string& inside) {
    StudyReading reading = read_study_text("ours.json", "{" + inside + "}");
    INFO(sentences_of(reading.faults));
    REQUIRE(reading.is_good());
    return std::move(reading.plan);
}

const std::string three_factors =
    R"("factors": {"posts.add": 3, "strain_to_leaving": "evidence", "weeks_to_hire": {"from": 10, "to": 30},
        "work_scale": {"from": 0.5, "to": 0.9}}, )";

StudyPlan with_design(const std::string& design) {
    return plan_of(three_factors + "\"design\": {" + design + "}");
}

std::uint64_t digest_of(const std::string& inside) {
    const StudyPlan plan = plan_of(inside);
    return Worlds(plan).digest("1");
}

bool differ(const std::string& a, const std::string& b) {
    return digest_of(a) != digest_of(b);
}

}  // namespace

TEST_CASE("every design has as many worlds as were counted, each value within its range") {
    for (const char* design :
         {R"("kind": "full_factorial", "levels": 4)", R"("kind": "one_at_a_time", "levels": 5)",
          R"("kind": "latin_hypercube", "points": 17)", R"("kind": "sobol", "points": 33)",
          R"("kind": "saltelli", "base": 8)", R"("kind": "saltelli", "base": 4, "second_order": true)",
          R"("kind": "morris", "trajectories": 6)"}) {
        CAPTURE(design);
        const StudyPlan plan = with_design(design);
        const Worlds worlds(plan);
        REQUIRE(worlds.count() == points_in(plan.factors, plan.design));
        for (std::uint32_t world = 0; world < worlds.count(); ++world) {
            const auto values = worlds.factors_of(world);
            REQUIRE(values.size() == 4);
            for (std::size_t i = 0; i < 4; ++i) {
                const Factor& factor = plan.factors[i];
                CHECK(values[i] >= (factor.is_fixed() ? 3 : factor.low));
                CHECK(values[i] <= (factor.is_fixed() ? 3 : factor.high));
            }
        }
    }
}

TEST_CASE("a fixed factor has its value in every world, and takes no column of the design") {
    const StudyPlan plan = with_design(R"("kind": "sobol", "points": 9, "seed": 5)");
    const Worlds worlds(plan);
    const Design alone = sobol_sequence(9, 3, 5);
    for (std::uint32_t world = 0; world < worlds.count(); ++world) {
        const auto values = worlds.factors_of(world);
        CHECK(values[0] == 3);
        for (std::size_t i = 1; i < 4; ++i)
            CHECK(values[i] == plan.factors[i].value_at(alone.point(world)[i - 1]));
    }
}

TEST_CASE("a Saltelli study has its worlds in the order of the rows that its analysis expects") {
    for (const char* second : {"false", "true"}) {
        const StudyPlan plan = with_design(
            std::string(R"("kind": "saltelli", "base": 4, "seed": 3, "second_order": )") + second);
        const Worlds worlds(plan);
        const Design rows =
            saltelli(4, 3, plan.design.second_order ? Orders::second_too : Orders::first_and_total, 3);
        REQUIRE(worlds.count() == rows.points());
        for (std::uint32_t world = 0; world < worlds.count(); ++world) {
            for (std::size_t i = 1; i < 4; ++i)
                CHECK(worlds.factors_of(world)[i] == plan.factors[i].value_at(rows.point(world)[i - 1]));
        }
    }
}

TEST_CASE("one at a time starts from the world as it is in use") {
    const StudyPlan plan = plan_of(
        R"("fitted": "unfitted", "factors": {"strain_to_leaving": "evidence", "work_scale": "evidence"},
        "design": {"kind": "one_at_a_time"})");
    const Worlds worlds(plan);
    CHECK(worlds.factors_of(0)[0] == Settings{}.strain_to_leaving);
    CHECK(worlds.factors_of(0)[1] == Settings{}.work_scale);
    for (std::uint32_t world = 1; world < worlds.count(); ++world) {
        int moved = 0;
        for (std::size_t i = 0; i < 2; ++i) moved += worlds.factors_of(world)[i] != worlds.factors_of(0)[i];
        CHECK(moved == 1);
    }
}

TEST_CASE("one at a time takes a choice through all its words") {
    const StudyPlan plan = plan_of(R"("factors": {"caseload_limit.kind":
        {"values": ["none", "hard", "points", "average"]}}, "design": {"kind": "one_at_a_time"})");
    const Worlds worlds(plan);
    std::set<double> met;
    for (std::uint32_t world = 0; world < worlds.count(); ++world) met.insert(worlds.factors_of(world)[0]);
    CHECK(met.size() == 4);
}

TEST_CASE("a full factorial over words, whole numbers and a range has every combination once") {
    const StudyPlan plan =
        plan_of(R"("factors": {"caseload_limit.kind": {"values": ["none", "hard", "points"]},
        "posts.add": {"values": [0, 10]}, "work_scale": {"from": 0.5, "to": 0.9}},
        "design": {"kind": "full_factorial", "levels": 5})");
    const Worlds worlds(plan);
    REQUIRE(worlds.count() == 30);
    std::set<std::vector<double>> met;
    for (std::uint32_t world = 0; world < worlds.count(); ++world)
        met.insert({worlds.factors_of(world).begin(), worlds.factors_of(world).end()});
    CHECK(met.size() == 30);
}

TEST_CASE("a study without factors has one world, as the question has it") {
    const StudyPlan plan = plan_of(R"("alternatives": [{"name": "a"}, {"name": "b"}])");
    const Worlds worlds(plan);
    CHECK(worlds.count() == 1);
    CHECK(worlds.factors_of(0).empty());
    CHECK(worlds.policies().size() == 2);
    CHECK(worlds.scenario(0).settings == plan.question.settings);
}

TEST_CASE("a study in which all is fixed has one world with these values") {
    const StudyPlan plan = plan_of(R"("factors": {"work_scale": 0.8, "posts.add": 4})");
    const Worlds worlds(plan);
    REQUIRE(worlds.count() == 1);
    const Scenario scenario = worlds.scenario(0);
    CHECK(scenario.settings.work_scale == 0.8);
    CHECK(scenario.alternatives.at(0).policies.at(0).policy.posts.add == 4);
}

TEST_CASE("written policies come first, without levers, then those that the levers make") {
    const StudyPlan plan = plan_of(R"("alternatives": [{"name": "As now"}],
        "levers": {"caseload_limit.children": {"values": [15, 18]}, "posts.add": {"values": [0, 20]}})");
    const Worlds worlds(plan);
    REQUIRE(worlds.policies().size() == 5);
    CHECK(worlds.written_policies() == 1);
    CHECK(worlds.policies()[0].name == "As now");
    CHECK(worlds.policies()[1].name == "Limit 15, no more posts");
    CHECK(worlds.policies()[4].name == "Limit 18, 20 more posts");
    for (const double value : worlds.levers_of(0)) CHECK(std::isnan(value));
    CHECK(worlds.levers_of(4)[0] == 18);
    CHECK(worlds.levers_of(4)[1] == 20);
    CHECK(worlds.policies()[4].policies.at(0).policy.posts.add == 20);
}

TEST_CASE("every policy is lived in every world, with that world's settings") {
    const StudyPlan plan = plan_of(R"("levers": {"posts.add": {"values": [0, 20]}},
        "factors": {"work_scale": {"values": [0.6, 0.9]}})");
    const Worlds worlds(plan);
    REQUIRE(worlds.count() == 2);
    for (std::uint32_t world = 0; world < 2; ++world) {
        const Scenario scenario = worlds.scenario(world);
        REQUIRE(scenario.alternatives.size() == 2);
        for (std::size_t policy = 0; policy < 2; ++policy) {
            CHECK(scenario.alternatives[policy].settings.work_scale == worlds.factors_of(world)[0]);
            CHECK(scenario.alternatives[policy].policies[0].policy.posts.add == worlds.levers_of(policy)[0]);
        }
    }
}

TEST_CASE("what a future depends on counts in the digest") {
    const std::string study = R"("levers": {"posts.add": {"values": [0, 20]}}, "months": 6,
        "factors": {"work_scale": {"from": 0.6, "to": 0.9}}, "design": {"kind": "sobol", "points": 4})";
    const auto changed = [&](const std::string& from, const std::string& to) {
        std::string text = study;
        return text.replace(text.find(from), from.size(), to);
    };
    CHECK(differ(study, changed("\"months\": 6", "\"months\": 7")));
    CHECK(differ(study, changed("[0, 20]", "[0, 21]")));
    CHECK(differ(study, changed("[0, 20]", "[20, 0]")));
    CHECK(differ(study, changed("0.9", "0.91")));
    CHECK(differ(study, changed("\"points\": 4", "\"points\": 5")));
    CHECK(differ(study, changed("\"points\": 4", "\"points\": 4, \"seed\": 2")));
    CHECK(differ(study, changed("sobol", "latin_hypercube")));
    CHECK(differ(study, changed("\"work_scale\"", "\"strain_to_leaving\"")));
    CHECK(differ(study, study + ", \"by\": \"month\""));
    CHECK(differ(study, study + ", \"seed\": 2"));
    CHECK(differ(study, study + ", \"today\": {\"posts\": {\"support_workers\": 1}}"));
    CHECK(differ(study, study + ", \"settings\": {\"weeks_to_hire\": 30}"));
    CHECK(differ(study, study + ", \"alternatives\": [{\"name\": \"As now\"}]"));
    const StudyPlan plan = plan_of(study);
    CHECK(Worlds(plan).digest("1") != Worlds(plan).digest("2"));
}

TEST_CASE("what no future depends on leaves the digest alone") {
    const std::string study = R"("factors": {"work_scale": {"values": [0.6, 0.9]}}, "months": 6)";
    CHECK_FALSE(differ(study, study));
    CHECK_FALSE(differ(study, study + ", \"question\": \"Another wording?\""));
    CHECK_FALSE(differ(study, study + ", \"replications\": 99"));
    CHECK_FALSE(differ(study, study + ", \"design\": {\"kind\": \"full_factorial\", \"levels\": 9}"));
    CHECK_FALSE(differ(study, "// a remark\n" + study));
}

TEST_CASE("a world whose settings contradict each other is told with its number and values") {
    const StudyPlan plan =
        plan_of(R"("factors": {"severity_low_percent": {"from": 0, "to": 100}}, "design": {"levels": 3,
        "kind": "full_factorial"})");
    const Worlds worlds(plan);
    const std::string told = sentences_of(contradictions_in(worlds, "ours.json"));
    CHECK_THAT(told, Catch::Matchers::Contains("ours.json: settings.severity_low_percent is too large") &&
                         Catch::Matchers::Contains("at most 100 percent with the others. In world ") &&
                         Catch::Matchers::Contains("severity_low_percent is "));
}

TEST_CASE("a policy that leaves no post in some world is told before anything is lived") {
    const StudyPlan plan = plan_of(R"("factors": {"case_holders_fte": {"from": 20, "to": 60}},
        "levers": {"posts.add": {"values": [0, -80]}}, "settings": {"vacancies_fte": 1})");
    const std::string told = sentences_of(contradictions_in(Worlds(plan), "ours.json"));
    CHECK_THAT(told, Catch::Matchers::Contains("levers.posts.add is -80 posts from month 0") &&
                         Catch::Matchers::Contains("In world 0 case_holders_fte is 20."));
}

TEST_CASE("no world of all assumptions, at any of their ends, contradicts itself") {
    const StudyPlan plan =
        plan_of(R"("factors": "all assumptions", "design": {"kind": "one_at_a_time", "levels": 3})");
    CHECK(sentences_of(contradictions_in(Worlds(plan), "ours.json")).empty());
    for (const bool high : {false, true}) {
        std::string factors;
        for (const EvidenceRange& range : evidence_ranges())
            factors += (factors.empty() ? "\"" : ", \"") + std::string(range.key) +
                       "\": " + number_text(high ? range.high : range.low);
        const StudyPlan ends = plan_of("\"factors\": {" + factors + "}");
        CHECK(sentences_of(contradictions_in(Worlds(ends), "ours.json")).empty());
    }
}

TEST_CASE("policies have names of their own, and a number that decides nothing is no number of theirs") {
    const StudyReading reading = read_study_text("ours.json", R"({
        "alternatives": [{"name": "Hard limit, limit 15"}],
        "levers": {"caseload_limit.kind": {"values": ["none", "hard"]}, "caseload_limit.children": {"values": [15, 18]},
                   "posts.support_workers": {"values": [2.776000357310598]}}})");
    REQUIRE(reading.is_good());
    const Worlds worlds(reading.plan);
    REQUIRE(worlds.policies().size() == 4);
    CHECK(worlds.policies()[1].name == "No limit, 2.78 support workers");
    CHECK(worlds.policies()[2].name == "Hard limit, limit 15, 2.78 support workers");
    CHECK(worlds.policies()[3].name == "Hard limit, limit 18, 2.78 support workers");
    CHECK(std::isnan(worlds.levers_of(1)[0]));
    CHECK(worlds.levers_of(3)[0] == 18);
    const StudyReading twice = read_study_text("ours.json", R"({
        "alternatives": [{"name": "Limit 15"}], "levers": {"caseload_limit.children": {"values": [15]}}})");
    CHECK(Worlds(twice.plan).policies()[1].name == "Limit 15 (2)");
}
