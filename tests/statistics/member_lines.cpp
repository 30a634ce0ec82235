// What the answer is seen to follow among many settings, where the truth is known.
#include "analysis/statistics/member_lines.hpp"

#include <algorithm>
#include <cmath>
#include <functional>

#include "tests/catch.hpp"
#include "tests/statistics/made_up_chance.hpp"

using namespace headroom;

namespace {

constexpr std::size_t settings = 66, members = 100;

using Chance = std::function<double(TrialChance&)>;
double normal(TrialChance& chance) {
    return chance.normal();
}
double skewed(TrialChance& chance) {
    return chance.exponential();
}

std::vector<double> many(TrialChance& chance, std::size_t count, const Chance& draw = normal) {
    std::vector<double> values;
    for (std::size_t i = 0; i < count; ++i) values.push_back(draw(chance));
    return values;
}

// A hundred members of 66 settings that have nothing to do with one another, nor with any of the answers.
MemberTable unrelated(TrialChance& chance, std::size_t alternatives = 2, const Chance& draw = normal) {
    MemberTable table;
    for (std::size_t i = 0; i < settings; ++i) table.settings.push_back(many(chance, members, draw));
    for (std::size_t i = 0; i < alternatives; ++i) table.answers.push_back(many(chance, members, draw));
    return table;
}

void add_effect(MemberTable& table, std::size_t answer, std::size_t setting, double size) {
    for (std::size_t i = 0; i < members; ++i) table.answers[answer][i] += size * table.settings[setting][i];
}

bool is_named(const std::vector<ToldEffect>& effects, std::size_t setting) {
    return std::ranges::any_of(effects, [&](const ToldEffect& effect) { return effect.setting == setting; });
}

// The share of seeds in which it holds, fewer seeds in a checked build.
double share_of_seeds(const std::function<bool(TrialChance&)>& holds) {
    int held = 0;
    for (int trial = 0; trial < long_trials; ++trial) {
        TrialChance chance(71, trial);
        held += holds(chance);
    }
    return held / static_cast<double>(long_trials);
}

// Futures that each use a member of their own, or the same members again after so many.
StudyResults futures_of(const std::vector<double>& setting, const std::vector<double>& unmet, int different) {
    StudyResults study;
    study.point_names = {"As now"};
    study.replications = static_cast<int>(unmet.size());
    study.months = 1;
    study.members.keys = {"work_scale"};
    for (std::size_t i = 0; i < unmet.size(); ++i) {
        Series future(1, 0);
        future.at(Measure::planned_hours, 0) = 100;
        future.at(Measure::unmet_hours, 0) = unmet[i];
        future.make_ratios();
        study.series.push_back(future);
        study.members.numbers.push_back(static_cast<int>(i) % different);
        study.members.values.push_back({setting[i % static_cast<std::size_t>(different)]});
    }
    return study;
}

}  // namespace

TEST_CASE(
    "an effect that is there is found among 66 settings, its size within its interval in 95 of 100 seeds") {
    int held = 0;
    const double found = share_of_seeds([&](TrialChance& chance) {
        MemberTable table = unrelated(chance);
        add_effect(table, 1, 7, 0.8);
        held += std::abs(line_through(table.settings[7], table.answers[1]).at(1.3).mean - 0.8 * 1.3) <=
                line_through(table.settings[7], table.answers[1]).at(1.3).half_width;
        return is_named(told_effects(table, 5), 7);
    });
    CHECK(found > 0.98);
    CHECK(std::abs(held / static_cast<double>(long_trials) - 0.95) < long_margin);
}

TEST_CASE("where nothing has an effect, something is named in about one seed of ten at most") {
    for (const std::size_t alternatives : {1u, 2u, 4u}) {
        CAPTURE(alternatives);
        CHECK(share_of_seeds([&](TrialChance& chance) {
                  return !told_effects(unrelated(chance, alternatives), 5).empty();
              }) <= 0.1 + long_margin);
    }
    CHECK(share_of_seeds([](TrialChance& chance) {
              return !told_effects(unrelated(chance, 2, skewed), 5).empty();
          }) <= 0.1 + long_margin);
}

TEST_CASE("of two settings that the figures tie together only the one that has the effect is named") {
    int right = 0;
    const double one = share_of_seeds([&](TrialChance& chance) {
        MemberTable table = unrelated(chance);
        for (std::size_t i = 0; i < members; ++i)
            table.settings[4][i] = 0.9 * table.settings[3][i] + 0.44 * table.settings[4][i];
        add_effect(table, 1, 3, 1);
        const std::vector<ToldEffect> named = told_effects(table, 5);
        right += is_named(named, 3);
        return is_named(named, 3) != is_named(named, 4);
    });
    CHECK(one > 0.93 - long_margin);
    CHECK(right > 0.97 * long_trials);
}

TEST_CASE("two settings that each have an effect are both named, though they are tied together") {
    CHECK(share_of_seeds([](TrialChance& chance) {
              MemberTable table = unrelated(chance);
              for (std::size_t i = 0; i < members; ++i) table.settings[4][i] += 0.5 * table.settings[3][i];
              add_effect(table, 1, 3, 0.8);
              add_effect(table, 1, 4, 0.8);
              const std::vector<ToldEffect> named = told_effects(table, 5);
              return is_named(named, 3) && is_named(named, 4);
          }) > 0.95);
}

TEST_CASE("no more are named than there is room for, and the surest first") {
    TrialChance chance(3, 0);
    MemberTable table = unrelated(chance);
    for (std::size_t i = 0; i < 8; ++i) add_effect(table, 1, i, 3 + 0.1 * static_cast<double>(i));
    CHECK(told_effects(table, 5).size() == 5);
    CHECK(told_effects(table, 50).size() >= 8);
    add_effect(table, 1, 20, 30);
    CHECK(told_effects(table, 5).front().setting == 20);
}

TEST_CASE("an effect on the level alone is none on what an alternative changes") {
    TrialChance chance(4, 0);
    MemberTable table = unrelated(chance);
    add_effect(table, 0, 5, 10);
    CHECK_FALSE(is_named(told_effects(table, 5), 5));
    table.answers.resize(1);
    CHECK(is_named(told_effects(table, 5), 5));
}

TEST_CASE("what a set of settings explains together comes near its part of the spread") {
    double sum = 0;
    share_of_seeds([&](TrialChance& chance) {
        MemberTable table = unrelated(chance);
        add_effect(table, 1, 3, 1);
        const std::vector<ToldEffect> named = told_effects(table, 5);
        sum += share_together(table, 1, named);
        return true;
    });
    CHECK(std::abs(sum / long_trials - 0.5) < 0.05);
}

TEST_CASE("futures that use the same settings again are no further evidence on settings") {
    // Members differ in what they leave unmet, though not by the setting; the futures of each are all alike.
    const double steep = share_of_seeds([](TrialChance& chance) {
        const std::vector<double> setting = many(chance, members), member = many(chance, members);
        std::vector<double> unmet;
        for (std::size_t i = 0; i < 3 * members; ++i) unmet.push_back(20 + member[i % members]);
        const MemberTable table = member_table(futures_of(setting, unmet, members));
        REQUIRE(table.members() == members);
        return line_through(table.settings[0], table.answers[0]).chance() < 0.05;
    });
    CHECK(std::abs(steep - 0.05) < long_margin);
}

TEST_CASE("the futures of one set of settings count by their mean") {
    std::vector<double> setting, unmet;
    for (int i = 0; i < 70; ++i) setting.push_back(i);
    for (int i = 0; i < 140; ++i) unmet.push_back(i < 70 ? 10 + i : 20 + (i - 70));
    const MemberTable table = member_table(futures_of(setting, unmet, 70));
    CHECK(table.answers[0][3] == Approx(18));
    CHECK(line_through(table.settings[0], table.answers[0]).slope == Approx(1));
}

TEST_CASE("below sixty different members nothing is told, however strong") {
    for (const int different : {59, 60}) {
        std::vector<double> setting, unmet;
        for (int i = 0; i < different; ++i) {
            setting.push_back(i);
            unmet.push_back(20 + 0.1 * i + 0.01 * (i % 3));
        }
        CHECK(told_effects(member_table(futures_of(setting, unmet, different)), 5).empty() ==
              (different < 60));
    }
}

TEST_CASE("a failed future is left out, and a setting that is the same in all futures moves nothing") {
    std::vector<double> setting(80), unmet(80);
    for (std::size_t i = 0; i < 80; ++i) {
        setting[i] = static_cast<double>(i);
        unmet[i] = 5 + 0.25 * setting[i];
    }
    StudyResults study = futures_of(setting, unmet, 80);
    study.failures = {{0, 7, 1, "broke"}};
    study.series[7] = Series(1, 0);
    const MemberTable table = member_table(study);
    CHECK(table.members() == 79);
    const Line line = line_through(table.settings[0], table.answers[0]);
    CHECK(line.points == 79);
    CHECK(line.at(100).mean == Approx(30));
    const std::vector<double> same(80, 3.0);
    CHECK(line_through(same, table.answers[0]).squares == 0);
    MemberTable all_same = table;
    all_same.settings = {same};
    CHECK(told_effects(all_same, 5).empty());
}

TEST_CASE(
    "a line's interval is Student's: two more points than it has numbers, and as wide as its points lie") {
    // Draper and Smith, Applied Regression Analysis (1998), section 1.4, by hand for five points.
    const std::vector<double> x = {1, 2, 3, 4, 5}, y = {2, 4, 5, 4, 5};
    const Line line = line_through(x, y);
    CHECK(line.slope == Approx(0.6));
    CHECK(line.error == Approx(0.8));
    CHECK(line.at(3).mean == Approx(4));
    CHECK(line.at(3).half_width == Approx(3.182446 * std::sqrt(0.8 / 5)));
    CHECK(line.at(5).half_width == Approx(3.182446 * std::sqrt(0.8 * (0.2 + 0.4))));
    CHECK(line.chance() == Approx(0.124).margin(0.001));
}

TEST_CASE("how much of the spread is chance is told where the same settings are used again, and only there") {
    double sum = 0;
    share_of_seeds([&](TrialChance& chance) {
        const std::vector<double> member = many(chance, members);
        std::vector<double> unmet;
        for (std::size_t i = 0; i < 3 * members; ++i)
            unmet.push_back(20 + member[i % members] + chance.normal());
        sum += member_table(futures_of(member, unmet, members)).by_chance[0];
        return true;
    });
    CHECK(std::abs(sum / long_trials - 0.5) < 0.05);
    TrialChance chance(1, 1);
    const std::vector<double> member = many(chance, members);
    const MemberTable once = member_table(futures_of(member, member, members));
    CHECK(std::isnan(once.by_chance[0]));
    CHECK(once.between[0] == Approx(1));
}
