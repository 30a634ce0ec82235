#include "sim/futures/results_of.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "build-generated/version.hpp"
#include "sim/futures/inputs_digest.hpp"
#include "sim/scenario/resolved.hpp"

namespace headroom {

namespace {

// Point-major, as the file is: all replications of the first alternative, then of the second.
std::vector<Series> in_point_order(std::vector<Replication>& replications, std::size_t points) {
    std::vector<Series> series;
    series.reserve(points * replications.size());
    for (std::size_t point = 0; point < points; ++point) {
        for (Replication& replication : replications) series.push_back(std::move(replication.series[point]));
    }
    return series;
}

// Under the place a future has in the file, which is its number unless it was lived alone.
std::vector<Failure> failures_of(std::span<const Replication> replications, std::uint64_t seed) {
    std::vector<Failure> failures;
    for (const BrokenBranch& broken : broken_branches(replications)) {
        const std::uint32_t first = replications.front().number;
        failures.push_back(
            {broken.alternative, static_cast<int>(broken.replication - first), seed, broken.reason});
    }
    return failures;
}

// The settings in which the members differ once what was asked for is in place, as each future used them.
MembersUsed members_used(const Scenario& scenario, const std::vector<std::uint32_t>& futures) {
    MembersUsed used;
    if (!scenario.ensemble) return used;
    std::vector<Settings> members;
    for (std::uint32_t number = 0; number < scenario.ensemble->members.size(); ++number)
        members.push_back(scenario.ensemble->of_future(scenario.settings, scenario.fitted_middle, number));
    used.values.resize(futures.size());
    for (const std::uint32_t future : futures)
        used.numbers.push_back(static_cast<int>(future % members.size()));
    for (const SettingRow* row : scenario.ensemble->moved) {
        const double value = members.front().*row->value;
        if (std::ranges::all_of(members, [&](const Settings& one) { return one.*row->value == value; }))
            continue;
        used.keys.emplace_back(row->key);
        for (std::size_t i = 0; i < futures.size(); ++i)
            used.values[i].push_back(members[futures[i] % members.size()].*row->value);
    }
    return used.keys.empty() ? MembersUsed{} : used;
}

// The same for more teams; those that this future did not have are without values.
Series with_teams(const Series& narrow, int teams) {
    Series wide(narrow.months(), teams);
    wide.set_first_part(narrow.first_part());
    for (const MeasureRow& row : measure_rows()) {
        const std::span<const double> own = narrow.of(row.measure);
        std::copy(own.begin(), own.end(), wide.of(row.measure).begin());
    }
    for (int measure = 0; measure < team_measure_count; ++measure) {
        const std::span<const double> own = narrow.team(static_cast<TeamMeasure>(measure));
        for (int team = 0; team < teams; ++team) {
            for (int month = 0; month < narrow.months(); ++month) {
                const auto at = static_cast<std::size_t>(team * narrow.months() + month);
                wide.team(static_cast<TeamMeasure>(measure), team, month) =
                    team < narrow.teams() ? own[at] : std::nan("");
            }
        }
    }
    return wide;
}

bool differ_by_events_only(const std::vector<Alternative>& alternatives) {
    const std::uint64_t first = decisions_digest(alternatives.front());
    return alternatives.size() > 1 &&
           std::all_of(alternatives.begin(), alternatives.end(),
                       [first](const Alternative& one) { return decisions_digest(one) == first; });
}

}  // namespace

StudyResults origin_of(const Scenario& scenario, std::string created_by) {
    StudyResults origin;
    origin.replications = scenario.replications;
    origin.months = scenario.months;
    origin.start = scenario.start;
    origin.seed = scenario.seed;
    origin.question_text = scenario.text;
    origin.question = scenario.question;
    origin.scenario_text = resolved_question(scenario);
    origin.authority = scenario.authority;
    origin.created_by = std::move(created_by);
    origin.headroom_version = headroom_version();
    origin.git_commit = headroom_git_commit();
    origin.notes = scenario.fallbacks;
    if (scenario.ensemble) origin.fitted_sets = static_cast<int>(scenario.ensemble->members.size());
    origin.fit_figures = scenario.fit_figures;
    origin.contradictions = scenario.contradictions;
    std::vector<std::uint32_t> futures(static_cast<std::size_t>(scenario.replications));
    std::iota(futures.begin(), futures.end(), 0u);
    origin.members = members_used(scenario, futures);
    return origin;
}

StudyResults results_of(const Scenario& scenario, std::vector<Replication> replications,
                        std::string created_by) {
    StudyResults results = origin_of(scenario, std::move(created_by));
    for (const Alternative& alternative : scenario.alternatives)
        results.point_names.push_back(alternative.name);
    results.replications = static_cast<int>(replications.size());
    std::vector<std::uint32_t> futures;
    for (const Replication& replication : replications) futures.push_back(replication.number);
    results.members = members_used(scenario, futures);
    results.events_only = differ_by_events_only(scenario.alternatives);
    results.failures = failures_of(replications, scenario.seed);
    results.series = in_point_order(replications, results.point_names.size());
    for (const Series& series : results.series) results.teams = std::max(results.teams, series.teams());
    // Futures of a fitted authority may differ in how many teams there are.
    for (Series& series : results.series) {
        if (series.teams() < results.teams) series = with_teams(series, results.teams);
    }
    return results;
}

std::string_view date_of(const StudyResults& results) {
    return results.git_commit == headroom_git_commit() ? headroom_commit_date() : std::string_view();
}

}  // namespace headroom
