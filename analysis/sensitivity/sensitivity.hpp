// Which factors of a study matter for a measure, by the method that its design allows.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "analysis/sensitivity/morris.hpp"
#include "analysis/sensitivity/regression.hpp"
#include "analysis/sensitivity/sobol.hpp"
#include "analysis/statistics/study_worlds.hpp"
#include "analysis/words/csv.hpp"

namespace headroom {

enum class Method { sobol, morris, regression };

// "sobol", "morris", "regression": as it is typed; and the method of a word, nothing for another.
std::string_view word_of(Method method);
std::optional<Method> method_called(std::string_view word);

// Indices from a Saltelli design, elementary effects from trajectories, a regression from any other.
Method usual_method(const StudyDesign& design);

// Why a design does not allow the method, with what would; nothing where it does. And why a file has nothing
// to be sensitive to: a comparison, or a study of one world.
std::string why_not(Method method, const StudyDesign& design);
std::string why_no_factors(const StudyDesign& design);

// What moves a measure in one period, or over the whole run.
struct Finding {
    LookedAt looked_at;
    WorldValues worlds;
    std::variant<SobolIndices, std::vector<ElementaryEffects>, Regressions> found;
};

// What to look at: one policy, or what it does more than another; the whole table, period by period.
struct SensitivityQuestion {
    int policy = 0;
    std::optional<int> against = {};
    std::optional<Method> method = {};  // nothing: the usual one
};

// One measure of a study and what moves it: a finding for every period of the table.
struct Sensitivity {
    Method method;
    std::vector<WorldFactor> factors;
    std::vector<Finding> findings;
};

// The design must have factors and allow the method.
Sensitivity sensitivity_of(const StudyTable& table, const SensitivityQuestion& question);

// How much a factor matters in a finding, by which factors are put in order: its total index, the mean size
// of its effects, or the size of its coefficient. NaN where nothing was found.
Index weight_of(const Finding& finding, std::size_t factor);

// The size of an elementary effect that chance alone would give, had a factor none: of two worlds' means,
// each uncertain by chance, over the step of the trajectories. NaN where it cannot be told.
double effect_of_chance(const Finding& finding, const std::vector<WorldFactor>& factors);

// For people: tables and what they rest on, at most `width` letters wide.
std::string sensitivity_text(const StudyTable& table, const Sensitivity& sensitivity, std::size_t width);

// For programs: an object for a measure, and a line for each of its numbers under these columns.
std::string sensitivity_json(const StudyTable& table, const Sensitivity& sensitivity);
Csv sensitivity_columns();
void add_lines(Csv& csv, const StudyTable& table, const Sensitivity& sensitivity);

}  // namespace headroom
