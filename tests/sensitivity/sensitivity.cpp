#include "analysis/sensitivity/sensitivity.hpp"

#include <limits>

#include "tests/catch.hpp"
#include "tests/says.hpp"
#include "tests/sensitivity/known_functions.hpp"
#include "tests/statistics/made_up_chance.hpp"
#include "tests/statistics/made_up_table.hpp"

using namespace headroom;

namespace {

MadeUpWorlds worlds_of(const Design& design, const std::string& kind, int base, bool second_order = false) {
    MadeUpWorlds worlds{kind, {}, base, second_order};
    for (std::size_t point = 0; point < design.points(); ++point)
        worlds.shares.emplace_back(design.point(point).begin(), design.point(point).end());
    return worlds;
}

// Ishigami's function of a Saltelli study: "As now" and a policy that adds three times the first factor.
StudyTable ishigami_study(int futures = 2) {
    const auto worlds = worlds_of(saltelli(256, 3, Orders::second_too, 1), "saltelli", 256, true);
    return made_up_table(worlds, 2, futures, [](auto shares, int policy, int future) {
        return ishigami(shares) + 3 * policy * shares[0] + 10.0 * future;
    });
}

}  // namespace

TEST_CASE("each design gets the method it allows, and another is refused with a sentence") {
    StudyDesign design;
    design.worlds = 12;
    design.moved = {0, 1};
    design.kind = "saltelli";
    CHECK(usual_method(design) == Method::sobol);
    CHECK(why_not(Method::sobol, design) == "");
    CHECK(why_not(Method::regression, design) == "");
    CHECK(why_not(Method::morris, design).find("--method sobol") != std::string::npos);
    design.kind = "morris";
    CHECK(usual_method(design) == Method::morris);
    CHECK(why_not(Method::sobol, design).find("this study is Morris trajectories") != std::string::npos);
    for (const std::string kind : {"latin_hypercube", "sobol", "full_factorial", "one_at_a_time", "file"}) {
        design.kind = kind;
        CHECK(usual_method(design) == Method::regression);
        CHECK(why_not(Method::morris, design).find("--method regression") != std::string::npos);
    }
    design.kind = "saltelli";
    design.worlds = 13;
    CHECK(usual_method(design) == Method::regression);
}

TEST_CASE("a comparison, a study of one world and a damaged one have nothing to be sensitive to") {
    StudyDesign design;
    CHECK(why_no_factors(design).find("comparison") != std::string::npos);
    design.kind = "latin_hypercube";
    design.worlds = 1;
    CHECK(why_no_factors(design).find("none of its factors") != std::string::npos);
    design.worlds = 2;
    design.moved = {0};
    design.factors.push_back({"work_scale", "", "", {}, false, 0, 1, {0.2, 0.7}});
    CHECK(why_no_factors(design) == "");
    design.factors[0].values[1] = std::numeric_limits<double>::quiet_NaN();
    CHECK(why_no_factors(design).find("does not say where every world stands in work_scale") !=
          std::string::npos);
}

TEST_CASE("methods are called by the words that are typed") {
    for (const Method method : {Method::sobol, Method::morris, Method::regression})
        CHECK(method_called(word_of(method)) == method);
    CHECK_FALSE(method_called("saltelli"));
}

TEST_CASE("the indices of a level are those of its function, and of a difference those of the difference") {
    const StudyTable table = ishigami_study();
    const IshigamiIndices known = indices_of_ishigami();
    const Sensitivity level = sensitivity_of(table, {});
    REQUIRE(level.findings.size() == 1);
    const auto& of_level = std::get<SobolIndices>(level.findings[0].found);
    CHECK(of_level.first[1].value == Approx(known.first[1]).margin(0.05));
    CHECK(weight_of(level.findings[0], 2).value == Approx(known.total[2]).margin(0.05));
    const Sensitivity difference = sensitivity_of(table, {.policy = 1, .against = 0});
    const auto& of_difference = std::get<SobolIndices>(difference.findings[0].found);
    CHECK(of_difference.first[0].value == Approx(1).margin(0.02));
    CHECK(of_difference.total[1].value == Approx(0).margin(1e-12));
}

TEST_CASE("indices over time have a finding for each period, without pairs") {
    StudyTable table = ishigami_study(1);
    const std::vector<double> once = table.values;
    table.values.clear();
    // In the second quarter the first factor alone matters.
    for (std::size_t i = 0; i < once.size(); ++i) {
        table.values.push_back(once[i]);
        table.values.push_back(table.origin.design.factors[0].values[i]);
    }
    table.periods = 2;
    table.origin.period_months = 3;
    const Sensitivity found = sensitivity_of(table, {});
    REQUIRE(found.findings.size() == 2);
    CHECK(weight_of(found.findings[0], 1).value == Approx(0.44).margin(0.05));
    CHECK(weight_of(found.findings[1], 1).value == 0);
    CHECK(weight_of(found.findings[1], 0).value == Approx(1).margin(0.05));
    CHECK(std::get<SobolIndices>(found.findings[0].found).pairs.empty());
    const std::string text = sensitivity_text(table, found, 100);
    CHECK(says(text, "Apr to Jun 2025"));
    CHECK(says(text, "Jul to Sep 2025"));
    CHECK(says(text, "Total order: part of the variance"));
}

TEST_CASE("the table names factors, the estimator, base rows and how much is chance") {
    const StudyTable table = ishigami_study();
    const std::string text = sensitivity_text(table, sensitivity_of(table, {}), 100);
    INFO(text);
    CHECK(says(text, "What moves unmet per 100, hours per 100 planned: \u201cAs now\u201d"));
    CHECK(text.find("\nf1 ") < text.find("\nf3 "));
    CHECK(says(text,
               "first order as Saltelli et al. 2010, total as Jansen 1999, second order as Saltelli 2002"));
    CHECK(says(text, "over 256 base rows"));
    CHECK(says(text, "f1 with f3"));
    CHECK(says(text, "Less than 0.01 of the variance between worlds is chance."));
    CHECK(says(text, "2,048 worlds (a Saltelli design), 2 policies, 2 futures each"));
    const std::string difference =
        sensitivity_text(table, sensitivity_of(table, {.policy = 1, .against = 0}), 100);
    CHECK(says(difference, "\u201cPolicy 2\u201d less \u201cAs now\u201d"));
}

TEST_CASE("one future a world is said to hide chance, and much chance to call for more futures") {
    const StudyTable one = ishigami_study(1);
    CHECK(says(sensitivity_text(one, sensitivity_of(one, {}), 100),
               "Each world was lived in one future only, so that chance cannot be told"));
    TrialChance chance(3, 1);
    const auto worlds = worlds_of(latin_hypercube(100, 2, 1), "latin_hypercube", 0);
    const StudyTable noisy =
        made_up_table(worlds, 1, 3, [&](auto shares, int, int) { return shares[0] + chance.normal(); });
    const std::string text = sensitivity_text(noisy, sensitivity_of(noisy, {}), 100);
    INFO(text);
    CHECK(says(text, "is chance, as each was lived in only 3 futures."));
    CHECK(says(text, "More futures would make this clearer."));
    CHECK(says(text, "explains less than 0.7"));
}

TEST_CASE("failed futures and base rows that were left out are counted in the text and in JSON") {
    StudyTable table = ishigami_study();
    for (int future = 0; future < 2; ++future)
        table.values[table.origin.index_of(table.origin.design.point(17, 0), future)] =
            std::numeric_limits<double>::quiet_NaN();
    const Sensitivity found = sensitivity_of(table, {});
    const std::string text = sensitivity_text(table, found, 100);
    INFO(text);
    CHECK(says(text, "over 255 base rows; 1 more is left out whole"));
    CHECK(says(text, "2 of 4,096 futures have no value"));
    const std::string json = sensitivity_json(table, found);
    CHECK(says(json, "\"futures_without_value\": 2, \"base_rows\": 255, \"base_rows_dropped\": 1"));
}

TEST_CASE("a measure that no factor moves is said to be the same in every world") {
    const auto worlds = worlds_of(saltelli(16, 2, Orders::first_and_total, 1), "saltelli", 16);
    const StudyTable flat = made_up_table(worlds, 1, 2, [](auto, int, int) { return 0.0; });
    const std::string text = sensitivity_text(flat, sensitivity_of(flat, {}), 100);
    INFO(text);
    CHECK(says(text, "It is 0 in every world: no factor moves it."));
    CHECK(says(text, "none"));
}

TEST_CASE("Morris' effects say what chance alone could give") {
    TrialChance chance(4, 1);
    const auto worlds = worlds_of(morris_trajectories(40, 2, 4, 1), "morris", 40);
    const StudyTable table =
        made_up_table(worlds, 1, 4, [&](auto shares, int, int) { return 10 * shares[0] + chance.normal(); });
    const Sensitivity found = sensitivity_of(table, {});
    CHECK(found.method == Method::morris);
    // The difference of two means of four, over a step of two thirds: sqrt(2 / pi) * sqrt(2 / 4) * 1.5.
    CHECK(effect_of_chance(found.findings[0], found.factors) == Approx(0.846).epsilon(0.15));
    CHECK(weight_of(found.findings[0], 1).value == Approx(0.846).epsilon(0.3));
    CHECK(says(sensitivity_text(table, found, 100), "Chance alone can give a mean size of up to about 0.8"));
}

TEST_CASE("programs get every number with its interval and estimator") {
    const StudyTable table = ishigami_study();
    const Sensitivity found = sensitivity_of(table, {.policy = 1, .against = 0});
    const std::string json = sensitivity_json(table, found);
    CHECK(says(json, "\"policy\": \"Policy 2\", \"against\": \"As now\", \"method\": \"sobol\""));
    CHECK(says(json, "{\"index\": \"first\", \"factor\": \"f1\", \"value\": "));
    CHECK(says(json, "\"estimator\": \"Jansen 1999\""));
    Csv csv = sensitivity_columns();
    add_lines(csv, table, found);
    const std::string text = csv.text();
    // A header, two numbers for each factor, three pairs, and all first orders together.
    CHECK(std::count(text.begin(), text.end(), '\n') == 1 + 6 + 3 + 1);
    CHECK(says(
        text,
        "unmet_per_100,hours per 100 planned,Policy 2,As now,the whole run,2025-04-01,sobol,first,f1,f1,,"));
}

TEST_CASE("more factors than a table holds are counted, with the most that any of them is") {
    const auto worlds = worlds_of(latin_hypercube(80, 20, 1), "latin_hypercube", 0);
    const StudyTable table =
        made_up_table(worlds, 1, 2, [](auto shares, int, int) { return shares[0] + shares[1]; });
    const std::string text = sensitivity_text(table, sensitivity_of(table, {}), 100);
    CHECK(says(text, "8 more, none above 0.00 (all of them: --csv or --json)"));
    CHECK_FALSE(says(text, "explains less than 0.7"));
}

namespace {

// The first factor, a dip of so much in the second that no line can follow, and so much chance.
std::string line_through(double dip, double luck, int futures = 4) {
    TrialChance chance(5, 1);
    const auto worlds = worlds_of(latin_hypercube(200, 2, 1), "latin_hypercube", 0);
    const StudyTable table = made_up_table(worlds, 1, futures, [&](auto shares, int, int) {
        const double off = shares[1] - 0.5;
        return shares[0] + dip * off * off + luck * chance.normal();
    });
    return sensitivity_text(table, sensitivity_of(table, {}), 100);
}

// What is said of all first orders together, and of so much chance.
std::string told_of_all_first(Index all, double chance_share) {
    StudyTable table = ishigami_study();
    Sensitivity found = sensitivity_of(table, {});
    std::get<SobolIndices>(found.findings[0].found).all_first = all;
    found.findings[0].worlds.chance_share = chance_share;
    return sensitivity_text(table, found, 100);
}

}  // namespace

TEST_CASE("a line that misses only what is chance calls for more futures and not for another design") {
    // Of the means' variance about 0.6 is chance: 0.49 / 4 against 1 / 12.
    const std::string straight = line_through(0, 0.7);
    INFO(straight);
    CHECK(says(straight, "explains less than 0.7 of what worlds differ by, but at most about 0."));
    CHECK(says(straight, "More futures are what would tell more, not another design."));
    CHECK_FALSE(says(straight, "Saltelli design would"));
    CHECK_FALSE(says(straight, "say little about what matters"));
    const std::string bent = line_through(6, 0.05);
    INFO(bent);
    CHECK(says(bent, "say little about what matters"));
    CHECK(says(bent, "explain enough. A Saltelli design would tell more."));
    const std::string both = line_through(6, 0.5);
    INFO(both);
    CHECK(says(both, "More futures first, and then a Saltelli design, would tell more."));
    CHECK(says(line_through(6, 0.5, 1), "Whether the rest is chance cannot be told from one future a world"));
    CHECK_FALSE(says(line_through(0, 0.05), "explains less than 0.7"));
}

TEST_CASE("factors that seem to make more than all of the variance are said to be beyond what can be told") {
    CHECK(says(told_of_all_first({1.97, {1.79, 2.26}}, 0.3),
               "make 1.97 (1.79 to 2.26) of the variance, which cannot be: too few base rows, or too much "
               "chance, to tell"));
    CHECK(says(told_of_all_first({1.02, {1.01, 1.03}}, 0), "which cannot be: too few base rows to tell"));
    CHECK(says(told_of_all_first({1.01, {0.97, 1.05}}, 0), ": all of it, as far as can be told."));
    CHECK(says(told_of_all_first({0.7, {0.6, 0.8}}, 0), "; the rest they make by acting together"));
    CHECK(says(told_of_all_first({0.7, {0.6, 0.8}}, 0.9), ": too much chance to tell"));
}

TEST_CASE("where nearly all is chance that is said before any number") {
    const std::string text = line_through(0, 3);
    INFO(text);
    CHECK(says(text, "From only 4 futures a world nothing can be told: about "));
    CHECK(text.find("nothing can be told") < text.find("straight line"));
    CHECK_FALSE(says(line_through(0, 0.7), "nothing can be told"));
}

TEST_CASE("an interval from too few trajectories is said to be so, and not shown") {
    const auto worlds = worlds_of(morris_trajectories(4, 2, 4, 1), "morris", 4);
    const StudyTable table = made_up_table(
        worlds, 1, 2, [](auto shares, int, int) { return 10 * shares[0] * (1 + shares[1] * shares[1]); });
    const std::string text = sensitivity_text(table, sensitivity_of(table, {}), 100);
    INFO(text);
    CHECK(says(text, " (too few)"));
    CHECK(says(text, "of sigma by the jackknife (at least 6; Miller 1968)"));
}
