#include "apps/command_line/question/kept_work.hpp"

#include <set>
#include <system_error>
#include <utility>
#include <vector>

namespace headroom {

void say_if_not_locked(const PartStore& store) {
    if (!store.warning().empty()) say(store.warning());
}

std::string how_to_go_on(const RunOnTheWay& run) {
    if (run.store == nullptr) return "";
    std::error_code failed;
    for (const auto& entry : std::filesystem::directory_iterator(run.store->folder(), failed)) {
        if (entry.path().extension() == ".part")
            return " Finished work is kept in " + run.store->folder().string() +
                   ", and the same command goes on from there: " + run.command_line;
    }
    return "";
}

void keep_for_another_try(const PartStore& store, StudyResults results) {
    std::set<std::uint32_t> kept;
    for (const KeptPart& part : store.find().parts) {
        for (const PartEntry& entry : part.entries) kept.insert(entry.number);
    }
    std::vector<Replication> futures(static_cast<std::size_t>(results.replications));
    for (std::size_t number = 0; number < futures.size(); ++number) {
        Replication& future = futures[number];
        future.number = static_cast<std::uint32_t>(number);
        for (int point = 0; point < results.points(); ++point)
            future.series.push_back(
                std::move(results.series[results.index_of(point, static_cast<int>(number))]));
        future.faults.resize(future.series.size());
    }
    for (const Failure& failure : results.failures)
        futures[static_cast<std::size_t>(failure.replication)]
            .faults[static_cast<std::size_t>(failure.point)] = failure.reason;
    std::vector<const Replication*> missing;
    for (const Replication& future : futures) {
        if (!kept.contains(future.number)) missing.push_back(&future);
    }
    try {
        store.keep(missing);
    } catch (const std::filesystem::filesystem_error&) {
        // The disk has no room for it either: what is to be told is why the results could not be written.
    }
}

}  // namespace headroom
