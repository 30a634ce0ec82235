#include "sim/results/packed_measures.hpp"

#include <algorithm>
#include <atomic>
#include <bit>
#include <limits>

#include "sim/results/chunk.hpp"
#include "sim/study/parallel.hpp"

namespace headroom {

namespace {

constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();
constexpr int most_futures = 256;
constexpr std::size_t numbers_in_a_chunk = 16'384;
constexpr std::size_t numbers_in_a_block = std::size_t{8} << 20;
constexpr std::size_t most_points = 1'024;

// One thread's: gathers a measure from the futures and packs it.
class MeasurePacker {
public:
    MeasurePacker(const Block& block, const Extent& extent) : block_(block), extent_(extent) {}

    PackedMeasure pack(const Variable& variable) {
        PackedMeasure chunks;
        const ChunkShape shape = chunk_shape(variable, extent_, block_.most_points);
        for (int point = 0; point < block_.points; point += shape.points) {
            for (int first = 0; first < extent_.replications; first += shape.futures) {
                gather(variable, shape, point, first);
                const std::span<const std::byte> packed = packer_.pack(values_);
                chunks.push_back({block_.first_point + point, first, {packed.begin(), packed.end()}});
            }
        }
        return chunks;
    }

private:
    void gather(const Variable& variable, ChunkShape shape, int first_point, int first) {
        values_.assign(static_cast<std::size_t>(shape.points * shape.futures) * variable.length,
                       not_a_number);
        const int last_point = std::min(first_point + shape.points, block_.points);
        const int last = std::min(first + shape.futures, extent_.replications);
        for (int point = first_point; point < last_point; ++point) {
            for (int future = first; future < last; ++future) {
                const std::size_t place = place_of(point, future);
                const std::size_t place_in_study = place_of(block_.first_point + point, future);
                if ((*block_.failed)[place_in_study]) continue;
                const auto from = block_.series[place].values().subspan(variable.offset, variable.length);
                const int row = (point - first_point) * shape.futures + future - first;
                std::copy(from.begin(), from.end(),
                          values_.begin() + static_cast<std::ptrdiff_t>(row) *
                                                static_cast<std::ptrdiff_t>(variable.length));
            }
        }
    }

    std::size_t place_of(int point, int future) const {
        return static_cast<std::size_t>(point) * static_cast<std::size_t>(extent_.replications) +
               static_cast<std::size_t>(future);
    }

    const Block& block_;
    const Extent& extent_;
    std::vector<double> values_;
    ChunkPacker packer_;
};

}  // namespace

ChunkShape chunk_shape(const Variable& variable, const Extent& extent, int points_in_a_block) {
    const int futures = std::min(extent.replications, most_futures);
    const std::size_t of_a_point = static_cast<std::size_t>(futures) * variable.length;
    const auto most = static_cast<std::size_t>(points_in_a_block);
    const std::size_t points = std::clamp<std::size_t>(numbers_in_a_chunk / of_a_point, 1, most);
    return {std::min(static_cast<int>(std::bit_floor(points)), extent.points), futures};
}

int points_in_a_block(std::span<const Variable> variables, const Extent& extent) {
    std::size_t of_a_future = 0;
    for (const Variable& variable : variables) of_a_future += variable.length;
    const std::size_t of_a_point = of_a_future * static_cast<std::size_t>(extent.replications);
    const std::size_t points = std::clamp<std::size_t>(numbers_in_a_block / of_a_point, 1, most_points);
    return static_cast<int>(std::bit_floor(points));
}

std::vector<PackedMeasure> packed_measures(const Block& block, std::span<const Variable> variables,
                                           const Extent& extent, int threads) {
    std::vector<PackedMeasure> packed(variables.size());
    std::atomic<std::size_t> next = 0;
    on_every_thread(threads, [&] {
        MeasurePacker packer(block, extent);
        for (std::size_t i = next++; i < variables.size(); i = next++) packed[i] = packer.pack(variables[i]);
    });
    return packed;
}

}  // namespace headroom
