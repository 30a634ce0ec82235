// An authority's figures as they were known in an earlier year, with nothing in them that was published
// later.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "sim/fitting/fit_place.hpp"
#include "sim/forecasting/panel.hpp"
#include "sim/places/figures.hpp"

namespace headroom {

// How much of a rate lasts: next year's best guess is so much of the last year's and of the mean of three
// years, the rest England's.
struct LastingRate {
    Figure figure;
    double last;
    double three_years;
};

// Measured over all authorities, 2019 to 2023.
std::span<const LastingRate> lasting_rates();

// A figure stands for so many years when nothing newer is published.
inline constexpr int years_a_figure_stands = 3;

// The latest published by the end of that March, and its year; nothing where it is older than it may stand.
std::optional<PublishedValue> latest_known(const Panel& panel, std::string_view code, Figure figure,
                                           int march);

// The place's figures with what lasts of its own rates in their stead: `england` gives the figures to draw
// towards, the panel the years before.
PlaceFigures lasting_figures(const Panel& panel, const PublishedPlace& england, const PlaceFigures& place);

// One place as it was known then, and what lasts of it. A figure that nobody had published is
// `unpublished`: today's England stands in for it, as in the model's own defaults, with the year 0, and
// nothing may be fitted to it.
struct KnownPlace : PlaceToFit {
    std::vector<Figure> unpublished;
    int march;
};

// What was known at the end of one March, of every authority that there was.
class KnownFigures {
public:
    // The panel must outlive it.
    KnownFigures(const Panel& panel, const PublishedFigures& today, int march);

    // By code; nothing where the place did not publish its referrals, children in care, workforce and
    // caseload by then.
    std::optional<KnownPlace> place(std::string_view code) const;

private:
    const Panel* panel_;
    int march_;
    PublishedFigures published_;
};

}  // namespace headroom
