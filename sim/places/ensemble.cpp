#include "sim/places/ensemble.hpp"

#include <algorithm>
#include <numeric>

#include "sim/engine/draws.hpp"
#include "sim/places/shares.hpp"

namespace headroom {

namespace {

constexpr std::uint64_t seed_of_the_open = 1;  // one for all, so that member 7 assumes the same everywhere
constexpr std::uint32_t order_of_members = 2;  // purpose of the draws; 1 is that of a fit's first guess

// The value below which such a share of the members lies.
double at_share(const EvidenceRange& range, double usual, double share) {
    if (usual <= range.low || usual >= range.high) return range.low + share * (range.high - range.low);
    if (share < 0.5) return range.low + 2 * share * (usual - range.low);
    return usual + (2 * share - 1) * (range.high - usual);
}

// One value for each member, each from its own part of the range.
std::vector<double> spread_over(const EvidenceRange& range, std::uint32_t number, std::size_t members) {
    const RandomStreams streams(seed_of_the_open, 0);
    std::vector<Draw> draws;
    for (std::size_t member = 0; member < members; ++member)
        draws.push_back(streams.draw(static_cast<std::uint32_t>(member), order_of_members, number));
    std::vector<std::size_t> order(members);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return draws[a].word(0) < draws[b].word(0); });
    std::vector<double> values(members);
    const double usual = Settings().*range.value;
    for (std::size_t part = 0; part < members; ++part) {
        const double share =
            (static_cast<double>(part) + draws[order[part]].uniform(1)) / static_cast<double>(members);
        values[order[part]] = at_share(range, usual, share);
    }
    return values;
}

}  // namespace

Settings Ensemble::middle(Settings settings) const {
    for (std::size_t i = 0; i < moved.size() && !members.empty(); ++i) {
        std::vector<double> values;
        for (const std::vector<double>& member : members) values.push_back(member[i]);
        std::sort(values.begin(), values.end());
        settings.*moved[i]->value = values[values.size() / 2];
    }
    return within_the_whole(settings);
}

Settings Ensemble::of_future(const Settings& asked, const Settings& middle, std::uint32_t future) const {
    Settings settings = asked;
    const std::vector<double>& member = members[future % members.size()];
    for (std::size_t i = 0; i < moved.size(); ++i) {
        const auto value = moved[i]->value;
        if (asked.*value == middle.*value) settings.*value = member[i];
    }
    return within_the_whole(settings);
}

Settings Ensemble::with_member(Settings settings, int member) const {
    const std::vector<double>& values = members[static_cast<std::size_t>(member)];
    for (std::size_t i = 0; i < moved.size(); ++i) settings.*moved[i]->value = values[i];
    return within_the_whole(settings);
}

std::vector<const EvidenceRange*> open_assumptions(std::span<const SettingRow* const> fitted) {
    std::vector<const EvidenceRange*> open;
    for (const EvidenceRange& range : evidence_ranges()) {
        const bool is_fitted =
            std::ranges::any_of(fitted, [&](const SettingRow* row) { return row->value == range.value; });
        if (!is_fitted) open.push_back(&range);
    }
    return open;
}

void add_open_assumptions(Ensemble& ensemble) {
    std::uint32_t number = 0;
    for (const EvidenceRange* range : open_assumptions(ensemble.moved)) {
        const std::vector<double> values = spread_over(*range, number++, ensemble.members.size());
        ensemble.moved.push_back(find_setting(range->key));
        for (std::size_t member = 0; member < values.size(); ++member)
            ensemble.members[member].push_back(values[member]);
    }
}

}  // namespace headroom
