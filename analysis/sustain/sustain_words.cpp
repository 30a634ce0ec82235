#include "analysis/sustain/sustain_words.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "analysis/statistics/headlines.hpp"
#include "analysis/statistics/measure_names.hpp"
#include "analysis/sustain/sustain_beside.hpp"
#include "analysis/words/authority_words.hpp"
#include "analysis/words/number_words.hpp"
#include "sim/engine/whole_part.hpp"
#include "sim/text/fault.hpp"
#include "sim/text/small_words.hpp"

namespace headroom {

namespace {

std::string bound_words(const Bound& bound) {
    if (std::isfinite(bound.least)) return "at least " + number_text(bound.least);
    return "at most " + number_text(bound.most);
}

std::string phrase_of(const SustainQuestion& question) {
    const std::string bound = bound_words(question.search.bound);
    std::string words(called(question.measure).bound);
    if (!words.empty()) return words.replace(words.find('#'), 1, bound);
    const MeasureRow& row = row_of(question.measure);
    return "\"" + std::string(row.name) + "\" (" + std::string(row.unit) + ") " + bound;
}

// One end of the interval, by its turning point.
std::string end_words(const SustainQuestion& question, GoodEnd end, double distance) {
    const int last = question.search.scale.last_place();
    const double value = value_from_good_end(question, end, std::clamp<double>(distance, 0, last));
    const std::string words = words_of(*question.dial, value);
    if (distance < 0) return "not even " + words;
    return distance >= last ? words + " or beyond" : words;
}

std::string interval_words(const SustainQuestion& question, const SustainAnswer& answer) {
    if (std::isnan(answer.first) || std::isnan(answer.last))
        return " (too few futures for a 95 % interval: it takes 36)";
    std::string low = end_words(question, answer.end, answer.first);
    std::string high = end_words(question, answer.end, answer.last);
    if (answer.end == GoodEnd::high) std::swap(low, high);
    return low == high ? " (95 % interval: all of it at " + low + ")"
                       : " (95 % interval: " + low + " to " + high + ")";
}

std::string found_words(const SustainQuestion& question, const SustainAnswer& answer) {
    const std::string words = words_of(*question.dial, answer.value);
    const bool is_fewer = question.dial->key == "referrals" && answer.value < 0;
    if (answer.end == GoodEnd::high) return "from " + words + " upwards";
    return is_fewer ? "only with " + words + " or fewer still" : "up to " + words;
}

// Measures that a fit holds to a published figure, or that follow from such figures.
constexpr std::array published_measures = {
    Measure::referrals,
    Measure::no_further_action,
    Measure::assessed_not_in_need,
    Measure::assessments_completed,
    Measure::assessments_within_45_percent,
    Measure::s47_enquiries,
    Measure::conferences_held,
    Measure::conferences_within_15_percent,
    Measure::protection_plans_started,
    Measure::protection_plans_open,
    Measure::in_need_plans_open,
    Measure::looked_after_started,
    Measure::looked_after_open,
    Measure::rereferrals_percent,
    Measure::caseload_mean,
    Measure::in_post,
    Measure::vacancy_percent,
    Measure::agency_percent,
    Measure::turnover_percent,
    Measure::absence_percent,
    Measure::second_plans_percent,
    Measure::looked_after_three_workers_percent,
};

// Its words in the answer, or its own name; and a number of it as it is read there.
const Headline* headline_of(Measure measure) {
    const auto all = headlines();
    const auto row = std::ranges::find(all, measure, &Headline::measure);
    return row == all.end() ? nullptr : &*row;
}

std::string number_of(Measure measure, double value) {
    if (row_of(measure).unit == "pounds") return pounds_words(value);
    const Headline* row = headline_of(measure);
    if (row != nullptr) return number_words(value * row->scale, std::max(row->decimals, 1));
    return std::abs(value) >= 100 ? number_words(value, 0) : plain_words(value);
}

std::string name_of(Measure measure) {
    const Headline* row = headline_of(measure);
    if (row != nullptr && measure != Measure::cost) return std::string(row->label());
    std::string name(row_of(measure).name);
    std::ranges::replace(name, '_', ' ');
    return name;
}

std::string range_words(const OverFutures& over, std::string (*words)(double)) {
    if (std::isnan(over.low)) return "";
    return " (8 futures in 10: " + words(over.low) + " to " + words(over.high) + ")";
}

std::string signed_pounds(double pounds) {
    return (pounds < 0 ? "-" : "") + pounds_words(pounds);
}

bool turns_posts(const SustainQuestion& question) {
    return question.dial->key == "posts.add";
}

// With more posts the measure gets better, and yet the search ends at or below today's; or the other way
// round.
bool is_on_the_edge(const SustainQuestion& question, const SustainAnswer& answer) {
    if (!turns_posts(question)) return false;
    const double beyond_today = answer.value - posts_now(question);
    const bool is_room = answer.end == GoodEnd::high ? beyond_today < 0 : beyond_today > 0;
    return is_kept_already(question, answer) != is_room;
}

std::string subject_of(const SustainQuestion& question) {
    return authority_as_subject(question.scenario->authority) + ", " +
           quoted_name(question.alternative->name) + ",";
}

std::string under_words(const SustainQuestion& question) {
    const bool is_as_now = question.alternative->name == "As now";
    return is_as_now ? "as now" : "under " + quoted_name(question.alternative->name);
}

// What it is today, where a month has a number of its own.
std::string first_month_words(const SustainQuestion& question, const FuturesAt& today) {
    const double mean = first_month_at(today).mean;
    if (std::isnan(mean)) return "";
    return ", and " + number_of(question.measure, mean) + " in the first, " +
           month_words(question.scenario->start, 0);
}

std::string among_futures(const SustainAnswer& answer) {
    return " in 9 futures of 10 " + std::string(answer.without_value > 0 ? "that have a value " : "");
}

constexpr std::string_view room_is_no_advice =
    " That is the room on this one measure, with the chance of it. It is not advice to cut posts: the other "
    "measures get worse on the way.";
constexpr std::string_view what_is_in_it =
    " It counts posts that stay vacant, agency cover that is saved, and posts that the service gives up "
    "again "
    "as the load falls.";
constexpr std::string_view no_room =
    " There is no room to speak of: with a little change either way it is kept in fewer than 9 futures of "
    "10.";

// Whether what holds today lies between the ends that were asked for; taken as such where it has no number.
bool is_today_tried(const SustainQuestion& question) {
    const SettingRow* const setting = find_setting(question.dial->key);
    double now = setting != nullptr ? question.alternative->settings.*setting->value : std::nan("");
    if (question.dial->key == "referrals") now = 0;
    if (turns_posts(question)) now = posts_now(question);
    const Scale& scale = question.search.scale;
    return !(now < scale.from) && !(now > scale.to);
}

// How far one could go from here.
std::string room_words(const SustainQuestion& question, const SustainAnswer& answer) {
    const Scale& scale = question.search.scale;
    const std::string interval = interval_words(question, answer);
    const std::string tried = "from " + words_of(*question.dial, scale.value(0)) + " to " +
                              words_of(*question.dial, scale.value(scale.last_place())) + ".";
    if (answer.finding == SustainAnswer::Finding::never)
        return is_today_tried(question) ? std::string(no_room) : " It does not at any value tried, " + tried;
    if (answer.finding == SustainAnswer::Finding::always) return " So does every value tried, " + tried;
    if (is_on_the_edge(question, answer)) return std::string(no_room);
    if (!turns_posts(question))
        return " It would still do so " + found_words(question, answer) + interval + ".";
    const std::string words = words_of(*question.dial, answer.value);
    if (answer.end == GoodEnd::low) return " It would still do so with up to " + words + interval + ".";
    return " It would still do so with " + words + interval + "." + std::string(room_is_no_advice);
}

std::string already_words(const SustainQuestion& question, const SustainAnswer& answer) {
    const FuturesAt& today = answer.beside->today;
    return subject_of(question) + " already keeps " + phrase_of(question) + ": in " +
           std::to_string(kept_in(today, question.search.bound)) + " of " +
           counted(known_in(today), "future", "futures") + "." + room_words(question, answer);
}

// Posts are no remedy where the measure gets better with fewer of them.
std::string fewer_posts_words(const SustainQuestion& question, const SustainAnswer& answer) {
    return subject_of(question) + " does not keep " + phrase_of(question) +
           ", and more posts do not bring it about. It would be kept" + among_futures(answer) + "only with " +
           words_of(*question.dial, answer.value) + " or fewer still" + interval_words(question, answer) +
           ".";
}

std::string edge_words(const SustainQuestion& question, const SustainAnswer& answer) {
    const FuturesAt& today = answer.beside->today;
    return subject_of(question) + " is on the edge of keeping " + phrase_of(question) + ": it does so in " +
           std::to_string(kept_in(today, question.search.bound)) + " of " +
           counted(known_in(today), "future", "futures") + ", and 9 in 10 were asked for. " +
           "A few posts more or fewer make no difference that could be told from chance.";
}

std::string turning_words(const SustainQuestion& question, const SustainAnswer& answer) {
    if (answer.beside && turns_posts(question)) {
        if (is_on_the_edge(question, answer)) return edge_words(question, answer);
        if (answer.end == GoodEnd::low && answer.value < posts_now(question))
            return fewer_posts_words(question, answer);
    }
    return subject_of(question) + " keeps " + phrase_of(question) + among_futures(answer) +
           found_words(question, answer) + interval_words(question, answer) + ".";
}

// The best that was tried, where nothing keeps the measure.
std::string never_words(const SustainQuestion& question, const SustainAnswer& answer) {
    const std::string who = subject_of(question) + " does not keep " + phrase_of(question) +
                            among_futures(answer) + "at any value tried";
    if (answer.beside && answer.beside->found && known_in(*answer.beside->found) > 0) {
        const FuturesAt& best = *answer.beside->found;
        return who + ", from " + words_of(*question.dial, question.search.scale.value(0)) + " to " +
               words_of(*question.dial, question.search.scale.value(question.search.scale.last_place())) +
               ". The best is " + number_of(question.measure, measure_at(best).mean) + " on average, with " +
               words_of(*question.dial, best.value) + ": there it is kept in " +
               std::to_string(kept_in(best, question.search.bound)) + " of " +
               counted(known_in(best), "future", "futures") + ". Try further with --from and --to.";
    }
    const KeptAt& best = answer.end == GoodEnd::low ? answer.kept_at.front() : answer.kept_at.back();
    return who + ": even at " + words_of(*question.dial, best.value) + " only " +
           std::to_string(best.futures) + " of " + std::to_string(answer.futures) +
           " futures do. Try further with --from and --to.";
}

// Kept in the last months alone says little of the months after them.
constexpr int months_to_rely_on = 6;

std::string kept_from_words(const Scenario& scenario, int month) {
    const std::string first = month_words(scenario.start, month);
    if (month == 0)
        return "It is kept from " + first + ", the first month, to the end of the run, in 9 futures of 10.";
    const int left = scenario.months - month;
    if (left < months_to_rely_on)
        return "In 9 futures of 10 it is kept from " + first + " on, but that is only the last " +
               counted(left, "month", "months") +
               " of the run: too few to rely on. Look further with --months.";
    return "It is kept from " + first + " on, in every month to the end of the run, in 9 futures of 10.";
}

std::string more_or_less(const OverFutures& extra, const std::string& a_year) {
    return pounds_words(extra.mean) + a_year + (extra.mean < 0 ? " less" : " more");
}

}  // namespace

bool must_change(const SustainQuestion& question, const SustainAnswer& answer) {
    return answer.beside && answer.beside->found && answer.finding == SustainAnswer::Finding::turns &&
           !is_kept_already(question, answer) && !is_on_the_edge(question, answer);
}

StudyResults place_of(const Scenario& scenario) {
    StudyResults place;
    place.authority = scenario.authority;
    place.fit_figures = scenario.fit_figures;
    return place;
}

double value_from_good_end(const SustainQuestion& question, GoodEnd end, double distance) {
    const Scale& scale = question.search.scale;
    const int place = whole_part<int>(distance);
    return scale.value(end == GoodEnd::low ? place : scale.last_place() - place);
}

bool is_kept_already(const SustainQuestion& question, const SustainAnswer& answer) {
    if (!answer.beside) return false;
    const FuturesAt& today = answer.beside->today;
    const int known = known_in(today);
    return known > 0 && kept_in(today, question.search.bound) >= share_kept * known - 1e-9;
}

std::string standing_words(const SustainQuestion& question, const SustainAnswer& answer) {
    if (!answer.beside || known_in(answer.beside->today) == 0) return "";
    const FuturesAt& today = answer.beside->today;
    const OverFutures over = measure_at(today);
    std::string words = "Where we stand on " + quoted_name(name_of(question.measure)) + ": " +
                        under_words(question) + " it is " + number_of(question.measure, over.mean) +
                        ", over the " + counted(question.scenario->months, "month", "months");
    if (!std::isnan(over.low))
        words += " (8 futures in 10: " + number_of(question.measure, over.low) + " to " +
                 number_of(question.measure, over.high) + ")";
    words += first_month_words(question, today) + ". Asked for: " + bound_words(question.search.bound) + ".";
    if (is_kept_already(question, answer)) return words;
    return words + " That is kept in " + std::to_string(kept_in(today, question.search.bound)) + " of " +
           counted(known_in(today), "future", "futures") + ".";
}

std::string conclusion(const SustainQuestion& question, const SustainAnswer& answer) {
    if (is_kept_already(question, answer)) return already_words(question, answer);
    if (answer.finding == SustainAnswer::Finding::turns) return turning_words(question, answer);
    if (answer.finding == SustainAnswer::Finding::never) return never_words(question, answer);
    const Scale& scale = question.search.scale;
    return subject_of(question) + " keeps " + phrase_of(question) + among_futures(answer) +
           "at every value tried, from " + words_of(*question.dial, scale.value(0)) + " to " +
           words_of(*question.dial, scale.value(scale.last_place())) + ". Try further with --from and --to.";
}

std::string cost_words(const SustainQuestion& question, const SustainAnswer& answer) {
    if (!must_change(question, answer)) return "";
    const FuturesAt& found = *answer.beside->found;
    const FuturesAt& today = answer.beside->today;
    const OverFutures extra = extra_cost(found, today, &FutureAt::cost_a_year);
    if (extra.futures == 0) return "";
    std::string words = "With " + words_of(*question.dial, answer.value) + " staff cost " +
                        more_or_less(extra, " a year") + " than " + quoted_name(question.alternative->name) +
                        ", on average over the run" + range_words(extra, signed_pounds) + ".";
    const OverFutures last = extra_cost(found, today, &FutureAt::cost_last_year);
    if (last.futures > 0)
        words +=
            " In its last year they cost " + more_or_less(last, "") + range_words(last, signed_pounds) + ".";
    return words + (turns_posts(question) ? std::string(what_is_in_it) : "");
}

std::string month_kept_words(const SustainQuestion& question, const SustainAnswer& answer) {
    if (!must_change(question, answer)) return "";
    const FuturesAt& found = *answer.beside->found;
    const bool has_months = std::ranges::any_of(
        found.futures, [](const auto& future) { return future && !future->by_month.empty(); });
    if (!has_months) return "";
    if (const std::optional<int> month = kept_from(found, question.search.bound, share_kept))
        return kept_from_words(*question.scenario, *month);
    return "It is kept over the run as a whole. There is no month from which it is kept every month in 9 "
           "futures of 10: single months go over the bound to the end.";
}

std::string caseload_words(const SustainQuestion& question, const SustainAnswer& answer) {
    if (!must_change(question, answer) || !turns_posts(question)) return "";
    const auto caseload = [](const FuturesAt& at) { return curve_at(at, 0, at.futures.size()); };
    const OverFutures then = caseload(*answer.beside->found);
    const auto words = [](double children) { return number_words(children, 1); };
    return "The mean caseload is then " + words(then.mean) + " children" + range_words(then, words) +
           ", against " + words(caseload(answer.beside->today).mean) + " under " +
           quoted_name(question.alternative->name) +
           ": by this measure and this promise, that is the safe caseload here. Posts are counted beside "
           "the " +
           number_words(question.scenario->settings.case_holders_fte, 0) +
           " full-time workers who hold cases today.";
}

std::string unpublished_words(const SustainQuestion& question) {
    if (std::ranges::find(published_measures, question.measure) != published_measures.end()) return "";
    return "There are no national figures for " + quoted_name(name_of(question.measure)) +
           ", so its level here cannot be checked. How it changes with posts or demand is better known.";
}

std::string pounds_words(double pounds) {
    const double size = std::abs(pounds);
    if (size >= 999500) return "\u00a3" + number_words(size / 1e6, size < 99.95e6 ? 1 : 0) + " million";
    if (size >= 1000) return "\u00a3" + number_words(std::round(size / 1000) * 1000, 0);
    return "\u00a3" + number_words(size, 0);
}

}  // namespace headroom
