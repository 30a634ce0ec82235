#include "analysis/words/text_table.hpp"

#include <algorithm>

#include "sim/engine/letters.hpp"

namespace headroom {

namespace {

constexpr std::size_t gap = 2;

bool begins_letter(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
}

std::string ended(std::string line) {
    line.erase(line.find_last_not_of(' ') + 1);
    return line += '\n';
}

// A name out of a file must not steer the terminal, nor break a line of a table.
std::string without_control_characters(std::string_view text) {
    std::string printable = with_unseen_replaced(text, " ");
    const auto is_line_end = [](char byte) { return byte == '\n' || byte == '\t'; };
    std::replace_if(printable.begin(), printable.end(), is_line_end, ' ');
    return printable;
}

// The byte at which the first `letters` letters end.
std::size_t end_of_letters(std::string_view text, std::size_t letters) {
    std::size_t place = 0, seen = 0;
    for (; place < text.size(); ++place) {
        if (begins_letter(text[place]) && seen++ == letters) break;
    }
    return place;
}

}  // namespace

std::size_t shown_width(std::string_view text) {
    std::size_t letters = 0;
    for (std::size_t place = 0; place < text.size(); ++place) {
        if (text[place] == '\x1b')
            place = std::min(text.find('m', place), text.size() - 1);
        else
            letters += begins_letter(text[place]);
    }
    return letters;
}

std::string shortened(std::string_view text, std::size_t width) {
    std::string line = without_control_characters(text);
    if (shown_width(line) <= width) return line;
    return line.substr(0, end_of_letters(line, width - std::min<std::size_t>(width, 3))) + "...";
}

std::string to_left(const std::string& text, std::size_t width) {
    return text + std::string(width - std::min(width, shown_width(text)), ' ');
}

std::string to_right(const std::string& text, std::size_t width) {
    return std::string(width - std::min(width, shown_width(text)), ' ') + text;
}

std::vector<std::string> wrapped(std::string_view given, std::size_t width) {
    const std::string printable = without_control_characters(given);
    std::string_view text = printable;
    std::vector<std::string> lines;
    while (shown_width(text) > width) {
        const std::size_t fits = end_of_letters(text, width);
        const std::size_t space = text.substr(0, fits + 1).rfind(' ');
        const bool has_space = space != std::string_view::npos && space > 0;
        lines.emplace_back(text.substr(0, has_space ? space : fits));
        text.remove_prefix(has_space ? space + 1 : fits);
    }
    if (!text.empty() || lines.empty()) lines.emplace_back(text);
    return lines;
}

std::string paragraph(std::string_view text, std::size_t width, std::size_t indent) {
    std::string all;
    for (const std::string& line : wrapped(text, width - indent))
        all += (all.empty() ? "" : std::string(indent, ' ')) + line + "\n";
    return all;
}

TextTable::TextTable(std::vector<std::string> headers, std::size_t widest_header) {
    for (const std::string& header : headers) headers_.push_back(wrapped(header, widest_header));
}

std::size_t TextTable::width_of(std::size_t column) const {
    std::size_t width = 0;
    for (const std::string& line : headers_[column]) width = std::max(width, shown_width(line));
    for (const auto& row : rows_) {
        if (row.size() > 1) width = std::max(width, shown_width(row[column]));
    }
    return width;
}

std::string TextTable::header_lines(std::size_t first, std::size_t last) const {
    std::size_t depth = headers_[0].size();
    for (std::size_t column = first; column < last; ++column)
        depth = std::max(depth, headers_[column].size());
    const auto line_of = [depth](const std::vector<std::string>& lines, std::size_t line) {
        const std::size_t missing = depth - lines.size();
        return line < missing ? std::string() : lines[line - missing];
    };
    std::string all;
    for (std::size_t line = 0; line < depth; ++line) {
        std::string text = to_left(line_of(headers_[0], line), width_of(0));
        for (std::size_t column = first; column < last; ++column)
            text += std::string(gap, ' ') + to_right(line_of(headers_[column], line), width_of(column));
        all += ended(text);
    }
    return all;
}

std::string TextTable::block(std::size_t first, std::size_t last) const {
    std::string all = header_lines(first, last);
    for (const auto& row : rows_) {
        std::string text = row.size() == 1 ? row[0] : to_left(row[0], width_of(0));
        for (std::size_t column = first; column < last && row.size() > 1; ++column)
            text += std::string(gap, ' ') + to_right(row[column], width_of(column));
        all += ended(text);
    }
    return all;
}

std::string TextTable::text(std::size_t width) const {
    std::string all;
    for (std::size_t first = 1; first < headers_.size();) {
        std::size_t used = width_of(0), last = first;
        while (last < headers_.size() && (last == first || used + gap + width_of(last) <= width))
            used += gap + width_of(last++);
        all += (all.empty() ? "" : "\n") + block(first, last);
        first = last;
    }
    return all;
}

}  // namespace headroom
