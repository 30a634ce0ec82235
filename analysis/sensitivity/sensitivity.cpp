#include "analysis/sensitivity/sensitivity.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "analysis/words/study_words.hpp"

namespace headroom {

namespace {

constexpr std::string_view method_words[] = {"sobol", "morris", "regression"};

bool is_whole(const StudyDesign& design, int worlds_together) {
    return design.worlds > 0 && design.worlds % worlds_together == 0;
}

bool allows(Method method, const StudyDesign& design) {
    const int factors = static_cast<int>(design.moved.size());
    switch (method) {
        case Method::sobol: return design.kind == "saltelli" && is_whole(design, worlds_of_base_row(design));
        case Method::morris: return design.kind == "morris" && is_whole(design, factors + 1);
        case Method::regression: return true;
    }
    return false;
}

Finding finding_of(const StudyTable& table, const LookedAt& looked_at, const Sensitivity& sensitivity) {
    Finding finding{looked_at, world_values(table, looked_at), {}};
    const std::vector<double>& worlds = finding.worlds.means;
    switch (sensitivity.method) {
        case Method::sobol: {
            const SaltelliRows rows{sensitivity.factors.size(), table.origin.design.second_order};
            finding.found = sobol_indices(worlds, rows, table.periods > 1 ? Pairs::left_out : Pairs::asked);
            break;
        }
        case Method::morris: finding.found = elementary_effects(worlds, sensitivity.factors); break;
        case Method::regression:
            finding.found =
                standardised_regressions(worlds, sensitivity.factors, groups_of_worlds(table.origin.design));
            break;
    }
    return finding;
}

// The step of a trajectory in the first factor that is a number, as a share of its range.
double step_of(const std::vector<WorldFactor>& factors) {
    for (const WorldFactor& factor : factors) {
        if (factor.is_choice()) continue;
        for (std::size_t world = 0; world + 1 < factor.values.size(); ++world) {
            const double step = std::abs(factor.values[world + 1] - factor.values[world]);
            const bool starts_trajectory = (world + 1) % (factors.size() + 1) == 0;
            if (step > 0 && !starts_trajectory) return step / (factor.high - factor.low);
        }
    }
    return 1;
}

}  // namespace

std::string_view word_of(Method method) {
    return method_words[static_cast<std::size_t>(method)];
}

std::optional<Method> method_called(std::string_view word) {
    for (const Method method : {Method::sobol, Method::morris, Method::regression}) {
        if (word == word_of(method)) return method;
    }
    return std::nullopt;
}

Method usual_method(const StudyDesign& design) {
    if (allows(Method::sobol, design)) return Method::sobol;
    return allows(Method::morris, design) ? Method::morris : Method::regression;
}

std::string why_not(Method method, const StudyDesign& design) {
    if (allows(method, design)) return "";
    const std::string needs = method == Method::sobol
                                  ? "Sobol' indices need a Saltelli design (\"kind\": \"saltelli\")"
                                  : "Morris' elementary effects need his trajectories (\"kind\": \"morris\")";
    const Method instead = usual_method(design);
    return needs + "; this study is " + design_words(design) + ". It allows --method " +
           std::string(word_of(instead)) + ", which is also what it gets without --method.";
}

std::string why_no_factors(const StudyDesign& design) {
    if (design.kind.empty())
        return "it holds a comparison, in which nothing is varied but the policy. \"headroom study\" runs a "
               "design over factors; \"headroom summary\" prints this comparison.";
    if (design.moved.empty() || design.worlds < 2)
        return "none of its factors is varied over worlds, so that nothing can be told apart.";
    for (const int place : design.moved) {
        const FactorColumn& factor = design.factors[static_cast<std::size_t>(place)];
        const auto& values = factor.values;
        if (std::any_of(values.begin(), values.end(), [](double value) { return std::isnan(value); }))
            return "the file is damaged: it does not say where every world stands in " + factor.key + ".";
    }
    return "";
}

Sensitivity sensitivity_of(const StudyTable& table, const SensitivityQuestion& question) {
    const StudyDesign& design = table.origin.design;
    Sensitivity sensitivity{
        question.method.value_or(usual_method(design)), world_factors(design, question.policy), {}};
    for (int period = 0; period < table.periods; ++period) {
        const LookedAt looked_at{question.policy, question.against, period};
        sensitivity.findings.push_back(finding_of(table, looked_at, sensitivity));
    }
    return sensitivity;
}

Index weight_of(const Finding& finding, std::size_t factor) {
    if (const auto* indices = std::get_if<SobolIndices>(&finding.found)) return indices->total[factor];
    if (const auto* effects = std::get_if<std::vector<ElementaryEffects>>(&finding.found))
        return (*effects)[factor].size;
    const Index index = std::get<Regressions>(finding.found).values.coefficients[factor];
    if (!(index.value < 0)) return index;
    return {-index.value, {-index.within.high, -index.within.low}};
}

double effect_of_chance(const Finding& finding, const std::vector<WorldFactor>& factors) {
    // The mean size of a normal number is sqrt(2 / pi) of its standard deviation.
    constexpr double mean_size = 0.79788456080286536;
    return mean_size * std::sqrt(2 * finding.worlds.chance_share * finding.worlds.variance) /
           step_of(factors);
}

}  // namespace headroom
