#include "tests/patterns/year_of_load.hpp"

#include <algorithm>
#include <cmath>

#include "sim/authority/authority.hpp"
#include "tests/patterns/typical_authority.hpp"

namespace headroom {

namespace {

constexpr int a_year = 12;
constexpr int batch_count = 10;
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

YearOfLoad::YearOfLoad(int first_future, int futures) : futures_(futures) {
    const Settings settings;
    Authority authority(settings, Policy{}, {2025, 4, 1}, a_year, months);
    for (int future = first_future; future < first_future + futures; ++future) {
        authority.settle(1, static_cast<std::uint32_t>(future));
        for (int k = 0; k < changes; ++k) {
            const Changed now = changed(static_cast<Change>(k));
            std::vector<DatedPolicy> policies(1);
            policies[0].policy.posts.add = now.posts;
            std::vector<Shock> shocks;
            if (now.surge_percent != 0)
                shocks.push_back({ShockKind::referral_surge, 0, months, now.surge_percent});
            add(static_cast<Change>(k), authority.run({&settings, policies, shocks}));
        }
    }
}

void YearOfLoad::add(Change change, const Series& series) {
    monthly_[change].resize(measure_count);
    for (const MeasureRow& row : measure_rows()) {
        const std::span<const double> values = series.of(row.measure);
        std::vector<double>& sums = monthly_[change][place(row.measure)];
        sums.resize(values.size());
        for (std::size_t i = 0; i < values.size(); ++i) sums[i] += values[i];
    }
}

YearOfLoad::YearOfLoad(std::span<const YearOfLoad> batches) {
    for (const YearOfLoad& batch : batches) {
        futures_ += batch.futures_;
        for (int k = 0; k < changes; ++k) {
            monthly_[k].resize(measure_count);
            for (std::size_t measure = 0; measure < measure_count; ++measure) {
                const std::vector<double>& more = batch.monthly_[k][measure];
                std::vector<double>& sums = monthly_[k][measure];
                sums.resize(more.size());
                for (std::size_t i = 0; i < more.size(); ++i) sums[i] += more[i];
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
    return monthly_[change][place(measure)][static_cast<std::size_t>(month)] / futures_;
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

Found figure(const std::function<double(const YearOfLoad&)>& of) {
    static const std::vector<YearOfLoad> batches = [] {
        std::vector<YearOfLoad> made;
        for (int batch = 0; batch < batch_count; ++batch)
            made.emplace_back(batch * pattern_futures / batch_count, pattern_futures / batch_count);
        return made;
    }();
    static const YearOfLoad whole{batches};
    static const std::vector<YearOfLoad> without = [] {
        std::vector<YearOfLoad> made;
        for (std::size_t left_out = 0; left_out < batches.size(); ++left_out) {
            std::vector<YearOfLoad> others;
            for (std::size_t batch = 0; batch < batches.size(); ++batch)
                if (batch != left_out) others.push_back(batches[batch]);
            made.emplace_back(others);
        }
        return made;
    }();
    double sum = 0, squares = 0;
    for (const YearOfLoad& most : without) {
        const double value = of(most);
        sum += value;
        squares += value * value;
    }
    const double n = static_cast<double>(without.size());
    return {of(whole), std::sqrt(std::max(0.0, squares - sum * sum / n) * (n - 1) / n)};
}

}  // namespace headroom
