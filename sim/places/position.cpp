#include "sim/places/position.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "sim/engine/working_time.hpp"

namespace headroom {

namespace {

constexpr std::string_view position_keys[] = {
#define HEADROOM_SETTING(key, unit, normal, low, high, evidence, source, meaning) #key,
#include "sim/settings/today.inc"
#undef HEADROOM_SETTING
};
constexpr std::size_t position_count = std::size(position_keys);

// A setting as a figure, or as 100 times one figure over another.
struct Origin {
    double Settings::*setting;
    Figure part;
    Figure whole = Figure::children_0_17;
    bool is_percent = false;
};

constexpr Origin figure(double Settings::*setting, Figure part) {
    return {setting, part};
}
constexpr Origin percent(double Settings::*setting, Figure part, Figure whole) {
    return {setting, part, whole, true};
}

constexpr Origin origins[] = {
    figure(&Settings::children_0_to_17, Figure::children_0_17),
    figure(&Settings::referrals_per_year, Figure::referrals),
    percent(&Settings::no_further_action_percent, Figure::referrals_no_further_action, Figure::referrals),
    percent(&Settings::assessed_not_in_need_percent, Figure::referrals_assessed_not_in_need,
            Figure::referrals),
    percent(&Settings::s47_per_referral_percent, Figure::s47_enquiries, Figure::referrals),
    percent(&Settings::conferences_per_s47_percent, Figure::conferences, Figure::s47_enquiries),
    percent(&Settings::plans_per_conference_percent, Figure::protection_plans_started, Figure::conferences),
    figure(&Settings::in_need_plans_per_year, Figure::in_need_plans_started),
    figure(&Settings::looked_after_per_year, Figure::looked_after_started),
    figure(&Settings::in_need_plans_open, Figure::in_need_plans_open),
    figure(&Settings::protection_plans_open, Figure::protection_plans_open),
    figure(&Settings::looked_after_open, Figure::looked_after_open),
    figure(&Settings::rereferrals_percent, Figure::rereferrals_percent),
    figure(&Settings::in_post_fte, Figure::in_post_fte),
    figure(&Settings::vacancies_fte, Figure::vacancies_fte),
    figure(&Settings::agency_fte, Figure::agency_fte),
    figure(&Settings::agency_covering_vacancies_percent, Figure::agency_on_vacancies_percent),
    figure(&Settings::case_holders_fte, Figure::case_holders_fte),
    figure(&Settings::children_held, Figure::cases),
    figure(&Settings::turnover_percent, Figure::turnover_percent),
    percent(&Settings::starters_percent, Figure::starters_fte, Figure::in_post_fte),
    figure(&Settings::absence_percent, Figure::absence_percent),
};
// All but assessment_open, which nobody publishes.
static_assert(std::size(origins) + 1 == position_count, "every setting of the position comes from a figure");

// Children in assessment today = assessments a year x their mean length in years. The mean is taken as 1.027
// times the mean of the published quartiles, so that England comes to 67 per 10,000 children (its quartiles
// are 17, 33 and 43 working days, with a tail beyond).
double children_in_assessment(const PlaceFigures& place) {
    constexpr double mean_over_quartiles = 1.027;
    const double quartiles = place[Figure::assessment_days_lower_quartile].value +
                             place[Figure::assessment_days_median].value +
                             place[Figure::assessment_days_upper_quartile].value;
    return place[Figure::assessments].value * mean_over_quartiles * quartiles / 3 / working_days_in_year;
}

double within_range(double Settings::*setting, double value) {
    for (const SettingRow& row : setting_rows()) {
        if (row.value == setting) return std::clamp(value, row.low, row.high);
    }
    return value;
}

}  // namespace

std::span<const SettingRow* const> position_rows() {
    static const auto rows = [] {
        std::array<const SettingRow*, position_count> found{};
        std::transform(std::begin(position_keys), std::end(position_keys), found.begin(), find_setting);
        return found;
    }();
    return rows;
}

bool is_count(const SettingRow& row) {
    const bool is_number_of = row.unit == "children" || row.unit == "full-time equivalents";
    return is_number_of &&
           std::find(std::begin(position_keys), std::end(position_keys), row.key) != std::end(position_keys);
}

bool is_stock(const SettingRow& row) {
    return is_count(row) &&
           (row.key.ends_with("_open") || row.key.ends_with("_fte") || row.key == "children_held");
}

std::optional<SettingOrigin> origin_of(const SettingRow& row) {
    const auto found = std::ranges::find(origins, row.value, &Origin::setting);
    if (found == std::end(origins)) return std::nullopt;
    return SettingOrigin{found->part, found->is_percent ? std::optional(found->whole) : std::nullopt};
}

Settings settings_from_figures(const PlaceFigures& place) {
    Settings settings;
    settings.assessment_open = within_range(&Settings::assessment_open, children_in_assessment(place));
    for (const Origin& origin : origins) {
        const double part = place[origin.part].value;
        const double whole = origin.is_percent ? place[origin.whole].value / 100 : 1;
        // Nothing of nothing says nothing about the share: the default stands.
        if (whole > 0) settings.*origin.setting = within_range(origin.setting, part / whole);
    }
    return settings;
}

}  // namespace headroom
