#include "analysis/report/front_page.hpp"
#include "analysis/report/html.hpp"
#include "analysis/report/report.hpp"
#include "analysis/report/sections.hpp"
#include "analysis/words/answer.hpp"
#include "analysis/words/reading_notes.hpp"
#include "analysis/words/sentences.hpp"
#include "apps/page/simulator/told.hpp"
#include "sim/futures/results_of.hpp"

namespace headroom {

std::string answer_told(const Workshop& workshop) {
    const StudyResults results = workshop.results();
    const Comparison comparison = compare(results);
    const std::string origin = origin_of(results, date_of(results));
    const std::string warning = warning_sentence(results, comparison);
    return front_page(results, comparison, origin) + us_section(results) + assumptions_section(results) +
           rests_on_section(results, comparison, origin) + sentences_section(results, comparison) +
           (warning.empty() ? "" : html_note(warning)) + side_by_side_section(comparison, origin) +
           differences_section(comparison, origin) + fates_section(results, origin) +
           months_section(results, origin) + waiting_section(results, origin);
}

std::string front_told(const Workshop& workshop) {
    const StudyResults results = workshop.results();
    return front_page(results, compare(results), origin_of(results, date_of(results)));
}

std::string report_told(const Workshop& workshop) {
    const StudyResults results = workshop.results();
    return report_html(results, date_of(results));
}

std::string table_told(const Workshop& workshop) {
    return answer_csv(workshop.results());
}

}  // namespace headroom
