#include "analysis/statistics/member_lines.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

#include "analysis/statistics/comparison.hpp"
#include "analysis/statistics/intervals.hpp"
#include "analysis/statistics/student_t.hpp"

namespace headroom {

namespace {

constexpr double false_discoveries = 0.1;  // of what is named
constexpr double chance_beside = 0.05;     // of adding to what is named, where it adds nothing

// Which futures used each member, in the order of their first use.
std::vector<std::vector<std::size_t>> futures_by_member(const std::vector<int>& numbers) {
    std::vector<std::vector<std::size_t>> futures;
    std::map<int, std::size_t> places;
    for (std::size_t future = 0; future < numbers.size(); ++future) {
        const auto [place, is_new] = places.emplace(numbers[future], futures.size());
        if (is_new) futures.emplace_back();
        futures[place->second].push_back(future);
    }
    return futures;
}

std::vector<double> averages(const std::vector<double>& by_future,
                             const std::vector<std::vector<std::size_t>>& members) {
    std::vector<double> all;
    for (const std::vector<std::size_t>& futures : members) {
        std::vector<double> values;
        for (const std::size_t future : futures) values.push_back(by_future[future]);
        all.push_back(mean_of(known_of(values)));
    }
    return all;
}

// The part of the variance that is left between futures of the same member: the model of random effects, by
// the analysis of variance (Searle, Casella and McCulloch, Variance Components, 1992, section 3.6).
double part_by_chance(const std::vector<double>& by_future,
                      const std::vector<std::vector<std::size_t>>& members) {
    double within = 0, squares = 0, futures = 0, counts_squared = 0, different = 0;
    const double mean = mean_of(known_of(by_future));
    for (const std::vector<std::size_t>& used : members) {
        std::vector<double> values;
        for (const std::size_t future : used) values.push_back(by_future[future]);
        values = known_of(values);
        if (values.empty()) continue;
        const double own = mean_of(values), count = static_cast<double>(values.size());
        for (const double value : values) within += (value - own) * (value - own);
        squares += count * (own - mean) * (own - mean);
        futures += count;
        counts_squared += count * count;
        ++different;
    }
    if (different < fewest_members || futures - different < fewest_members)
        return std::numeric_limits<double>::quiet_NaN();
    const double chance = within / (futures - different);
    const double times = (futures - counts_squared / futures) / (different - 1);
    const double unknown = std::max(0.0, (squares / (different - 1) - chance) / times);
    return chance / (chance + unknown);
}

bool is_whole(double a, double b) {
    return std::isfinite(a) && std::isfinite(b);
}

// A setting's values, or an answer's, of the members that count, less their mean.
std::vector<double> about_mean(const std::vector<double>& values, const std::vector<double>& answer) {
    std::vector<double> kept;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (is_whole(values[i], answer[i])) kept.push_back(values[i]);
    }
    const double mean = mean_of(kept);
    for (double& value : kept) value -= mean;
    return kept;
}

double product(std::span<const double> a, std::span<const double> b) {
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i) sum += a[i] * b[i];
    return sum;
}

// Leaves of `values` what a line along `along` does not explain.
void take_away(const std::vector<double>& along, std::vector<double>& values) {
    const double squares = product(along, along);
    const double slope = squares > 0 ? product(along, values) / squares : 0;
    for (std::size_t i = 0; i < values.size(); ++i) values[i] -= slope * along[i];
}

// An answer and settings, each with what the settings before it explain taken away.
struct Remainders {
    std::vector<double> answer;
    std::vector<std::vector<double>> settings;

    Remainders(const MemberTable& table, std::size_t number) : whole_(&table.answers[number]) {
        answer = about_mean(*whole_, *whole_);
    }
    void add(const std::vector<double>& values) {
        std::vector<double> rest = about_mean(values, *whole_);
        for (const std::vector<double>& before : settings) take_away(before, rest);
        take_away(rest, answer);
        settings.push_back(std::move(rest));
    }

private:
    const std::vector<double>* whole_;
};

double chance_of(double t, double freedom) {
    return freedom < 1 || std::isnan(t) ? 1 : 2 * student_t_share_below(-std::abs(t), freedom);
}

// Whether a setting still explains something of an answer once these have been named.
bool adds_something(const MemberTable& table, std::size_t answer, std::span<const ToldEffect> named,
                    std::size_t setting) {
    Remainders rest(table, answer);
    for (const ToldEffect& effect : named) rest.add(table.settings[effect.setting]);
    const double before = product(rest.answer, rest.answer);
    rest.add(table.settings[setting]);
    const double after = product(rest.answer, rest.answer);
    const double freedom = static_cast<double>(rest.answer.size()) - 2 - static_cast<double>(named.size());
    return chance_of(std::sqrt(std::max(0.0, before - after) * freedom / after), freedom) < chance_beside;
}

// The place of every number among them all, equal ones sharing theirs; NaN where either is none.
std::vector<double> ranks_of(const std::vector<double>& values, const std::vector<double>& beside) {
    std::vector<double> sorted;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (is_whole(values[i], beside[i])) sorted.push_back(values[i]);
    }
    std::sort(sorted.begin(), sorted.end());
    std::vector<double> ranks(values.size(), std::numeric_limits<double>::quiet_NaN());
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!is_whole(values[i], beside[i])) continue;
        const auto [first, last] = std::equal_range(sorted.begin(), sorted.end(), values[i]);
        ranks[i] = static_cast<double>((first - sorted.begin()) + (last - sorted.begin())) / 2;
    }
    return ranks;
}

// The larger of the chances of the line and of its ranks (Spearman's), so that a few members far from the
// others cannot make an effect.
double chance_of_both(const std::vector<double>& along, const std::vector<double>& answer, const Line& line) {
    const Line of_ranks = line_through(ranks_of(along, answer), ranks_of(answer, along));
    return std::max(line.chance(), of_ranks.chance());
}

// One line of all that are looked at.
struct Candidate {
    std::size_t setting, answer;
    double chance;
};

std::vector<Candidate> lines_told(const MemberTable& table) {
    std::vector<Candidate> all;
    for (std::size_t setting = 0; setting < table.settings.size(); ++setting) {
        for (std::size_t answer = table.first_answer(); answer < table.answers.size(); ++answer) {
            const std::vector<double>&along = table.settings[setting], &found = table.answers[answer];
            const Line line = line_through(along, found);
            if (line.squares > 0 && line.spread > 0)
                all.push_back({setting, answer, chance_of_both(along, found, line)});
        }
    }
    std::ranges::stable_sort(all, {}, &Candidate::chance);
    std::size_t kept = all.size();
    const auto allowed = [&](std::size_t first) {
        return false_discoveries * static_cast<double>(first) / static_cast<double>(all.size());
    };
    while (kept > 0 && all[kept - 1].chance > allowed(kept)) --kept;
    all.resize(kept);
    return all;
}

// By setting, that with the surest line first.
std::vector<ToldEffect> gathered(const std::vector<Candidate>& lines) {
    std::vector<ToldEffect> effects;
    for (const Candidate& line : lines) {
        auto found = std::ranges::find(effects, line.setting, &ToldEffect::setting);
        if (found == effects.end()) found = effects.insert(found, {line.setting, {}});
        found->answers.push_back(line.answer);
    }
    return effects;
}

}  // namespace

int MemberTable::members() const {
    int known = 0;
    for (std::size_t i = 0; !answers.empty() && i < answers[0].size(); ++i)
        known += std::ranges::all_of(answers, [i](const auto& answer) { return std::isfinite(answer[i]); });
    return known;
}

MemberTable member_table(const StudyResults& results) {
    MemberTable table;
    const MembersUsed& used = results.members;
    if (used.keys.empty()) return table;
    const auto members = futures_by_member(used.numbers);
    for (std::size_t setting = 0; setting < used.keys.size(); ++setting) {
        std::vector<double>& values = table.settings.emplace_back();
        for (const auto& futures : members) values.push_back(used.values[futures[0]][setting]);
    }
    const std::vector<double> first = values_over_run(results, 0, Measure::unmet_per_100);
    for (int point = 0; point < results.points(); ++point) {
        std::vector<double> values = values_over_run(results, point, Measure::unmet_per_100);
        for (std::size_t i = 0; i < values.size() && point > 0; ++i) values[i] -= first[i];
        table.answers.push_back(averages(values, members));
        const double of_futures = variance_of(known_of(values));
        table.between.push_back(of_futures > 0 ? variance_of(known_of(table.answers.back())) / of_futures
                                               : 1);
        table.by_chance.push_back(part_by_chance(values, members));
    }
    return table;
}

double Line::chance() const {
    return chance_of(slope / std::sqrt(error / squares), points - 2);
}

double Line::share() const {
    return std::max(0.0, 1 - error / spread);
}

Estimate Line::at(double value) const {
    const double away = value - middle;
    const double t = student_t_quantile(0.975, points - 2);
    return {mean + slope * away, t * std::sqrt(error * (1.0 / points + away * away / squares))};
}

Line line_through(std::span<const double> along, std::span<const double> answer) {
    Line line;
    for (std::size_t i = 0; i < along.size(); ++i) {
        if (!is_whole(along[i], answer[i])) continue;
        ++line.points;
        line.middle += along[i];
        line.mean += answer[i];
    }
    if (line.points < 3) return line;
    line.middle /= line.points;
    line.mean /= line.points;
    double together = 0, squares_of_answer = 0;
    for (std::size_t i = 0; i < along.size(); ++i) {
        if (!is_whole(along[i], answer[i])) continue;
        const double x = along[i] - line.middle, y = answer[i] - line.mean;
        line.squares += x * x;
        together += x * y;
        squares_of_answer += y * y;
    }
    line.spread = squares_of_answer / (line.points - 1);
    if (line.squares > 0) line.slope = together / line.squares;
    line.error = std::max(0.0, squares_of_answer - line.slope * together) / (line.points - 2);
    return line;
}

std::vector<ToldEffect> told_effects(const MemberTable& table, std::size_t most) {
    std::vector<ToldEffect> named;
    if (table.members() < fewest_members) return named;
    for (const ToldEffect& effect : gathered(lines_told(table))) {
        if (named.size() == most) break;
        const bool is_new = std::ranges::any_of(effect.answers, [&](std::size_t answer) {
            return adds_something(table, answer, named, effect.setting);
        });
        if (is_new) named.push_back(effect);
    }
    return named;
}

double share_together(const MemberTable& table, std::size_t answer, std::span<const ToldEffect> effects) {
    Remainders rest(table, answer);
    const double before = product(rest.answer, rest.answer);
    for (const ToldEffect& effect : effects) rest.add(table.settings[effect.setting]);
    const double all = static_cast<double>(rest.answer.size()) - 1;
    const double freedom = all - static_cast<double>(effects.size());
    if (freedom < 1 || !(before > 0)) return 0;
    return std::max(0.0, 1 - product(rest.answer, rest.answer) / freedom / (before / all));
}

}  // namespace headroom
