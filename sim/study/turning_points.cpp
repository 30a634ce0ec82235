#include "sim/study/turning_points.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace headroom {

namespace {

int from_good_end(int place, const Scale& scale, GoodEnd end) {
    return end == GoodEnd::low ? place : scale.last_place() - place;
}

}  // namespace

double Scale::value(int place) const {
    constexpr int digits = 12;
    char written[64];
    const auto end = std::to_chars(written, written + sizeof written, from + place * step,
                                   std::chars_format::general, digits);
    double value = 0;
    std::from_chars(written, end.ptr, value);
    return value;
}

bool has_values(const Trials& trials) {
    return !trials.empty() && std::none_of(trials.begin(), trials.end(),
                                           [](const Trial& trial) { return std::isnan(trial.measure); });
}

void add_trial(Trials& trials, Trial trial) {
    const auto where = std::find_if(trials.begin(), trials.end(),
                                    [&](const Trial& other) { return other.place > trial.place; });
    trials.insert(where, trial);
}

std::vector<int> first_places(const Scale& scale) {
    const int last = scale.last_place();
    std::vector<int> places = {0, last / 4, last / 2, 3 * last / 4, last};
    places.erase(std::unique(places.begin(), places.end()), places.end());
    return places;
}

bool is_tried_at(const Trials& trials, int place) {
    return std::any_of(trials.begin(), trials.end(),
                       [&](const Trial& trial) { return trial.place == place; });
}

bool is_tried_along(const Trials& trials, const Scale& scale) {
    return has_values(trials) && is_tried_at(trials, 0) && is_tried_at(trials, scale.last_place());
}

std::vector<std::uint32_t> next_along(std::span<const Trials> futures, const Scale& scale) {
    const auto have = std::count_if(futures.begin(), futures.end(),
                                    [&](const Trials& trials) { return is_tried_along(trials, scale); });
    std::vector<std::uint32_t> next;
    for (std::uint32_t number = 0; number < futures.size(); ++number) {
        if (have + static_cast<std::ptrdiff_t>(next.size()) >= tried_along_whole_scale) break;
        if (futures[number].empty()) next.push_back(number);
    }
    return next;
}

std::vector<int> places_near_turns(std::span<const Trials> futures, const Scale& scale, const Bound& bound) {
    const GoodEnd end = good_end(futures, scale, bound);
    int kept = scale.last_place(), lost = 0;
    for (const Trials& trials : futures) {
        if (!is_tried_along(trials, scale)) continue;
        const Turn turn = turn_of(trials, scale, bound, end);
        kept = std::min(kept, turn.kept);
        lost = std::max(lost, turn.lost);
    }
    kept = std::max(kept, 0);
    lost = std::min(std::max(lost, kept), scale.last_place());
    std::vector<int> places;
    for (const int distance : {kept, kept + (lost - kept) / 2, lost}) {
        const int place = from_good_end(distance, scale, end);
        if (std::find(places.begin(), places.end(), place) == places.end()) places.push_back(place);
    }
    return places;
}

GoodEnd good_end(std::span<const Trials> futures, const Scale& scale, const Bound& bound) {
    int low = 0, high = 0;
    double low_beyond = 0, high_beyond = 0;
    for (const Trials& trials : futures) {
        if (!is_tried_along(trials, scale)) continue;
        low += bound.holds(trials.front().measure);
        high += bound.holds(trials.back().measure);
        low_beyond += bound.beyond(trials.front().measure);
        high_beyond += bound.beyond(trials.back().measure);
    }
    if (high != low) return high > low ? GoodEnd::high : GoodEnd::low;
    return high_beyond < low_beyond ? GoodEnd::high : GoodEnd::low;
}

Turn turn_of(const Trials& trials, const Scale& scale, const Bound& bound, GoodEnd end) {
    Turn turn{-1, scale.last_place() + 1, false};
    bool is_lost = false;
    const auto look = [&](const Trial& trial) {
        const int place = from_good_end(trial.place, scale, end);
        const bool holds = bound.holds(trial.measure);
        if (is_lost) {
            turn.comes_back = turn.comes_back || holds;
        } else if (holds) {
            turn.kept = place;
        } else {
            turn.lost = place;
            is_lost = true;
        }
    };
    if (end == GoodEnd::low)
        std::for_each(trials.begin(), trials.end(), look);
    else
        std::for_each(trials.rbegin(), trials.rend(), look);
    return turn;
}

std::optional<int> next_place(const Trials& trials, const Scale& scale, const Bound& bound, GoodEnd end) {
    if (!has_values(trials)) return std::nullopt;
    const Turn turn = turn_of(trials, scale, bound, end);
    if (turn.is_known()) return std::nullopt;
    const int middle = turn.kept + (turn.lost - turn.kept) / 2;
    return end == GoodEnd::low ? middle : scale.last_place() - middle;
}

std::vector<std::uint32_t> futures_to_refine(std::span<const Trials> futures, const Scale& scale,
                                             const Bound& bound, const Ranks& ranks) {
    const GoodEnd end = good_end(futures, scale, bound);
    std::vector<int> lowest, highest;
    for (const Trials& trials : futures) {
        if (!has_values(trials)) continue;
        const Turn turn = turn_of(trials, scale, bound, end);
        lowest.push_back(turn.kept);
        highest.push_back(turn.lost - 1);
    }
    if (lowest.empty()) return {};
    // Where futures have no value the ranks are of fewer, and so lower.
    const std::size_t first = lowest.size() < futures.size() ? 0 : ranks.first;
    std::sort(lowest.begin(), lowest.end());
    std::sort(highest.begin(), highest.end());
    const int least = lowest[std::min(first, lowest.size() - 1)];
    const int most = highest[std::min(ranks.last, highest.size() - 1)];
    std::vector<std::uint32_t> open;
    for (std::uint32_t number = 0; number < futures.size(); ++number) {
        if (!next_place(futures[number], scale, bound, end)) continue;
        const Turn turn = turn_of(futures[number], scale, bound, end);
        if (turn.lost - 1 >= least && turn.kept <= most) open.push_back(number);
    }
    return open;
}

}  // namespace headroom
