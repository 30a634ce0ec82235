#include "sim/scenario/steps.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "sim/scenario/dial.hpp"
#include "sim/text/small_words.hpp"

namespace headroom {

namespace {

using nlohmann::json;

constexpr std::size_t most_alternatives = 100;

bool fits(const Dial& dial, const json& value) {
    if (dial.value.sort == Shape::Sort::word) return value.is_string();
    return value.is_number() || (dial.value.sort == Shape::Sort::yes_no && value.is_boolean());
}

// Each of the alternatives so far with each value of one more key.
std::vector<Alternative> with_steps(const std::vector<Alternative>& so_far, const Dial& dial,
                                    const json& values) {
    std::vector<Alternative> more;
    for (const Alternative& one : so_far) {
        for (const json& value : values) {
            if (!fits(dial, value)) continue;
            Alternative& next = more.emplace_back(one);
            turn(next, dial, value);
            next.name += (next.name.empty() ? "" : ", ") + words_of(dial, value);
        }
    }
    return more;
}

std::size_t combinations(const json& steps) {
    std::size_t product = 1;
    for (const json& values : steps) {
        if (values.is_array() && product <= most_alternatives) product *= values.size();
    }
    return product;
}

}  // namespace

std::vector<Alternative> alternatives_of_steps(const json& steps, const Alternative& start,
                                               Findings& findings) {
    if (!steps.is_object() || steps.empty()) return {};
    // One list that is too long by itself is told as such already.
    const bool is_told = std::any_of(steps.begin(), steps.end(), [](const json& values) {
        return values.is_array() && values.size() > most_alternatives;
    });
    if (is_told) return {};
    if (combinations(steps) > most_alternatives) {
        findings.add(
            "/steps", "more than " + std::to_string(most_alternatives) + " alternatives",
            "fewer values, or fewer keys: every value of one is combined with every value of the others");
        return {};
    }
    std::vector<Alternative> alternatives = {start};
    alternatives.front().name.clear();
    for (const auto& [key, values] : steps.items()) {
        const Dial* dial = find_dial(key);
        if (dial != nullptr && values.is_array()) alternatives = with_steps(alternatives, *dial, values);
    }
    for (Alternative& one : alternatives) one.name = with_capital(std::move(one.name));
    return alternatives;
}

}  // namespace headroom
