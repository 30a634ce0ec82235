#include "analysis/report/front_words.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/report/groups.hpp"
#include "analysis/statistics/assumptions.hpp"
#include "analysis/words/number_words.hpp"
#include "analysis/words/sentences.hpp"
#include "analysis/words/turning_sentences.hpp"
#include "sim/text/small_words.hpp"

namespace headroom {

namespace {

// More alternatives than this are not named one by one.
constexpr std::size_t most_named = 4;

// The places of alternatives among those of the comparison.
using Places = std::vector<std::size_t>;

// Reads the comparison for the sentences of the first page.
class Front {
public:
    explicit Front(const Comparison& comparison)
        : comparison_(comparison), unmet_(comparison.row_of_measure(Measure::unmet_per_100)) {}

    std::size_t count() const { return comparison_.alternatives.size(); }
    const std::string& name(std::size_t place) const { return comparison_.alternatives[place].name; }
    double unmet(std::size_t place) const { return comparison_.alternatives[place].measures[unmet_].mean; }
    std::string unmet_words(std::size_t place) const { return number_words(unmet(place), 1); }
    const PairedDifference& difference(std::size_t place, Measure measure = Measure::unmet_per_100) const {
        return comparison_.differences[place - 1].measures[comparison_.row_of_measure(measure)];
    }
    const Headline& row(Measure measure) const {
        return comparison_.rows[comparison_.row_of_measure(measure)];
    }
    // "£46.8 million"
    std::string cost_words(std::size_t place) const {
        const std::size_t cost = comparison_.row_of_measure(Measure::cost);
        return "\u00a3" + millions(comparison_.alternatives[place].measures[cost].mean) + " million";
    }
    std::string millions(double pounds) const {
        return number_words(pounds * 1e-6, row(Measure::cost).decimals);
    }

    // Of the alternatives with that verdict on unmet need, the one with the least first.
    Places with(Verdict verdict) const {
        Places places;
        for (std::size_t place = 1; place < count(); ++place) {
            if (difference(place).verdict == verdict) places.push_back(place);
        }
        std::stable_sort(places.begin(), places.end(),
                         [this](std::size_t a, std::size_t b) { return unmet(a) < unmet(b); });
        return places;
    }

    // "“A” and “B” leave more (16.9 and 19.2)"; many are counted, with their range.
    std::string said_of(const Places& places, const std::string& verb_of_one,
                        const std::string& verb_of_many) const {
        std::vector<std::string> names, numbers;
        for (const std::size_t place : places) {
            names.push_back(quoted_name(name(place)));
            numbers.push_back(unmet_words(place));
        }
        if (places.size() > 3)
            return std::to_string(places.size()) + " others " + verb_of_many + " (" + numbers.front() +
                   " to " + numbers.back() + ")";
        return listed(names) + (places.size() == 1 ? verb_of_one : " " + verb_of_many) + " (" +
               listed(numbers) + ")";
    }

    // The alternatives that are spoken of one by one: all, or of many the least and the most unmet.
    Places spoken_of() const {
        Places places;
        for (std::size_t place = 1; place < count(); ++place) places.push_back(place);
        if (places.size() <= most_named) return places;
        const auto by_unmet = [this](std::size_t a, std::size_t b) { return unmet(a) < unmet(b); };
        const auto [least, most] = std::minmax_element(places.begin(), places.end(), by_unmet);
        return {*least, *most};
    }

private:
    const Comparison& comparison_;
    std::size_t unmet_;
};

std::string rest_of_answer(const Front& front, const Places& more_better) {
    std::string text;
    const auto add = [&text](const std::string& said) { text += "; " + said; };
    if (!more_better.empty()) add(front.said_of(more_better, " also leaves less", "also leave less"));
    if (const Places worse = front.with(Verdict::worse); !worse.empty())
        add(front.said_of(worse, " leaves more", "leave more"));
    if (const Places slight = front.with(Verdict::slight); !slight.empty())
        add(front.said_of(slight, " differs slightly, perhaps too little to matter",
                          "differ slightly, perhaps too little to matter"));
    if (const Places same = front.with(Verdict::no_difference); !same.empty())
        add(front.said_of(same, " makes no difference that matters", "make no difference that matters"));
    if (const Places open = front.with(Verdict::cannot_tell); !open.empty())
        add(front.said_of(open, " cannot be told from it with this many runs",
                          "cannot be told from it with this many runs"));
    return text + ".";
}

// Where the alternatives are events, none of them is a choice, and none is named as best.
std::string answer_of_events(const Front& front) {
    std::vector<std::string> said;
    for (const std::size_t place : front.spoken_of())
        said.push_back(quoted_name(front.name(place)) + " " + front.unmet_words(place));
    return "Of every 100 planned hours " + front.unmet_words(0) + " are not delivered when due under " +
           quoted_name(front.name(0)) + ", and under " + listed(said) +
           ". These differ by what happens, not by what is decided: none is a choice.";
}

// An average that many futures do not follow is not left to stand alone.
std::string though_not_always(const Front& front, std::size_t place) {
    constexpr double often = 0.75;
    const double share = front.difference(place).share_better;
    return share >= often ? "" : " on average, though in " + percent_words(share) + " of futures only";
}

// Of one other alternative, which is not better.
std::string answer_of_one(const Front& front) {
    const std::string other = quoted_name(front.name(1)), first = quoted_name(front.name(0));
    const std::string hours = front.unmet_words(1) + " hours of every 100 planned";
    const std::string against = hours + " are not delivered when due, against " + front.unmet_words(0);
    const Verdict verdict = front.difference(1).verdict;
    if (verdict == Verdict::no_difference)
        return other + " leaves as much need unmet as " + first + ", as near as matters: " + against + ".";
    if (verdict == Verdict::slight)
        return other + " differs slightly from " + first +
               " in need unmet, perhaps too little to matter: " + against + ".";
    if (verdict == Verdict::cannot_tell)
        return "With this many runs " + other + " cannot be told from " + first +
               " on need unmet: " + against + ".";
    return other + " leaves more need unmet than " + first + ": " + against + ".";
}

std::string answer_of(const Front& front) {
    const std::string first = quoted_name(front.name(0));
    if (std::isnan(front.unmet(0))) return "Every future of " + first + " failed, so there is no answer.";
    if (front.count() == 1)
        return "Under " + first + ", " + front.unmet_words(0) +
               " of every 100 planned hours are not delivered when due.";
    Places better = front.with(Verdict::better);
    if (better.empty() && front.count() == 2) return answer_of_one(front);
    if (better.empty()) {
        const bool is_open =
            !front.with(Verdict::cannot_tell).empty() || !front.with(Verdict::slight).empty();
        const std::string none = "None of the " + std::to_string(front.count() - 1) + " alternatives " +
                                 (is_open ? "can be said to leave less" : "leaves less");
        return none + " need unmet than " + first + ", where " + front.unmet_words(0) +
               " hours of every 100 planned are not delivered when due" + rest_of_answer(front, {});
    }
    const std::size_t best = better.front();
    better.erase(better.begin());
    const std::string least =
        front.count() > 2 ? " leaves the least need unmet, " : " leaves less need unmet, ";
    return quoted_name(front.name(best)) + least + front.unmet_words(best) +
           " hours of every 100 planned, against " + front.unmet_words(0) + " under " + first +
           though_not_always(front, best) + rest_of_answer(front, better);
}

// The alternative that the page speaks of most: the best, or else the one with the least need unmet.
std::size_t foremost(const Front& front) {
    std::size_t least = 1;
    for (std::size_t place = 2; place < front.count(); ++place) {
        if (front.unmet(place) < front.unmet(least)) least = place;
    }
    return least;
}

// What limits the sureness beyond the interval: rivals for the first place, too few futures.
std::string hedges(const StudyResults& results, const Comparison& comparison) {
    std::string text;
    const std::optional<Screening> ranking = ranking_of(results);
    if (ranking && !ranking->close.empty()) text += " " + ranking_sentence(results);
    const std::string warning = warning_sentence(results, comparison);
    return warning.empty() ? text : text + " " + warning;
}

Fact how_sure(const StudyResults& results, const Comparison& comparison, const Front& front) {
    const std::size_t place = foremost(front);
    const PairedDifference& found = front.difference(place);
    std::string text = "Too few futures were run to say.";
    if (!std::isnan(found.low))
        text = quoted_name(front.name(place)) + " leaves less unmet than " + quoted_name(front.name(0)) +
               " in " + percent_words(found.share_better) + " of futures; the difference is " +
               signed_words(found.mean, 1) + " hours of 100 planned on average (95 % interval " +
               interval_words(found, front.row(Measure::unmet_per_100)) + ")" +
               (front.count() > 2 ? "; the others stand in the table." : ".");
    text += hedges(results, comparison);
    const std::string beyond =
        std::isnan(found.low) ? beyond_chance(results, comparison) : ranges_and_beyond(results, comparison);
    return {"How sure", {beyond.empty() ? text : text + " " + beyond}};
}

std::string cost_words(const Front& front, std::size_t place) {
    const PairedDifference& found = front.difference(place, Measure::cost);
    const std::string costs = quoted_name(front.name(place)) + " costs " + front.cost_words(place) + ", ";
    if (found.verdict == Verdict::no_difference) return costs + "no difference that matters";
    if (found.verdict == Verdict::slight) return costs + "a difference that may be too small to matter";
    if (found.verdict == Verdict::cannot_tell)
        return costs + "which cannot be told from it with this many runs";
    return costs + front.millions(std::abs(found.mean)) + (found.mean > 0 ? " more" : " less") +
           " (95 % interval of the difference " + interval_words(found, front.row(Measure::cost)) + ")";
}

Fact at_what_cost(const StudyResults& results, const Front& front) {
    const std::size_t place = foremost(front);
    std::string text = "Staff over " + std::to_string(results.months) +
                       (results.months == 1 ? " month: " : " months: ") + quoted_name(front.name(0)) +
                       " costs " + front.cost_words(0) + "; " + cost_words(front, place);
    Places same;
    for (std::size_t other = 1; other < front.count(); ++other) {
        if (other == place) continue;
        if (front.difference(other, Measure::cost).verdict == Verdict::no_difference)
            same.push_back(other);
        else if (front.count() <= most_named)
            text += "; " + cost_words(front, other);
    }
    std::vector<std::string> names;
    for (const std::size_t other : same) names.push_back(quoted_name(front.name(other)));
    if (same.size() > 3) names = {std::to_string(same.size()) + " others"};
    if (!same.empty()) text += "; for " + listed(names) + " it makes no difference that matters";
    return {"At what cost", {text + "."}};
}

std::string fate_words(const Fate& fate) {
    const Affected& affected = *fate.affected;
    return std::string(affected.who) + " (" + number_words(fate.mean, affected.decimals) + ", not " +
           number_words(fate.first, affected.decimals) + ", " + std::string(affected.what) + ")";
}

Fact for_whom_worse(const StudyResults& results, const Front& front) {
    constexpr std::size_t most_said = 2;
    Fact fact{"For whom it gets worse", {}};
    for (const std::size_t place : front.spoken_of()) {
        std::vector<Fate> worse = worse_off(fates_under(results, static_cast<int>(place)));
        const std::size_t found = worse.size();
        worse.resize(std::min(found, most_said), Fate{});
        std::vector<std::string> words;
        for (const Fate& fate : worse) words.push_back(fate_words(fate));
        const std::string rest =
            found > most_said ? "; " + std::to_string(found - most_said) + " more below" : "";
        fact.texts.push_back(quoted_name(front.name(place)) + ": " +
                             (words.empty() ? "for nobody that is counted here, as far as these runs can tell"
                                            : listed(words) + rest) +
                             ".");
    }
    return fact;
}

// What one policy alone has to say in place of differences.
Fact as_it_stands(const StudyResults& results, const Front& front) {
    return {"What else",
            {"Staff cost " + front.cost_words(0) + " over " + std::to_string(results.months) +
             " months. One policy alone says nothing of what would be better: compare it with another."}};
}

}  // namespace

FrontWords front_words(const StudyResults& results, const Comparison& comparison) {
    const Front front(comparison);
    const bool is_choice = !results.events_only || front.count() == 1;
    FrontWords words{is_choice ? answer_of(front) : answer_of_events(front), {}};
    if (front.count() == 1) {
        words.facts.push_back(as_it_stands(results, front));
        return words;
    }
    if (is_choice)
        words.facts.push_back(how_sure(results, comparison, front));
    else
        words.facts.push_back({"How sure",
                               {"The differences stand below with their intervals. " +
                                ranges_and_beyond(results, comparison)}});
    words.facts.push_back(at_what_cost(results, front));
    words.facts.push_back(for_whom_worse(results, front));
    return words;
}

}  // namespace headroom
