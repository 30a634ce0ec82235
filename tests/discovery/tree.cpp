#include "analysis/discovery/tree.hpp"

#include <cmath>

#include "tests/catch.hpp"
#include "tests/discovery/planted.hpp"

using namespace headroom;

namespace {

constexpr int folds = 5;

}  // namespace

TEST_CASE("a tree asks for planted limits, to within 0.02, and foretells worlds it did not see") {
    const Cases cases = planted(latin_hypercube(1000, 4, 1), 1, [](auto shares) {
        return shares[2] > 0.7 || (shares[0] < 0.4 && shares[2] > 0.3) ? 1 : 0.0;
    });
    const TestedTree found = tested_tree(cases, folds);
    REQUIRE_FALSE(found.tree->is_leaf());
    CHECK(found.tree->factor == 2);
    CHECK(found.skill > 0.9);
    CHECK(found.tree->leaves() == 4);
    const double first = found.tree->left_limit.high;
    CHECK((first == Approx(0.3).margin(0.02) || first == Approx(0.7).margin(0.02)));
    for (std::size_t i = 0; i < cases.size(); i += 50)
        CHECK(std::abs(found.unseen[i] - (cases.fails[i] ? 1 : 0)) < 0.2);
}

TEST_CASE("words of a choice go to one side or the other by how often they fail") {
    Cases cases = planted(latin_hypercube(300, 2, 1), 1, [](auto shares) {
        return shares[0] >= 1.0 / 3 && shares[0] < 2.0 / 3 ? 0.05 : 0.9;
    });
    make_words(cases.factors[0]);
    const auto tree = grown_tree(cases, {.depth = 1});
    REQUIRE_FALSE(tree->is_leaf());
    CHECK(tree->factor == 0);
    CHECK(tree->left_limit.words == std::vector<bool>{false, true, false});
    CHECK(tree->right_limit.words == std::vector<bool>{true, false, true});
    CHECK(tree->left->counted.density() < 0.15);
    CHECK(tree->right->counted.density() > 0.8);
}

TEST_CASE("no leaf is deeper or smaller than allowed, and leaves hold every world once") {
    const Cases cases = planted(random_points(400, 3, 1), 1, [](auto shares) { return shares[0]; });
    const auto tree = grown_tree(cases, {.depth = 3, .least_share = 0.1});
    CHECK(tree->leaves() <= 8);
    int worlds = 0;
    const auto visit = [&](const auto& self, const Fork& branch, int depth) -> void {
        CHECK(depth <= 3);
        if (!branch.is_leaf()) {
            self(self, *branch.left, depth + 1);
            self(self, *branch.right, depth + 1);
            return;
        }
        CHECK(branch.counted.cases >= 40);
        worlds += branch.counted.cases;
    };
    visit(visit, *tree, 0);
    CHECK(worlds == 400);
}

TEST_CASE("the dearer a leaf, the fewer there are, down to a bare trunk") {
    const Cases cases =
        planted(random_points(400, 3, 2), 2, [](auto shares) { return shares[0] > 0.5 ? 0.8 : 0.2; });
    int last = 1000;
    for (const double price : {0.0, 0.01, 0.05, 0.5}) {
        const int leaves = grown_tree(cases, {.price = price})->leaves();
        CHECK(leaves <= last);
        last = leaves;
    }
    CHECK(grown_tree(cases, {})->leaves() > 4);
    CHECK(grown_tree(cases, {.price = 0.05})->leaves() == 2);
    CHECK(last == 1);
}

TEST_CASE("where failing is luck the tree is a bare trunk in nine of ten trials, and foretells nothing") {
    constexpr int made = trials_of(40);
    int bare = 0;
    for (int trial = 0; trial < made; ++trial) {
        const TestedTree found =
            tested_tree(planted(random_points(150, 5, trial), trial, [](auto) { return 0.3; }), folds);
        bare += found.tree->is_leaf();
        CHECK(found.skill < 0.15);
    }
    CHECK(bare >= made * 9 / 10);
}

TEST_CASE("what a tree foretells of unseen worlds is less than it claims of those it was grown on") {
    const Cases cases =
        planted(random_points(120, 8, 7), 7, [](auto shares) { return shares[0] > 0.5 ? 0.7 : 0.3; });
    const auto tree = grown_tree(cases, {});
    double seen_error = 0, base = cases.failing_share();
    for (std::size_t i = 0; i < cases.size(); ++i)
        seen_error += std::pow((cases.fails[i] ? 1 : 0) - foretold(*tree, cases, i), 2);
    const double seen_skill = 1 - seen_error / (static_cast<double>(cases.size()) * base * (1 - base));
    CHECK(seen_skill > 0.35);
    CHECK(tested_tree(cases, folds).skill < seen_skill - 0.1);
}
