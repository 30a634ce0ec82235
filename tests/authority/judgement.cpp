// What an inadequate judgement brings: referrals, caution, posts that are hard to fill, and agency workers.
#include <algorithm>

#include "tests/authority/inside.hpp"
#include "tests/catch.hpp"

using namespace headroom;

namespace {

const Shock judged = {ShockKind::inadequate_judgement, 0, 36, 1};

Settings without_judgement(Settings settings) {
    settings.judgement_referrals_percent = settings.judgement_caution_percent = 0;
    settings.judgement_posts_percent = settings.judgement_agency_percent = 0;
    settings.judgement_harder_hiring_percent = 0;
    return settings;
}

}  // namespace

TEST_CASE("a judgement makes practice cautious and posts harder to fill, less so as the months of it pass") {
    const Way way = struck(small_authority(), judged);
    Inside inside(way, {30, 1, 1});
    const Settings& s = way.settings;
    double at_first = 0, later = 0;
    inside.watch([&](World& world) {
        const Surroundings& around = world.state.surroundings;
        if (world.state.month < 0 || world.state.month >= 30) return;
        CHECK(around.caution == Approx(1 + s.judgement_caution_percent / 100));
        CHECK(around.posts_more == Approx(s.judgement_posts_percent / 100));
        CHECK(around.agency_more == Approx(s.judgement_agency_percent / 100));
        (world.state.month < 12 ? at_first : later) = around.hiring;
    });
    CHECK(at_first < 1);
    CHECK(later > at_first);
    CHECK(later <= 1);
}

TEST_CASE("with every part of it switched off a judgement changes nothing, to the last bit") {
    const Settings off = without_judgement(small_authority());
    const Lived lived = live({Way{off}, struck(off, judged)}, {10, 2});
    for (std::size_t future = 0; future < 2; ++future)
        CHECK(same_to_the_bit(lived.series[0][future], lived.series[1][future]));
}

TEST_CASE(
    "each part of a judgement moves its own: referrals, enquiries, posts and the vacancies among them") {
    Settings off = without_judgement(without_answers(small_authority(40000)));
    off.demand_shock_log_sd = 0;
    Settings referrals = off, caution = off, posts = off, hiring = off;
    referrals.judgement_referrals_percent = 40;
    caution.judgement_caution_percent = 40;
    posts.judgement_posts_percent = 15;
    hiring.judgement_harder_hiring_percent = 90;
    const Lived lived = live({struck(off, judged), struck(referrals, judged), struck(caution, judged),
                              struck(posts, judged), struck(hiring, judged)},
                             {14, 6, 4});
    const auto more = [&](std::size_t way, Measure measure) {
        return lived.mean(way, measure) / lived.mean(0, measure);
    };
    CHECK(more(1, Measure::referrals) > 1.15);
    CHECK(more(2, Measure::s47_enquiries) > 1.15);
    CHECK(more(2, Measure::referrals) == Approx(1).margin(0.03));
    CHECK(lived.surely_more(3, Measure::vacancies, 3, 14) > sure);
    CHECK(lived.surely_more(4, Measure::vacancies, 6, 14) > sure);
}

TEST_CASE("the referrals that a judgement brings decay, and the slower they do the more there are of them") {
    const auto more_in = [](double decay, int month) {
        Settings off = without_judgement(small_authority());
        off.demand_shock_log_sd = 0;
        off.judgement_referrals_percent = 40;
        off.judgement_referrals_decay_months = decay;
        const Way way = struck(off, judged);
        Inside inside(way, {14, 1, 1});
        double factor = 0;
        inside.watch([&](World& world) {
            const std::vector<double> factors = demand_by_month(world, way.settings, way.shocks).factor;
            factor = factors[static_cast<std::size_t>(month - world.calendar.first_month())];
        });
        return factor;
    };
    CHECK(more_in(3, -1) == 1);
    CHECK(more_in(3, 0) == Approx(1.4));
    CHECK(more_in(3, 3) == Approx(1 + 0.4 * std::exp(-1)));
    CHECK(more_in(60, 12) > more_in(3, 12));
}
