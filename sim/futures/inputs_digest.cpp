#include "sim/futures/inputs_digest.hpp"

#include <variant>

#include "sim/futures/digest.hpp"
#include "sim/measures/series.hpp"

namespace headroom {

namespace {

void add_number(Digest& digest, auto number) {
    digest.add(static_cast<std::uint64_t>(number));
}

template <class Owner>
void add_fields(Digest& digest, const Owner& owner) {
    for (const Field<Owner>& field : Owner::fields()) digest.add(owner.*field.value);
}

void add_limit(Digest& digest, const CaseloadLimit& limit) {
    add_number(digest, limit.rule.index());
    std::visit([&](const auto& rule) { add_fields(digest, rule); }, limit.rule);
    add_number(digest, limit.unit);
    add_number(digest, limit.overflow);
    add_number(digest, limit.exempt_stages);
    add_fields(digest, limit);
}

void add_policy(Digest& digest, const Policy& policy) {
    // Taken apart by name, so that a lever added to Policy does not compile until it is added here.
    const auto& [caseload_limit, allocation, agency, posts, recruitment, retention, practice] = policy;
    add_limit(digest, caseload_limit);
    add_number(digest, allocation.choice);
    add_fields(digest, allocation);
    add_fields(digest, agency);
    add_fields(digest, posts);
    add_fields(digest, recruitment);
    add_fields(digest, retention);
    add_fields(digest, practice);
}

void add_settings(Digest& digest, const Settings& settings) {
    for (const SettingRow& row : setting_rows()) digest.add(settings.*row.value);
}

void add_decisions(Digest& digest, const Alternative& alternative) {
    add_number(digest, alternative.policies.size());
    for (const DatedPolicy& dated : alternative.policies) {
        add_number(digest, dated.from_month);
        add_policy(digest, dated.policy);
    }
}

void add_alternative(Digest& digest, const Alternative& alternative) {
    add_decisions(digest, alternative);
    add_number(digest, alternative.shocks.size());
    for (const auto& [kind, from_month, months, size, as_severe] : alternative.shocks) {
        add_number(digest, kind);
        digest.add(from_month);
        digest.add(months);
        digest.add(size);
        digest.add(as_severe);
    }
    add_settings(digest, alternative.settings);
}

void add_ensemble(Digest& digest, const Ensemble& ensemble, const Settings& middle) {
    add_settings(digest, middle);
    for (const SettingRow* row : ensemble.moved) digest.add(row->key);
    for (const std::vector<double>& member : ensemble.members) {
        for (const double value : member) digest.add(value);
    }
}

void add_settling(Digest& digest, const Scenario& scenario) {
    add_number(digest, scenario.start.days_since_1970());
    add_number(digest, scenario.months);
    add_number(digest, scenario.settling_months);
    digest.add(scenario.seed);
    add_settings(digest, scenario.settings);
    add_policy(digest, scenario.today);
    if (scenario.ensemble) add_ensemble(digest, *scenario.ensemble, scenario.fitted_middle);
}

}  // namespace

std::uint64_t settling_digest(const Scenario& scenario) {
    Digest digest;
    add_settling(digest, scenario);
    return digest.value();
}

std::uint64_t branch_digest(const Scenario& scenario, const Alternative& alternative) {
    Digest digest;
    add_settling(digest, scenario);
    add_alternative(digest, alternative);
    return digest.value();
}

std::uint64_t inputs_digest(const Scenario& scenario, std::string_view program) {
    Digest digest;
    digest.add(program);
    for (const MeasureRow& row : measure_rows()) digest.add(row.name);
    add_settling(digest, scenario);
    add_number(digest, scenario.alternatives.size());
    for (const Alternative& alternative : scenario.alternatives) add_alternative(digest, alternative);
    return digest.value();
}

std::uint64_t decisions_digest(const Alternative& alternative) {
    Digest digest;
    add_decisions(digest, alternative);
    add_settings(digest, alternative.settings);
    return digest.value();
}

}  // namespace headroom
