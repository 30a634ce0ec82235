#include "sim/text/findings.hpp"

#include <algorithm>

namespace headroom {

namespace {

const ValuePath of_settings = "/settings";

}  // namespace

void Findings::add(const ValuePath& path, std::string found, std::string expected, std::string nearest) {
    Fault fault{.file = file_,
                .line = outline_.line_of(path),
                .key = path.empty() ? "the whole question" : shown(path),
                .found = std::move(found),
                .expected = std::move(expected),
                .nearest = std::move(nearest)};
    place_elsewhere(fault, path);
    faults_.push_back(std::move(fault));
}

void Findings::stand_in(std::string file, std::map<std::string_view, int> lines) {
    other_file_ = std::move(file);
    other_lines_ = std::move(lines);
}

// A contradiction is named by one setting and speaks of others: it is told where the first of them stands
// that the other file has, unless the question itself sets the named one.
void Findings::place_elsewhere(Fault& fault, const ValuePath& path) const {
    const bool is_setting = path.starts_with(of_settings + "/");
    if (!is_setting || outline_.lines.contains(path)) return;
    const std::string named = path.substr(of_settings.size() + 1);
    const std::string spoken_of = fault.found + " " + fault.expected;
    const auto own = other_lines_.find(named);
    const auto place = own != other_lines_.end()
                           ? own
                           : std::find_if(other_lines_.begin(), other_lines_.end(), [&](const auto& one) {
                                 return spoken_of.find(one.first) != spoken_of.npos;
                             });
    if (place == other_lines_.end()) return;
    fault.file = other_file_;
    fault.line = place->second;
    fault.key = named;
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
