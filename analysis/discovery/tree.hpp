// A tree of conditions: which of them, one after the other, tell worlds in which a policy fails from others.
#pragma once

#include <memory>
#include <vector>

#include "analysis/discovery/box.hpp"

namespace headroom {

// A question and its two answers, or where no more is asked, how many worlds fail.
struct Fork {
    Counted counted;
    std::size_t factor = 0;
    Limit left_limit, right_limit;      // what the factor is on either side
    std::unique_ptr<Fork> left, right;  // both or neither

    bool is_leaf() const { return !left; }
    int leaves() const { return is_leaf() ? 1 : left->leaves() + right->leaves(); }
};

// How far a tree may grow.
struct TreeChoice {
    int depth = 4;               // questions from the top to any leaf
    double least_share = 0.025;  // of all worlds, in a leaf; and never fewer than ten
    double price = 0;            // of a leaf, as a part of the impurity at the top: what does not pay is cut
};

// Grown by the split that lowers Gini's impurity most, then cut back by cost and complexity: a split stays
// where it and what grows from it lower the impurity by more than the price of its leaves. L. Breiman, J. H.
// Friedman, R. A. Olshen and C. J. Stone, Classification and Regression Trees (1984), chapters 3 and 4; words
// of a choice are ordered by how often they fail (theorem 4.5).
std::unique_ptr<Fork> grown_tree(const Cases& cases, const TreeChoice& choice);

// The share that fails in the leaf to which a case belongs.
double foretold(const Fork& tree, const Cases& cases, std::size_t number);

// A tree with what it foretells of worlds that it did not see.
struct TestedTree {
    std::unique_ptr<Fork> tree;
    double price = 0;
    // The part of the variance of failing that trees grown without a fold of worlds explain in it: 1
    // foretells everything, 0 no more than how often it fails at all.
    double skill = 0;
    std::vector<double> unseen;  // by case, the share foretold by the tree that did not see it
};

// The price is the highest whose error in unseen worlds is within one standard error of the least (the rule
// of Breiman et al., section 3.4.3); folds are of whole groups of worlds.
TestedTree tested_tree(const Cases& cases, int folds);

}  // namespace headroom
