// What differs from one year to the next besides demand: nothing where it is not asked for, the same under
// every alternative where it is, and about as much as published figures change.
#include <algorithm>
#include <string>

#include "tests/authority/inside.hpp"
#include "tests/catch.hpp"

using namespace headroom;

namespace {

// The rows that say how much differs; the others of their kind say how long it lasts.
std::vector<double Settings::*> sizes() {
    std::vector<double Settings::*> found;
    for (const SettingRow& row : setting_rows()) {
        const std::string key(row.key);
        if (key.ends_with("_year_log_sd") || key.ends_with("_year_sd_percent")) found.push_back(row.value);
    }
    return found;
}

Settings differing(Settings settings, double percent = 100) {
    settings.years_differ_percent = percent;
    return settings;
}

Settings of_one_size(double Settings::*only) {
    Settings settings = differing(small_authority());
    for (double Settings::*size : sizes())
        if (size != only) settings.*size = 0;
    return settings;
}

// Everything that a year makes different, as logarithms, but for the posts.
std::vector<double> felt(const Surroundings& around) {
    std::vector<double> logs;
    for (const double times :
         {around.hiring, around.leaving, around.agency, around.sickness, around.caution, around.conferences,
          around.plans, around.care, around.in_need, around.not_in_need, around.no_further_action,
          around.assessment_days, around.conference_waits, around.returning})
        logs.push_back(std::log(times));
    logs.push_back(around.posts_year);
    return logs;
}
constexpr std::size_t hiring_felt = 0, leaving_felt = 1, agency_felt = 2, care_felt = 7;

// Many years of one future, as each would be felt in its first month.
std::vector<std::vector<double>> many_years(const Settings& settings, int years = 150) {
    const Way way{settings};
    Inside inside(way, {1, 1, 1});
    std::vector<std::vector<double>> found;
    inside.watch([&](World& world) {
        if (!found.empty()) return;
        const int month = world.state.month;
        for (int year = 0; year < years; ++year) {
            Surroundings around;
            world.state.month = 12 * year;
            feel_the_year(world, around);
            found.push_back(felt(around));
        }
        world.state.month = month;
    });
    return found;
}

double correlation(const std::vector<double>& a, const std::vector<double>& b) {
    double mean_a = 0, mean_b = 0, both = 0, of_a = 0, of_b = 0;
    for (std::size_t i = 0; i < a.size(); ++i) mean_a += a[i], mean_b += b[i];
    mean_a /= static_cast<double>(a.size());
    mean_b /= static_cast<double>(b.size());
    for (std::size_t i = 0; i < a.size(); ++i) {
        both += (a[i] - mean_a) * (b[i] - mean_b);
        of_a += (a[i] - mean_a) * (a[i] - mean_a);
        of_b += (b[i] - mean_b) * (b[i] - mean_b);
    }
    return both / std::sqrt(of_a * of_b);
}

// Of one thing from each year to the next, after the years in which it is still growing apart.
double lasting(const std::vector<std::vector<double>>& years, std::size_t thing) {
    std::vector<double> before, after;
    for (std::size_t year = 20; year + 1 < years.size(); ++year) {
        before.push_back(years[year][thing]);
        after.push_back(years[year + 1][thing]);
    }
    return correlation(before, after);
}

double sd(const std::vector<double>& values) {
    double mean = 0, squares = 0;
    for (const double value : values) mean += value / static_cast<double>(values.size());
    for (const double value : values) squares += (value - mean) * (value - mean);
    return std::sqrt(squares / static_cast<double>(values.size() - 1));
}

// The year to the September after next, as staff are counted, future by future.
constexpr int from = 6, to = 18;
std::vector<double> over_futures(const Lived& lived, double (*of)(const Series&)) {
    std::vector<double> values;
    for (const Series& future : lived.series[0]) values.push_back(of(future));
    return values;
}
double sum_of(const Series& series, Measure measure) {
    double sum = 0;
    for (int month = from; month < to; ++month) sum += series.at(measure, month);
    return sum;
}
double vacancy(const Series& s) {
    return s.over(Measure::vacancy_percent, from, to);
}
double agency(const Series& s) {
    return s.over(Measure::agency_percent, from, to);
}
double turnover(const Series& s) {
    return 100 * sum_of(s, Measure::leavers) / s.over(Measure::in_post, from, to);
}
double absence(const Series& s) {
    return 100 * sum_of(s, Measure::sick_days) / sum_of(s, Measure::contracted_days);
}
double within_45(const Series& s) {
    return 100 * sum_of(s, Measure::assessments_within_45) / sum_of(s, Measure::assessments_completed);
}

}  // namespace

TEST_CASE("where years are not to differ, what would differ in them changes nothing, to the last bit") {
    const Settings plain = differing(small_authority(), 0);
    Settings larger = plain, none = differing(plain, 100);
    for (double Settings::*size : sizes()) {
        larger.*size *= 2;
        none.*size = 0;
    }
    const Lived lived = live({Way{plain}, Way{larger}, Way{none}, Way{differing(plain)}}, {8, 1, 3});
    CHECK(same_to_the_bit(lived.series[0][0], lived.series[1][0]));
    CHECK(same_to_the_bit(lived.series[0][0], lived.series[2][0]));
    CHECK_FALSE(same_to_the_bit(lived.series[0][0], lived.series[3][0]));
}

TEST_CASE("every size makes years differ by itself") {
    for (double Settings::*size : sizes()) {
        const std::vector<double> usual(15, 0.0);
        CHECK(many_years(of_one_size(size), 1).front() != usual);
    }
}

TEST_CASE("half of what differs is half as much, about the same mean") {
    const auto whole = many_years(differing(small_authority()), 30);
    const auto half = many_years(differing(small_authority(), 50), 30);
    const auto care_of = [](const std::vector<std::vector<double>>& years) {
        std::vector<double> care;
        for (const auto& year : years) care.push_back(year[care_felt]);
        return care;
    };
    CHECK(sd(care_of(half)) == Approx(sd(care_of(whole)) / 2).epsilon(0.1));
}

TEST_CASE("years differ alike under every alternative, and not at all before the start") {
    const Settings settings = differing(small_authority());
    const Way as_now{settings}, limited = limited_to(settings, 8);
    std::vector<std::vector<double>> in_month[2];
    int way = 0;
    for (const Way* each : {&as_now, &limited}) {
        Inside inside(*each, {14, 1, 1});
        CHECK(felt(inside.settled().surroundings) == felt(Surroundings{}));
        inside.watch([&](World& world) { in_month[way].push_back(felt(world.state.surroundings)); });
        ++way;
    }
    CHECK(in_month[0] == in_month[1]);
    CHECK(in_month[0].front() != in_month[0].back());
    const Lived lived = live({as_now, as_now}, {8, 1, 3});
    CHECK(same_to_the_bit(lived.series[0][0], lived.series[1][0]));
}

TEST_CASE("agency use stays apart for years, leaving hardly from one year to the next") {
    const auto years = many_years(differing(small_authority()));
    const Settings usual;
    CHECK(lasting(years, agency_felt) == Approx(usual.agency_lasts_share).margin(0.15));
    CHECK(lasting(years, leaving_felt) == Approx(usual.leaving_lasts_share).margin(0.2));
}

TEST_CASE("posts come and go over half a year") {
    const Way way{of_one_size(&Settings::posts_year_sd_percent)};
    Inside inside(way, {13, 1, 1});
    std::vector<double> posts(13, 0);
    inside.watch([&](World& world) {
        if (world.state.month < 13)
            posts[static_cast<std::size_t>(world.state.month)] = world.state.surroundings.posts_year;
    });
    CHECK(posts[5] != 0);
    CHECK(posts[0] == Approx(posts[5] / 6));
    CHECK(posts[11] == Approx(posts[5]));
}

TEST_CASE(
    "a year that uses many agency workers is one in which hiring is hard, and in which posts are vacant") {
    const auto years = many_years(differing(small_authority()));
    std::vector<double> hiring, agency_use;
    for (const auto& year : years) {
        hiring.push_back(year[hiring_felt]);
        agency_use.push_back(year[agency_felt]);
    }
    CHECK(correlation(hiring, agency_use) < -0.2);
    const Lived lived = live({Way{differing(small_authority(16000))}}, {to, 12, 2});
    CHECK(correlation(over_futures(lived, vacancy), over_futures(lived, agency)) > 0.4);
}

TEST_CASE("next year's figures differ between futures about as much as published ones do between years") {
    struct Spread {
        double (*of)(const Series&);
        double published;  // standard deviation around the best guess, 2019 to 2023
    };
    const Lived lived = live({Way{differing(small_authority(30000))}}, {to, 16, 2});
    for (const Spread& spread : {Spread{vacancy, 6.5}, Spread{agency, 6.2}, Spread{turnover, 5.9},
                                 Spread{absence, 1.2}, Spread{within_45, 6.6}}) {
        const double found = sd(over_futures(lived, spread.of));
        CAPTURE(spread.published, found);
        CHECK(found > 0.45 * spread.published);
        CHECK(found < 1.6 * spread.published);
    }
}
