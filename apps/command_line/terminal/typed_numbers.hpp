// Numbers as they are typed after an option.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/study/worlds_run.hpp"
#include "sim/text/fault.hpp"

namespace headroom {

struct NumberRange {
    double low, high;
};

// The number typed after an option, whatever its size; nothing where nothing was typed, or with a fault
// added.
std::optional<double> number_in(const std::string& option, const std::string& typed,
                                std::vector<Fault>& faults);

// The same, for numbers of a range.
std::optional<double> number_in(const std::string& option, const std::string& typed, NumberRange range,
                                std::vector<Fault>& faults);

// The same, for whole numbers of a range.
std::optional<double> whole_number_in(const std::string& option, const std::string& typed, NumberRange range,
                                      std::vector<Fault>& faults);

// "3/8" as the third of eight; the whole with a fault added where it is anything else.
Shard shard_in(const std::string& option, const std::string& typed, std::vector<Fault>& faults);

}  // namespace headroom
