// What is counted, where a publication or the table of measures says from which number on.
#pragma once

namespace headroom {

// Children to a worker above which the measures `workers_over_..._percent` count them, whatever the limit.
constexpr int large_caseload = 20, larger_caseload = 25, largest_caseload = 35;

// DfE counts looked-after children who had three or more social workers in a year (docs/evidence.md, Changes
// of worker).
constexpr int many_workers = 3;

// An inspector's sample: in Leeds in 2009 7 of 23 files showed a child at risk (docs/evidence.md, Supervision
// and managers). A week without a worker counts as a spell.
constexpr int files_of_a_sample = 23;
constexpr int unallocated_spell_days = 5;

// `records_behind`: working days from the visit.
constexpr int record_behind_days = 10;

// Shares of a spread below which the numbers of the answer lie.
constexpr double lowest_tenth = 0.1, lower_quarter = 0.25, half = 0.5, upper_quarter = 0.75;
constexpr double but_highest_tenth = 0.9, but_highest_twentieth = 0.95;
// The worst-served children: a twentieth of all.
constexpr double worst_served = 0.05;

}  // namespace headroom
