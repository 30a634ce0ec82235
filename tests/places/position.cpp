#include "sim/places/position.hpp"

#include <algorithm>

#include "tests/catch.hpp"

using namespace headroom;

TEST_CASE("the typical authority's figures come to the defaults, within 2 percent") {
    const Settings settings = settings_from_figures(PublishedFigures::built_in().typical());
    for (const SettingRow* row : position_rows()) {
        INFO(row->key);
        CHECK(settings.*row->value == Approx(row->normal).epsilon(0.02));
    }
}

TEST_CASE("only the position follows the figures") {
    const Settings defaults;
    const PublishedFigures published = PublishedFigures::built_in();
    const Settings settings = settings_from_figures(published.place(published.authorities().front().code));
    for (const SettingRow& row : setting_rows()) {
        const auto rows = position_rows();
        if (std::find(rows.begin(), rows.end(), &row) == rows.end())
            CHECK(settings.*row.value == defaults.*row.value);
    }
}

TEST_CASE("every authority's position lies in the ranges, with case holders among the workers") {
    const PublishedFigures published = PublishedFigures::built_in();
    for (const PublishedPlace& authority : published.authorities()) {
        INFO(authority.name);
        const Settings settings = settings_from_figures(published.place(authority.code));
        for (const SettingRow* row : position_rows()) {
            INFO(row->key);
            CHECK(settings.*row->value >= row->low);
            CHECK(settings.*row->value <= row->high);
        }
        CHECK(settings.case_holders_fte > 0);
        CHECK(settings.case_holders_fte <= settings.in_post_fte + settings.agency_fte);
    }
}

TEST_CASE("stocks of today are those that alternatives share") {
    for (const char* stock : {"in_post_fte", "protection_plans_open", "children_held", "agency_fte"}) {
        CHECK(is_stock(*find_setting(stock)));
    }
    for (const char* rate :
         {"turnover_percent", "referrals_per_year", "hours_per_visit_looked_after", "children_0_to_17"}) {
        CHECK_FALSE(is_stock(*find_setting(rate)));
    }
}
