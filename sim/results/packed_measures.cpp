#include "sim/results/packed_measures.hpp"

#include <algorithm>
#include <atomic>
#include <limits>

#include "sim/results/chunk.hpp"
#include "sim/study/parallel.hpp"

namespace headroom {

namespace {

constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();
constexpr int longest_chunk = 256;  // futures; keeps a chunk within a cache and a reader's memory small

// By place in the series of a study.
std::vector<bool> failed_futures(const StudyResults& results) {
    std::vector<bool> failed(results.series.size(), false);
    for (const Failure& failure : results.failures)
        failed[results.index_of(failure.point, failure.replication)] = true;
    return failed;
}

// One thread's: gathers a measure from the futures and packs it.
class MeasurePacker {
public:
    MeasurePacker(const StudyResults& results, const std::vector<bool>& failed)
        : results_(results), failed_(failed) {}

    PackedMeasure pack(const Variable& variable) {
        PackedMeasure chunks;
        for (int point = 0; point < results_.points(); ++point) {
            for (int first = 0; first < results_.replications; first += futures_in_a_chunk(results_)) {
                gather(variable, point, first);
                const std::span<const std::byte> packed = packer_.pack(values_);
                chunks.emplace_back(packed.begin(), packed.end());
            }
        }
        return chunks;
    }

private:
    void gather(const Variable& variable, int point, int first) {
        const int most = futures_in_a_chunk(results_);
        values_.assign(static_cast<std::size_t>(most) * variable.length, not_a_number);
        const int last = std::min(first + most, results_.replications);
        for (int replication = first; replication < last; ++replication) {
            const std::size_t future = results_.index_of(point, replication);
            if (failed_[future]) continue;
            const auto from = results_.series[future].values().subspan(variable.offset, variable.length);
            std::copy(from.begin(), from.end(),
                      values_.begin() + static_cast<std::ptrdiff_t>((replication - first) * variable.length));
        }
    }

    const StudyResults& results_;
    const std::vector<bool>& failed_;
    std::vector<double> values_;
    ChunkPacker packer_;
};

}  // namespace

int futures_in_a_chunk(const StudyResults& results) {
    return std::min(results.replications, longest_chunk);
}

std::vector<PackedMeasure> packed_measures(const StudyResults& results, std::span<const Variable> variables,
                                           int threads) {
    const std::vector<bool> failed = failed_futures(results);
    std::vector<PackedMeasure> packed(variables.size());
    std::atomic<std::size_t> next = 0;
    on_every_thread(threads, [&] {
        MeasurePacker packer(results, failed);
        for (std::size_t i = next++; i < variables.size(); i = next++) packed[i] = packer.pack(variables[i]);
    });
    return packed;
}

}  // namespace headroom
