#include "tests/patterns/year_of_load.hpp"

#include <cmath>

#include "sim/authority/authority.hpp"
#include "tests/patterns/typical_authority.hpp"

namespace headroom {

namespace {

constexpr int a_year = 12;
// A tenth of the typical authority's case-holding posts.
constexpr double a_tenth_of_posts = 11;

struct Changed {
    double surge_percent = 0, posts = 0;
};

Changed changed(YearOfLoad::Change change) {
    switch (change) {
        case YearOfLoad::fewer_referrals: return {-10, 0};
        case YearOfLoad::more_referrals: return {10, 0};
        case YearOfLoad::fewer_posts: return {0, -a_tenth_of_posts};
        case YearOfLoad::more_posts: return {0, a_tenth_of_posts};
        case YearOfLoad::as_now:
        case YearOfLoad::changes: break;
    }
    return {};
}

std::size_t place(Measure measure) {
    return static_cast<std::size_t>(measure);
}

}  // namespace

YearOfLoad::YearOfLoad() {
    const Settings settings;
    Authority authority(settings, Policy{}, {2025, 4, 1}, a_year, months);
    for (std::vector<std::vector<double>>& each : monthly_) each.resize(measure_count);
    for (std::uint32_t future = 0; future < static_cast<std::uint32_t>(pattern_futures); ++future) {
        authority.settle(1, future);
        for (int k = 0; k < changes; ++k) {
            const Changed now = changed(static_cast<Change>(k));
            std::vector<DatedPolicy> policies(1);
            policies[0].policy.posts.add = now.posts;
            std::vector<Shock> shocks;
            if (now.surge_percent != 0)
                shocks.push_back({ShockKind::referral_surge, 0, months, now.surge_percent});
            const Series& series = authority.run({&settings, policies, shocks});
            for (const MeasureRow& row : measure_rows()) {
                const std::span<const double> values = series.of(row.measure);
                std::vector<double>& sums = monthly_[k][place(row.measure)];
                sums.resize(values.size());
                for (std::size_t i = 0; i < values.size(); ++i) sums[i] += values[i];
            }
        }
    }
}

double YearOfLoad::year(Change change, Measure measure) const {
    double sum = 0;
    for (int month = 0; month < a_year; ++month) sum += at_month(change, measure, month);
    return sum;
}

double YearOfLoad::at_month(Change change, Measure measure, int month) const {
    return monthly_[change][place(measure)][static_cast<std::size_t>(month)] / pattern_futures;
}

double YearOfLoad::percent(Change change, Measure part, Measure whole) const {
    return 100 * year(change, part) / year(change, whole);
}

double YearOfLoad::percent_below(Change change, Measure histogram, int bin) const {
    const std::vector<double>& counts = monthly_[change][place(histogram)];
    double all = 0, below = 0;
    for (std::size_t k = 0; k < counts.size(); ++k) {
        all += counts[k];
        if (k < static_cast<std::size_t>(bin)) below += counts[k];
    }
    return 100 * below / all;
}

double YearOfLoad::median(Change change, Measure histogram) const {
    const std::vector<double>& counts = monthly_[change][place(histogram)];
    double half = 0;
    for (const double count : counts) half += count / 2;
    std::size_t bin = 0;
    for (; bin + 1 < counts.size() && half > counts[bin]; ++bin) half -= counts[bin];
    return (static_cast<double>(bin) + half / counts[bin]) * row_of(histogram).bin_width;
}

double YearOfLoad::log_referrals() const {
    return std::log(year(more_referrals, Measure::referrals) / year(fewer_referrals, Measure::referrals));
}

double YearOfLoad::log_holders() const {
    return std::log(at_month(more_posts, Measure::case_holders, a_year - 1) /
                    at_month(fewer_posts, Measure::case_holders, a_year - 1));
}

const YearOfLoad& year_of_load() {
    static const YearOfLoad year;
    return year;
}

}  // namespace headroom
