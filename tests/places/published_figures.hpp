// The published figures that several tests ask about.
#pragma once

#include <optional>
#include <string>

#include "sim/engine/ensure.hpp"
#include "sim/places/figures.hpp"

namespace headroom {

inline const PublishedFigures& published() {
    static const PublishedFigures figures = PublishedFigures::built_in();
    return figures;
}

inline const PublishedPlace& called(const std::string& name) {
    for (const PublishedPlace& place : published().authorities())
        if (place.name == name) return place;
    throw ModelFault("no such authority in the test");
}

inline PlaceFigures figures_of(const std::string& name) {
    return published().completed(called(name));
}

// What the place itself published.
inline std::optional<PublishedValue> own(const PublishedPlace& place, Figure figure) {
    return place.figures[static_cast<std::size_t>(figure)];
}

}  // namespace headroom
