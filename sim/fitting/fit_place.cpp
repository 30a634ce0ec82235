#include "sim/fitting/fit_place.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

#include "sim/authority/authority.hpp"
#include "sim/engine/draws.hpp"
#include "sim/engine/elementary.hpp"
#include "sim/families/pathway.hpp"
#include "sim/fitting/fitted_setting.hpp"
#include "sim/fitting/quantile.hpp"
#include "sim/places/position.hpp"
#include "sim/places/teaching_team.hpp"

namespace headroom {

namespace {

constexpr std::uint32_t first_guess = 1;  // purpose of the draws of members before any figure is seen
constexpr int settling_months = 12;
constexpr std::uint32_t futures_of_few = 16;  // that the digest of the model looks at
constexpr Date any_start = {2025, 4, 1};      // a year's figures begin in April

// Of open families' enquiries and of referrals come about as many assessments as are published in the median
// authority; beyond those, reviews update them, and where they are short, referrals are answered without one.
void start_assessments(Settings& settings, const PlaceFigures& place) {
    const double acted_on = place[Figure::referrals].value * (1 - settings.no_further_action_percent / 100);
    const double for_enquiries =
        place[Figure::s47_enquiries].value * (1 - settings.s47_at_referral_percent / 100);
    const double beyond = place[Figure::assessments].value - acted_on - for_enquiries;
    // Those that do not end a plan: in a steady year as many end as start.
    const double in_need =
        settings.in_need_plans_open * 12 / settings.in_need_review_months - settings.in_need_plans_per_year;
    const double protection = settings.protection_plans_open * 12 / settings.protection_review_high_months -
                              place[Figure::protection_plans_started].value;
    const double reviews = std::max(0.0, in_need) + std::max(0.0, protection);
    if (acted_on > 0) settings.no_assessment_percent = std::clamp(-100 * beyond / acted_on, 2.0, 40.0);
    if (reviews > 0)
        settings.assessed_again_at_review_percent = std::clamp(100 * beyond / reviews, 2.0, 80.0);
}

// Where a fit begins: at what lasts of the figures, with who holds whom as the cases tell. Cases beyond those
// on plans, in care and in assessment are light, long help; cases missing there are held by others.
Settings settings_to_fit(const PlaceFigures& place) {
    Settings settings = settings_from_figures(place);
    const double cared_for = settings.in_need_plans_open + settings.looked_after_open;
    const double accounted_for = cared_for + settings.protection_plans_open + settings.assessment_open;
    const double beyond = place[Figure::cases].value - accounted_for;
    const double brief_a_year = settings.referrals_per_year * (1 - settings.no_further_action_percent / 100) *
                                Pathway(settings).brief_help();
    const double light = std::max(0.0, beyond) / (settings.light_help_months / 12);
    if (brief_a_year > 0) settings.light_help_percent = std::clamp(100 * light / brief_a_year, 3.0, 80.0);
    if (cared_for > 0) settings.held_by_others_percent = std::clamp(-100 * beyond / cared_for, 3.0, 80.0);
    start_assessments(settings, place);
    return settings;
}

// Every member apart from the others by as much as is open before the figures are seen.
EnsembleRows first_members(const PlaceFigures& place, const FitOptions& options) {
    const Settings start = settings_to_fit(place);
    const auto rows = fitted_settings();
    EnsembleRows members(static_cast<int>(rows.size()), options.members);
    const RandomStreams streams(options.seed, 0);
    for (int member = 0; member < options.members; ++member) {
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const Draw draw = streams.draw(static_cast<std::uint32_t>(member), first_guess,
                                           static_cast<std::uint32_t>(i) / 4);
            members.at(static_cast<int>(i), member) = on_scale(rows[i], start.*rows[i].value) +
                                                      rows[i].spread * draw.normal(static_cast<int>(i % 4));
        }
    }
    return members;
}

std::vector<std::vector<double>> values_of(const EnsembleRows& rows) {
    std::vector<std::vector<double>> values(static_cast<std::size_t>(rows.members));
    for (int member = 0; member < rows.members; ++member) {
        for (int i = 0; i < rows.rows; ++i)
            values[static_cast<std::size_t>(member)].push_back(
                off_scale(fitted_settings()[static_cast<std::size_t>(i)], rows.at(i, member)));
    }
    return values;
}

// Members with what is open besides.
Ensemble ensemble_of(std::vector<std::vector<double>> values) {
    Ensemble ensemble;
    for (const FittedSetting& setting : fitted_settings())
        ensemble.moved.push_back(find_setting(setting.key));
    ensemble.members = std::move(values);
    add_open_assumptions(ensemble);
    return ensemble;
}

CompactMembers made_compact(const EnsembleRows& rows) {
    std::vector<double> least, greatest;
    for (const FittedSetting& setting : fitted_settings()) {
        least.push_back(setting.low);
        greatest.push_back(setting.high);
    }
    return compact_members(values_of(rows), least, greatest);
}

EnsembleRows members_of(const CompactMembers& compact) {
    const std::vector<std::vector<double>> values = values_of(compact);
    const auto settings = fitted_settings();
    EnsembleRows rows(static_cast<int>(settings.size()), static_cast<int>(values.size()));
    for (int member = 0; member < rows.members; ++member)
        for (std::size_t i = 0; i < settings.size(); ++i)
            rows.at(static_cast<int>(i), member) =
                on_scale(settings[i], values[static_cast<std::size_t>(member)][i]);
    return rows;
}

// The year's referrals are those published: no year's weather while fitting.
Settings without_weather(Settings settings) {
    settings.demand_shock_log_sd = settings.years_differ_percent = 0;
    return settings;
}

constexpr double least_strain = 0.01;

// The figures of fit_targets(), and the strain of the year.
std::vector<double> live(const Settings& settings, std::uint64_t seed, std::uint32_t future) {
    Authority authority(settings, Policy{}, any_start, settling_months, fitted_months);
    authority.settle(seed, future);
    const std::vector<DatedPolicy> as_now(1);
    const std::vector<Shock> none;
    const Series& series = authority.run({&settings, as_now, none});
    std::vector<double> found;
    for (const FitTarget& target : fit_targets()) found.push_back(target.found(series));
    found.push_back(series.over(Measure::strain, fitted_months - 12, fitted_months));
    return found;
}

std::vector<Settings> settings_of_members(const Ensemble& ensemble, const Settings& start) {
    std::vector<Settings> settings;
    for (std::size_t member = 0; member < ensemble.members.size(); ++member)
        settings.push_back(without_weather(ensemble.with_member(start, static_cast<int>(member))));
    return settings;
}

// What the members give, each in its own future of this round: figures x members, in the targets' units.
EnsembleRows live_members(const std::vector<Settings>& members, const FitOptions& options, int round,
                          const ForEach& for_each) {
    EnsembleRows found(static_cast<int>(fit_targets().size()) + 1, options.members);
    for_each(options.members, [&](int member) {
        const std::uint32_t future = static_cast<std::uint32_t>(round * options.members + member);
        const std::vector<double> figures =
            live(members[static_cast<std::size_t>(member)], options.seed, future);
        for (int k = 0; k < found.rows; ++k) found.at(k, member) = figures[static_cast<std::size_t>(k)];
    });
    return found;
}

bool is_left_out(const FitTarget& target, const FitOptions& options) {
    const auto is_out = [&](Figure figure) {
        return std::ranges::find(options.left_out, figure) != options.left_out.end();
    };
    return is_out(target.figure) || is_out(target.whole);
}

// What the members are moved towards: the place's figures, then the usual strain.
Observed to_move_towards(const PlaceFigures& lasting) {
    Observed observed = observed_of(lasting);
    observed.values.push_back(natural_log(usual_strain));
    observed.errors.push_back(strain_log_sd);
    return observed;
}

// A figure that is left out is as published in every member, which moves nothing.
EnsembleRows as_compared(const EnsembleRows& found, const PlaceFigures& place, const FitOptions& options) {
    EnsembleRows told(found.rows, found.members);
    const int figures = found.rows - 1;
    for (int member = 0; member < found.members; ++member)
        told.at(figures, member) = natural_log(std::max(found.at(figures, member), least_strain));
    for (int k = 0; k < figures; ++k) {
        const FitTarget& target = fit_targets()[static_cast<std::size_t>(k)];
        const bool counts = !is_left_out(target, options);
        for (int member = 0; member < found.members; ++member)
            told.at(k, member) =
                compared(target, counts ? found.at(k, member) : std::nan(""), published(target, place));
    }
    return told;
}

// Values of one figure over the members that gave one, in order.
std::vector<double> in_order(const EnsembleRows& found, int figure) {
    std::vector<double> values;
    for (int member = 0; member < found.members; ++member)
        if (std::isfinite(found.at(figure, member))) values.push_back(found.at(figure, member));
    std::sort(values.begin(), values.end());
    return values;
}

double mean_of(const std::vector<double>& values) {
    double sum = 0;
    for (const double value : values) sum += value;
    return values.empty() ? std::nan("") : sum / static_cast<double>(values.size());
}

std::vector<FittedFigure> figures_of(const PlaceToFit& place, const FitOptions& options,
                                     const EnsembleRows& before, const EnsembleRows& after) {
    const Observed observed = observed_of(place.lasting);
    const EnsembleRows told = as_compared(after, place.lasting, options);
    std::vector<FittedFigure> figures;
    for (int k = 0; k + 1 < after.rows; ++k) {
        const std::size_t figure = static_cast<std::size_t>(k);
        const FitTarget& target = fit_targets()[figure];
        if (is_left_out(target, options)) continue;
        const std::vector<double> values = in_order(after, k);
        const FigureValue source = place.figures[target.figure];
        const double off = std::abs(told.mean(k) - observed.values[figure]) / observed.errors[figure];
        figures.push_back({&target, published(target, place.figures), published(target, place.lasting),
                           source.year, source.from, mean_of(in_order(before, k)), mean_of(values),
                           quantile_of(values, 0.1), quantile_of(values, 0.9), off});
    }
    return figures;
}

}  // namespace

CompactMembers widened(const CompactMembers& compact) {
    EnsembleRows members = members_of(compact);
    for (int i = 0; i < members.rows; ++i) {
        const double middle = members.mean(i);
        for (int member = 0; member < members.members; ++member)
            members.at(i, member) = middle + widening * (members.at(i, member) - middle);
    }
    return made_compact(members);
}

std::uint64_t model_digest() {
    // What is off elsewhere and may be fitted; and a small place in many futures, where what is rare shows.
    Settings settings, few = teaching_team_settings();
    for (Settings* each : {&settings, &few}) {
        each->held_by_others_percent = each->light_help_percent = 20;
        each->no_assessment_percent = each->assessed_again_at_review_percent = 10;
    }
    std::uint64_t digest = 0xcbf29ce484222325;  // FNV-1a, by numbers
    const auto add = [&](double number) {
        digest = (digest ^ std::bit_cast<std::uint64_t>(number)) * 0x100000001b3;
    };
    for (const double value : live(without_weather(settings), 1, 0)) add(value);
    for (std::uint32_t future = 0; future < futures_of_few; ++future)
        for (const double value : live(without_weather(few), 1, future)) add(value);
    for (const FitTarget& target : fit_targets()) add(target.tolerance);
    add(widening);
    const Ensemble open = ensemble_of({std::vector<double>(fitted_settings().size())});
    for (const double value : open.members.front()) add(value);
    for (const FittedSetting& setting : fitted_settings()) {
        for (const double number : {setting.spread, setting.low, setting.high}) add(number);
    }
    return digest;
}

Fit fit_place(const PlaceToFit& place, const FitOptions& options, const ForEach& for_each,
              const FitProgress& progress) {
    Fit fit{model_digest(), place.figures.code(), place.figures.name(), options, {}, {}, {}, place.own};
    const Observed observed = to_move_towards(place.lasting);
    const Settings start = place.own ? place.own->settings : settings_from_figures(place.figures);
    EnsembleRows members = first_members(place.lasting, options);
    const int rounds = options.assimilations + 1;
    EnsembleRows before, found;
    for (int round = 0; round < rounds; ++round) {
        // As they will be kept, so that the figures are those of what is kept.
        if (round == options.assimilations)
            fit.compact = round > 0 ? widened(made_compact(members)) : made_compact(members);
        fit.ensemble =
            ensemble_of(round == options.assimilations ? values_of(fit.compact) : values_of(members));
        if (fit.own) hold(fit.ensemble, *fit.own);
        found = live_members(settings_of_members(fit.ensemble, start), options, round, for_each);
        progress(round + 1, rounds);
        if (round == 0) before = found;
        if (round == options.assimilations) break;
        assimilate(
            members, as_compared(found, place.lasting, options), observed,
            {static_cast<double>(options.assimilations), options.seed, static_cast<std::uint32_t>(round)});
    }
    fit.figures = figures_of(place, options, before, found);
    return fit;
}

}  // namespace headroom
