// What a page is told, as JSON and HTML.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "apps/page/simulator/workshop.hpp"

namespace headroom {

// {"faults": ["sentence", ...]}, with the rest only where there are none: question, authority, start, months,
// replications, seed, alternatives (names), notes (which published figures fell back), begins_as (stands for
// what the first month begins with: questions that have the same begin alike), lives_as (of each alternative,
// stands for all that its futures rest on: what lives alike need not be lived again), and resolved (every
// setting and today's policy, as a question has them).
std::string outline_told(const Workshop& workshop);

// The answer so far as the report gives it: its first page, what was assumed, what is said of each
// alternative, every measure, for whom it is better or worse, and the charts month by month.
std::string answer_told(const Workshop& workshop);
// Its first page alone, in a fraction of the time.
std::string front_told(const Workshop& workshop);
// The whole report, a page of its own, and the answer's table as CSV.
std::string report_told(const Workshop& workshop);
std::string table_told(const Workshop& workshop);

// The lesson of a question, with what its expectations have come to so far; null where it has none. {title,
// level, minutes, opens_in, "look_at": [{key, unit, definition, "means": [{alternative, words}]}], "expect":
// [{claim, measure, alternative, less, from, to, future, "measured": null or {futures, mean, low, high,
// born_out, words}}]}; born_out is "yes", "no" or "not_yet_known".
std::string lesson_told(const Workshop& workshop);

// The headline measures of one future that was gathered, of every alternative: for every quarter alone and
// for the run up to its end. {"measures": [{key, label, unit, group, better, decimals, scale}],
// "alternatives": [{name, fault, "quarters": [[...]], "so_far": [[...]]}]}: quarter by measure, null for
// none (also for what is known of the whole run alone), in the measure's own unit.
std::string quarters_told(const Workshop& workshop, std::uint32_t number);

// In place of a team's number.
constexpr int every_team = -1;
constexpr int busiest_team = -2;  // with most children as the run begins

// Everything that happens in one future of an alternative to one team, or to every team: its families,
// workers and entries as columns, the words that stand for their numbers, the limits in force (each from a
// minute on, with its kind's own numbers), and the date of every working day of the run, before and after it.
// Throws ModelFault.
std::string log_told(const Workshop& workshop, int alternative, std::uint32_t number, int team);

// Stands for every value of a lived branch, to the last bit: sixteen hexadecimal digits.
std::string digest_told(const LivedBranch& branch);

// Every authority with published figures: [{name, region}], by name.
std::string authorities_told();

}  // namespace headroom
