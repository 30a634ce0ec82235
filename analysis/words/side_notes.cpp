#include "analysis/words/side_notes.hpp"

#include "analysis/statistics/comparison.hpp"
#include "analysis/statistics/intervals.hpp"
#include "analysis/words/number_words.hpp"

namespace headroom {

namespace {

double mean_over_futures(const StudyResults& results, int point, Measure measure) {
    return mean_of(known_of(values_over_run(results, point, measure)));
}

// "“To duty” 93 %, “To the manager” 88 %": the alternatives in which there is any; empty for none.
template <class Words>
std::string by_alternative(const StudyResults& results, Words words) {
    std::string text;
    for (int point = 0; point < results.points(); ++point) {
        const std::string found = words(point);
        if (found.empty()) continue;
        text += (text.empty() ? "" : ", ") + std::string("\u201c") +
                results.point_names[static_cast<std::size_t>(point)] + "\u201d " + found;
    }
    return text;
}

// The share of all days without a worker, in percent.
std::string share_of_waiting(const StudyResults& results, int point, Measure part) {
    double all = 0;
    for (const Measure reason : {Measure::unallocated_over_limit, Measure::unallocated_no_suitable_worker,
                                 Measure::unallocated_worker_absent, Measure::unallocated_awaiting_manager})
        all += mean_over_futures(results, point, reason);
    const double here = mean_over_futures(results, point, part);
    return here > 0 ? number_words(100 * here / all, 0) + " %" : "";
}

}  // namespace

std::vector<std::string> side_notes(const StudyResults& results) {
    std::vector<std::string> notes;
    const auto add = [&](const std::string& before, const std::string& found, const std::string& after) {
        if (!found.empty()) notes.push_back(before + found + after);
    };
    const std::string counted =
        "; these children count as without a worker, though their plan is carried out there.";
    add("Of the days that children had no worker, spent on duty's list: ",
        by_alternative(
            results,
            [&](int point) { return share_of_waiting(results, point, Measure::unallocated_days_on_duty); }),
        counted);
    add("Of the days that children had no worker, spent on a manager's list: ",
        by_alternative(results,
                       [&](int point) {
                           return share_of_waiting(results, point, Measure::unallocated_days_held_by_manager);
                       }),
        counted);
    add("Workers above the limit in force (with families who never wait for room, or hidden by an average): ",
        by_alternative(results,
                       [&](int point) {
                           const double over =
                               mean_over_futures(results, point, Measure::workers_over_limit_percent);
                           return over > 0 ? number_words(over, 0) + " %" : std::string();
                       }),
        ".");
    add("Hours that inspectors took of workers and managers: ",
        by_alternative(results,
                       [&](int point) {
                           const double hours = mean_over_futures(results, point, Measure::inspection_hours);
                           return hours > 0 ? number_words(hours, 0) : std::string();
                       }),
        ".");
    return notes;
}

}  // namespace headroom
