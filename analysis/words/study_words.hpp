// What every answer from a study says of it: where it comes from, what was looked at, how far chance is in
// it.
#pragma once

#include <string>

#include "analysis/statistics/intervals.hpp"
#include "analysis/statistics/study_worlds.hpp"

namespace headroom {

// "Typical authority, 36 months from 1 April 2025; 512 worlds (Saltelli design), 2 policies, 4 futures each,
// seed 1; Headroom 0.1.0 (5b22c2ddb4)".
std::string study_origin_words(const StudyResults& origin);

// "a Saltelli design", "a Latin hypercube", ...
std::string design_words(const StudyDesign& design);

// "“As now”", or "“Limit 15” less “As now”".
std::string looked_at_words(const StudyDesign& design, const LookedAt& looked_at);

// "unmet per 100, hours per 100 planned", "cost, pounds".
std::string measure_words(const StudyTable& table);

// "Apr to Jun 2025", or "the whole run" of a table of one period.
std::string period_words(const StudyTable& table, int period);

// The first day of a period, "2025-04-01".
std::string period_start(const StudyTable& table, int period);

// "3 futures of 2,048 have no value (they failed, or there was nothing to measure).", or nothing.
std::string missing_words(const StudyTable& table, const WorldValues& worlds);

// How many decimals show numbers up to this size with three figures that count; at most six.
int decimals_for(double size);

// "0.62 (0.55 to 0.68)"; without the interval where there is none; "none" for NaN.
std::string with_interval(double value, const Interval& within, int decimals);

// What there is to say of a measure that has a value in fewer than two worlds.
std::string too_few_words(const WorldValues& worlds);

}  // namespace headroom
