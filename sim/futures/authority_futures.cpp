#include "sim/futures/authority_futures.hpp"

#include <algorithm>
#include <limits>
#include <new>
#include <utility>

#include "sim/futures/inputs_digest.hpp"

namespace headroom {

namespace {

Series failed_series(int months, int teams) {
    Series series(months, teams);
    std::fill(series.values().begin(), series.values().end(), std::numeric_limits<double>::quiet_NaN());
    return series;
}

}  // namespace

Settings settings_lived(const Scenario& scenario, const Settings& asked, std::uint32_t future) {
    if (!scenario.ensemble) return asked;
    return scenario.ensemble->of_future(asked, scenario.fitted_middle, future);
}

AuthorityFutures::AuthorityFutures(const Scenario& scenario)
    : scenario_(&scenario), beginning_(settling_digest(scenario)) {}

void AuthorityFutures::take_up(const Scenario& scenario) {
    scenario_ = &scenario;
    const std::uint64_t beginning = settling_digest(scenario);
    if (std::exchange(beginning_, beginning) == beginning) return;
    forget();
}

void AuthorityFutures::stop_when(std::function<bool()> is_over) {
    is_over_ = std::move(is_over);
    if (authority_) authority_->stop_when(is_over_);
}

std::optional<Replication> AuthorityFutures::live(std::uint32_t number, const std::atomic<bool>& stop) {
    Replication replication;
    replication.number = number;
    stop_when([&stop] { return stop.load(); });
    for (const Alternative& alternative : scenario_->alternatives) {
        if (stop) return std::nullopt;
        std::string& fault = replication.faults.emplace_back();
        try {
            replication.series.push_back(branch(alternative, number, fault));
        } catch (const Stopped&) {
            return std::nullopt;
        }
    }
    return replication;
}

void AuthorityFutures::forget() {
    authority_.reset();
    settled_.reset();
}

Series AuthorityFutures::branch(const Alternative& alternative, std::uint32_t number, std::string& fault) {
    try {
        settle(number);
        const Settings lived = settings_lived(*scenario_, alternative.settings, number);
        return authority_->run({&lived, alternative.policies, alternative.shocks});
    } catch (const std::bad_alloc&) {
        throw;
    } catch (const Stopped&) {
        forget();
        throw;
    } catch (const std::exception& broken) {
        // A world that broke a promise is not branched again: the next alternative starts from a fresh one.
        fault = broken.what();
        const int teams = authority_ ? authority_->teams() : 0;
        forget();
        return failed_series(scenario_->months, teams);
    }
}

void AuthorityFutures::settle(std::uint32_t number) {
    if (settled_ == number) return;
    settled_.reset();
    if (scenario_->ensemble) authority_.reset();  // every future is another member's
    if (!authority_) {
        authority_.emplace(settings_lived(*scenario_, scenario_->settings, number), scenario_->today,
                           scenario_->start, scenario_->settling_months, scenario_->months);
        authority_->stop_when(is_over_);
    }
    authority_->settle(scenario_->seed, number);
    settled_ = number;
}

}  // namespace headroom
