#include "apps/command_line/question/chosen_alternative.hpp"

#include <charconv>

#include "sim/text/fault.hpp"
#include "sim/text/nearest.hpp"

namespace headroom {

std::size_t place_of_alternative(const Scenario& scenario, const std::string& wanted) {
    std::vector<std::string> names;
    for (const Alternative& alternative : scenario.alternatives) names.push_back(alternative.name);
    return place_of_alternative(names, wanted);
}

std::size_t place_of_alternative(const std::vector<std::string>& names, const std::string& wanted) {
    if (wanted.empty()) return 0;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (edit_distance(names[i], wanted) == 0) return i;
    }
    std::size_t number = 0;
    const char* const end = wanted.data() + wanted.size();
    const auto read = std::from_chars(wanted.data(), end, number);
    if (read.ec == std::errc{} && read.ptr == end && number >= 1 && number <= names.size()) return number - 1;
    Fault fault;
    fault.file = "command line";
    fault.key = "--alternative";
    fault.found = in_quotes(wanted);
    fault.expected = "the name of an alternative or a number from 1 to " + std::to_string(names.size());
    fault.nearest = did_you_mean(wanted, names);
    throw std::vector<Fault>{fault};
}

}  // namespace headroom
