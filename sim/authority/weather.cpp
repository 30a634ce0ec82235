// What differs from one year to the next for no reason that the model has: the market for staff, posts
// funded, thresholds, timeliness. It belongs to the future, not to what is decided in it, so that it is the
// same under every alternative.
#include <algorithm>
#include <cmath>

#include "sim/authority/deviation.hpp"
#include "sim/authority/world.hpp"

namespace headroom {

namespace {

// The numbers are part of the results: never reorder, only add.
enum class Differing : std::uint32_t {
    hiring,
    posts,
    leaving,
    agency,
    sickness,
    thresholds,
    enquiries,
    conferences,
    plans,
    care,
    in_need,
    not_in_need,
    no_further_action,
    assessment_days,
    conference_waits,
    returns,
};

// A draw has four numbers.
constexpr std::uint32_t numbers_of_a_draw = 4;

Deviation deviation_in(const World& world, Differing what, int year, double lasts) {
    const std::uint32_t number = static_cast<std::uint32_t>(what);
    Deviation deviation;
    for (int each = 0; each <= year; ++each) {
        const Draw draw =
            world.draw(static_cast<std::uint32_t>(each), weather_year, number / numbers_of_a_draw);
        deviation = deviation.next(lasts, draw.normal(static_cast<int>(number % numbers_of_a_draw)));
    }
    return deviation;
}

// By what a rate is multiplied, for what differs about as far upwards as downwards.
double times_usual_evenly(const Settings& s, const Deviation& deviation, double sd) {
    return std::clamp(1 + sd * deviation.z, s.leaving_year_least_times, s.leaving_year_most_times);
}

// One year of one future, as far as it is drawn.
struct YearOf {
    const World& world;
    int year;
    double part;

    double times(Differing what, double log_sd, double lasts) const {
        if (log_sd <= 0) return 1;
        return times_usual(deviation_in(world, what, year, lasts), part * log_sd);
    }
};

void staff_of(const YearOf& of, Surroundings& around) {
    const Settings& s = of.world.settings();
    const Deviation hard = deviation_in(of.world, Differing::hiring, of.year, s.hiring_lasts_share);
    // Usual in the middle year, not on average: no year fills more posts than there are, so that good years
    // do not make up for bad ones.
    around.hiring *= exponential_of(-of.part * s.hiring_year_log_sd * hard.z);
    const Deviation unrest = deviation_in(of.world, Differing::leaving, of.year, s.leaving_lasts_share);
    around.leaving *= times_usual_evenly(s, unrest, of.part * s.leaving_year_sd_percent / 100);
    around.sickness *= of.times(Differing::sickness, s.sickness_year_log_sd, s.sickness_lasts_share);
    // Agency use goes with how hard it is to hire.
    const double with = s.agency_with_hiring_share, sd = s.agency_year_log_sd;
    const Deviation market = deviation_in(of.world, Differing::hiring, of.year, s.agency_lasts_share);
    around.agency *= times_usual(market, of.part * sd * with);
    around.agency *= of.times(Differing::agency, sd * std::sqrt(1 - with * with), s.agency_lasts_share);
}

void thresholds_of(const YearOf& of, Surroundings& around) {
    const Settings& s = of.world.settings();
    const auto times = [&](Differing what, double log_sd) {
        return of.times(what, log_sd, s.thresholds_last_share);
    };
    const double together = times(Differing::thresholds, s.thresholds_year_log_sd);
    around.caution *= together * times(Differing::enquiries, s.enquiries_year_log_sd);
    around.conferences *= times(Differing::conferences, s.conferences_year_log_sd);
    around.plans *= times(Differing::plans, s.plans_year_log_sd);
    around.care *= together * times(Differing::care, s.care_year_log_sd);
    around.in_need *= times(Differing::in_need, s.in_need_year_log_sd);
    around.not_in_need *= times(Differing::not_in_need, s.not_in_need_year_log_sd);
    around.no_further_action *= times(Differing::no_further_action, s.no_further_action_year_log_sd);
}

void timeliness_of(const YearOf& of, Surroundings& around) {
    const Settings& s = of.world.settings();
    around.assessment_days *=
        of.times(Differing::assessment_days, s.assessment_days_year_log_sd, s.timeliness_lasts_share);
    around.conference_waits *=
        of.times(Differing::conference_waits, s.conference_waits_year_log_sd, s.timeliness_lasts_share);
}

// Posts come and go over the first months of the year.
double posts_of(const World& world, double part) {
    const Settings& s = world.settings();
    const int year = world.state.month / 12;
    const auto share = [&](int which) {
        return part * s.posts_year_sd_percent / 100 *
               deviation_in(world, Differing::posts, which, s.posts_last_share).z;
    };
    const double gone = std::min(1.0, (world.state.month % 12 + 1) / s.posts_year_months);
    return (1 - gone) * share(year - 1) + gone * share(year);
}

}  // namespace

void feel_the_year(const World& world, Surroundings& around) {
    const Settings& s = world.settings();
    const YearOf of{world, world.state.month / 12, s.years_differ_percent / 100};
    if (of.part <= 0) return;
    staff_of(of, around);
    thresholds_of(of, around);
    timeliness_of(of, around);
    around.returning *= of.times(Differing::returns, s.returns_year_log_sd, s.returns_last_share);
    around.posts_year = posts_of(world, of.part);
}

}  // namespace headroom
