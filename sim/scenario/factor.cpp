#include "sim/scenario/factor.hpp"

#include <algorithm>
#include <cmath>

#include "sim/engine/whole_part.hpp"
#include "sim/text/fault.hpp"

namespace headroom {

namespace {

// The inverse of the distribution function of a triangle from low over peak to high; only arithmetic that
// every processor rounds alike.
double in_triangle(double low, double peak, double high, double share) {
    const double width = high - low;
    if (width <= 0) return low;
    const double below = (peak - low) / width;
    if (share < below) return low + std::sqrt(share * width * (peak - low));
    return high - std::sqrt((1 - share) * width * (high - peak));
}

double share_in_triangle(double low, double peak, double high, double value) {
    const double width = high - low;
    if (width <= 0) return 0;
    if (value < peak) return (value - low) * (value - low) / (width * (peak - low));
    return high > peak ? 1 - (high - value) * (high - value) / (width * (high - peak)) : 1;
}

std::size_t place_of_share(double share, std::size_t places) {
    const auto place = whole_part<std::size_t>(std::max(0.0, share) * static_cast<double>(places));
    return std::min(place, places - 1);
}

double middle_of_place(std::size_t place, std::size_t places) {
    return (static_cast<double>(place) + 0.5) / static_cast<double>(places);
}

Factor of_setting(const SettingRow& row, const Settings& settings) {
    Factor factor;
    factor.key = row.key;
    factor.meaning = row.meaning;
    factor.unit = row.unit;
    factor.setting = row.value;
    factor.usual = settings.*row.value;
    return factor;
}

Factor of_dial(const Dial& dial) {
    Factor factor;
    factor.key = dial.key;
    factor.meaning = dial.meaning;
    factor.unit = dial.value.unit;
    factor.words = dial.value.words;
    factor.dial = &dial;
    return factor;
}

}  // namespace

double Factor::value_at(double share) const {
    if (spread == Spread::fixed) return listed.front();
    if (spread == Spread::listed) return listed[place_of_share(share, listed.size())];
    if (spread == Spread::whole_numbers) return low + static_cast<double>(place_of_share(share, steps()));
    if (share == share_of_usual() && usual >= low && usual <= high) return usual;
    if (spread == Spread::triangular) return in_triangle(low, usual, high, share);
    return std::clamp(low + share * (high - low), low, high);
}

double Factor::share_of_usual() const {
    switch (spread) {
        case Spread::fixed: return 0;
        case Spread::uniform: return high > low ? std::clamp((usual - low) / (high - low), 0.0, 1.0) : 0;
        case Spread::triangular: return std::clamp(share_in_triangle(low, usual, high, usual), 0.0, 1.0);
        case Spread::whole_numbers:
            return middle_of_place(place_of_share((usual - low + 0.5) / (high - low + 1), steps()), steps());
        case Spread::listed: {
            const auto found = std::find(listed.begin(), listed.end(), usual);
            const auto place = found == listed.end() ? 0 : found - listed.begin();
            return middle_of_place(static_cast<std::size_t>(place), listed.size());
        }
    }
    return 0;
}

std::size_t Factor::steps() const {
    if (spread == Spread::whole_numbers) return whole_part<std::size_t>(high - low) + 1;
    if (spread == Spread::listed) return listed.size();
    return spread == Spread::fixed ? 1 : 0;
}

Factor factor_of(const std::string& key, const Settings& settings) {
    if (const SettingRow* row = find_setting(key)) return of_setting(*row, settings);
    const Dial* dial = find_dial(key);
    return dial ? of_dial(*dial) : Factor{};
}

Shape shape_of(const Factor& factor) {
    if (factor.dial) return factor.dial->value;
    const SettingRow& row = *find_setting(factor.key);
    return row_shape(row.low, row.high, row.unit);
}

std::string written(const Factor& factor, double value) {
    if (!(value >= 0)) return number_text(value);
    const auto place = whole_part<std::size_t>(value);
    return place < factor.words.size() ? factor.words[place] : normal_text(shape_of(factor), value);
}

}  // namespace headroom
