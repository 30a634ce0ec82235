#include "sim/places/figure_bounds.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "sim/places/position.hpp"

namespace headroom {

namespace {

constexpr double beyond_the_most = 3;       // times what any authority publishes
constexpr double of_any_place = 10;         // that even the smallest place may have
constexpr double smallest_counted = 20000;  // children; the rates of smaller places are mostly chance
constexpr double most_of_the_staff = 95;    // percent that may be missing or from an agency

const PublishedFigures& published_places() {
    static const PublishedFigures published = PublishedFigures::built_in();
    return published;
}

bool is_percentage(Figure figure) {
    return unit_of(figure).starts_with("percent");
}

// Whether it grows with the size of the place.
bool is_number_of_things(Figure figure) {
    return !is_percentage(figure) && unit_of(figure) != "working days" && figure != Figure::caseload &&
           figure != Figure::care_applications_per_10000;
}

double most_published(Figure figure) {
    double most = 0;
    for (const PublishedPlace& place : published_places().authorities()) {
        const double children = place.figures[static_cast<std::size_t>(Figure::children_0_17)]->value;
        const auto value = place.figures[static_cast<std::size_t>(figure)];
        if (!value || children < smallest_counted) continue;
        most = std::max(most, is_number_of_things(figure) ? value->value / children : value->value);
    }
    return most;
}

double most_published_once(Figure figure) {
    static const auto all = [] {
        std::array<double, figure_count> most{};
        for (std::size_t i = 0; i < figure_count; ++i) most[i] = most_published(static_cast<Figure>(i));
        return most;
    }();
    return all[static_cast<std::size_t>(figure)];
}

// Without any of these there is no service to look at.
double least_of(Figure figure) {
    constexpr std::pair<Figure, double> least[] = {{Figure::children_0_17, 10},
                                                   {Figure::referrals, 1},
                                                   {Figure::assessments, 1},
                                                   {Figure::caseload, 1},
                                                   {Figure::case_holders_fte, 0.1}};
    const auto found = std::ranges::find(least, figure, &std::pair<Figure, double>::first);
    return found == std::end(least) ? 0 : found->second;
}

double most_of(Figure figure, double children) {
    if (figure == Figure::children_0_17) return 2e6;
    if (figure == Figure::agency_percent || figure == Figure::vacancy_percent) return most_of_the_staff;
    if (is_percentage(figure)) return 100;
    const double scale = is_number_of_things(figure) ? children : 1;
    return std::ceil(beyond_the_most * most_published_once(figure) * scale + of_any_place);
}

// Where the model's own setting ends sooner.
double within_the_setting(Figure figure, double most) {
    for (const SettingRow* row : position_rows()) {
        const auto origin = origin_of(*row);
        if (origin && origin->part == figure && !origin->whole) most = std::min(most, row->high);
    }
    return most;
}

// The words between the commas of a list, counted from 0.
std::string part_of_list(const std::string& list, std::size_t place) {
    std::size_t begin = 0;
    for (; place > 0; --place) begin = list.find(", ", begin) + 2;
    return list.substr(begin, list.find(", ", begin) - begin);
}

}  // namespace

std::string meaning_of(Figure figure) {
    const Metric& metric = published_places().metric(figure);
    if (metric.name == name_of(figure)) return metric.meaning;
    std::size_t place = 0, at = static_cast<std::size_t>(figure);
    while (at > 0 && published_places().metric(static_cast<Figure>(at - 1)).name == metric.name) {
        --at;
        ++place;
    }
    const std::size_t colon = metric.meaning.find(": ");
    return metric.meaning.substr(0, colon + 2) + part_of_list(metric.meaning.substr(colon + 2), place);
}

bool must_be_fraction(double number, Figure figure, std::optional<Figure> whole) {
    constexpr double least_of_whole_percents = 10;
    if (number <= 0 || number > 1 || (!whole && !is_percentage(figure))) return false;
    for (const PublishedPlace& place : published_places().authorities()) {
        const auto part = place.figures[static_cast<std::size_t>(figure)];
        const auto of = whole ? place.figures[static_cast<std::size_t>(*whole)] : PublishedValue{100, 0};
        if (part && of && 100 * part->value < least_of_whole_percents * of->value) return false;
    }
    return true;
}

const std::string& unit_of(Figure figure) {
    return published_places().metric(figure).unit;
}

Shape shape_of(Figure figure, double children) {
    return number_shape(least_of(figure), within_the_setting(figure, most_of(figure, children)),
                        unit_of(figure));
}

}  // namespace headroom
