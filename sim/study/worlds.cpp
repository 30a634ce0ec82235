#include "sim/study/worlds.hpp"

#include <algorithm>
#include <limits>
#include <set>
#include <string>

#include "sim/futures/digest.hpp"
#include "sim/futures/inputs_digest.hpp"
#include "sim/scenario/resolved.hpp"
#include "sim/scenario/sensible.hpp"
#include "sim/scenario/turned.hpp"
#include "sim/study/design.hpp"

namespace headroom {

namespace {

std::vector<Factor> varying(const std::vector<Factor>& factors) {
    std::vector<Factor> left;
    std::copy_if(factors.begin(), factors.end(), std::back_inserter(left),
                 [](const Factor& factor) { return !factor.is_fixed(); });
    return left;
}

Design drawn_up(const std::vector<Factor>& factors, const DesignChoice& choice) {
    const auto points = static_cast<std::size_t>(choice.points);
    const auto levels = static_cast<std::size_t>(choice.levels);
    switch (choice.kind) {
        case DesignKind::full_factorial: return full_factorial(levels_in(factors, choice));
        case DesignKind::one_at_a_time: {
            std::vector<double> base;
            for (const Factor& factor : factors) base.push_back(factor.share_of_usual());
            return one_at_a_time(base, levels_in(factors, choice));
        }
        case DesignKind::latin_hypercube: return latin_hypercube(points, factors.size(), choice.seed);
        case DesignKind::sobol: return sobol_sequence(points, factors.size(), choice.seed);
        case DesignKind::saltelli:
            return saltelli(static_cast<std::size_t>(choice.base), factors.size(),
                            choice.second_order ? Orders::second_too : Orders::first_and_total, choice.seed);
        case DesignKind::morris:
            return morris_trajectories(static_cast<std::size_t>(choice.trajectories), factors.size(), levels,
                                       choice.seed);
        case DesignKind::none:
        case DesignKind::file:
        case DesignKind::count: break;
    }
    return {};
}

// Points by factors, fixed ones too. One point of usual values where nothing varies, none for no factors.
std::vector<double> values_of(const std::vector<Factor>& factors, const DesignChoice& choice) {
    std::vector<double> values;
    for (const auto& row : choice.rows) values.insert(values.end(), row.begin(), row.end());
    if (!choice.rows.empty() || factors.empty()) return values;
    const std::vector<Factor> moved = varying(factors);
    const Design design = moved.empty() ? Design() : drawn_up(moved, choice);
    for (std::size_t point = 0; point < std::max<std::size_t>(1, design.points()); ++point) {
        std::size_t column = 0;
        for (const Factor& factor : factors)
            values.push_back(factor.is_fixed() ? factor.listed.front()
                                               : factor.value_at(design.point(point)[column++]));
    }
    return values;
}

// Followed by a number where another policy has that name.
std::string name_of_its_own(const std::vector<Alternative>& policies, const std::string& name) {
    const auto is_taken = [&](const std::string& wanted) {
        return std::any_of(policies.begin(), policies.end(),
                           [&](const Alternative& one) { return one.name == wanted; });
    };
    if (!is_taken(name)) return name;
    for (int number = 2;; ++number) {
        const std::string numbered = name + " (" + std::to_string(number) + ")";
        if (!is_taken(numbered)) return numbered;
    }
}

}  // namespace

Worlds::Worlds(const StudyPlan& plan) : plan_(&plan), values_(values_of(plan.factors, plan.design)) {
    if (!plan.factors.empty()) count_ = static_cast<std::uint32_t>(values_.size() / plan.factors.size());
    if (plan.has_written_policies) {
        policies_ = plan.question.alternatives;
        lever_values_.assign(policies_.size() * plan.levers.size(), std::numeric_limits<double>::quiet_NaN());
    }
    std::set<std::string> made_already;
    const std::vector<double> made = values_of(plan.levers, plan.lever_design);
    for (std::size_t from = 0; from < made.size(); from += plan.levers.size()) {
        const std::span<const double> values = std::span(made).subspan(from, plan.levers.size());
        Alternative policy = plan.as_now;
        decide(policy, plan.levers, values);
        policy.name = name_of_policy(plan.levers, values);
        // Numbers of one kind of limit decide nothing under another, so that some points are one policy.
        if (!made_already.insert(resolved_alternative(policy, plan.question.settings)).second) continue;
        policy.name = name_of_its_own(policies_, policy.name);
        policies_.push_back(std::move(policy));
        const std::vector<double> decided = decided_values(plan.levers, values);
        lever_values_.insert(lever_values_.end(), decided.begin(), decided.end());
    }
}

Scenario Worlds::scenario(std::uint32_t world) const {
    Scenario scenario = plan_->question;
    scenario.alternatives = policies_;
    set_world(scenario, plan_->factors, factors_of(world));
    return scenario;
}

std::uint64_t Worlds::digest(std::string_view program) const {
    Digest digest;
    Scenario all = plan_->question;
    all.alternatives = policies_;
    digest.add(inputs_digest(all, program));
    digest.add(static_cast<std::uint64_t>(plan_->period_months));
    for (const Factor& factor : plan_->factors) digest.add(factor.key);
    digest.add(static_cast<std::uint64_t>(count_));
    for (const double value : values_) digest.add(value);
    return digest.value();
}

namespace {

// "In world 12 work_scale is 0.8." Of many factors, those that the fault names.
std::string sentence_on(const Worlds& worlds, std::uint32_t world, const Fault& fault) {
    constexpr std::size_t few = 3;
    const std::vector<Factor>& factors = worlds.plan().factors;
    std::string text = "In world " + std::to_string(world);
    std::size_t told = 0;
    for (std::size_t i = 0; i < factors.size(); ++i) {
        const std::string named = fault.key + " " + fault.found + " " + fault.expected;
        if (factors.size() > few && named.find(factors[i].key) == named.npos) continue;
        text += (told++ == 0 ? " " : ", ") + factors[i].key + " is " +
                written(factors[i], worlds.factors_of(world)[i]);
    }
    return told == 0 ? "So it is in world " + std::to_string(world) + "." : text + ".";
}

}  // namespace

namespace {

// Where the worlds are the lines of a file of points, it is there that the contradiction is put right.
void place_in_file(const DesignChoice& design, std::uint32_t world, Fault& fault) {
    if (design.kind != DesignKind::file || world >= design.lines.size()) return;
    fault.file = design.file;
    fault.line = design.lines[world];
}

}  // namespace

std::vector<Fault> contradictions_in(const Worlds& worlds, const std::string& file) {
    for (std::uint32_t world = 0; world < worlds.count(); ++world) {
        const Outline no_lines;
        Findings findings(file, no_lines);
        find_contradictions(worlds.scenario(world), worlds.written_policies(), findings);
        std::vector<Fault> faults = std::move(findings).in_order_of_line();
        for (Fault& fault : faults) {
            constexpr std::string_view made = "steps";
            const bool is_of_levers = fault.key.starts_with(made);
            if (is_of_levers) fault.key.replace(0, made.size(), "levers");
            if (!is_of_levers) place_in_file(worlds.plan().design, world, fault);
            fault.nearest = sentence_on(worlds, world, fault);
        }
        if (!faults.empty()) return faults;
    }
    return {};
}

}  // namespace headroom
