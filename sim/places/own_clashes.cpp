#include "sim/places/own_clashes.hpp"

#include "sim/places/figure_bounds.hpp"
#include "sim/places/figure_rates.hpp"
#include "sim/places/position.hpp"
#include "sim/text/spoken_number.hpp"

namespace headroom {

namespace {

using F = Figure;

constexpr double counted_otherwise = 1.03;  // how far a part may be above its whole without being a slip

std::string name_in_text(Figure figure) {
    return std::string(name_of(figure));
}

// A share that no setting can take would be brought to the end of its range and fitted to quietly.
void find_too_large_shares(const PlaceFigures& place, std::vector<Clash>& found) {
    for (const SettingRow* setting : position_rows()) {
        const auto origin = origin_of(*setting);
        if (!origin || !origin->whole) continue;
        const double part = place[origin->part].value, whole = place[*origin->whole].value;
        if (whole <= 0 || 100 * part <= counted_otherwise * setting->high * whole) continue;
        found.push_back(
            {{origin->part, *origin->whole},
             *origin->whole,
             "at most " + spoken(setting->high) + " for every 100 " + name_in_text(*origin->whole)});
    }
}

void find_impossible_rates(const PlaceFigures& place, std::vector<Clash>& found) {
    for (const Following& row : rates_with_their_halves()) {
        // Nothing starts from it, and vacancies may fall below last year's agency cover.
        if (row.figure == F::vacancies_covered_percent) continue;
        const Shape shape = shape_of(row.figure, place[F::children_0_17].value);
        const double rate = place[row.figure].value;
        if (place[row.other].value <= 0 || (rate >= shape.low && rate <= counted_otherwise * shape.high))
            continue;
        found.push_back({{row.one, row.other},
                         row.other,
                         "such that " + name_in_text(row.figure) + ", which they make " + spoken(rate) +
                             ", is " + expectation(shape)});
    }
}

void find_too_many_together(const PlaceFigures& place, std::vector<Clash>& found) {
    const auto value = [&](Figure figure) { return place[figure].value; };
    const double ended = value(F::referrals_no_further_action) + value(F::referrals_assessed_not_in_need);
    const double left = 100 - Settings().no_assessment_percent;
    if (value(F::referrals) > 0 && 100 * ended > left * value(F::referrals))
        found.push_back({{F::referrals_no_further_action, F::referrals_assessed_not_in_need, F::referrals},
                         F::referrals,
                         "such that referrals are at least the other two together"});
    if (value(F::looked_after_started) > value(F::referrals))
        found.push_back({{F::looked_after_started, F::referrals},
                         F::referrals,
                         "such that referrals are at least the children who start to be looked after"});
    if (value(F::case_holders_fte) > value(F::in_post_fte) + value(F::agency_fte))
        found.push_back({{F::case_holders_fte, F::agency_fte, F::in_post_fte},
                         F::in_post_fte,
                         "such that case_holders_fte is at most in_post_fte and agency_fte together"});
}

}  // namespace

std::vector<Clash> clashes_among(const PlaceFigures& place) {
    std::vector<Clash> found;
    find_too_many_together(place, found);
    find_too_large_shares(place, found);
    find_impossible_rates(place, found);
    return found;
}

}  // namespace headroom
