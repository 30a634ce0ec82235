#include "benchmarks/repeated_runs.hpp"

#include <sys/resource.h>

#include <algorithm>
#include <charconv>
#include <cinttypes>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <numeric>
#include <string_view>

namespace headroom {

namespace {

[[noreturn]] void refuse(const std::string& sentence) {
    std::fprintf(stderr, "%s\nUse: [--repeats N] [--seed N] [--check]\n", sentence.c_str());
    std::exit(2);
}

std::uint64_t whole_number(std::string_view option, const char* text) {
    const std::string_view digits = text == nullptr ? "" : text;
    std::uint64_t number = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (digits.empty() || read.ec != std::errc() || read.ptr != digits.data() + digits.size())
        refuse(std::string(option) + " needs a whole number after it.");
    return number;
}

double sum(const std::vector<double>& numbers) {
    return std::accumulate(numbers.begin(), numbers.end(), 0.0);
}

// Linux gives the largest resident size so far in kibibytes.
long long peak_memory_bytes() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return 1024LL * usage.ru_maxrss;
}

std::vector<double> sorted_rates(const RepeatedRuns& runs) {
    std::vector<double> rates;
    for (std::size_t i = 0; i < runs.totals.size(); ++i)
        rates.push_back(static_cast<double>(runs.totals[i].events) / runs.seconds[i]);
    std::sort(rates.begin(), rates.end());
    return rates;
}

// Prints what was expected and whether it was found.
bool report_agreement(const RepeatedRuns& runs, ExpectedWait expected) {
    const double error = runs.standard_error_of_mean_wait();
    const double tolerance = 3 * error + expected.relative_allowance * expected.mean;
    const bool agrees =
        std::abs(runs.mean_wait() - expected.mean) <= tolerance && 3 * error <= 0.15 * expected.mean;
    std::printf(", \"erlang_c_mean_wait\": %.9g, \"standard_error\": %.3g, \"agrees\": %s", expected.mean,
                error, agrees ? "true" : "false");
    return agrees;
}

}  // namespace

RunOptions read_run_options(int argc, char** argv) {
    RunOptions options;
    for (int i = 1; i < argc; ++i) {
        const std::string_view option = argv[i];
        if (option == "--check") {
            options.check = true;
        } else if (option == "--repeats") {
            options.repeats =
                static_cast<int>(std::min<std::uint64_t>(whole_number(option, argv[++i]), 1'000'000));
        } else if (option == "--seed") {
            options.seed = whole_number(option, argv[++i]);
        } else {
            refuse("'" + std::string(option) + "' is not an option here.");
        }
    }
    if (options.repeats < 1) refuse("--repeats needs to be at least 1.");
    if (options.check && options.repeats < 2) refuse("--check needs at least 2 repeats to know its error.");
    return options;
}

double RepeatedRuns::mean_wait() const {
    return sum(mean_waits) / static_cast<double>(mean_waits.size());
}

double RepeatedRuns::standard_error_of_mean_wait() const {
    const double mean = mean_wait();
    double squares = 0;
    for (const double wait : mean_waits) squares += (wait - mean) * (wait - mean);
    const double count = static_cast<double>(mean_waits.size());
    return std::sqrt(squares / (count - 1) / count);
}

int report(const std::string& benchmark, const RunOptions& options, const RepeatedRuns& runs,
           std::optional<ExpectedWait> expected) {
    std::uint64_t events = 0;
    std::uint64_t digest = 0;
    for (const RunTotals& totals : runs.totals) {
        events += totals.events;
        digest = digest * 31 + totals.digest;
    }
    const double seconds = sum(runs.seconds);
    const std::vector<double> rates = sorted_rates(runs);
    std::printf("{\"benchmark\": \"%s\", \"repeats\": %d, \"seed\": %" PRIu64 ", \"events\": %" PRIu64
                ", \"seconds\": %.6f, \"events_per_second\": %.0f, \"median_events_per_second\": %.0f"
                ", \"least_events_per_second\": %.0f, \"most_events_per_second\": %.0f"
                ", \"peak_memory_bytes\": %lld, \"mean_wait\": %.9g, \"digest\": \"%016" PRIx64 "\"",
                benchmark.c_str(), options.repeats, options.seed, events, seconds,
                static_cast<double>(events) / seconds, rates[rates.size() / 2], rates.front(), rates.back(),
                peak_memory_bytes(), runs.mean_wait(), digest);
    const bool agrees = !expected || report_agreement(runs, *expected);
    std::printf("}\n");
    return agrees ? 0 : 4;
}

}  // namespace headroom
