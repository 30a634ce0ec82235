#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "sim/text/fault.hpp"
#include "sim/text/outline.hpp"

namespace headroom {

// The faults of one text as they are found, each with the line its value stands on.
class Findings {
public:
    Findings(std::string file, const Outline& outline) : file_(std::move(file)), outline_(outline) {}

    void add(const ValuePath& path, std::string found, std::string expected, std::string nearest = "");
    void add_to_option(const std::string& option, std::string found, std::string expected,
                       std::string nearest);
    void add(Fault fault) { faults_.push_back(std::move(fault)); }
    // Says of settings that they stand in another file: key and line. What is found wrong with them is told
    // there.
    void stand_in(std::string file, std::map<std::string_view, int> lines);
    // Whether the text's own faults already tell of this value, which stands as 0.
    bool is_told(const ValuePath& path) const;
    // The text's, as the user named it.
    const std::string& file() const { return file_; }
    std::vector<Fault> in_order_of_line() &&;

private:
    std::string file_;
    const Outline& outline_;
    void place_elsewhere(Fault& fault, const ValuePath& path) const;

    std::vector<Fault> faults_;
    std::string other_file_;
    std::map<std::string_view, int> other_lines_;
};

}  // namespace headroom
