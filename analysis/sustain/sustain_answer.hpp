// What `headroom sustain` found, in words for a director and as JSON.
#pragma once

#include <string>
#include <vector>

#include "analysis/sustain/futures_at.hpp"
#include "sim/scenario/dial.hpp"
#include "sim/scenario/scenario.hpp"
#include "sim/study/turning_points.hpp"

namespace headroom {

// What was asked.
struct SustainQuestion {
    const Scenario* scenario = nullptr;
    const Alternative* alternative = nullptr;
    const Dial* dial = nullptr;
    Measure measure{};
    TurningSearch search;
};

// The share of futures in which the measure must stay within its bounds.
constexpr double share_kept = 0.9;

// The ranks of the turning points that the answer and its 95 % interval are made of.
Ranks ranks_that_matter(int futures);

// Fewer futures with a value than this say nothing of nine in ten.
constexpr int fewest_to_sustain = 10;

// In how many futures the measure stays within its bounds up to a value.
struct KeptAt {
    double value = 0;
    int futures = 0;
};

// What the same futures came to as the alternative stands, and where the search ended.
struct BesideToday {
    FuturesAt today;
    std::optional<FuturesAt>
        found;                     // at the answer; where nothing tried keeps the measure, at the best of it
    std::vector<FuturesAt> curve;  // by ascending posts, the fewer futures; empty where not posts are turned
};

// What came of it.
struct SustainAnswer {
    enum class Finding { turns, always, never } finding = Finding::never;
    GoodEnd end = GoodEnd::low;
    double value = 0;  // kept in nine futures of ten up to here; meaningless unless it turns
    // The 95 % interval in places from the good end, -1 for "not even there"; NaN where so few futures give
    // none.
    double first = std::numeric_limits<double>::quiet_NaN();
    double last = std::numeric_limits<double>::quiet_NaN();
    int futures = 0;        // with a value wherever they were tried
    int without_value = 0;  // there was nothing to measure somewhere
    int failed = 0;
    int tried_along = 0;  // of these, along the whole scale
    int come_back = 0;    // of those, out of the bounds and in them again further on
    std::vector<KeptAt> kept_at;
    std::optional<BesideToday> beside;  // nothing: the search alone

    bool is_enough() const { return futures >= fewest_to_sustain; }
};

SustainAnswer answer_of(const SustainQuestion& question, const TurningOutcome& outcome);

// What there is to say instead where too few futures have a value: a sentence, and what to do.
std::string too_few_words(const SustainQuestion& question, const SustainAnswer& answer);

// Of an answer from enough futures.
std::string sustain_text(const SustainQuestion& question, const SustainAnswer& answer, std::size_t width);
std::string sustain_json(const SustainQuestion& question, const SustainAnswer& answer);

}  // namespace headroom
