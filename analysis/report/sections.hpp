// The sections of the report beneath its first page; each gives its charts and tables as HTML.
#pragma once

#include <string>

#include "analysis/statistics/comparison.hpp"

namespace headroom {

// "This is us": published beside the fitted model; "" where nothing was fitted.
std::string us_section(const StudyResults& results);

// A sentence or two on each alternative.
std::string sentences_section(const StudyResults& results, const Comparison& comparison);

// Every row of the comparison, and every difference with how sure it is.
std::string side_by_side_section(const Comparison& comparison, const std::string& origin);
std::string differences_section(const Comparison& comparison, const std::string& origin);

// What stood in for figures that are not published or were chosen for this place; "" where nothing did.
std::string assumptions_section(const StudyResults& results);

// Month by month: fans of futures, all alternatives on one scale.
std::string months_section(const StudyResults& results, const std::string& origin);

// Who waits for a worker: by severity, stage and reason, and how long.
std::string waiting_section(const StudyResults& results, const std::string& origin);

// For whom each alternative is better or worse than the first.
std::string fates_section(const StudyResults& results, const std::string& origin);

// Caseloads over workers and care received over children, not only means.
std::string spread_section(const StudyResults& results, const std::string& origin);

// What an inspector's sample of 23 files would find, and what it can tell.
std::string inspection_section(const StudyResults& results, const std::string& origin);

// Quarter by quarter, in the order of an authority's own returns.
std::string quarters_section(const StudyResults& results, const std::string& origin);

// What the answer rests on: the settings that move it most; "" for results that are not of a fit's sets.
std::string rests_on_section(const StudyResults& results, const Comparison& comparison,
                             const std::string& origin);

// How it was made, in the order of STRESS-DES (Monks et al., Journal of Simulation 13, 2019).
std::string method_section(const StudyResults& results, const Comparison& comparison);

// "A. As now", "B. Limit 18": the alternatives as tables and charts name them.
std::vector<std::string> lettered_names(const StudyResults& results);

}  // namespace headroom
