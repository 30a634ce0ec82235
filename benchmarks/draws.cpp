// What one random number of each kind costs.
#include "sim/engine/draws.hpp"

#include <benchmark/benchmark.h>

#include <array>
#include <cmath>

namespace headroom {
namespace {

const RandomStreams streams(1, 0);

void keyed_block(benchmark::State& state) {
    std::uint32_t ordinal = 0;
    for (auto _ : state) benchmark::DoNotOptimize(streams.draw(1, 2, ++ordinal));
}

void keyed_uniform(benchmark::State& state) {
    std::uint32_t ordinal = 0;
    for (auto _ : state) benchmark::DoNotOptimize(streams.draw(1, 2, ++ordinal).uniform(0));
}

void keyed_exponential(benchmark::State& state) {
    std::uint32_t ordinal = 0;
    for (auto _ : state) benchmark::DoNotOptimize(streams.draw(1, 2, ++ordinal).exponential(0));
}

void keyed_normal(benchmark::State& state) {
    std::uint32_t ordinal = 0;
    for (auto _ : state) benchmark::DoNotOptimize(streams.draw(1, 2, ++ordinal).normal(0));
}

void keyed_lognormal(benchmark::State& state) {
    const Lognormal task_hours = Lognormal::from_mean_cv(2, 0.4);
    std::uint32_t ordinal = 0;
    for (auto _ : state) benchmark::DoNotOptimize(task_hours.at(streams.draw(1, 2, ++ordinal).normal(0)));
}

void exponentials_in_batches(benchmark::State& state) {
    std::array<double, 256> numbers;
    std::uint32_t ordinal = 0;
    for (auto _ : state) {
        fill_exponentials(numbers, streams, {0, 2, ++ordinal});
        benchmark::DoNotOptimize(numbers);
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(numbers.size()));
}

void pick_of_a_hundred(benchmark::State& state) {
    KeyedGenerator generator(streams, 1, 2);
    for (auto _ : state) benchmark::DoNotOptimize(pick(generator, 100));
}

void own_logarithm(benchmark::State& state) {
    double x = 0.001;
    for (auto _ : state) benchmark::DoNotOptimize(natural_log(x += 0.001));
}

void library_logarithm(benchmark::State& state) {
    double x = 0.001;
    for (auto _ : state) benchmark::DoNotOptimize(std::log(x += 0.001));
}

BENCHMARK(keyed_block);
BENCHMARK(keyed_uniform);
BENCHMARK(keyed_exponential);
BENCHMARK(keyed_normal);
BENCHMARK(keyed_lognormal);
BENCHMARK(exponentials_in_batches);
BENCHMARK(pick_of_a_hundred);
BENCHMARK(own_logarithm);
BENCHMARK(library_logarithm);

}  // namespace
}  // namespace headroom
