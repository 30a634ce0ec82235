// Whatever a file holds, the reader either says what is wrong with it or gives a scenario that keeps its
// promises.
#include <cstddef>
#include <cstdint>

#include "sim/engine/ensure.hpp"
#include "sim/scenario/reader.hpp"

namespace {

using namespace headroom;

void check_promises(const Scenario& scenario) {
    ensure(scenario.months >= 1 && scenario.months <= 600, "months are out of range");
    ensure(scenario.replications >= 1 && scenario.replications <= 100000, "replications are out of range");
    ensure(!scenario.alternatives.empty(), "there is no alternative");
    for (const Alternative& alternative : scenario.alternatives) {
        ensure(!alternative.name.empty(), "an alternative has no name");
        ensure(alternative.policies.at(0).from_month == 0, "no policy is in force at the start");
        int month = -1;
        for (const DatedPolicy& dated : alternative.policies) {
            ensure(dated.from_month > month, "policies are out of order");
            month = dated.from_month;
        }
        for (const SettingRow& row : setting_rows()) {
            const double value = alternative.settings.*row.value;
            ensure(value >= row.low && value <= row.high, "a setting is out of its range");
        }
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(bytes), size);
    const Reading reading = read_question_text("nowhere/ours.json", text);
    for (const Fault& fault : reading.faults) ensure(!sentence_of(fault).empty(), "a fault says nothing");
    if (reading.is_good()) check_promises(reading.scenario);
    return 0;
}
