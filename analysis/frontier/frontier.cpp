#include "analysis/frontier/frontier.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "analysis/statistics/headlines.hpp"
#include "analysis/statistics/resampling.hpp"
#include "analysis/statistics/student_t.hpp"
#include "analysis/statistics/study_worlds.hpp"
#include "sim/engine/whole_part.hpp"

namespace headroom {

namespace {

constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();
constexpr std::uint32_t for_worlds = 2, for_replications = 3;

// The futures that count, and what each policy came to in them.
class Futures {
public:
    explicit Futures(const std::vector<StudyTable>& tables)
        : tables_(tables),
          design_(tables.front().origin.design),
          replications_(tables.front().origin.replications),
          groups_(groups_of_worlds(design_)) {
        for (int world = 0; world < worlds(); ++world) {
            for (int replication = 0; replication < replications_; ++replication)
                counts_.push_back(all_have_a_value(world, replication) ? 1 : 0);
        }
    }

    int policies() const { return design_.policies(); }
    int worlds() const { return design_.worlds; }
    int replications() const { return replications_; }
    int groups() const { return groups_.empty() ? 0 : groups_.back() + 1; }
    int group_of(int world) const { return groups_[static_cast<std::size_t>(world)]; }
    std::size_t measures() const { return tables_.size(); }
    bool counts(int world, int replication) const {
        return counts_[static_cast<std::size_t>(world * replications_ + replication)] != 0;
    }
    double value(std::size_t measure, int policy, int world, int replication) const {
        return tables_[measure].at(design_.point(world, policy), replication);
    }
    int counted() const { return static_cast<int>(std::count(counts_.begin(), counts_.end(), 1)); }

    // Sums over the replications of each world, weighted: for a mean over some of them.
    double mean(std::size_t measure, int policy, const std::vector<int>& of_groups,
                const std::vector<int>& of_replications) const {
        double sum = 0, weight = 0;
        for (int world = 0; world < worlds(); ++world) {
            const int of_group = of_groups[static_cast<std::size_t>(group_of(world))];
            if (of_group == 0) continue;
            for (int replication = 0; replication < replications_; ++replication) {
                const int times = of_group * of_replications[static_cast<std::size_t>(replication)];
                if (times == 0 || !counts(world, replication)) continue;
                sum += times * value(measure, policy, world, replication);
                weight += times;
            }
        }
        return weight > 0 ? sum / weight : not_a_number;
    }

    // The mean of each group of worlds, and of each replication over all of them; NaN for one without any.
    std::vector<double> by_group(std::size_t measure, int policy) const {
        return parted(measure, policy, groups(), [&](int world, int) { return group_of(world); });
    }
    std::vector<double> by_replication(std::size_t measure, int policy) const {
        return parted(measure, policy, replications_, [](int, int replication) { return replication; });
    }
    std::vector<double> by_world(std::size_t measure, int policy) const {
        return parted(measure, policy, worlds(), [](int world, int) { return world; });
    }

private:
    template <class Part>
    std::vector<double> parted(std::size_t measure, int policy, int parts, Part part_of) const {
        std::vector<double> sums(static_cast<std::size_t>(parts), 0);
        std::vector<int> counted(static_cast<std::size_t>(parts), 0);
        for (int world = 0; world < worlds(); ++world) {
            for (int replication = 0; replication < replications_; ++replication) {
                if (!counts(world, replication)) continue;
                const auto part = static_cast<std::size_t>(part_of(world, replication));
                sums[part] += value(measure, policy, world, replication);
                ++counted[part];
            }
        }
        for (std::size_t part = 0; part < sums.size(); ++part)
            sums[part] = counted[part] == 0 ? not_a_number : sums[part] / counted[part];
        return sums;
    }

    bool all_have_a_value(int world, int replication) const {
        for (const StudyTable& table : tables_) {
            for (int policy = 0; policy < policies(); ++policy) {
                if (std::isnan(table.at(design_.point(world, policy), replication))) return false;
            }
        }
        return true;
    }

    const std::vector<StudyTable>& tables_;
    const StudyDesign& design_;
    int replications_;
    std::vector<int> groups_;
    std::vector<char> counts_;
};

std::vector<int> ones(int number) {
    return std::vector<int>(static_cast<std::size_t>(number), 1);
}

// The means of every policy on every measure.
std::vector<std::vector<double>> means_of(const Futures& futures, const std::vector<int>& of_groups,
                                          const std::vector<int>& of_replications) {
    std::vector<std::vector<double>> means;
    for (int policy = 0; policy < futures.policies(); ++policy) {
        means.emplace_back();
        for (std::size_t measure = 0; measure < futures.measures(); ++measure)
            means.back().push_back(futures.mean(measure, policy, of_groups, of_replications));
    }
    return means;
}

// What one of two sources of chance adds to the variance of a mean, and its freedom.
struct Part {
    double variance = 0, freedom = 0;
};

Part part_of(const std::vector<double>& means) {
    const std::vector<double> known = known_of(means);
    if (known.size() < 2) return {};
    const double count = static_cast<double>(known.size());
    return {variance_of(known) / count, count - 1};
}

Interval interval_of_mean(const Futures& futures, std::size_t measure, int policy, double mean) {
    const Part worlds = part_of(futures.by_group(measure, policy));
    const Part luck = part_of(futures.by_replication(measure, policy));
    const double variance = worlds.variance + luck.variance;
    if (luck.freedom < fewest_futures - 1) return {};  // how far luck moves all worlds is not known
    if (variance == 0) return {mean, mean};
    double inverse = 0;
    for (const Part& part : {worlds, luck}) {
        if (part.freedom > 0) inverse += part.variance * part.variance / part.freedom;
    }
    const double half =
        student_t_quantile((1 + usual_confidence) / 2, variance * variance / inverse) * std::sqrt(variance);
    return {mean - half, mean + half};
}

bool is_bettered(const std::vector<std::vector<double>>& means, std::size_t policy,
                 const std::vector<FrontierMeasure>& measures) {
    return std::any_of(means.begin(), means.end(),
                       [&](const auto& other) { return betters(other, means[policy], measures); });
}

// How often each policy was not bettered, and how often each other bettered it.
struct Tally {
    explicit Tally(std::size_t policies)
        : unbettered(policies, 0), betters(policies, std::vector<int>(policies, 0)) {}

    void add(const std::vector<std::vector<double>>& means, const std::vector<FrontierMeasure>& measures) {
        if (std::isnan(means[0][0])) return;  // nothing that counts was drawn
        ++times;
        for (std::size_t policy = 0; policy < means.size(); ++policy) {
            bool is_free = true;
            for (std::size_t other = 0; other < means.size(); ++other) {
                if (!headroom::betters(means[other], means[policy], measures)) continue;
                is_free = false;
                ++betters[policy][other];
            }
            unbettered[policy] += is_free ? 1 : 0;
        }
    }

    double share(std::size_t policy) const {
        return times == 0 ? not_a_number : unbettered[policy] / static_cast<double>(times);
    }

    int times = 0;
    std::vector<int> unbettered;
    std::vector<std::vector<int>> betters;  // by policy, by which other
};

// Enough for a share to a few percent, and no more than some seconds' worth.
int resamples_for(const Futures& futures) {
    constexpr double most_work = 3e9;
    constexpr int fewest = 200;
    const double each =
        static_cast<double>(futures.counted()) * futures.policies() * static_cast<double>(futures.measures());
    return whole_part<int>(
        std::clamp(most_work / std::max(each, 1.0), double(fewest), double(usual_resamples)));
}

Tally resampled_tally(const Futures& futures, const std::vector<FrontierMeasure>& measures, int resamples) {
    Tally tally(static_cast<std::size_t>(futures.policies()));
    if (futures.groups() < 2 && futures.replications() < 2) return tally;
    for (int i = 0; i < resamples; ++i) {
        const auto number = static_cast<std::uint32_t>(i);
        tally.add(
            means_of(
                futures, resampled_few(static_cast<std::size_t>(futures.groups()), number, for_worlds),
                resampled_few(static_cast<std::size_t>(futures.replications()), number, for_replications)),
            measures);
    }
    return tally;
}

Tally tally_by_world(const Futures& futures, const std::vector<FrontierMeasure>& measures) {
    std::vector<std::vector<std::vector<double>>> worlds(static_cast<std::size_t>(futures.worlds()));
    for (int policy = 0; policy < futures.policies(); ++policy) {
        for (auto& world : worlds) world.emplace_back();
        for (std::size_t measure = 0; measure < futures.measures(); ++measure) {
            const std::vector<double> means = futures.by_world(measure, policy);
            for (std::size_t world = 0; world < worlds.size(); ++world)
                worlds[world].back().push_back(means[world]);
        }
    }
    Tally tally(static_cast<std::size_t>(futures.policies()));
    for (const auto& means : worlds) tally.add(means, measures);
    return tally;
}

FrontierMeasure measure_beside(const MeasureRow& row, double first_mean) {
    for (const Headline& headline : headlines()) {
        if (headline.measure == row.measure) return {row, headline.beside(first_mean).smallest};
    }
    return {row, 0};
}

std::optional<std::size_t> most_often(const std::vector<int>& times) {
    const auto most = std::max_element(times.begin(), times.end());
    if (*most == 0) return std::nullopt;
    return static_cast<std::size_t>(most - times.begin());
}

}  // namespace

std::string_view words_of(Standing standing) {
    switch (standing) {
        case Standing::stands_out: return "stands out";
        case Standing::cannot_tell: return "cannot tell";
        case Standing::bettered: return "bettered";
    }
    return "";
}

Standing PolicyStanding::standing() const {
    if (share_of_resamples >= usual_confidence) return Standing::stands_out;
    return share_of_resamples <= 1 - usual_confidence ? Standing::bettered : Standing::cannot_tell;
}

bool betters(const std::vector<double>& one, const std::vector<double>& other,
             const std::vector<FrontierMeasure>& measures) {
    bool is_better = false;
    for (std::size_t i = 0; i < measures.size(); ++i) {
        const double gain = measures[i].row.better == Better::higher ? one[i] - other[i] : other[i] - one[i];
        if (!(gain >= -measures[i].smallest)) return false;
        is_better = is_better || gain > measures[i].smallest;
    }
    return is_better;
}

Frontier frontier_of(const std::vector<StudyTable>& tables) {
    const Futures futures(tables);
    Frontier frontier;
    frontier.futures = futures.counted();
    frontier.dropped = futures.worlds() * futures.replications() - frontier.futures;
    frontier.replications = futures.replications();
    frontier.groups = futures.groups();
    frontier.resamples = resamples_for(futures);
    const auto means = means_of(futures, ones(futures.groups()), ones(futures.replications()));
    for (std::size_t i = 0; i < tables.size(); ++i)
        frontier.measures.push_back(measure_beside(*find_measure(tables[i].measure), means.front()[i]));
    const Tally resamples = resampled_tally(futures, frontier.measures, frontier.resamples);
    const Tally worlds = tally_by_world(futures, frontier.measures);
    frontier.worlds = worlds.times;
    for (std::size_t policy = 0; policy < means.size(); ++policy) {
        PolicyStanding standing;
        standing.name = tables.front().origin.design.policy_names[policy];
        standing.is_bettered = is_bettered(means, policy, frontier.measures);
        standing.share_of_resamples = resamples.share(policy);
        standing.share_of_worlds = worlds.share(policy);
        standing.bettered_by = most_often(resamples.betters[policy]);
        for (std::size_t measure = 0; measure < tables.size(); ++measure)
            standing.means.push_back(
                {means[policy][measure],
                 interval_of_mean(futures, measure, static_cast<int>(policy), means[policy][measure])});
        frontier.policies.push_back(std::move(standing));
    }
    return frontier;
}

}  // namespace headroom
