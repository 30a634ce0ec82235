#include "analysis/sensitivity/sensitivity.hpp"
#include "analysis/words/json.hpp"
#include "analysis/words/study_words.hpp"

namespace headroom {

namespace {

// One number of a finding: of a factor, of a pair of them, or of all together.
struct Number {
    std::string index;   // "first", "total", "mu_star", ...
    std::string factor;  // its key; empty: of all
    std::string with;    // the other of a pair
    Index value;
};

std::string estimator_of(std::string_view index) {
    if (index == "first" || index == "all_first") return "Saltelli et al. 2010";
    if (index == "total") return "Jansen 1999";
    if (index == "second") return "Saltelli 2002";
    if (index == "mu" || index == "sigma") return "Morris 1991";
    if (index == "mu_star") return "Campolongo et al. 2007";
    if (index == "srrc" || index == "r_squared_ranks") return "least squares of ranks";
    return "least squares";
}

std::vector<Number> numbers_of(const SobolIndices& found, const std::vector<WorldFactor>& factors) {
    std::vector<Number> all;
    for (std::size_t i = 0; i < factors.size(); ++i) {
        all.push_back({"first", factors[i].key, "", found.first[i]});
        all.push_back({"total", factors[i].key, "", found.total[i]});
    }
    for (const PairIndex& pair : found.pairs)
        all.push_back({"second", factors[pair.one].key, factors[pair.other].key, pair.index});
    all.push_back({"all_first", "", "", found.all_first});
    return all;
}

std::vector<Number> numbers_of(const std::vector<ElementaryEffects>& found,
                               const std::vector<WorldFactor>& factors) {
    std::vector<Number> all;
    for (std::size_t i = 0; i < factors.size(); ++i) {
        all.push_back({"mu", factors[i].key, "", found[i].mean});
        all.push_back({"mu_star", factors[i].key, "", found[i].size});
        all.push_back({"sigma", factors[i].key, "", found[i].spread});
    }
    return all;
}

std::vector<Number> numbers_of(const Regressions& found, const std::vector<WorldFactor>& factors) {
    std::vector<Number> all;
    for (std::size_t i = 0; i < factors.size(); ++i) {
        all.push_back({"src", factors[i].key, "", found.values.coefficients[i]});
        all.push_back({"srrc", factors[i].key, "", found.ranks.coefficients[i]});
    }
    all.push_back({"r_squared", "", "", {found.values.explained, {}}});
    all.push_back({"r_squared_adjusted", "", "", {found.values.explained_adjusted, {}}});
    all.push_back({"r_squared_ranks", "", "", {found.ranks.explained, {}}});
    return all;
}

std::vector<Number> numbers_of(const Finding& finding, const std::vector<WorldFactor>& factors) {
    return std::visit([&](const auto& found) { return numbers_of(found, factors); }, finding.found);
}

// Units that an interval was resampled over, and those that could not be.
struct Counted {
    int used, dropped;
};

Counted counted_in(const Finding& finding) {
    if (const auto* indices = std::get_if<SobolIndices>(&finding.found))
        return {indices->base_rows, indices->dropped};
    const int known = finding.worlds.worlds_with_value();
    return {known, static_cast<int>(finding.worlds.means.size()) - known};
}

std::string json_of(const Number& number) {
    Joined object('{');
    object.add("index", json_quoted(number.index));
    object.add("factor", number.factor.empty() ? "null" : json_quoted(number.factor));
    if (!number.with.empty()) object.add("with", json_quoted(number.with));
    return object.add("value", number.value.value)
        .add("interval_95", json_of(number.value.within))
        .add("estimator", json_quoted(estimator_of(number.index)))
        .closed();
}

std::string json_of(const StudyTable& table, const Finding& finding, const Sensitivity& sensitivity) {
    Joined numbers('[');
    for (const Number& number : numbers_of(finding, sensitivity.factors)) numbers.add("\n" + json_of(number));
    const Counted counted = counted_in(finding);
    return Joined('{')
        .add("period", json_quoted(period_words(table, finding.looked_at.period)))
        .add("from", json_quoted(period_start(table, finding.looked_at.period)))
        .add("mean", mean_of(known_of(finding.worlds.means)))
        .add("variance_between_worlds", finding.worlds.variance)
        .add("chance_share_of_variance", finding.worlds.chance_share)
        .add("futures_without_value", finding.worlds.without_value)
        .add(sensitivity.method == Method::sobol ? "base_rows" : "worlds_used", counted.used)
        .add(sensitivity.method == Method::sobol ? "base_rows_dropped" : "worlds_dropped", counted.dropped)
        .add("indices", numbers.closed())
        .closed();
}

std::string json_of_factors(const Sensitivity& sensitivity) {
    Joined factors('[');
    for (const WorldFactor& factor : sensitivity.factors) {
        Joined object('{');
        object.add("key", json_quoted(factor.key)).add("name", json_quoted(factor.name));
        if (factor.is_choice())
            object.add("words", json_of_texts(factor.words));
        else
            object.add("unit", json_quoted(factor.unit)).add("low", factor.low).add("high", factor.high);
        factors.add(object.closed());
    }
    return factors.closed();
}

}  // namespace

std::string sensitivity_json(const StudyTable& table, const Sensitivity& sensitivity) {
    const StudyDesign& design = table.origin.design;
    const LookedAt& looked_at = sensitivity.findings.front().looked_at;
    const auto name = [&](int policy) {
        return json_quoted(design.policy_names[static_cast<std::size_t>(policy)]);
    };
    Joined periods('[');
    for (const Finding& finding : sensitivity.findings) periods.add(json_of(table, finding, sensitivity));
    return Joined('{')
        .add("measure", json_quoted(table.measure))
        .add("unit", json_quoted(table.unit))
        .add("definition", json_quoted(table.definition))
        .add("policy", name(looked_at.policy))
        .add("against", looked_at.against ? name(*looked_at.against) : "null")
        .add("method", json_quoted(word_of(sensitivity.method)))
        .add("design", json_quoted(design.kind))
        .add("worlds", design.worlds)
        .add("futures_a_world", table.origin.replications)
        .add("seed", std::to_string(table.origin.seed))
        .add("headroom_version", json_quoted(table.origin.headroom_version))
        .add("factors", json_of_factors(sensitivity))
        .add("periods", periods.closed())
        .closed();
}

Csv sensitivity_columns() {
    return Csv({"measure", "unit", "policy", "against", "period", "from", "method", "index", "factor", "name",
                "with", "value", "low_95", "high_95", "estimator", "chance_share"});
}

void add_lines(Csv& csv, const StudyTable& table, const Sensitivity& sensitivity) {
    const StudyDesign& design = table.origin.design;
    const auto name = [&](int policy) { return design.policy_names[static_cast<std::size_t>(policy)]; };
    const auto name_of_factor = [&](const std::string& key) {
        for (const WorldFactor& factor : sensitivity.factors) {
            if (factor.key == key) return factor.name;
        }
        return std::string();
    };
    for (const Finding& finding : sensitivity.findings) {
        for (const Number& number : numbers_of(finding, sensitivity.factors)) {
            csv.cell(table.measure).cell(table.unit).cell(name(finding.looked_at.policy));
            csv.cell(finding.looked_at.against ? name(*finding.looked_at.against) : "");
            csv.cell(period_words(table, finding.looked_at.period));
            csv.cell(period_start(table, finding.looked_at.period)).cell(word_of(sensitivity.method));
            csv.cell(number.index).cell(number.factor).cell(name_of_factor(number.factor)).cell(number.with);
            csv.cell(number.value.value).cell(number.value.within.low).cell(number.value.within.high);
            csv.cell(estimator_of(number.index)).cell(finding.worlds.chance_share).end_line();
        }
    }
}

}  // namespace headroom
