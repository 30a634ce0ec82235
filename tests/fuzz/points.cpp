// Whatever a file of points holds, it is told what is wrong with it, or gives a value that its factor may
// have for every factor of every point.
#include <cstddef>
#include <cstdint>

#include "sim/engine/ensure.hpp"
#include "sim/scenario/points_file.hpp"

using namespace headroom;

namespace {

bool may_be(const Factor& factor, double value) {
    const Shape shape = shape_of(factor);
    return factor.words.empty() ? value >= shape.low && value <= shape.high
                                : value >= 0 && value < static_cast<double>(factor.words.size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(bytes), size);
    const PointsFile points = read_points("ours.csv", text, Settings{}, Columns::settings_and_decisions);
    for (const Fault& fault : points.faults) {
        ensure(!sentence_of(fault).empty(), "a fault says nothing");
        ensure(fault.line <= static_cast<int>(size) + 1, "a fault is beyond the end");
    }
    if (!points.faults.empty()) return 0;
    ensure(points.lines.size() == points.rows.size(), "a point has no line");
    for (const std::vector<double>& row : points.rows) {
        ensure(row.size() == points.factors.size(), "a point has too many values or too few");
        for (std::size_t i = 0; i < row.size(); ++i)
            ensure(may_be(points.factors[i], row[i]), "a value is out of range");
    }
    return 0;
}
