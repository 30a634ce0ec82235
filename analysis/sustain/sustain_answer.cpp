#include "analysis/sustain/sustain_answer.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "analysis/statistics/headlines.hpp"
#include "analysis/statistics/intervals.hpp"
#include "analysis/sustain/sustain_curve.hpp"
#include "analysis/sustain/sustain_words.hpp"
#include "analysis/words/authority_words.hpp"
#include "analysis/words/number_words.hpp"
#include "analysis/words/text_table.hpp"
#include "analysis/words/this_is_us.hpp"
#include "sim/text/fault.hpp"
#include "sim/text/small_words.hpp"

namespace headroom {

namespace {

constexpr std::string_view how_found =
    "Every future meets the same families and people at every value, and has a point of its own at which it "
    "goes out of bounds. The answer is the lowest tenth of these points, and its interval lies between two "
    "of them. Where a future goes out of bounds and comes back, one of these points is found. ";
constexpr std::string_view of_chance = "It covers chance alone, not what is unknown about the world.";
constexpr std::string_view of_chance_and_fit =
    "It covers chance and what we do not know about the authority.";
constexpr std::string_view nobody_waits =
    "No limit is in force here: managers allocate every family at once, and what gives way is not the wait "
    "but the "
    "visits. Ask of visits_on_time_percent or unmet_per_100, or of an alternative with a limit "
    "(--alternative).";
constexpr std::string_view not_one_point =
    "That is more than one in ten: do not read this as a single turning point; look at the table.";

// Without a limit managers allocate every family, so that a promise about waiting is always kept.
bool waits_for_nothing(const SustainQuestion& question, const SustainAnswer& answer) {
    const Policy& policy = question.alternative->policies.front().policy;
    const bool is_about_waiting = question.measure == Measure::children_unallocated ||
                                  question.measure == Measure::unmet_per_100_waiting ||
                                  question.measure == Measure::wait_days_p90;
    return is_about_waiting && answer.finding == SustainAnswer::Finding::always &&
           std::holds_alternative<NoLimit>(policy.caseload_limit.rule);
}

std::string come_back_words(const SustainAnswer& answer) {
    const bool is_common = 10 * answer.come_back > answer.tried_along;
    return "In " + std::to_string(answer.come_back) + " of the " + std::to_string(answer.tried_along) +
           " futures tried along the whole scale the measure left its bounds and was within them again "
           "further on: "
           "the first loss counts. " +
           std::string(is_common ? not_one_point : "A few such are chance.");
}

std::vector<std::string> notes_on(const SustainQuestion& question, const SustainAnswer& answer) {
    const Scenario& scenario = *question.scenario;
    std::vector<std::string> notes;
    if (waits_for_nothing(question, answer)) notes.emplace_back(nobody_waits);
    if (!scenario.fit_figures.empty()) notes.push_back(us_sentence(place_of(scenario)));
    notes.push_back("Over " + length_words(scenario.months, scenario.start) + ", " +
                    counted(answer.futures, "future", "futures") + ", seed " + std::to_string(scenario.seed) +
                    ", in steps of " + number_text(question.search.scale.step) + ". " +
                    std::string(how_found) + std::string(scenario.ensemble ? of_chance_and_fit : of_chance));
    if (answer.come_back > 0) notes.push_back(come_back_words(answer));
    if (answer.without_value > 0)
        notes.push_back("In " + std::to_string(answer.without_value) + " of " +
                        counted(question.search.futures, "future", "futures") +
                        " there was nothing to measure at some value tried. They are left out, so the answer "
                        "speaks only of the others.");
    if (answer.failed > 0)
        notes.push_back(counted(answer.failed, "future", "futures") +
                        " broke down, which is our fault, and " + (answer.failed == 1 ? "is" : "are") +
                        " left out.");
    return notes;
}

// Where all futures were tried, and at the answer and both ends of its interval: there, and only there, it is
// known of every future whether it is kept so far.
std::vector<KeptAt> kept_at_known_places(const SustainQuestion& question, const std::vector<Turn>& turns,
                                         std::vector<int> distances, GoodEnd end) {
    const int last = question.search.scale.last_place();
    std::sort(distances.begin(), distances.end());
    distances.erase(std::unique(distances.begin(), distances.end()), distances.end());
    if (end == GoodEnd::high) std::reverse(distances.begin(), distances.end());
    std::vector<KeptAt> kept;
    for (const int distance : distances) {
        if (distance < 0 || distance > last) continue;
        const auto count = std::count_if(turns.begin(), turns.end(),
                                         [&](const Turn& turn) { return turn.kept >= distance; });
        kept.push_back({value_from_good_end(question, end, distance), static_cast<int>(count)});
    }
    return kept;
}

}  // namespace

Ranks ranks_that_matter(int futures) {
    std::vector<double> ranks(static_cast<std::size_t>(futures));
    std::iota(ranks.begin(), ranks.end(), 0.0);
    const Interval interval = quantile_interval(ranks, 1 - share_kept);
    const auto rank = [&](double end, std::size_t otherwise) {
        return std::isnan(end) ? otherwise : static_cast<std::size_t>(end);
    };
    return {rank(interval.low, 0), rank(interval.high, ranks.size() - 1)};
}

SustainAnswer answer_of(const SustainQuestion& question, const TurningOutcome& outcome) {
    const TurningSearch& search = question.search;
    SustainAnswer answer;
    answer.end = good_end(outcome.futures, search.scale, search.bound);
    std::vector<Turn> turns;
    std::vector<double> kept;
    for (const Trials& trials : outcome.futures) {
        const bool failed =
            std::any_of(trials.begin(), trials.end(), [](const Trial& trial) { return trial.has_failed; });
        answer.failed += failed;
        answer.without_value += !failed && !has_values(trials);
        if (!has_values(trials)) continue;
        turns.push_back(turn_of(trials, search.scale, search.bound, answer.end));
        kept.push_back(turns.back().kept);
        const bool is_along = is_tried_along(trials, search.scale);
        answer.tried_along += is_along;
        answer.come_back += is_along && turns.back().comes_back;
    }
    answer.futures = static_cast<int>(kept.size());
    if (kept.empty()) return answer;
    std::sort(kept.begin(), kept.end());
    // The furthest point that nine in ten reach: as many as a tenth of them, rounded down, turn before it.
    const double found = kept[static_cast<std::size_t>((1 - share_kept) * answer.futures + 1e-9)];
    const Interval interval = quantile_interval(kept, 1 - share_kept);
    answer.first = interval.low;
    answer.last = interval.high;
    std::vector<int> known;
    for (const int place : outcome.near_turns)
        known.push_back(answer.end == GoodEnd::low ? place : search.scale.last_place() - place);
    for (const double distance : {found, answer.first, answer.last}) {
        if (!std::isnan(distance)) known.push_back(static_cast<int>(distance));
    }
    answer.kept_at = kept_at_known_places(question, turns, std::move(known), answer.end);
    if (found < 0) return answer;
    const bool is_everywhere = found >= search.scale.last_place();
    answer.finding = is_everywhere ? SustainAnswer::Finding::always : SustainAnswer::Finding::turns;
    answer.value = value_from_good_end(question, answer.end, found);
    return answer;
}

std::string too_few_words(const SustainQuestion& question, const SustainAnswer& answer) {
    std::string words = std::string(row_of(question.measure).name) + " has a value in " +
                        (answer.futures == 0 ? "none" : "only " + std::to_string(answer.futures)) + " of " +
                        counted(question.search.futures, "future", "futures") +
                        " wherever it was tried, and it takes " + std::to_string(fewest_to_sustain) +
                        " to speak of 9 in 10.";
    if (answer.failed > 0)
        words += " " + counted(answer.failed, "future", "futures") + " broke down, which is our fault.";
    if (answer.without_value > 0)
        words += " In " + std::to_string(answer.without_value) + " there was nothing to measure within " +
                 counted(question.scenario->months, "month", "months") +
                 ". Try a longer run (--months), more futures (--replications) or another measure.";
    return words;
}

std::string sustain_text(const SustainQuestion& question, const SustainAnswer& answer, std::size_t width) {
    std::string text = contradictions_text(question.scenario->contradictions, width);
    for (const std::string& words :
         {cannot_be_fitted(place_of(*question.scenario)), standing_words(question, answer),
          conclusion(question, answer), cost_words(question, answer), month_kept_words(question, answer),
          caseload_words(question, answer), unpublished_words(question)}) {
        if (!words.empty()) text += paragraph(words, width) + "\n";
    }
    text += curve_text(question, answer, width);
    TextTable table({question.dial->key, "kept in futures of " + std::to_string(answer.futures)}, 24);
    for (const KeptAt& at : answer.kept_at)
        table.add_row({words_of(*question.dial, at.value), std::to_string(at.futures)});
    text += table.text(width) + "\n";
    for (const std::string& note : notes_on(question, answer)) text += paragraph(note, width);
    return text;
}

}  // namespace headroom
