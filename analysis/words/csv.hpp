#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace headroom {

// A text as a cell may hold it: one that begins as a formula does has an apostrophe before it, so that a
// spreadsheet shows it and does not carry it out.
std::string no_formula(std::string_view text);

// Comma-separated values with a header (RFC 4180, with plain line feeds).
class Csv {
public:
    explicit Csv(const std::vector<std::string_view>& headers);

    // A cell of the line that is being written. A number keeps every digit that tells it from its neighbours,
    // and none stands for NaN.
    Csv& cell(std::string_view text);
    Csv& cell(double number);
    void end_line();

    const std::string& text() const { return text_; }

private:
    Csv& raw_cell(std::string_view text);

    std::string text_;
    bool is_at_start_ = true;
};

}  // namespace headroom
