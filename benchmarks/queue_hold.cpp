// One event taken and one added, with a given number waiting (the "hold" model of D. W. Jones, Communications
// of the ACM 29, 1986): what an event costs in each kind of queue.
#include <benchmark/benchmark.h>

#include "benchmarks/queue_hold_four_ary_heap.hpp"
#include "sim/engine/draws.hpp"
#include "sim/engine/event_queue.hpp"

namespace headroom {
namespace {

// Delays of mean 1,000 ticks, drawn beforehand so that only the queue is timed.
const std::vector<Minutes>& delays() {
    static const std::vector<Minutes> drawn = [] {
        std::vector<double> numbers(1 << 14);
        fill_exponentials(numbers, RandomStreams(1, 0), {});
        std::vector<Minutes> result;
        for (const double number : numbers) result.push_back(whole_minutes(1000 * number));
        return result;
    }();
    return drawn;
}

template <class Queue>
void varying_delay(benchmark::State& state) {
    const std::vector<Minutes>& drawn = delays();
    Queue queue(0);
    std::uint32_t next = 0;
    for (; next < state.range(0); ++next) queue.push(make_event(drawn[next % drawn.size()], 0, next));
    for (auto _ : state) {
        const Event event = queue.pop();
        queue.push(make_event(event.time() + drawn[++next % drawn.size()], 0, event.id()));
        benchmark::DoNotOptimize(queue);
    }
}

void constant_delay(benchmark::State& state) {
    EventQueue queue(static_cast<int>(state.range(1)));
    for (std::uint32_t id = 0; id < state.range(0); ++id)
        queue.push_lane(static_cast<int>(id % state.range(1)),
                        make_event(static_cast<Minutes>(id), id % state.range(1), id));
    for (auto _ : state) {
        const Event event = queue.pop();
        const int lane = static_cast<int>(event.kind());
        queue.push_lane(lane, make_event(event.time() + 10'000 * (lane + 1), event.kind(), event.id()));
        benchmark::DoNotOptimize(queue);
    }
}

BENCHMARK_TEMPLATE(varying_delay, EventQueue)->Arg(20)->Arg(200)->Arg(1000)->Arg(4000);
BENCHMARK_TEMPLATE(varying_delay, FourAryHeap)->Arg(20)->Arg(200)->Arg(1000)->Arg(4000);
BENCHMARK_TEMPLATE(varying_delay, PlainQueue)->Arg(20)->Arg(200)->Arg(1000)->Arg(4000);
BENCHMARK(constant_delay)->ArgNames({"events", "lanes"})->Args({4000, 1})->Args({4000, 3})->Args({4000, 15});

}  // namespace
}  // namespace headroom
