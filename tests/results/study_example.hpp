// A made-up study of worlds, policies and factors for the tests: no two numbers are alike.
#pragma once

#include <string>

#include "tests/results/example.hpp"

namespace headroom {

// Worlds by three policies: one written out, two made of a lever; two factors that are numbers, one a word,
// one fixed.
inline StudyResults example_worlds(int worlds = 4, int replications = 3, int period_months = 0,
                                   int months = 8) {
    constexpr int policies = 3;
    StudyResults study = example_study(1, 1, 1, 0);
    study.months = months;
    study.replications = replications;
    study.period_months = period_months;
    study.teams = 0;
    study.point_names.clear();
    study.series.clear();
    StudyDesign& design = study.design;
    design.kind = "morris";
    design.worlds = worlds;
    design.base = 2;
    design.policy_names = {"As now", "Limit 15", "Limit 18, 10 more posts"};
    FactorColumn scale{"work_scale", "hours of all work", "times", {}, false, 0.5, 0.9, {}};
    FactorColumn fixed{"weeks_to_hire", "weeks until a post is filled", "weeks", {}, false, 20, 20, {}};
    FactorColumn kind{
        "caseload_limit.kind", "the kind of limit", "", {"none", "hard", "by_type"}, false, 0, 2, {}};
    FactorColumn posts{"posts.add", "posts added", "full-time posts", {}, true, 0, 10, {}};
    double number = 0;
    for (int world = 0; world < worlds; ++world) {
        for (int policy = 0; policy < policies; ++policy) {
            study.point_names.push_back("World " + std::to_string(world) + ": " +
                                        design.policy_names[static_cast<std::size_t>(policy)]);
            scale.values.push_back(0.5 + 0.1 * world / 3);
            fixed.values.push_back(20);
            kind.values.push_back(world % 3);
            posts.values.push_back(policy == 0 ? std::numeric_limits<double>::quiet_NaN() : 10 * policy - 10);
            for (int replication = 0; replication < replications; ++replication) {
                Series series(study.periods(), 0);
                for (double& value : series.values()) value = std::sqrt(++number);
                series.values()[2] = -0.0;
                series.values()[3] = std::numeric_limits<double>::quiet_NaN();
                study.series.push_back(std::move(series));
            }
        }
    }
    design.factors = {scale, fixed, kind, posts};
    design.moved = {2, 0};
    return study;
}

// One so large that it is written in several blocks, of numbers that are packed quickly: by month, so that
// few futures make many numbers.
inline StudyResults large_example() {
    StudyResults study = example_worlds(1, 1, 1, 2);
    study.months = 120;
    study.replications = 40;
    const std::vector<std::string> names = study.point_names;
    StudyDesign& design = study.design;
    design.worlds = 5;
    study.point_names.clear();
    study.series.clear();
    for (FactorColumn& factor : design.factors) {
        const std::vector<double> once = factor.values;
        for (int world = 1; world < design.worlds; ++world)
            factor.values.insert(factor.values.end(), once.begin(), once.end());
    }
    for (int world = 0; world < design.worlds; ++world)
        study.point_names.insert(study.point_names.end(), names.begin(), names.end());
    for (int future = 0; future < study.points() * study.replications; ++future) {
        Series series(study.periods(), 0);
        double place = 0;
        for (double& value : series.values()) value = future + std::floor(place++ / 64);
        study.series.push_back(std::move(series));
    }
    return study;
}

}  // namespace headroom
