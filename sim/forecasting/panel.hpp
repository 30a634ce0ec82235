// What was published about every authority, year by year.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/places/figures.hpp"

namespace headroom {

// The day that a year of a figure ends on: 31 March, or 30 September for the workforce.
enum class YearEnd : std::uint8_t { march, september };

// The published figures of authorities, regions and England over the years. It holds the figures that
// settings and fits are made from.
class Panel {
public:
    static Panel built_in();
    // Throws a ModelFault where the text is not what scenarios/england/README.md describes.
    explicit Panel(std::string_view json);

    // Nothing where the place did not publish the figure that year.
    std::optional<double> at(std::string_view code, Figure figure, int year) const;
    YearEnd year_end(Figure figure) const { return year_ends_[static_cast<std::size_t>(figure)]; }
    int last_year() const { return last_year_; }

private:
    // The values of one figure from its first year on.
    struct Years {
        int first = 0;
        std::vector<std::optional<double>> values;
    };
    using Place = std::array<Years, figure_count>;

    std::map<std::string, Place, std::less<>> places_;
    std::array<YearEnd, figure_count> year_ends_{};
    int last_year_ = 0;
};

// The code of England in the panel.
inline constexpr std::string_view england_code = "E92000001";

// The latest year of a figure that counts as known at the end of March of a year: that year itself for what
// is counted on 31 March, the September before for the workforce.
int last_known_year(const Panel& panel, Figure figure, int march);

}  // namespace headroom
