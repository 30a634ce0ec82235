// Who it is that comes and goes: the milder margin of demand.
#pragma once

#include "sim/families/pathway.hpp"

namespace headroom {

// How much likelier each severity is to come and go.
BySeverity comes_and_goes(const Settings& settings);

// How many times as many families of each severity a month brings when what comes and goes multiplies all
// referrals by `leaning`: low severity more than in proportion, acute less, and the total as many as asked
// for. `weights`: comes_and_goes(); `strength` 0: all alike. Authorities' yearly changes say so
// (docs/evidence.md, What more referrals bring); the alternative, the same mix at every margin, made
// protection plans and care follow referrals twice as steeply as published.
BySeverity margin_of(const BySeverity& mix, const BySeverity& weights, double leaning, double strength);

}  // namespace headroom
