// A study as it is written, and what becomes of it.
#include <filesystem>
#include <fstream>
#include <set>

#include "sim/scenario/study_plan.hpp"
#include "sim/settings/evidence_range.hpp"
#include "tests/scenario/reading.hpp"

using namespace headroom;

namespace {

StudyPlan plan_of(const std::string& inside, const Choices& choices = {}) {
    StudyReading reading = read_study_text("ours.json", "{" + inside + "}", choices);
    INFO(sentences_of(reading.faults));
    REQUIRE(reading.is_good());
    return std::move(reading.plan);
}

// The only factor of a study with that as the value of its key.
Factor factor_with(const std::string& key, const std::string& value) {
    const StudyPlan plan = plan_of("\"fitted\": \"unfitted\", \"factors\": {\"" + key + "\": " + value + "}");
    REQUIRE(plan.factors.size() == 1);
    return plan.factors[0];
}

std::vector<std::string> keys_of(const std::vector<Factor>& factors) {
    std::vector<std::string> keys;
    for (const Factor& factor : factors) keys.push_back(factor.key);
    return keys;
}

const Factor& of_key(const std::vector<Factor>& factors, const std::string& key) {
    for (const Factor& factor : factors) {
        if (factor.key == key) return factor;
    }
    throw std::runtime_error("no factor " + key);
}

}  // namespace

TEST_CASE("two ends make a range of which every part is as likely") {
    const Factor factor = factor_with("work_scale", R"({"from": 0.5, "to": 0.9})");
    CHECK(factor.spread == Spread::uniform);
    CHECK(factor.low == 0.5);
    CHECK(factor.high == 0.9);
    CHECK(factor.usual == Settings{}.work_scale);
    CHECK(factor_with("work_scale", R"({"from": 0.5, "to": 0.9, "prior": "uniform"})").spread ==
          Spread::uniform);
}

TEST_CASE("a triangular prior peaks where it says, or else at the value in use") {
    const Factor told =
        factor_with("work_scale", R"({"from": 0.5, "to": 0.9, "prior": "triangular", "most_likely": 0.8})");
    CHECK(told.spread == Spread::triangular);
    CHECK(told.usual == 0.8);
    const Factor usual = factor_with("work_scale", R"({"from": 0.4, "to": 2, "prior": "triangular"})");
    CHECK(usual.usual == Settings{}.work_scale);
    const StudyPlan plan = plan_of(R"("settings": {"work_scale": 0.55},
        "factors": {"work_scale": {"from": 0.5, "to": 0.9, "prior": "triangular"}})");
    CHECK(plan.factors[0].usual == 0.55);
}

TEST_CASE("what counts people in whole numbers has a range of whole numbers") {
    for (const Dial& dial : dials()) {
        if (dial.value.sort != Shape::Sort::whole || dial.value.low > 1 || dial.value.high < 3) continue;
        CHECK(factor_with(dial.key, R"({"from": 1, "to": 3})").spread == Spread::whole_numbers);
    }
}

TEST_CASE("a list of numbers or words is a factor with these values, in that order") {
    const Factor numbers = factor_with("posts.add", R"({"values": [20, 0, 10]})");
    CHECK(numbers.spread == Spread::listed);
    CHECK(numbers.listed == std::vector<double>{20, 0, 10});
    CHECK(numbers.low == 0);
    CHECK(numbers.high == 20);
    const Factor words = factor_with("caseload_limit.kind", R"({"values": ["hard", "none"]})");
    REQUIRE(words.listed.size() == 2);
    CHECK(written(words, words.listed[0]) == "hard");
    CHECK(written(words, words.listed[1]) == "none");
    CHECK(factor_with("recruitment.freeze", R"({"values": [false, true]})").listed ==
          std::vector<double>{0, 1});
}

TEST_CASE("a single value, number, word or yes, is a factor that no design moves") {
    CHECK(factor_with("work_scale", "0.8").is_fixed());
    CHECK(factor_with("work_scale", "0.8").listed == std::vector<double>{0.8});
    CHECK(written(factor_with("caseload_limit.kind", R"("hard")"),
                  factor_with("caseload_limit.kind", R"("hard")").listed.at(0)) == "hard");
    CHECK(factor_with("recruitment.freeze", "true").listed == std::vector<double>{1});
}

TEST_CASE("the word evidence is the range that the evidence leaves open") {
    REQUIRE_FALSE(evidence_ranges().empty());
    for (const EvidenceRange& range : evidence_ranges()) {
        CAPTURE(range.key);
        const Factor factor = factor_with(std::string(range.key), "\"evidence\"");
        CHECK(factor.low == range.low);
        CHECK(factor.high == range.high);
        CHECK((factor.spread == Spread::uniform || factor.spread == Spread::whole_numbers));
    }
}

TEST_CASE("the words all assumptions are all settings whose evidence leaves a range open, in their order") {
    const StudyPlan plan =
        plan_of(R"("factors": "all assumptions", "design": {"kind": "saltelli", "base": 4})");
    REQUIRE(plan.factors.size() == evidence_ranges().size());
    for (std::size_t i = 0; i < plan.factors.size(); ++i) {
        CHECK(plan.factors[i].key == evidence_ranges()[i].key);
        CHECK(plan.factors[i].low == evidence_ranges()[i].low);
        CHECK(plan.factors[i].high == evidence_ranges()[i].high);
        CHECK_FALSE(plan.factors[i].is_fixed());
    }
}

TEST_CASE("a key beside all assumptions comes before what they would make of it") {
    const std::string first(evidence_ranges()[0].key);
    const StudyPlan plan =
        plan_of("\"factors\": {\"all_assumptions\": true, \"posts.add\": {\"values\": [0, 5]}, \"" + first +
                "\": " + std::to_string(evidence_ranges()[0].low) +
                "}, \"design\": {\"kind\": \"latin_hypercube\", \"points\": 3}");
    CHECK(plan.factors.size() == evidence_ranges().size() + 1);
    CHECK(of_key(plan.factors, first).is_fixed());
    CHECK(of_key(plan.factors, "posts.add").listed == std::vector<double>{0, 5});
    const std::vector<std::string> keys = keys_of(plan.factors);
    CHECK(std::set<std::string>(keys.begin(), keys.end()).size() == keys.size());
    CHECK(plan_of(R"("factors": {"all_assumptions": false, "work_scale": 0.7})").factors.size() == 1);
}

TEST_CASE("each design takes its own numbers, and the usual ones where it is given none") {
    const std::string factors = R"("factors": {"work_scale": "evidence", "weeks_to_hire": "evidence"}, )";
    const auto design = [&](const std::string& inside) {
        return plan_of(factors + "\"design\": {" + inside + "}").design;
    };
    CHECK(plan_of(factors + "\"months\": 3").design.kind == DesignKind::full_factorial);
    CHECK(design(R"("kind": "full_factorial")").levels == 3);
    CHECK(design(R"("kind": "one_at_a_time")").levels == 2);
    CHECK(design(R"("kind": "morris")").levels == 4);
    CHECK(design(R"("kind": "morris", "trajectories": 7, "levels": 6)").trajectories == 7);
    CHECK(design(R"("kind": "latin_hypercube", "points": 12, "seed": 9)").points == 12);
    CHECK(design(R"("kind": "sobol", "seed": 9007199254740991)").seed == 9007199254740991u);
    const DesignChoice saltelli = design(R"("kind": "saltelli", "base": 8, "second_order": true)");
    CHECK(saltelli.base == 8);
    CHECK(saltelli.second_order);
    CHECK_FALSE(design(R"("kind": "saltelli")").second_order);
}

TEST_CASE("points are counted before they are made") {
    const std::string factors =
        R"("factors": {"work_scale": "evidence", "weeks_to_hire": "evidence", "posts.add": 4}, )";
    const auto points = [&](const std::string& design) {
        const StudyPlan plan = plan_of(factors + "\"design\": {" + design + "}");
        return points_in(plan.factors, plan.design);
    };
    CHECK(points(R"("kind": "full_factorial", "levels": 5)") == 25);
    CHECK(points(R"("kind": "one_at_a_time", "levels": 3)") == 7);
    CHECK(points(R"("kind": "latin_hypercube", "points": 40)") == 40);
    CHECK(points(R"("kind": "sobol", "points": 41)") == 41);
    CHECK(points(R"("kind": "saltelli", "base": 8)") == 32);
    CHECK(points(R"("kind": "saltelli", "base": 8, "second_order": true)") == 48);
    CHECK(points(R"("kind": "morris", "trajectories": 5)") == 15);
    CHECK(points_in({}, DesignChoice{}) == 0);
    const StudyPlan fixed = plan_of(R"("factors": {"posts.add": 4}, "design": {"kind": "sobol"})");
    CHECK(points_in(fixed.factors, fixed.design) == 1);
}

TEST_CASE("one at a time looks at every value of a list, not at its ends alone") {
    const StudyPlan plan = plan_of(R"("factors": {"work_scale": {"from": 0.5, "to": 0.9},
        "caseload_limit.kind": {"values": ["none", "hard", "points", "average"]}},
        "design": {"kind": "one_at_a_time"})");
    CHECK(levels_in(plan.factors, plan.design) == std::vector<std::size_t>{4, 2});
    CHECK(points_in(plan.factors, plan.design) == 7);
}

TEST_CASE("one value is kept for a run unless months, quarters or years are asked for") {
    CHECK(plan_of("").period_months == 0);
    CHECK(plan_of(R"("by": "run")").period_months == 0);
    CHECK(plan_of(R"("by": "month")").period_months == 1);
    CHECK(plan_of(R"("by": "quarter")").period_months == 3);
    CHECK(plan_of(R"("by": "year")").period_months == 12);
}

TEST_CASE("ten futures are lived at every point unless the study or the command line says otherwise") {
    CHECK(plan_of("").question.replications == 10);
    CHECK(plan_of("\"replications\": 3").question.replications == 3);
    Choices choices;
    choices.replications = 7;
    CHECK(plan_of("\"replications\": 3", choices).question.replications == 7);
}

TEST_CASE("levers alone make the policies, and written alternatives stand beside them") {
    const std::string levers = R"("levers": {"posts.add": {"values": [0, 5]}})";
    CHECK_FALSE(plan_of(levers).has_written_policies);
    CHECK(plan_of(levers + R"(, "alternatives": [{"name": "As now"}])").has_written_policies);
    CHECK(plan_of("").has_written_policies);
    CHECK(plan_of(levers).lever_design.kind == DesignKind::full_factorial);
}

TEST_CASE("policies made of levers start from today's policy, with the study's shocks") {
    const StudyPlan plan = plan_of(R"("today": {"posts": {"support_workers": 4}},
        "shocks": [{"kind": "inspection", "from_month": 2}], "levers": {"posts.add": {"values": [0, 5]}})");
    REQUIRE(plan.as_now.policies.size() == 1);
    CHECK(plan.as_now.policies[0].policy.posts.support_workers == 4);
    REQUIRE(plan.as_now.shocks.size() == 1);
    CHECK(plan.as_now.shocks[0].kind == ShockKind::inspection);
}

TEST_CASE("points of one's own are read from beside the study, and fixed factors may stand beside them") {
    const auto folder = std::filesystem::temp_directory_path() / "headroom-read-study-test";
    std::filesystem::create_directories(folder);
    std::ofstream(folder / "points.csv") << "work_scale,posts.add\n0.7,0\n0.8,5\n0.9,10\n";
    std::ofstream(folder / "study.json")
        << R"({"factors": {"weeks_to_hire": 30}, "design": {"kind": "file", "file": "points.csv"}})";
    std::ofstream(folder / "twice.json")
        << R"({"factors": {"posts.add": 30}, "design": {"kind": "file", "file": "points.csv"}})";
    std::ofstream(folder / "absent.json")
        << R"({"factors": {"weeks_to_hire": "evidence"}, "design": {"kind": "file", "file": "points.csv"}})";
    std::ofstream(folder / "none.json") << R"({"design": {"kind": "file", "file": "nothing.csv"}})";
    const StudyReading good = read_study((folder / "study.json").string());
    const StudyReading twice = read_study((folder / "twice.json").string());
    const StudyReading absent = read_study((folder / "absent.json").string());
    const StudyReading none = read_study((folder / "none.json").string());
    std::filesystem::remove_all(folder);
    INFO(sentences_of(good.faults));
    REQUIRE(good.is_good());
    CHECK(keys_of(good.plan.factors) == std::vector<std::string>{"work_scale", "posts.add", "weeks_to_hire"});
    REQUIRE(good.plan.design.rows.size() == 3);
    for (const auto& row : good.plan.design.rows) CHECK(row.at(2) == 30);
    CHECK(good.plan.design.rows[1][0] == 0.8);
    CHECK(points_in(good.plan.factors, good.plan.design) == 3);
    CHECK_THAT(sentences_of(twice.faults), Catch::Matchers::Contains("posts.add") &&
                                               Catch::Matchers::Contains("in the file of points too"));
    CHECK_THAT(sentences_of(absent.faults), Catch::Matchers::Contains("weeks_to_hire") &&
                                                Catch::Matchers::Contains("not in the file of points"));
    CHECK_THAT(sentences_of(none.faults), Catch::Matchers::Contains("nothing.csv"));
}

TEST_CASE("a text is a study by what it varies, and a question is none") {
    CHECK(is_study_text(R"({"factors": {}})"));
    CHECK(is_study_text(R"(// remark
        {"levers": {}})"));
    CHECK(is_study_text(R"({"by": "month"})"));
    CHECK_FALSE(is_study_text(R"({"question": "factors?", "alternatives": [{"name": "factors"}]})"));
    CHECK_FALSE(is_study_text("[\"factors\"]"));
    CHECK_FALSE(is_study_text("{\"factors\": "));
    CHECK_FALSE(is_study_text(""));
}

TEST_CASE("the command line may not set what the design varies, which would have no effect") {
    Choices choices;
    choices.settings = {"work_scale=0.7", "sibling_share=0.5"};
    const StudyReading reading = read_study_text(
        "ours.json", R"({"factors": {"work_scale": "evidence"}, "design": {"kind": "sobol", "points": 4}})",
        choices);
    REQUIRE(reading.faults.size() == 1);
    CHECK(sentence_of(reading.faults[0]) ==
          "command line: --set is \"work_scale=0.7\", but should be of a setting that is no factor of the "
          "study. "
          "Its value in each world is the design's: change \"factors\".");
}

TEST_CASE("what stands in two places of a study is told before anything is lived") {
    const auto sentences = [](const std::string& text) {
        return sentences_of(read_study_text("ours.json", text).faults);
    };
    CHECK(
        sentences(
            R"({"factors": {"posts.add": {"values": [0, 5]}}, "levers": {"posts.add": {"values": [1, 2]}}})") ==
        "ours.json, line 1: factors.posts.add is a lever too, but should be one of the two.\n");
    const std::string limit =
        R"("alternatives": [{"name": "Limit 15", "policy": {"caseload_limit": {"kind": "hard", "children": 15}}}])";
    CHECK(sentences("{" + limit + R"(, "factors": {"caseload_limit.children": {"from": 10, "to": 14}}})") ==
          "ours.json, line 1: factors.caseload_limit.children is decided by the alternative \"Limit 15\" "
          "too, but "
          "should be in one of the two. As one of the \"levers\" it makes policies of its own.\n");
    CHECK(sentences("{" + limit + R"(, "factors": {"posts.add": {"from": -5, "to": 5}, "referrals": 10}})")
              .empty());
    CHECK_FALSE(sentences(R"({"alternatives": [{"name": "Light", "settings": {"work_scale": 0.5}}],
                              "factors": {"work_scale": "evidence"}})")
                    .empty());
}

TEST_CASE("a limit is a whole number of children wherever the design draws it") {
    const StudyReading reading =
        read_study_text("ours.json", R"({"levers": {"caseload_limit.children": {"from": 12, "to": 18}}})");
    REQUIRE(reading.is_good());
    CHECK(reading.plan.levers.at(0).spread == Spread::whole_numbers);
}
