#include "sim/text/json_text.hpp"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "sim/text/syntax.hpp"

namespace headroom {

namespace {

const std::string as_utf8 = "UTF-8 text (in your editor: Save as, encoding UTF-8)";

bool starts_as_utf16(std::string_view text) {
    return text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF") ||
           text.substr(0, 4).find('\0') != text.npos;
}

// Faults that make reading on pointless.
bool is_readable(const std::string& file, std::string_view text, std::vector<Fault>& faults) {
    const std::size_t bad = first_not_utf8(text);
    Fault fault{.file = file};
    if (text.size() > most_bytes) {
        fault.found = "larger than 4 MB";
        fault.expected = "a question of some pages";
    } else if (starts_as_utf16(text)) {
        fault.found = "UTF-16 text";
        fault.expected = as_utf8;
    } else if (bad < text.size()) {
        const Position position = position_of(text, bad);
        fault.line = position.line;
        fault.column = position.column;
        fault.key = "the letter there";
        fault.found = "not UTF-8";
        fault.expected = as_utf8;
    } else {
        return true;
    }
    faults.push_back(fault);
    return false;
}

void report(const std::string& file, std::string_view text, const Outline& outline,
            std::vector<Fault>& faults) {
    for (const RepeatedKey& key : outline.repeated) {
        faults.push_back({.file = file,
                          .line = key.line,
                          .key = shown(key.path),
                          .found = "given again after line " + std::to_string(key.first_line),
                          .expected = "given once"});
    }
    for (const EndlessNumber& number : outline.endless) {
        faults.push_back({.file = file,
                          .line = number.line,
                          .key = shown(number.path),
                          .found = in_quotes(text.substr(number.offset, number.length)),
                          .expected = "a finite number"});
    }
}

bool is_within_bounds(const std::string& file, const Outline& outline, std::vector<Fault>& faults) {
    if (outline.is_blank) {
        faults.push_back(
            {.file = file,
             .found = "empty",
             .expected = "a question; scenarios/questions/caseload-limit.json is one to start from"});
    } else if (outline.too_deep_line > 0) {
        faults.push_back({.file = file,
                          .line = outline.too_deep_line,
                          .key = "the bracket there",
                          .found = "inside " + std::to_string(most_depth) + " others",
                          .expected = "less deep: a question nests about six"});
    } else if (outline.has_too_many) {
        faults.push_back({.file = file,
                          .found = "a file of more than " + std::to_string(most_values) + " values",
                          .expected = "a question of some pages"});
    }
    return !outline.is_blank && outline.too_deep_line == 0 && !outline.has_too_many;
}

// The same text with 0 and spaces for every endless number.
std::string with_finite_numbers(std::string text, const Outline& outline) {
    for (const EndlessNumber& number : outline.endless) {
        text.replace(number.offset, number.length, "0" + std::string(number.length - 1, ' '));
    }
    return text;
}

}  // namespace

std::string read_whole_file(const std::string& path, std::string_view kind, std::vector<Fault>& faults,
                            std::size_t most) {
    const auto refuse = [&](const std::string& found) {
        faults.push_back({.file = path, .found = found, .expected = std::string(kind)});
        return std::string();
    };
    std::error_code unknown;
    if (std::filesystem::is_directory(path, unknown)) return refuse("a folder");
    errno = 0;
    std::ifstream stream(path, std::ios::binary);
    if (!stream)
        return refuse(errno == ENOENT ? "not there"
                                      : "not readable (" + std::string(std::strerror(errno)) + ")");
    std::string text(most + 1, '\0');
    stream.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(stream.gcount()));
    if (stream.bad()) return refuse("not readable to its end");
    if (text.size() > most) return refuse("larger than " + std::to_string(most >> 20) + " MB");
    return text;
}

std::size_t first_not_utf8(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
        const auto byte = [&](std::size_t i) {
            return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0u;
        };
        const auto follows = [&](std::size_t i) { return (byte(i) & 0xC0) == 0x80; };
        const unsigned first = byte(0);
        // The second byte's bounds keep out overlong forms, surrogates and what lies beyond U+10FFFF (RFC
        // 3629).
        const unsigned low = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
        const unsigned high = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
        const bool second_fits = byte(1) >= low && byte(1) <= high;
        if (first < 0x80) {
            at += 1;
        } else if (first >= 0xC2 && first <= 0xDF && follows(1)) {
            at += 2;
        } else if (first >= 0xE0 && first <= 0xEF && second_fits && follows(2)) {
            at += 3;
        } else if (first >= 0xF0 && first <= 0xF4 && second_fits && follows(2) && follows(3)) {
            at += 4;
        } else {
            return at;
        }
    }
    return at;
}

nlohmann::json parse_text(const std::string& file, std::string text, Outline& outline,
                          std::vector<Fault>& faults) {
    if (!is_readable(file, text, faults)) return nullptr;
    outline = outline_of(text);
    if (!is_within_bounds(file, outline, faults)) return nullptr;
    report(file, text, outline, faults);
    text = with_finite_numbers(std::move(text), outline);
    try {
        return nlohmann::json::parse(text, nullptr, true, true);
    } catch (const nlohmann::json::parse_error& error) {
        faults.push_back(syntax_fault(file, text, error.byte, outline));
    } catch (const nlohmann::json::exception&) {
        faults.push_back({.file = file, .found = "not JSON", .expected = "JSON text"});
    }
    return nullptr;
}

}  // namespace headroom
