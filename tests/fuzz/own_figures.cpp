// Whatever a file of figures holds, it is told what is wrong with it or gives settings within their ranges.
#include <cstddef>
#include <cstdint>

#include "sim/engine/ensure.hpp"
#include "sim/places/own_figures.hpp"

using namespace headroom;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const OwnFigures own = read_own_figures("ours.csv", {reinterpret_cast<const char*>(bytes), size});
    for (const Fault& fault : own.faults) ensure(!sentence_of(fault).empty(), "a fault says nothing");
    for (const SettingRow& row : setting_rows()) {
        const double value = own.settings.*row.value;
        ensure(value >= row.low && value <= row.high, "a setting is out of its range");
    }
    return 0;
}
