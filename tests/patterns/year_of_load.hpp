// The typical authority in a year of a tenth more and a tenth fewer referrals, and with a tenth more and
// fewer posts: the same futures under each.
#pragma once

#include <functional>
#include <span>
#include <vector>

#include "sim/measures/series.hpp"
#include "tests/patterns/interval.hpp"

namespace headroom {

// What a year brought in the mean over the futures.
class YearOfLoad {
public:
    enum Change { as_now, fewer_referrals, more_referrals, fewer_posts, more_posts, changes };

    // Of one batch of futures, so many of them.
    YearOfLoad(int first_future, int futures);
    // Of the futures of all of these together.
    explicit YearOfLoad(std::span<const YearOfLoad> batches);

    // Sum over the first twelve months.
    double year(Change change, Measure measure) const;
    double at_month(Change change, Measure measure, int month) const;
    double percent(Change change, Measure part, Measure whole) const;
    // Percent of a histogram's counts below a bin, over the whole run.
    double percent_below(Change change, Measure histogram, int bin) const;
    // Within the bin of the median counts lie evenly.
    double median(Change change, Measure histogram) const;

    double log_referrals() const;  // between a tenth more and a tenth fewer
    double log_holders() const;    // the same of case holders, at the end of the year

    static constexpr int months = 18;

private:
    void add(Change change, const Series& series);
    // By measure: months or bins, summed over the futures.
    std::vector<std::vector<double>> monthly_[changes];
    int futures_ = 0;
};

// A figure of a year of load, with its standard error: the spread of what the futures give when a batch of
// them is left out (a jackknife).
Found figure(const std::function<double(const YearOfLoad&)>& of);

}  // namespace headroom
