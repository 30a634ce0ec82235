// The points of a study: worlds, and the policies that are lived in each of them.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "sim/scenario/study_plan.hpp"
#include "sim/text/fault.hpp"

namespace headroom {

// A study plan with its designs drawn up. Every world has a value for each factor, fixed ones too, and every
// policy one for each lever: NaN where it was written out.
class Worlds {
public:
    explicit Worlds(const StudyPlan& plan);

    const StudyPlan& plan() const { return *plan_; }
    std::uint32_t count() const { return count_; }
    std::span<const double> factors_of(std::uint32_t world) const {
        return std::span(values_).subspan(world * plan_->factors.size(), plan_->factors.size());
    }
    // In the order of points: those written out, then those made of levers, without those that decide the
    // same as one made before.
    const std::vector<Alternative>& policies() const { return policies_; }
    std::size_t written_policies() const {
        return plan_->has_written_policies ? plan_->question.alternatives.size() : 0;
    }
    std::span<const double> levers_of(std::size_t policy) const {
        return std::span(lever_values_).subspan(policy * plan_->levers.size(), plan_->levers.size());
    }

    // The question in that world, with all policies as its alternatives.
    Scenario scenario(std::uint32_t world) const;

    // Stands for all that its futures depend on besides their number: see inputs_digest().
    std::uint64_t digest(std::string_view program) const;

private:
    const StudyPlan* plan_;
    std::uint32_t count_ = 1;
    std::vector<double> values_;  // world x factor
    std::vector<Alternative> policies_;
    std::vector<double> lever_values_;  // policy x lever
};

// What is wrong in the first world of which every value by itself is right, but not with the others: nobody
// to hold families, shares beyond 100 percent. Empty where there is no such world. `file` is the study's.
std::vector<Fault> contradictions_in(const Worlds& worlds, const std::string& file);

}  // namespace headroom
