#include "analysis/discovery/box.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/words/number_words.hpp"
#include "sim/engine/whole_part.hpp"

namespace headroom {

bool Limit::holds(double value) const {
    if (words.empty()) return low <= value && value <= high;
    return words[whole_part<std::size_t>(value)];
}

bool Limit::restricts() const {
    if (words.empty()) return std::isfinite(low) || std::isfinite(high);
    return std::find(words.begin(), words.end(), false) != words.end();
}

Box Box::everywhere(const std::vector<WorldFactor>& factors) {
    Box box;
    for (const WorldFactor& factor : factors) {
        box.limits.emplace_back();
        box.limits.back().words.assign(factor.words.size(), true);
    }
    return box;
}

std::vector<bool> Box::inside(const Cases& cases) const {
    std::vector<bool> all(cases.size(), true);
    for (std::size_t factor = 0; factor < limits.size(); ++factor) {
        if (!limits[factor].restricts()) continue;
        for (std::size_t i = 0; i < cases.size(); ++i)
            all[i] = all[i] && limits[factor].holds(cases.factors[factor].values[i]);
    }
    return all;
}

bool Box::restricts_any() const {
    return std::any_of(limits.begin(), limits.end(), [](const Limit& limit) { return limit.restricts(); });
}

std::string words_of(const Limit& limit, const WorldFactor& factor) {
    if (!limit.restricts()) return "";
    std::string text;
    for (std::size_t word = 0; word < limit.words.size(); ++word) {
        if (limit.words[word]) text += (text.empty() ? "" : " or ") + factor.words[word];
    }
    if (factor.is_choice()) return text;
    if (!std::isfinite(limit.high)) return "above " + plain_words(limit.low);
    if (!std::isfinite(limit.low)) return "below " + plain_words(limit.high);
    return plain_words(limit.low) + " to " + plain_words(limit.high);
}

}  // namespace headroom
