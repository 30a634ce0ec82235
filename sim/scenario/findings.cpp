#include "sim/scenario/findings.hpp"

#include <algorithm>

namespace headroom {

void Findings::add(const ValuePath& path, std::string found, std::string expected, std::string nearest) {
    faults_.push_back({.file = file_,
                       .line = outline_.line_of(path),
                       .key = path.empty() ? "the whole question" : shown(path),
                       .found = std::move(found),
                       .expected = std::move(expected),
                       .nearest = std::move(nearest)});
}

void Findings::add_to_option(const std::string& option, std::string found, std::string expected,
                             std::string nearest) {
    faults_.push_back(
        {"command line", 0, 0, option, std::move(found), std::move(expected), std::move(nearest)});
}

bool Findings::is_told(const ValuePath& path) const {
    return std::any_of(outline_.endless.begin(), outline_.endless.end(),
                       [&](const EndlessNumber& number) { return number.path == path; });
}

std::vector<Fault> Findings::in_order_of_line() && {
    std::stable_sort(faults_.begin(), faults_.end(),
                     [](const Fault& a, const Fault& b) { return a.line < b.line; });
    return std::move(faults_);
}

}  // namespace headroom
