// Fits one place as a command is told to, with a line on how far it is.
#pragma once

#include <filesystem>
#include <iosfwd>
#include <optional>
#include <string>

#include "sim/fitting/fit_place.hpp"
#include "sim/forecasting/panel.hpp"
#include "sim/places/figures.hpp"

namespace headroom {

// How to fit, on how many threads (0: all), and where the line goes (nullptr: nowhere).
struct FitRequest {
    FitOptions options;
    int threads = 0;
    std::ostream* terminal = nullptr;
};

// What is fitted: a published place, or one of a user's own figures.
struct FittedPlace {
    PlaceFigures figures;
    std::optional<OwnStart> own = {};
};

// Knows what all fits of one program share.
class PlaceFitter {
public:
    explicit PlaceFitter(const FitRequest& request);

    // Throws GivenUpOnTheWay on Ctrl-C.
    Fit of(const FittedPlace& place) const;

    // Whether a file is the fit of this place that would be made now.
    bool is_made(const FittedPlace& place, const std::filesystem::path& file) const;

private:
    FitRequest request_;
    std::uint64_t model_;
    Panel panel_;
    PublishedPlace england_;
};

}  // namespace headroom
