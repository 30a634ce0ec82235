#include "sim/referrals/season.hpp"

#include <algorithm>
#include <array>

#include "sim/engine/working_time.hpp"

namespace headroom {

Season::Season(const Settings& s, const Calendar& calendar, const std::vector<double>& month_factors)
    : calendar_(&calendar), first_month_(calendar.first_month()) {
    const std::array<double, 12> shares = {
        s.referral_share_january, s.referral_share_february, s.referral_share_march,
        s.referral_share_april,   s.referral_share_may,      s.referral_share_june,
        s.referral_share_july,    s.referral_share_august,   s.referral_share_september,
        s.referral_share_october, s.referral_share_november, s.referral_share_december};
    double sum = 0;
    for (const double share : shares) sum += share;
    double reading = 0;
    for (int month = first_month_; month <= calendar.last_month(); ++month) {
        starts_.push_back(calendar.month_start(month) * minutes_per_working_day);
        readings_.push_back(reading);
        const std::size_t index = static_cast<std::size_t>(month - first_month_);
        const double factor = index < month_factors.size() ? month_factors[index] : 1;
        const double share = shares[static_cast<std::size_t>(calendar.month_of_year(month) - 1)];
        reading += factor * share / (sum > 0 ? sum : 1) * calendar.part_of_month(month);
    }
    starts_.push_back(calendar.month_start(calendar.last_month() + 1) * minutes_per_working_day);
    readings_.push_back(reading);
    mean_rate_ = 1 / (calendar.working_days_per_year() * minutes_per_working_day);
}

double Season::at(Minutes time) const {
    if (time <= starts_.front()) return readings_.front() + (time - starts_.front()) * mean_rate_;
    if (time >= starts_.back()) return readings_.back() + (time - starts_.back()) * mean_rate_;
    const std::size_t i = static_cast<std::size_t>(calendar_->month_of(working_day_at(time)) - first_month_);
    const double share = static_cast<double>(time - starts_[i]) / (starts_[i + 1] - starts_[i]);
    return readings_[i] + share * (readings_[i + 1] - readings_[i]);
}

Minutes Season::time_at(double reading) const {
    if (reading >= readings_.back()) {
        const double later = (reading - readings_.back()) / mean_rate_;
        return later > 1e8 ? 200000000 : starts_.back() + full_minutes(later);
    }
    if (reading <= readings_.front())
        return starts_.front() - full_minutes((readings_.front() - reading) / mean_rate_);
    const auto after = std::upper_bound(readings_.begin(), readings_.end(), reading);
    const std::size_t i = static_cast<std::size_t>(after - readings_.begin()) - 1;
    const double width = readings_[i + 1] - readings_[i];
    const double share = width > 0 ? (reading - readings_[i]) / width : 0;
    return starts_[i] + full_minutes(share * (starts_[i + 1] - starts_[i]));
}

}  // namespace headroom
