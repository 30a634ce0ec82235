// A fitted place: sets of settings that all come out near its published figures, one for each future.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "sim/settings/evidence_range.hpp"
#include "sim/settings/setting.hpp"

namespace headroom {

// The settings in which the members differ, and every member's values of them, in their order: those that a
// fit moved, then the open ones.
struct Ensemble {
    std::vector<const SettingRow*> moved;
    std::vector<std::vector<double>> members;

    // The middle of the ensemble: of every setting the median over the members, in the setting's unit.
    Settings middle(Settings settings) const;

    // The settings that a future lives, which is its number's member; beyond the last they begin again. What
    // was asked for otherwise than the middle has it stays as asked.
    Settings of_future(const Settings& asked, const Settings& middle, std::uint32_t future) const;

    // The same settings with one member's values.
    Settings with_member(Settings settings, int member) const;
};

// The assumptions that no published figure settles: every one with an evidence range that no fit moves.
std::vector<const EvidenceRange*> open_assumptions(std::span<const SettingRow* const> fitted);

// Adds to every member its values of the open assumptions. Of each, half the members lie below the default
// and half above, spread evenly over what the evidence leaves open (a Latin hypercube); the same in every
// place, so that places differ by their figures alone. Alternative: to let the fit move these as well.
// Figures tell so little of them that chance correlations would narrow them.
void add_open_assumptions(Ensemble& ensemble);

}  // namespace headroom
