#include "analysis/statistics/study_worlds.hpp"

#include <cmath>
#include <limits>

#include "analysis/statistics/intervals.hpp"
#include "tests/catch.hpp"
#include "tests/statistics/made_up_chance.hpp"
#include "tests/statistics/made_up_table.hpp"

using namespace headroom;

namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();

MadeUpWorlds three_worlds() {
    return {"latin_hypercube", {{0.1}, {0.5}, {0.9}}};
}

MadeUpWorlds many_worlds(int number) {
    MadeUpWorlds worlds;
    for (int world = 0; world < number; ++world) worlds.shares.push_back({(world + 0.5) / number});
    return worlds;
}

}  // namespace

TEST_CASE("a world's value is the mean of its futures, of a policy or of what it does more than another") {
    const StudyTable table = made_up_table(three_worlds(), 2, 2, [](auto shares, int policy, int future) {
        return 100 * shares[0] + 7 * policy + future;
    });
    const WorldValues level = world_values(table, {.policy = 1});
    REQUIRE(level.means.size() == 3);
    CHECK(level.means[0] == Approx(17.5));
    CHECK(level.means[2] == Approx(97.5));
    const WorldValues difference = world_values(table, {.policy = 1, .against = 0});
    for (const double mean : difference.means) CHECK(mean == Approx(7));
    CHECK(level.without_value == 0);
    CHECK(level.worlds_with_value() == 3);
}

TEST_CASE("a failed future counts in no mean, and in a difference neither does its partner") {
    StudyTable table = made_up_table(three_worlds(), 2, 2, [](auto, int policy, int future) {
        return 10.0 * policy + (policy == 0 ? 5 * future : future);
    });
    // World 1, policy 1 fails in replication 1; world 3 fails altogether.
    table.values[static_cast<std::size_t>(table.origin.index_of(1, 1))] = missing;
    for (int future = 0; future < 2; ++future)
        table.values[static_cast<std::size_t>(table.origin.index_of(4, future))] = missing;
    const WorldValues difference = world_values(table, {.policy = 1, .against = 0});
    CHECK(difference.means[0] == Approx(10));
    CHECK(difference.means[1] == Approx(8));
    CHECK(std::isnan(difference.means[2]));
    CHECK(difference.without_value == 3);
    CHECK(difference.worlds_with_value() == 2);
}

TEST_CASE("luck that all worlds share is no chance between them, luck of their own is") {
    const auto worlds = many_worlds(400);
    // Shared luck swings the levels by 100, and moves all worlds alike.
    const StudyTable shared = made_up_table(
        worlds, 1, 4, [](auto shares, int, int future) { return 10 * shares[0] + 100.0 * future; });
    CHECK(world_values(shared, {}).chance_share == Approx(0).margin(1e-9));

    // Own luck of variance 1 in each future, 4 futures, between worlds of variance 100 / 12.
    TrialChance chance(1, 1);
    const StudyTable own = made_up_table(worlds, 1, 4, [&](auto shares, int, int future) {
        return 10 * shares[0] + 100.0 * future + chance.normal();
    });
    CHECK(world_values(own, {}).chance_share == Approx(0.25 / (100.0 / 12 + 0.25)).epsilon(0.1));
}

TEST_CASE("worlds that differ by chance alone are said to, and of one future nothing is said") {
    TrialChance chance(2, 1);
    const auto noise = [&](auto, int, int) { return chance.normal(); };
    CHECK(world_values(made_up_table(many_worlds(400), 1, 5, noise), {}).chance_share ==
          Approx(1).margin(0.15));
    CHECK(std::isnan(world_values(made_up_table(many_worlds(40), 1, 1, noise), {}).chance_share));
    const auto flat = [](auto, int, int) { return 3.0; };
    CHECK(std::isnan(world_values(made_up_table(many_worlds(40), 1, 5, flat), {}).chance_share));
}

TEST_CASE("factors stand world by world, those that the design moves only, by names that people know") {
    StudyTable table = made_up_table(three_worlds(), 2, 1, [](auto, int, int) { return 0.0; });
    StudyDesign& design = table.origin.design;
    design.factors[0].key = "work_scale";
    FactorColumn fixed{"posts_add", "", "posts", {}, true, 0, 1, std::vector<double>(6, missing)};
    design.factors.insert(design.factors.begin(), fixed);
    design.moved = {1};
    const std::vector<WorldFactor> factors = world_factors(design, 1);
    REQUIRE(factors.size() == 1);
    CHECK(factors[0].key == "work_scale");
    CHECK(factors[0].name == "hours that all work takes");
    CHECK(factors[0].values == std::vector<double>{1, 5, 9});
    CHECK_FALSE(factors[0].is_choice());
    design.factors[1].key = "hours.made_up";
    CHECK(world_factors(design)[0].name == "hours made up");
    design.factors[1].meaning = "A made-up factor.";
    CHECK(world_factors(design)[0].name == "a made-up factor");
    design.factors[1].meaning = "Hours that somebody made up, longer than any line of a table has room for.";
    CHECK(world_factors(design)[0].name == "hours made up");
}

TEST_CASE("a choice has the words that some world has, and no others") {
    StudyTable table = made_up_table(three_worlds(), 1, 1, [](auto, int, int) { return 0.0; });
    FactorColumn& kind = table.origin.design.factors[0];
    kind.words = {"none", "advisory", "hard", "points"};
    kind.values = {3, 0, 3};
    const WorldFactor factor = world_factors(table.origin.design)[0];
    CHECK(factor.words == std::vector<std::string>{"none", "points"});
    CHECK(factor.values == std::vector<double>{1, 0, 1});
    CHECK(factor.high == 1);
}

TEST_CASE("worlds of one base row or one trajectory hang together, others stand by themselves") {
    StudyDesign design;
    design.worlds = 12;
    design.moved = {0, 1};
    design.kind = "saltelli";
    CHECK(groups_of_worlds(design) == std::vector<int>{0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2});
    design.second_order = true;
    CHECK(groups_of_worlds(design) == std::vector<int>{0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1});
    design.kind = "morris";
    CHECK(groups_of_worlds(design) == std::vector<int>{0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3});
    design.kind = "sobol";
    CHECK(groups_of_worlds(design)[11] == 11);
}
