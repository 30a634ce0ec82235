#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace headroom {

// How many letters a terminal shows for UTF-8 text; its marks for colours take no room.
std::size_t shown_width(std::string_view text);

// The text on one line, at most `width` letters; one that is longer ends in "...".
std::string shortened(std::string_view text, std::size_t width);

// Filled with spaces to `width` letters, the text on that side.
std::string to_left(const std::string& text, std::size_t width);
std::string to_right(const std::string& text, std::size_t width);

// Lines of at most `width` letters, broken between words, or within a word longer than a line.
std::vector<std::string> wrapped(std::string_view text, std::size_t width);

// Lines of wrapped text, every one after the first indented so far.
std::string paragraph(std::string_view text, std::size_t width, std::size_t indent = 0);

// A table for the terminal: the first column to the left, the others to the right, headers wrapped. Columns
// that do not fit beside one another follow in a further block below, with the first column again.
class TextTable {
public:
    // Column headers are wrapped at `widest_header` letters.
    TextTable(std::vector<std::string> headers, std::size_t widest_header);

    void add_heading(std::string text) { rows_.push_back({std::move(text)}); }
    void add_row(std::vector<std::string> cells) { rows_.push_back(std::move(cells)); }

    std::string text(std::size_t width) const;

private:
    std::size_t width_of(std::size_t column) const;
    std::string block(std::size_t first, std::size_t last) const;
    std::string header_lines(std::size_t first, std::size_t last) const;

    std::vector<std::vector<std::string>> headers_;  // by column, its lines
    std::vector<std::vector<std::string>> rows_;     // a heading has one cell only
};

}  // namespace headroom
