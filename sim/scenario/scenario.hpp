// A question as the model needs it: settings, alternatives with their dated policies, shocks, and how long.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/engine/calendar.hpp"
#include "sim/places/ensemble.hpp"
#include "sim/places/fit_figure.hpp"
#include "sim/policy/policy.hpp"
#include "sim/scenario/lesson.hpp"
#include "sim/settings/setting.hpp"

namespace headroom {

// One answer under comparison: what the authority decides, and what happens to it.
struct Alternative {
    std::string name;
    std::vector<DatedPolicy> policies;  // ascending from_month, the first from month 0
    std::vector<Shock> shocks;          // those of the question and its own
    Settings settings;                  // those of the question and its own changes
};

// As what a place with a fit is lived: another of its sets of settings in every future, the middle of them in
// all, or England's hours and practice with the place's figures.
enum class FittedAs : std::uint8_t { ensemble, one_world, unfitted };

// What a question calls them, in their order.
inline constexpr std::array<std::string_view, 3> fitted_words = {"ensemble", "one world", "unfitted"};

// The largest seed: the largest number that every JSON reader keeps exactly.
constexpr double most_seed = 9007199254740991;

// Everything a comparison needs; made by the reader, never changed after.
struct Scenario {
    std::string question;
    std::string authority;               // name as published, "typical" or "teaching team"
    std::vector<std::string> fallbacks;  // sentences: published figures that were not the authority's own
    Date start{2025, 4, 1};
    int months = 36;
    int settling_months = 12;
    int replications = 100;
    bool adds_futures =
        false;  // "auto": as many as the headline differences need, in place of `replications`
    std::uint64_t seed = 1;
    Settings settings;  // today's
    Policy today;       // in force while settling
    FittedAs fitted = FittedAs::ensemble;
    std::optional<Ensemble> ensemble;    // of a fitted authority: every future lives one of its members
    Settings fitted_middle;              // then: the settings before the question's own
    std::vector<FitFigure> fit_figures;  // of a fitted authority: published beside fitted
    std::string named;                   // what finds this authority again: "" for figures of one's own
    std::string fit_file;                // where the fit was given as a file
    std::uint64_t fit_model = 0;         // digest of the model that file was made of
    std::string own_figures;             // the file of one's own figures that the place starts from
    std::string own_figures_about;       // then: the authority they are about, as it is called; or nothing
    std::vector<std::string> contradictions;  // sentences: of those figures that cannot be true at once
    std::vector<Alternative> alternatives;    // at least one; the first is what the others are compared with
    std::optional<Lesson> lesson;             // of a question that is asked to learn from; changes no answer
    std::string text;                         // the input as given
    std::vector<std::string> files_beside;    // that were read with it: figures, points
};

}  // namespace headroom
