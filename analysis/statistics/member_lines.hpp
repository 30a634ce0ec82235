// How an answer goes with what is not known: over a fit's sets of settings, one setting at a time.
#pragma once

#include <limits>
#include <span>
#include <vector>

#include "sim/futures/study_results.hpp"

namespace headroom {

// A number with its 95 % interval, from `half_width` below to above.
struct Estimate {
    double mean = std::numeric_limits<double>::quiet_NaN();
    double half_width = std::numeric_limits<double>::quiet_NaN();
};

// One number for every member. Futures that use the same member are averaged first: they tell more of its
// chance and no more of what is not known. NaN where all of a member's futures failed.
struct MemberTable {
    std::vector<std::vector<double>> settings;  // by setting, then member
    std::vector<std::vector<double>> answers;   // by alternative: unmet hours per 100 of the first, and what
                                                // each other leaves more than it

    // Of every answer's variance from future to future: the part that the members' averages have (all of it
    // where each is used once), and the part that chance alone makes (NaN unless enough members are used
    // twice).
    std::vector<double> between, by_chance;

    // The answers that are to be explained: the differences, or the level of an only alternative.
    std::size_t first_answer() const { return answers.size() > 1 ? 1 : 0; }
    // Members whose answers are all known.
    int members() const;
};
MemberTable member_table(const StudyResults& results);

// With fewer members than this nothing is told: chance correlations among dozens of settings are too strong.
constexpr int fewest_members = 60;

// A straight line by least squares. Where the settings hang together, as the figures of a fitted place make
// them, it says what to expect of the members that have such a value, the others being as they then are.
struct Line {
    int points = 0;
    double middle = 0, mean = 0;  // of what it goes along, and of the answer
    double slope = 0;
    double squares = 0;  // of what it goes along, about its middle
    double error = 0;    // variance about the line
    double spread = 0;   // variance of the answer
    // The chance of a slope as steep as this where there is none (Student's t, both ways).
    double chance() const;
    // The part of the variance that it explains, less what a line through chance alone would.
    double share() const;
    Estimate at(double value) const;
};

// Points with a NaN are left out.
Line line_through(std::span<const double> along, std::span<const double> answer);

// A setting that some of the answers are seen to go with.
struct ToldEffect {
    std::size_t setting;
    std::vector<std::size_t> answers;
};

// The settings whose lines are told apart from chance, at most so many, the surest first. Of all lines, by
// their numbers and by their ranks, those are kept that Benjamini and Hochberg's rule keeps at a false
// discovery rate of 10 % (Journal of the Royal Statistical Society B 57, 1995): about one in ten of what is
// named is there by luck, however many settings and alternatives there are. A setting that only goes along
// with one already named, and adds nothing that is told apart from chance, is left out. Alternative: one
// regression on all settings at once. A hundred members of 66 settings leave it so few degrees of freedom
// that it finds only what nobody could miss.
std::vector<ToldEffect> told_effects(const MemberTable& table, std::size_t most);

// The part of an answer's variance between members that these settings explain together, less what as many
// settings without effect would.
double share_together(const MemberTable& table, std::size_t answer, std::span<const ToldEffect> effects);

}  // namespace headroom
