// The sentences of `headroom sustain`: where we stand, what keeps the measure, what it costs and from when.
#pragma once

#include <string>
#include <vector>

#include "analysis/sustain/sustain_answer.hpp"
#include "sim/futures/study_results.hpp"

namespace headroom {

// How near the model comes to the place; without figures where nothing was fitted.
StudyResults place_of(const Scenario& scenario);

double value_from_good_end(const SustainQuestion& question, GoodEnd end, double distance);

// Whether something must change for the measure to be kept, and it is known what.
bool must_change(const SustainQuestion& question, const SustainAnswer& answer);

// Whether the measure is kept in nine futures of ten as the alternative stands.
bool is_kept_already(const SustainQuestion& question, const SustainAnswer& answer);

// "As now" the measure is so much, and this was asked for; empty where nothing is known of it.
std::string standing_words(const SustainQuestion& question, const SustainAnswer& answer);

// What the search found.
std::string conclusion(const SustainQuestion& question, const SustainAnswer& answer);

// Pounds a year, the month and the caseload that go with the value found; empty where nothing must change.
std::string cost_words(const SustainQuestion& question, const SustainAnswer& answer);
std::string month_kept_words(const SustainQuestion& question, const SustainAnswer& answer);
std::string caseload_words(const SustainQuestion& question, const SustainAnswer& answer);

// That the measure is nowhere published; empty where it is.
std::string unpublished_words(const SustainQuestion& question);

// "£1.9 million", "£850,000"; of a loss without its sign.
std::string pounds_words(double pounds);

}  // namespace headroom
