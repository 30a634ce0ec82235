#include "sim/commands/typed_numbers.hpp"

#include <charconv>
#include <cmath>

namespace headroom {

namespace {

Fault not_understood(const std::string& option, const std::string& typed, const std::string& expected) {
    Fault fault;
    fault.file = "command line";
    fault.key = option;
    fault.found = in_quotes(typed);
    fault.expected = expected;
    return fault;
}

std::optional<double> as_number(const std::string& typed) {
    double number = 0;
    const auto read = std::from_chars(typed.data(), typed.data() + typed.size(), number);
    const bool is_number =
        read.ec == std::errc{} && read.ptr == typed.data() + typed.size() && std::isfinite(number);
    return is_number ? std::optional(number) : std::nullopt;
}

}  // namespace

std::optional<double> number_in(const std::string& option, const std::string& typed,
                                std::vector<Fault>& faults) {
    if (typed.empty()) return std::nullopt;
    const std::optional<double> number = as_number(typed);
    if (!number) faults.push_back(not_understood(option, typed, "a number"));
    return number;
}

std::optional<double> number_in(const std::string& option, const std::string& typed, NumberRange range,
                                std::vector<Fault>& faults) {
    if (typed.empty()) return std::nullopt;
    const std::optional<double> number = as_number(typed);
    if (number && *number >= range.low && *number <= range.high) return number;
    faults.push_back(not_understood(
        option, typed, "a number from " + number_text(range.low) + " to " + number_text(range.high)));
    return std::nullopt;
}

std::optional<double> whole_number_in(const std::string& option, const std::string& typed, NumberRange range,
                                      std::vector<Fault>& faults) {
    if (typed.empty()) return std::nullopt;
    const std::optional<double> number = as_number(typed);
    if (number && *number >= range.low && *number <= range.high && std::floor(*number) == *number)
        return number;
    faults.push_back(not_understood(
        option, typed, "a whole number from " + number_text(range.low) + " to " + number_text(range.high)));
    return std::nullopt;
}

}  // namespace headroom
