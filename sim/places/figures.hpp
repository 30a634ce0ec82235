// What is published about each authority, and what stands in for a figure it does not have.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace headroom {

// Everything published that the start of a run can use; the meaning, unit and source of each are in its
// metric.
enum class Figure : std::uint8_t {
#define FIGURE(name, metric, position, base) name,
#include "sim/places/figures.inc"
#undef FIGURE
};

inline constexpr std::size_t figure_count = 0
#define FIGURE(name, metric, position, base) +1
#include "sim/places/figures.inc"
#undef FIGURE
    ;

// The word for a figure in a file of one's own figures, and back.
std::string_view name_of(Figure figure);
std::optional<Figure> figure_called(std::string_view name);

// A published table column: what it counts, in which unit, and where it was published.
struct Metric {
    std::string name;
    std::string unit;
    std::string meaning;
    std::string source;  // of authorities and regions
    std::string
        source_for_england;  // the same, or the later release that only England's figure is taken from
};

// A figure as published for one place.
struct PublishedValue {
    double value;
    int year;
};

// A place as published: an authority, two that make one workforce return, a region, or England.
struct PublishedPlace {
    std::string code;
    std::string name;
    std::string region;  // of an authority; empty for a region and for England
    std::string type;
    std::vector<std::string> members;  // of a joint workforce return: the two authorities
    std::array<std::optional<PublishedValue>, figure_count> figures;
};

// A figure to start from, and whose it is.
struct FigureValue {
    // In order of distance from the authority.
    enum class From : std::uint8_t { own, region, england };
    double value = 0;
    int year = 0;
    From from = From::own;
};

// A figure that is not the place's own.
struct Fallback {
    Figure figure;
    FigureValue value;
};

// One place with every figure filled in: its own where published, else its region's or England's, counts
// scaled.
class PlaceFigures {
public:
    PlaceFigures(std::string code, std::string name, std::string region)
        : code_(std::move(code)), name_(std::move(name)), region_(std::move(region)) {}

    const std::string& code() const { return code_; }
    const std::string& name() const { return name_; }
    const std::string& region() const { return region_; }

    FigureValue operator[](Figure figure) const { return values_[static_cast<std::size_t>(figure)]; }
    void set(Figure figure, FigureValue value) { values_[static_cast<std::size_t>(figure)] = value; }

    // The figures that are not the place's own, in the order of the table.
    std::vector<Fallback> fallbacks() const;

private:
    std::string code_;
    std::string name_;
    std::string region_;
    std::array<FigureValue, figure_count> values_{};
};

// How referrals spread over the year, January to December (mean of the reporting years 2022 to 2024).
struct MonthProfile {
    std::array<double, 12>
        per_working_day;               // referrals per working day over the year's: mean 1 over working days
    std::array<double, 12> per_month;  // referrals over a twelfth of the year's: mean 1 over months
};

// Every place with published figures; read once, never changed.
class PublishedFigures {
public:
    // The figures built into the program.
    static PublishedFigures built_in();
    // Throws a ModelFault where the text is not what scenarios/england/README.md describes.
    explicit PublishedFigures(std::string_view json);

    const std::vector<Metric>& metrics() const { return metrics_; }
    const std::vector<PublishedPlace>& authorities() const { return authorities_; }  // by name
    const std::vector<PublishedPlace>& regions() const { return regions_; }
    const PublishedPlace& england() const { return england_; }
    const MonthProfile& month_profile() const { return month_profile_; }

    // By the code of an authority or "typical"; any other code throws a ModelFault.
    PlaceFigures place(std::string_view code) const;
    // England scaled to 62,500 children, the size of the median authority: counts scaled, rates as they are.
    PlaceFigures typical() const;
    // The same with other figures of its places, such as those of an earlier year; England must have them
    // all.
    PublishedFigures with_places(std::vector<PublishedPlace> authorities, std::vector<PublishedPlace> regions,
                                 PublishedPlace england) const;
    // Any place, one of a user's own figures too; it needs children aged 0 to 17, all else may be missing.
    PlaceFigures completed(const PublishedPlace& place) const;

    const Metric& metric(Figure figure) const;

private:
    void ensure_england_has_all() const;
    FigureValue resolved(const PublishedPlace& place, Figure figure) const;
    const PublishedPlace* region_of(const PublishedPlace& place) const;

    std::vector<Metric> metrics_;
    std::vector<PublishedPlace> authorities_;
    std::vector<PublishedPlace> regions_;
    PublishedPlace england_;
    MonthProfile month_profile_;
    double typical_children_ = 0;
};

}  // namespace headroom
