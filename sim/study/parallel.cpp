#include "sim/study/parallel.hpp"

#include <tbb/global_control.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

namespace headroom {

int all_threads() {
    return tbb::this_task_arena::max_concurrency();
}

void on_every_thread(int threads, const std::function<void()>& work) {
    // More threads than cores are granted when asked for; TBB alone would stop at the cores.
    const tbb::global_control allowed(tbb::global_control::max_allowed_parallelism,
                                      static_cast<std::size_t>(threads));
    tbb::task_arena arena(threads);
    arena.execute([&] {
        tbb::parallel_for(
            0, threads, [&](int) { work(); }, tbb::simple_partitioner());
    });
}

}  // namespace headroom
