// "This is us": what an authority publishes beside what the model fitted to it gives as now.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analysis/words/colours.hpp"
#include "sim/futures/study_results.hpp"

namespace headroom {

// One line of the table, in words.
struct UsLine {
    std::string label, published, lasting, model;
    Nearness nearness;
};

// The figures that say most of a service, in the order of its work; none where nothing was fitted.
std::vector<UsLine> us_lines(const StudyResults& results);

// "This is Leeds: what is published, and what the model gives", or of one's own figures.
std::string us_heading(const StudyResults& results);

// Whether it was fitted to figures from a file of one's own.
bool has_own_figures(const StudyResults& results);

// What stands above the figures: "published" or "own figures".
std::string_view figures_heading(const StudyResults& results);

// Whether any line has something to say of what lasts.
bool some_last(const std::vector<UsLine>& lines);

// "fits", "near" or "does not fit".
std::string_view mark_of(Nearness nearness);

// How many figures fit and which do not; "" where nothing was fitted.
std::string us_sentence(const StudyResults& results);

// Why the model is not this place, where it cannot be fitted: its caseload or the children on plans or in
// care do not come out, or more than a quarter of all figures. "" where it can.
std::string cannot_be_fitted(const StudyResults& results);

// Stands above what the figures of a file say against one another.
inline constexpr const char* contradictions_heading =
    "Figures of the file that cannot all be right, so that the model cannot give all of them";

// Under that heading, one a line and an empty line after; "" for none.
std::string contradictions_text(const std::vector<std::string>& sentences, std::size_t width);

// How to read the table.
std::string us_note(const StudyResults& results);

// Table and sentence for the terminal; "" where nothing was fitted.
std::string us_text(const StudyResults& results, std::size_t width, Colours colours);

}  // namespace headroom
