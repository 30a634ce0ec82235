// Every row of sim/settings does something: none is read and then forgotten, and none stands for a number
// that the rules have a second time.
#include <algorithm>
#include <array>
#include <vector>

#include "sim/settings/setting.hpp"
#include "tests/authority/futures.hpp"
#include "tests/catch.hpp"

using namespace headroom;

namespace {

// What is laid beside the model's own number and not fed to it.
constexpr std::array<std::string_view, 2> laid_beside = {"children_0_to_17", "rereferrals_percent"};

#ifdef HEADROOM_CHECKED
// Balancing the books after every event takes long: a checked build lives both ends of every setting, and
// leaves it to the others to show that they do something.
constexpr Span span = {.months = 1, .futures = 1, .settling_months = 1};
constexpr bool effects_show = false;
#else
constexpr Span span = {.months = 15, .futures = 1, .settling_months = 4};
constexpr bool effects_show = true;
#endif

// A place where what may be off is on.
Settings with_everything() {
    Settings settings = small_authority();
    settings.held_by_others_percent = settings.light_help_percent = 20;
    settings.no_assessment_percent = settings.assessed_again_at_review_percent = 10;
    settings.years_differ_percent = 100;
    settings.overtime_paid_share = 0.5;
    settings.growth_that_continues = 0.5;
    return settings;
}

// It goes on as now; it is pressed from all sides under a limit; and it is run by other mechanisms.
Way as_now() {
    return Way{with_everything()};
}

Way pressed() {
    Way way{with_everything()};
    Policy& policy = way.policy();
    policy.caseload_limit.rule = HardLimit{9};
    policy.caseload_limit.ramp_weeks = 26;
    policy.allocation.choice = AllocationChoice::skill_matched;
    policy.posts.support_workers = 2;
    policy.retention.mentoring_senior_posts_percent = 50;
    policy.retention.pay_supplement_percent = 10;
    policy.practice.early_closure = 1;
    policy.practice.raised_threshold_percent = 20;
    for (const auto [kind, size] : {std::pair{ShockKind::inadequate_judgement, 1.0},
                                    {ShockKind::inspection, 10.0},
                                    {ShockKind::inspection_regime, 1.0},
                                    {ShockKind::manager_leaving, 1.0},
                                    {ShockKind::managed_agency_team, 2.0},
                                    {ShockKind::partner_delay, 50.0},
                                    {ShockKind::referral_surge, 20.0}})
        way.shocks.push_back({kind, 1, 12, size});
    return way;
}

Way otherwise() {
    Way way{with_everything()};
    way.settings.protection_ends_by_progress = 0;
    way.settings.patch_teams = 1;
    way.settings.extreme_caseload = 20;
    way.policies.push_back({4, way.policy()});
    way.policies.back().policy.posts.add = -4;
    way.policies.back().policy.caseload_limit.overflow = Overflow::agency;
    return way;
}

Series future_of(const Way& way) {
    return live({way}, span).series[0][0];
}

class Places {
public:
    Places() {
        for (const Way& way : ways_) futures_.push_back(future_of(way));
    }
    bool move_with(const SettingRow& row) const {
        for (std::size_t i = 0; i < ways_.size(); ++i) {
            for (const double end : {row.low, row.high}) {
                Way changed = ways_[i];
                changed.settings.*row.value = end;
                const bool is_other = end != ways_[i].settings.*row.value;
                if (is_other && !same_to_the_bit(future_of(changed), futures_[i])) return true;
            }
        }
        return false;
    }

private:
    std::vector<Way> ways_ = {as_now(), pressed(), otherwise()};
    std::vector<Series> futures_;
};

}  // namespace

TEST_CASE("every setting moves a measure at one end of its range") {
    const Places places;
    for (const SettingRow& row : setting_rows()) {
        CAPTURE(row.key);
        const bool is_laid_beside = std::ranges::find(laid_beside, row.key) != laid_beside.end();
        const bool moves = places.move_with(row);
        if (effects_show) CHECK(moves != is_laid_beside);
    }
}
