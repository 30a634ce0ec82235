#include "sim/study/assumptions.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>
#include <numeric>
#include <optional>

#include "sim/scenario/turned.hpp"
#include "sim/study/authority_futures.hpp"

namespace headroom {

namespace {

constexpr Measure answer = Measure::unmet_per_100;

// One future with one assumption at one end.
struct Trial {
    std::size_t moved;
    std::uint32_t future;
};

// One thread's futures of many trials: the authority is built anew when the assumption changes.
class Trials {
public:
    Trials(const Scenario& scenario, const std::vector<Moved>& moved, const std::vector<Trial>& trials)
        : scenario_(&scenario), moved_(&moved), trials_(&trials) {}

    std::optional<Replication> live(std::uint32_t number, const std::atomic<bool>& stop) {
        const Trial& trial = (*trials_)[number];
        if (present_ != trial.moved) {
            const Moved& moved = (*moved_)[trial.moved];
            futures_.reset();
            varied_ = std::make_unique<Scenario>(*scenario_);
            set_everywhere(*varied_, moved.range->value, moved.value);
            futures_.emplace(*varied_);
            present_ = trial.moved;
        }
        std::optional<Replication> lived = futures_->live(trial.future, stop);
        if (lived) lived->number = number;
        return lived;
    }

private:
    const Scenario* scenario_;
    const std::vector<Moved>* moved_;
    const std::vector<Trial>* trials_;
    std::optional<std::size_t> present_;
    std::unique_ptr<Scenario> varied_;
    std::optional<AuthorityFutures> futures_;
};

std::vector<double> answers_of(const Replication& lived) {
    std::vector<double> values;
    for (std::size_t i = 0; i < lived.series.size(); ++i) {
        const bool failed = i < lived.faults.size() && !lived.faults[i].empty();
        values.push_back(failed ? std::numeric_limits<double>::quiet_NaN()
                                : lived.series[i].over_run(answer));
    }
    return values;
}

// What the answer turns on in one future: the differences from the first, or the level of an only
// alternative.
std::vector<double> turned_on(const double* values, std::size_t alternatives) {
    if (alternatives == 1) return {values[0]};
    std::vector<double> differences;
    for (std::size_t i = 1; i < alternatives; ++i) differences.push_back(values[i] - values[0]);
    return differences;
}

// How far the answer moves, on average over the futures lived, for the alternative it moves most for.
double movement(const Moved& moved, const std::vector<std::vector<double>>& before) {
    const std::size_t alternatives = before.empty() ? 1 : before.front().size();
    const std::size_t futures = moved.unmet_per_100.size() / alternatives;
    std::vector<double> sums(std::max<std::size_t>(1, alternatives - 1), 0.0);
    int counted = 0;
    for (std::size_t future = 0; future < futures && future < before.size(); ++future) {
        const auto now = turned_on(&moved.unmet_per_100[future * alternatives], alternatives);
        const auto then = turned_on(before[future].data(), alternatives);
        double total = 0;
        for (std::size_t i = 0; i < now.size(); ++i) total += now[i] - then[i];
        if (std::isnan(total)) continue;
        ++counted;
        for (std::size_t i = 0; i < now.size(); ++i) sums[i] += now[i] - then[i];
    }
    double most = 0;
    for (const double sum : sums) most = std::max(most, std::abs(sum));
    return counted > 0 ? most / counted : 0;
}

// The assumptions of the round, by their place in the list: those that moved the answer most at either end.
// Of equals the earlier is kept.
std::vector<std::size_t> most_moving(std::vector<std::size_t> among, const std::vector<double>& movements,
                                     std::size_t kept) {
    std::stable_sort(among.begin(), among.end(),
                     [&](std::size_t a, std::size_t b) { return movements[a] > movements[b]; });
    among.resize(std::min(kept, among.size()));
    std::sort(among.begin(), among.end());
    return among;
}

// Of every assumption, at the end where the answer moves more.
std::vector<double> movements_of(const std::vector<Moved>& moved,
                                 const std::vector<std::vector<double>>& before) {
    std::vector<double> movements;
    for (std::size_t low = 0; low < moved.size(); low += 2)
        movements.push_back(std::max(movement(moved[low], before), movement(moved[low + 1], before)));
    return movements;
}

std::vector<Trial> trials_of(const std::vector<std::size_t>& among, std::uint32_t from, std::uint32_t to) {
    std::vector<Trial> trials;
    for (const std::size_t i : among) {
        for (const std::size_t end : {2 * i, 2 * i + 1}) {
            for (std::uint32_t future = from; future < to; ++future) trials.push_back({end, future});
        }
    }
    return trials;
}

std::string work_of_round(const std::vector<Moved>& moved, const std::vector<Trial>& trials) {
    std::string text;
    for (const Trial& trial : trials) {
        text += std::string(moved[trial.moved].range->key) + " " + std::to_string(moved[trial.moved].value) +
                " " + std::to_string(trial.future) + "\n";
    }
    return text;
}

}  // namespace

std::vector<AssumptionRound> assumption_rounds(std::size_t assumptions, int budget) {
    constexpr std::size_t second = 8;
    const int once = 2 * static_cast<int>(assumptions);
    if (once == 0 || budget < once) return {};
    std::vector<AssumptionRound> rounds{{assumptions, std::max(1, budget / 3 / once)}};
    int left = budget - rounds.front().futures * once;
    for (const std::size_t kept : {second, assumptions_named}) {
        const std::size_t number = std::min(kept, rounds.back().kept);
        const int at_both_ends = 2 * static_cast<int>(number);
        const int share = kept == assumptions_named ? left : std::max(left / 2, at_both_ends);
        const int futures = std::min(share, left) / at_both_ends;
        if (futures == 0) break;
        rounds.push_back({number, futures});
        left -= futures * 2 * static_cast<int>(number);
    }
    int of_the_last = 0;
    for (const AssumptionRound& round : rounds) of_the_last += round.futures;
    return of_the_last < fewest_at_an_end ? std::vector<AssumptionRound>{} : rounds;
}

AssumptionStudy try_assumptions(const Scenario& scenario, const std::vector<Replication>& lived,
                                const StudyOptions& options, const RoundStore& store,
                                std::atomic<bool>& stop) {
    AssumptionStudy study;
    const auto rounds = assumption_rounds(evidence_ranges().size(), static_cast<int>(lived.size()));
    if (rounds.empty()) return study;
    for (const EvidenceRange& range : evidence_ranges()) {
        study.moved.push_back({&range, range.low, {}});
        study.moved.push_back({&range, range.high, {}});
    }
    std::vector<std::vector<double>> before;
    for (const Replication& replication : lived) before.push_back(answers_of(replication));
    std::vector<std::size_t> among(evidence_ranges().size());
    std::iota(among.begin(), among.end(), 0u);
    std::uint32_t from = 0;
    for (std::size_t round = 0; round < rounds.size() && !study.interrupted; ++round) {
        among = most_moving(among, movements_of(study.moved, before), rounds[round].kept);
        const std::uint32_t to = from + static_cast<std::uint32_t>(rounds[round].futures);
        const std::vector<Trial> trials = trials_of(among, from, to);
        StudyOptions of_round = options;
        of_round.replications = static_cast<int>(trials.size());
        of_round.wanted = {};  // the trials are counted already
        of_round.parts = store(static_cast<int>(round) + 1, work_of_round(study.moved, trials));
        const StudyOutcome outcome = run_study(
            of_round, [&] { return Trials(scenario, study.moved, trials); }, stop);
        study.interrupted = outcome.interrupted;
        for (const Replication& replication : outcome.replications) {
            std::vector<double>& values = study.moved[trials[replication.number].moved].unmet_per_100;
            const std::vector<double> answers = answers_of(replication);
            values.insert(values.end(), answers.begin(), answers.end());
        }
        from = to;
    }
    return study;
}

}  // namespace headroom
