// The patient rule induction method: boxes of worlds in which a policy fails more often than elsewhere.
#pragma once

#include <optional>
#include <vector>

#include "analysis/discovery/box.hpp"

namespace headroom {

// How peeling goes about it, and which of the boxes it passes is taken.
struct PrimChoice {
    double peel = 0.1;                   // the share of a box's worlds peeled off at a time (alpha)
    double least_support = 0.05;         // the share of all worlds below which no box is peeled (beta)
    std::optional<double> density = {};  // the largest box at least so dense; nothing: the clearest
    std::vector<bool> factors = {};      // those that may be limited; empty: all
};

// A box on the way from everywhere to the densest corner.
struct Step {
    Box box;
    Counted counted;
    double coverage = 0;  // the share of all failing worlds that are inside
};

// From everywhere inwards: each step peels off one end of one number, or one word of a choice, whichever
// raises the density most for each world given up, until too few worlds are left or all inside fail. J. H.
// Friedman and N. I. Fisher, Statistics and Computing 9 (1999); the gain for each world given up, without
// which choices and whole numbers would be peeled first or last for their size alone: J. H. Kwakkel and M.
// Jaxa-Rozen, Environmental Modelling & Software 79 (2016). A limit stands halfway between the last world
// inside and the first outside.
std::vector<Step> peeled(const Cases& cases, const PrimChoice& choice);

// The step that a choice takes: the largest that is dense enough (the densest where none is), or the
// clearest: the one whose failing worlds are furthest, in standard errors, above what luck would put there.
std::size_t taken_step(const std::vector<Step>& steps, const PrimChoice& choice);

// The chance of so many failing worlds inside the box had its limit on a factor no bearing: a binomial of the
// density without that limit (B. P. Bryant and R. J. Lempert, Technological Forecasting & Social Change 77,
// 2010). Worlds that hang together count as one. "Quasi", because the limit was chosen to make it small.
double quasi_p(const Cases& cases, const Box& box, std::size_t factor);

// Limits with a quasi-p above this are given up.
constexpr double highest_quasi_p = 0.05;

// A box with the way to it.
struct BoxSearch {
    std::vector<Step> steps;  // of the last peeling
    std::size_t taken = 0;
    Box box;  // the step taken, pasted back; everywhere where no limit lasts
};

// Peels and takes a step; then factors that it does not limit, and the worse half of those whose limits may
// be luck, are left out and the rest is peeled anew, until no limit may be luck: chance peels at factors that
// do nothing, and hides those that do. At last each limit is widened by the worlds beyond it for as long as
// that raises the density (pasting), and an end of a range that may be luck is freed where the box stays at
// least as dense as the step taken.
BoxSearch searched(const Cases& cases, PrimChoice choice);

}  // namespace headroom
