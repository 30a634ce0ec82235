#include "apps/command_line/terminal/typed_numbers.hpp"

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

Shard shard_in(const std::string& option, const std::string& typed, std::vector<Fault>& faults) {
    constexpr std::uint32_t most = 1'000'000;
    Shard shard;
    const char* const end = typed.data() + typed.size();
    const auto number = std::from_chars(typed.data(), end, shard.number);
    const bool has_slash = number.ec == std::errc{} && number.ptr != end && *number.ptr == '/';
    const auto of = has_slash ? std::from_chars(number.ptr + 1, end, shard.of) : number;
    const bool is_read = has_slash && of.ec == std::errc{} && of.ptr == end;
    if (is_read && shard.number >= 1 && shard.number <= shard.of && shard.of <= most) return shard;
    faults.push_back({.file = "command line",
                      .key = option,
                      .found = in_quotes(typed),
                      .expected = "the number of a shard and how many there are, such as 3/8"});
    return {};
}

}  // namespace headroom
