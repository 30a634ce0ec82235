// What an inadequate judgement brought in 33 authorities, 2018 to 2024, against the others in the same years
// (two-way fixed effects by reporting year, 95 percent intervals clustered by authority): the year of it and
// the two after.
#include <array>
#include <string>
#include <vector>

#include "sim/authority/authority.hpp"
#include "tests/catch.hpp"
#include "tests/patterns/interval.hpp"
#include "tests/patterns/typical_authority.hpp"

namespace headroom {

namespace {

constexpr int years = 3;

// Means over the futures, year by year, of every measure; those of a month as its mean.
using Course = std::vector<std::array<double, years>>;

class Judged {
public:
    Judged() : as_now_(measure_count), judged_(measure_count) {
        const Settings settings;
        Authority authority(settings, Policy{}, {2025, 4, 1}, 12, 12 * years);
        const std::vector<DatedPolicy> policies(1);
        const std::vector<Shock> judgement = {{ShockKind::inadequate_judgement, 0, 12.0 * years, 1}};
        for (std::uint32_t future = 0; future < static_cast<std::uint32_t>(pattern_futures); ++future) {
            authority.settle(1, future);
            add(as_now_, authority.run({&settings, policies, {}}));
            add(judged_, authority.run({&settings, policies, judgement}));
        }
    }
    double percent_more(Measure measure, int year) const {
        return 100 * (at(judged_, measure, year) / at(as_now_, measure, year) - 1);
    }
    double points_more(Measure measure, int year) const {
        return at(judged_, measure, year) - at(as_now_, measure, year);
    }

private:
    static double at(const Course& course, Measure measure, int year) {
        return course[static_cast<std::size_t>(measure)][static_cast<std::size_t>(year)];
    }
    static void add(Course& course, const Series& series) {
        for (const MeasureRow& row : measure_rows()) {
            if (row.kind == MeasureKind::histogram || row.kind == MeasureKind::whole) continue;
            for (int year = 0; year < years; ++year) {
                course[static_cast<std::size_t>(row.measure)][static_cast<std::size_t>(year)] +=
                    series.over(row.measure, 12 * year, 12 * year + 12) / pattern_futures;
            }
        }
    }
    Course as_now_, judged_;
};

const Judged& judged() {
    static const Judged course;
    return course;
}

struct Interval {
    double centre, half_width;
    std::string_view missed_because = "";
};
using ThreeYears = std::array<Interval, years>;

constexpr std::string_view year_words[years] = {", the year of it", ", 1 year after", ", 2 years after"};

template <class Found>
void hold_course(const std::string& what, const ThreeYears& published, Found found) {
    for (int year = 0; year < years; ++year) {
        const Interval& interval = published[static_cast<std::size_t>(year)];
        const std::string pattern = what + std::string(year_words[year]);
        hold({pattern, interval.centre, interval.half_width, interval.missed_because}, found(year));
    }
}

void hold_percent(const std::string& what, const ThreeYears& published, Measure measure) {
    hold_course(what + ", %", published, [&](int year) { return judged().percent_more(measure, year); });
}

void hold_points(const std::string& what, const ThreeYears& published, Measure measure) {
    hold_course(what, published, [&](int year) { return judged().points_more(measure, year); });
}

}  // namespace

TEST_CASE("an inadequate judgement brings a fifth more work, and the protection work stays") {
    hold_percent("judged inadequate: referrals", {{{18, 9}, {13, 11}, {7, 13}}}, Measure::referrals);
    hold_percent("section 47 enquiries", {{{20, 9}, {21, 12}, {14, 14}}}, Measure::s47_enquiries);
    hold_percent("conferences", {{{21, 10}, {24, 16}, {19, 16}}}, Measure::conferences_held);
    hold_percent("protection plans started", {{{20, 10}, {22, 16}, {17, 16}}},
                 Measure::protection_plans_started);
    hold_percent("protection plans open", {{{16, 10}, {18, 17}, {16, 14}}}, Measure::protection_plans_open);
    hold_percent("looked after open", {{{3, 3}, {5, 4}, {2, 7}}}, Measure::looked_after_open);
}

TEST_CASE(
    "an inadequate judgement brings vacant posts and agency workers, and averages stay where they were") {
    hold_points("agency rate, points", {{{7, 3}, {5, 5}, {6, 5}}}, Measure::agency_percent);
    hold_points("vacancy rate, points", {{{8, 4}, {6, 4}, {7, 5}}}, Measure::vacancy_percent);
    hold_percent("in post", {{{-4, 4}, {-3, 7}, {0, 7}}}, Measure::in_post);
    hold_points("turnover, points", {{{0, 4}, {-1, 4}, {0, 4}}}, Measure::turnover_percent);
    hold_points("caseload, children",
                {{{0, 1},
                  {-1, 1},
                  {-2, 1, "the posts and agency workers it brings are those published, and no more"}}},
                Measure::caseload_mean);
    hold_points("assessments within 45 days, points", {{{1, 3}, {0, 6}, {1, 7}}},
                Measure::assessments_within_45_percent);
}

}  // namespace headroom
