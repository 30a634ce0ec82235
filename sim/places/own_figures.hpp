// An authority's own figures, in a CSV file: published figures and settings, one a line.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "sim/places/figure_relations.hpp"
#include "sim/places/figures.hpp"
#include "sim/settings/setting.hpp"
#include "sim/text/fault.hpp"

namespace headroom {

// What a user's own figures say of a place, and what the answer must say about them.
struct OwnFigures {
    Settings settings;                      // to be lived where nothing is fitted to the figures
    std::map<std::string_view, int> lines;  // where each setting that is given stands
    KnownValues figures{};                  // published figures that are given, and what follows from them
    std::vector<const SettingRow*> held;    // settings beside the published figures; no fit moves them
    std::vector<std::string> caveats;
    std::vector<std::string> contradictions;  // sentences: figures that cannot be true at once
    std::vector<Fault> faults;
};

// The place that figures of one's own are about, as far as they do not say it: the typical authority, or one
// whose published figures they replace.
PublishedPlace any_place(const std::string& name);

// The one of that name's code, or any place of that name where no authority has the code.
PublishedPlace place_behind(const PublishedFigures& published, const std::string& code,
                            const std::string& name);

// A heading row with `setting` (or `figure`) and `value` says which columns count, whatever their order;
// others are left to the writer's notes. Without one the first column is the setting and the second its
// value. Where a figure of the position is not given the place's stands in, for any place the typical
// authority's with counts scaled to the number of children.
OwnFigures read_own_figures(const std::string& file, std::string_view text,
                            const PublishedPlace& place = any_place(""));

// The place with the figures of one's own in the stead of its own; they have the year 0.
PlaceFigures with_own_figures(const PublishedPlace& place, const OwnFigures& own);

// What a fit of the place starts from: its figures, and the settings that are held.
Settings settings_to_start_from(const PlaceFigures& place, const OwnFigures& own);

}  // namespace headroom
