#include "sim/scenario/study_shape.hpp"

#include <utility>

#include "sim/scenario/dial.hpp"
#include "sim/scenario/question_shape.hpp"
#include "sim/scenario/study_plan.hpp"
#include "sim/settings/evidence_range.hpp"

namespace headroom {

namespace {

constexpr int most_points = 1'000'000;

bool is_number(const Shape& shape) {
    return shape.sort == Shape::Sort::number || shape.sort == Shape::Sort::whole;
}

Shape range_shape(const Shape& value) {
    return group_shape({
        {.key = "from", .shape = value, .meaning = "the low end of its range"},
        {.key = "to", .shape = value, .meaning = "the high end of its range"},
        {.key = "prior",
         .shape = word_shape({"uniform", "triangular"}),
         .meaning =
             "uniform: every part of the range as likely, and every whole number where only whole ones are "
             "allowed; triangular: the more likely the nearer to "
             "\"most_likely\"",
         .normal = "uniform"},
        {.key = "most_likely",
         .shape = value,
         .meaning = "the peak of a triangular prior; left out: the value in use"},
        {.key = "values", .shape = list_shape(1, 1000, value), .meaning = "these values in place of a range"},
    });
}

// A value alone is a fixed factor; "evidence" the range that the evidence leaves open.
Shape factor_shape(const Shape& value, const std::string& key) {
    std::vector<Shape> parts{value};
    if (find_evidence_range(key) != nullptr) parts.push_back(word_shape({"evidence"}));
    parts.push_back(is_number(value) ? range_shape(value)
                                     : group_shape({{.key = "values",
                                                     .shape = list_shape(1, 100, value),
                                                     .meaning = "the words it takes in turn",
                                                     .is_required = true}}));
    return either_shape(std::move(parts));
}

std::vector<Member> dial_members() {
    std::vector<Member> members;
    for (const Dial& dial : dials()) {
        if (find_setting(dial.key) != nullptr) continue;
        members.push_back(
            {.key = dial.key, .shape = factor_shape(dial.value, dial.key), .meaning = dial.meaning});
    }
    return members;
}

std::vector<Member> factor_members() {
    std::vector<Member> members{
        {.key = all_assumptions_key,
         .shape = row_shape(0, 1, "yes or no"),
         .meaning = "every setting whose evidence leaves a range open, over that range; other keys come "
                    "before it",
         .normal = "no"}};
    for (const Member& setting : settings_shape().members) {
        members.push_back({.key = setting.key,
                           .shape = factor_shape(setting.shape, setting.key),
                           .meaning = setting.meaning});
    }
    for (Member& member : dial_members()) members.push_back(std::move(member));
    return members;
}

Member points_member(double normal) {
    return {.key = "points",
            .shape = whole_shape(1, most_points, "points"),
            .meaning = "how many points",
            .normal = number_text(normal)};
}

Member seed_member() {
    return {.key = "seed",
            .shape = whole_shape(0, most_seed, ""),
            .meaning = "another seed gives other points of the same design",
            .normal = number_text(double(DesignChoice{}.seed))};
}

Member levels_member(std::string normal, std::string meaning) {
    return {.key = "levels",
            .shape = whole_shape(2, 1000, "levels"),
            .meaning = std::move(meaning),
            .normal = std::move(normal)};
}

// Combinations of levels of each factor.
std::vector<Kind> designs_of_levels() {
    return {
        {"full_factorial",
         "every combination of evenly spaced levels of every factor",
         {levels_member("3", "levels of every range; a list has as many as it has values")}},
        {"one_at_a_time",
         "as in use, then every factor alone at every level",
         {levels_member("2", "levels from end to end of every range; a list has as many as it has values")}},
    };
}

// Points all over the space.
std::vector<Kind> designs_that_spread() {
    const DesignChoice usual;
    return {
        {"latin_hypercube",
         "points spread as far from one another as can be, each factor evenly over its range",
         {points_member(usual.points), seed_member()}},
        {"sobol",
         "Sobol's sequence, which fills the space evenly",
         {points_member(usual.points), seed_member()}},
    };
}

// Points that lie as a method of sensitivity analysis needs them.
std::vector<Kind> designs_for_sensitivity() {
    const DesignChoice usual;
    return {
        {"saltelli",
         "for Sobol's indices: base * (factors + 2) points, with second order base * (2 * factors + "
         "2)",
         {{.key = "base",
           .shape = whole_shape(2, most_points, "points"),
           .meaning = "how many base points; a power of two fills the space best",
           .normal = number_text(usual.base)},
          {.key = "second_order",
           .shape = row_shape(0, 1, "yes or no"),
           .meaning = "whether second-order indices are wanted too",
           .normal = "no"},
          seed_member()}},
        {"morris",
         "for screening many factors: trajectories that move one factor at a time",
         {{.key = "trajectories",
           .shape = whole_shape(1, 10000, "trajectories"),
           .meaning = "how many; each has factors + 1 points",
           .normal = number_text(usual.trajectories)},
          levels_member("4", "levels of the grid, an even number"),
          seed_member()}},
    };
}

// Points from a file.
std::vector<Kind> designs_of_ones_own() {
    return {
        {"file",
         "points of one's own",
         {{.key = "file",
           .shape = text_shape(1, 1000),
           .meaning = "a CSV file beside the study: a line of keys, then a line of values for each "
                      "point",
           .is_required = true}}},
    };
}

Shape design_shape() {
    std::vector<Kind> kinds = designs_of_levels();
    for (auto* more : {designs_that_spread, designs_for_sensitivity, designs_of_ones_own}) {
        for (Kind& kind : more()) kinds.push_back(std::move(kind));
    }
    return by_kind_shape({}, std::move(kinds));
}

Shape whole_study() {
    std::vector<Member> members;
    for (const Member& member : question_shape().members) {
        if (member.key == "steps" || member.key == "compare_with" || member.key == "lesson") continue;
        Member& kept = members.emplace_back(member);
        if (member.key != "replications") continue;
        kept.shape = whole_shape(1, 100000, "futures");
        kept.meaning = "futures simulated at every point; more may be added to a finished study";
        kept.normal = "10";
    }
    members.push_back(
        {.key = "factors",
         .shape = either_shape({word_shape({all_assumptions_words}), group_shape(factor_members())}),
         .meaning = "what makes one world differ from another: settings, today and under every policy, "
                    "or decisions, from today on"});
    members.push_back(
        {.key = "design", .shape = design_shape(), .meaning = "which points of the factors are worlds"});
    members.push_back(
        {.key = "levers",
         .shape = group_shape(dial_members()),
         .meaning = "decisions that make policies, each lived in every world, after the alternatives"});
    members.push_back({.key = "lever_design",
                       .shape = design_shape(),
                       .meaning = "which points of the levers are policies; left out: full_factorial"});
    members.push_back({.key = "by",
                       .shape = word_shape({"run", "month", "quarter", "year"}),
                       .meaning = "what one value in the results stands for: by month a file is thirty times "
                                  "as large as by run",
                       .normal = "run"});
    return group_shape(std::move(members));
}

}  // namespace

const Shape& study_shape() {
    static const Shape shape = whole_study();
    return shape;
}

}  // namespace headroom
