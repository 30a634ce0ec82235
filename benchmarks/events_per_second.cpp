// The full model, all measures on: events a second, memory, and allocations once it has grown to size.
// One line of JSON. Options: --months N (36), --replications N (20), --threads N (1), --question FILE (the
// typical authority as now). Every thread lives one future before the clock starts, so that it has grown to
// size.
#include <sys/resource.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "benchmarks/counted_allocations.hpp"
#include "sim/authority/authority.hpp"
#include "sim/scenario/reader.hpp"
#include "sim/study/parallel.hpp"

namespace headroom {

namespace {

struct Task {
    Scenario scenario;
    int threads = 1;
};

// What all threads did between two moments at which none of them was doing anything.
struct Totals {
    std::uint64_t events = 0;
    std::uint64_t allocations = 0;
    std::size_t bytes_per_open_family = 0;
    double seconds = 0;
};

void live(Authority& authority, const Scenario& scenario, std::uint32_t number) {
    authority.settle(scenario.seed, number);
    for (const Alternative& alternative : scenario.alternatives) {
        authority.run({&alternative.settings, alternative.policies, alternative.shocks});
    }
}

// An authority for each thread, each having lived all futures once, uncounted.
std::vector<Authority> grown_authorities(const Task& task) {
    const Scenario& scenario = task.scenario;
    std::vector<Authority> authorities;
    for (int i = 0; i < task.threads; ++i) {
        authorities.emplace_back(scenario.settings, scenario.today, scenario.start, scenario.settling_months,
                                 scenario.months);
        // All futures to come, so that growing is over.
        for (int number = 0; number < scenario.replications; ++number) {
            live(authorities.back(), scenario, static_cast<std::uint32_t>(number));
        }
    }
    return authorities;
}

std::uint64_t events_of(const std::vector<Authority>& authorities) {
    std::uint64_t events = 0;
    for (const Authority& authority : authorities) events += authority.events_simulated();
    return events;
}

Totals measured(const Task& task) {
    std::vector<Authority> authorities = grown_authorities(task);
    const std::uint64_t events_before = events_of(authorities);
    std::atomic<std::uint64_t> allocations = 0;
    const auto began = std::chrono::steady_clock::now();
    std::atomic<int> next_authority = 0, next_replication = 0;
    on_every_thread(task.threads, [&] {
        const std::uint64_t allocations_before = allocations_of_this_thread();
        Authority& authority = authorities[static_cast<std::size_t>(next_authority++)];
        for (int number = next_replication++; number < task.scenario.replications;
             number = next_replication++) {
            live(authority, task.scenario, static_cast<std::uint32_t>(number));
        }
        allocations += allocations_of_this_thread() - allocations_before;
    });
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - began;
    return {events_of(authorities) - events_before, allocations.load(),
            authorities.front().bytes_per_open_family(), taken.count()};
}

long peak_memory_bytes() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss * 1024;
}

Task task_of(int count, char** words) {
    Task task;
    Choices choices;
    choices.replications = 20;
    std::string question = R"({"alternatives": [{"name": "As now"}]})", file = "as now";
    for (int i = 1; i + 1 < count; i += 2) {
        const std::string option = words[i];
        if (option == "--months") choices.months = std::atof(words[i + 1]);
        if (option == "--replications") choices.replications = std::atof(words[i + 1]);
        if (option == "--threads") task.threads = std::max(1, std::atoi(words[i + 1]));
        if (option == "--question") file = words[i + 1];
    }
    const Reading reading =
        file == "as now" ? read_question_text(file, question, choices) : read_question(file, choices);
    if (!reading.is_good()) {
        std::fputs(sentences_of(reading.faults).c_str(), stderr);
        std::exit(2);
    }
    task.scenario = reading.scenario;
    return task;
}

}  // namespace

}  // namespace headroom

int main(int count, char** words) {
    using namespace headroom;
    const Task task = task_of(count, words);
    const Totals totals = measured(task);
    std::printf(
        "{\"benchmark\": \"events_per_second\", \"months\": %d, \"replications\": %d, \"threads\": %d, "
        "\"events\": %llu, \"seconds\": %.4f, \"events_per_second\": %.0f, \"peak_memory_bytes\": %ld, "
        "\"bytes_per_open_family\": %zu, \"allocations_in_steady_state\": %llu}\n",
        task.scenario.months, task.scenario.replications, task.threads,
        static_cast<unsigned long long>(totals.events), totals.seconds,
        static_cast<double>(totals.events) / totals.seconds, peak_memory_bytes(),
        totals.bytes_per_open_family, static_cast<unsigned long long>(totals.allocations));
}
