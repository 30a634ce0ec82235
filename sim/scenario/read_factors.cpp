#include "sim/scenario/read_factors.hpp"

#include <algorithm>

#include "sim/scenario/study_shape.hpp"
#include "sim/settings/evidence_range.hpp"
#include "sim/text/fault.hpp"
#include "sim/text/json_values.hpp"

namespace headroom {

namespace {

using nlohmann::json;

bool takes_whole_numbers(const Factor& factor) {
    return shape_of(factor).sort == Shape::Sort::whole;
}

bool has_ranges(const Factor& factor) {
    return takes_whole_numbers(factor) || shape_of(factor).sort == Shape::Sort::number;
}

// The number that stands for a value: a word stands as its place.
std::optional<double> number_of(const Factor& factor, const json& value) {
    if (value.is_boolean()) return value.get<bool>() ? 1 : 0;
    if (value.is_number()) return value.get<double>();
    if (!value.is_string()) return std::nullopt;
    const auto found = std::find(factor.words.begin(), factor.words.end(), value.get<std::string>());
    if (found == factor.words.end()) return std::nullopt;
    return static_cast<double>(found - factor.words.begin());
}

void spread_evenly(Factor& factor, double low, double high) {
    factor.spread = takes_whole_numbers(factor) ? Spread::whole_numbers : Spread::uniform;
    factor.low = low;
    factor.high = high;
    if (!factor.setting) factor.usual = low;
}

void spread_as_evidence(Factor& factor) {
    if (const EvidenceRange* range = find_evidence_range(factor.key))
        spread_evenly(factor, range->low, range->high);
}

void spread_over_list(Factor& factor, const json& values, const ValuePath& path, Findings& findings) {
    factor.spread = Spread::listed;
    for (std::size_t place = 0; place < values.size(); ++place) {
        const auto number = number_of(factor, values[place]);
        if (!number) continue;  // told as a misfit already
        if (std::find(factor.listed.begin(), factor.listed.end(), *number) != factor.listed.end())
            findings.add(step_into(path, place), written(factor, *number) + " again", "a value of its own");
        factor.listed.push_back(*number);
    }
    if (factor.listed.empty()) return;
    const auto [least, most] = std::minmax_element(factor.listed.begin(), factor.listed.end());
    factor.low = *least;
    factor.high = *most;
    if (!factor.setting) factor.usual = factor.listed.front();
}

void read_range(Factor& factor, const json& group, const ValuePath& path, Findings& findings) {
    const json& from = member_of(group, "from");
    const json& to = member_of(group, "to");
    if (!from.is_number() || !to.is_number()) {
        const bool is_told = !from.is_null() && !to.is_null();
        if (!is_told)
            findings.add(path, "without a range", "a group with \"from\" and \"to\", or with \"values\"");
        return;
    }
    spread_evenly(factor, from.get<double>(), to.get<double>());
    if (factor.low > factor.high) {
        findings.add(step_into(path, "to"), number_text(factor.high),
                     "no less than \"from\", " + number_text(factor.low));
        return;
    }
    if (text_or(member_of(group, "prior"), "uniform") != "triangular") return;
    const json& peak = member_of(group, "most_likely");
    if (factor.spread == Spread::whole_numbers || (!factor.setting && !peak.is_number())) {
        findings.add(step_into(path, "prior"), "\"triangular\"",
                     factor.spread == Spread::whole_numbers
                         ? "\"uniform\" for what is counted in whole numbers"
                         : "a \"most_likely\" value beside it, since a decision has no usual one");
        return;
    }
    factor.spread = Spread::triangular;
    factor.usual = number_or(peak, factor.usual);
    if (factor.usual < factor.low || factor.usual > factor.high) {
        findings.add(
            step_into(path, "most_likely"), number_text(factor.usual),
            "a value within the range, from " + number_text(factor.low) + " to " + number_text(factor.high));
    }
}

void read_spread(Factor& factor, const json& value, const ValuePath& path, Findings& findings) {
    if (value == "evidence" && factor.words.empty()) return spread_as_evidence(factor);
    if (!value.is_object()) {
        if (const auto number = number_of(factor, value)) factor.listed = {*number};
        factor.low = factor.high = factor.usual = factor.listed.empty() ? 0 : factor.listed.front();
        return;
    }
    const json& values = member_of(value, "values");
    if (!values.is_array()) {
        if (has_ranges(factor) && values.is_null()) read_range(factor, value, path, findings);
        return;
    }
    if (value.size() > 1)
        findings.add(step_into(path, "values"), "beside other keys", "either a range or \"values\"");
    spread_over_list(factor, values, step_into(path, "values"), findings);
}

std::vector<Factor> all_assumptions(const Settings& settings) {
    std::vector<Factor> factors;
    for (const EvidenceRange& range : evidence_ranges()) {
        factors.push_back(factor_of(std::string(range.key), settings));
        spread_as_evidence(factors.back());
    }
    return factors;
}

bool is_complete(const Factor& factor) {
    return (factor.spread != Spread::fixed && factor.spread != Spread::listed) || !factor.listed.empty();
}

}  // namespace

std::vector<Factor> read_factors(const json& value, const ValuePath& path, const Settings& settings,
                                 Findings& findings) {
    if (value == all_assumptions_words) return all_assumptions(settings);
    std::vector<Factor> factors;
    if (!value.is_object()) return factors;
    if (member_of(value, all_assumptions_key) == json(true)) factors = all_assumptions(settings);
    for (const auto& [key, spread] : value.items()) {
        Factor factor = factor_of(key, settings);
        if (factor.key.empty()) continue;  // told as an unknown key already
        read_spread(factor, spread, step_into(path, key), findings);
        if (!is_complete(factor)) continue;  // told as a misfit already
        std::erase_if(factors, [&](const Factor& other) { return other.key == factor.key; });
        factors.push_back(std::move(factor));
    }
    return factors;
}

}  // namespace headroom
