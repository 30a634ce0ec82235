#include "sim/places/figures.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "sim/engine/ensure.hpp"
#include "sim/places/england.hpp"

namespace headroom {
namespace {

// What a count grows with, so that another place's can stand in for it.
enum class Base : std::uint8_t { itself, children, in_post, vacancies };

// A row of figures.inc.
struct Row {
    Figure figure;
    const char* metric;
    std::size_t position;
    Base base;
};

constexpr std::array<std::string_view, figure_count> figure_names{{
#define FIGURE(name, metric, position, base) #name,
#include "sim/places/figures.inc"
#undef FIGURE
}};

constexpr std::array<Row, figure_count> rows{{
#define FIGURE(name, metric, position, base) {Figure::name, metric, position, Base::base},
#include "sim/places/figures.inc"
#undef FIGURE
}};

const Row& row_of(Figure figure) {
    return rows[static_cast<std::size_t>(figure)];
}

Figure figure_of(Base base) {
    switch (base) {
        case Base::vacancies: return Figure::vacancies_fte;
        case Base::in_post: return Figure::in_post_fte;
        case Base::itself:
        case Base::children: return Figure::children_0_17;
    }
    fail("a figure is scaled by something that is not a figure");
}

using Json = nlohmann::json;

std::optional<PublishedValue> published(const Json& figures, const Row& row) {
    const auto found = figures.find(row.metric);
    if (found == figures.end()) return std::nullopt;
    const Json& value = found->at(0);
    const double number = value.is_array() ? value.at(row.position).get<double>() : value.get<double>();
    return PublishedValue{number, found->at(1).get<int>()};
}

PublishedPlace place_from(const Json& json) {
    PublishedPlace place;
    place.code = json.at("code");
    place.name = json.at("name");
    place.type = json.at("type");
    place.region = json.value("region", "");
    place.members = json.value("members", std::vector<std::string>{});
    for (const Row& row : rows)
        place.figures[static_cast<std::size_t>(row.figure)] = published(json.at("figures"), row);
    ensure(place.figures[static_cast<std::size_t>(Figure::children_0_17)].has_value(),
           "a place is published without its children aged 0 to 17");
    return place;
}

std::vector<PublishedPlace> places_from(const Json& json) {
    std::vector<PublishedPlace> places;
    for (const Json& place : json) places.push_back(place_from(place));
    return places;
}

Metric metric_from(const Json& json) {
    const std::string source = json.at("source");
    return {json.at("name"), json.at("unit"), json.at("meaning"), source,
            json.value("source_for_england", source)};
}

// A rate worked out from its counts by the census formula, as far from the authority as the farther of the
// two.
FigureValue percent(FigureValue part, FigureValue whole) {
    return {100 * part.value / whole.value, std::min(part.year, whole.year), std::max(part.from, whole.from)};
}

// Rates of agency that are not the place's own follow from its counts, so that the two never contradict each
// other.
void rates_follow_counts(PlaceFigures& place) {
    const FigureValue agency = place[Figure::agency_fte];
    const FigureValue cover = place[Figure::agency_cover_fte];
    const FigureValue vacancies = place[Figure::vacancies_fte];
    FigureValue workforce = place[Figure::in_post_fte];
    workforce.value += agency.value;
    const auto follow = [&](Figure rate, FigureValue part, FigureValue whole) {
        if (place[rate].from != FigureValue::From::own && whole.value > 0)
            place.set(rate, percent(part, whole));
    };
    follow(Figure::agency_percent, agency, workforce);
    follow(Figure::vacancies_covered_percent, cover, vacancies);
    follow(Figure::agency_on_vacancies_percent, cover, agency);
}

}  // namespace

std::string_view name_of(Figure figure) {
    return figure_names[static_cast<std::size_t>(figure)];
}

std::optional<Figure> figure_called(std::string_view name) {
    const auto found = std::ranges::find(figure_names, name);
    if (found == figure_names.end()) return std::nullopt;
    return static_cast<Figure>(found - figure_names.begin());
}

std::vector<Fallback> PlaceFigures::fallbacks() const {
    std::vector<Fallback> found;
    for (const Row& row : rows)
        if (const FigureValue value = (*this)[row.figure]; value.from != FigureValue::From::own)
            found.push_back({row.figure, value});
    return found;
}

PublishedFigures PublishedFigures::built_in() {
    return PublishedFigures(authorities_json());
}

PublishedFigures::PublishedFigures(std::string_view text) try {
    const Json json = Json::parse(text);
    for (const Json& metric : json.at("metrics")) metrics_.push_back(metric_from(metric));
    authorities_ = places_from(json.at("authorities"));
    regions_ = places_from(json.at("regions"));
    england_ = place_from(json.at("england"));
    typical_children_ = json.at("typical").at("children_0_17");
    const Json& months = json.at("england_only").at("referrals_by_month");
    month_profile_ = {months.at("per_working_day"), months.at("per_month")};
    for (const Row& row : rows) metric(row.figure);
    ensure_england_has_all();
} catch (const Json::exception& fault) {
    fail(fault.what());
}

void PublishedFigures::ensure_england_has_all() const {
    for (const auto& figure : england_.figures)
        ensure(figure.has_value(), "England lacks a figure that others fall back on");
}

PublishedFigures PublishedFigures::with_places(std::vector<PublishedPlace> authorities,
                                               std::vector<PublishedPlace> regions,
                                               PublishedPlace england) const {
    PublishedFigures other = *this;
    other.authorities_ = std::move(authorities);
    other.regions_ = std::move(regions);
    other.england_ = std::move(england);
    other.ensure_england_has_all();
    return other;
}

PlaceFigures PublishedFigures::place(std::string_view code) const {
    if (code == "typical") return typical();
    const auto found = std::ranges::find(authorities_, code, &PublishedPlace::code);
    ensure(found != authorities_.end(), "no authority with published figures has this code");
    return completed(*found);
}

PlaceFigures PublishedFigures::typical() const {
    PlaceFigures place("typical", "typical", "England");
    const auto own = [this](Figure figure) { return *england_.figures[static_cast<std::size_t>(figure)]; };
    const double scale = typical_children_ / own(Figure::children_0_17).value;
    for (const Row& row : rows) {
        const PublishedValue published = own(row.figure);
        const double factor = row.base == Base::itself ? 1 : scale;
        place.set(row.figure, {published.value * factor, published.year, FigureValue::From::own});
    }
    return place;
}

PlaceFigures PublishedFigures::completed(const PublishedPlace& published) const {
    PlaceFigures place(published.code, published.name, published.region);
    for (const Row& row : rows) place.set(row.figure, resolved(published, row.figure));
    rates_follow_counts(place);
    return place;
}

const PublishedPlace* PublishedFigures::region_of(const PublishedPlace& place) const {
    const auto found = std::ranges::find(regions_, place.region, &PublishedPlace::name);
    return found == regions_.end() ? nullptr : &*found;
}

FigureValue PublishedFigures::resolved(const PublishedPlace& place, Figure figure) const {
    const auto of = [](const PublishedPlace& from, Figure wanted) {
        return from.figures[static_cast<std::size_t>(wanted)];
    };
    if (const auto own = of(place, figure)) return {own->value, own->year, FigureValue::From::own};
    ensure(figure != Figure::children_0_17, "a place has no count of children to scale other figures by");
    const Base base = row_of(figure).base;
    const Figure scaled_by = figure == figure_of(base) ? Figure::children_0_17 : figure_of(base);
    for (const PublishedPlace* from : {region_of(place), &england_}) {
        const auto value = from ? of(*from, figure) : std::nullopt;
        const auto per = from ? of(*from, scaled_by) : std::nullopt;
        if (!value || !per || per->value <= 0) continue;
        const double scale = base == Base::itself ? 1 : resolved(place, scaled_by).value / per->value;
        const auto whose = from == &england_ ? FigureValue::From::england : FigureValue::From::region;
        return {value->value * scale, value->year, whose};
    }
    fail("a figure is published neither for the place, its region nor England");
}

const Metric& PublishedFigures::metric(Figure figure) const {
    const auto found = std::ranges::find(metrics_, std::string_view(row_of(figure).metric), &Metric::name);
    ensure(found != metrics_.end(), "a figure has no row in the table of metrics");
    return *found;
}

}  // namespace headroom
