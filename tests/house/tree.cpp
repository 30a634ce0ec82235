#include "tests/house/tree.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace headroom::house {
namespace {

namespace fs = std::filesystem;

constexpr std::array text_extensions = {".cpp", ".hpp", ".inc", ".in",  ".cmake", ".txt",
                                        ".md",  ".py",  ".R",   ".sh",  ".json",  ".mjs",
                                        ".ts",  ".tsx", ".css", ".cff", ".yml",   ""};

bool is_ours(const fs::path& path) {
    const std::string name = path.filename().string();
    return name != ".git" && name != "build" && !name.starts_with("build-") && name != "node_modules" &&
           name != "__pycache__" && !name.ends_with(".parts");
}

bool is_text(const fs::path& path) {
    const std::string extension = path.extension().string();
    return std::find(text_extensions.begin(), text_extensions.end(), extension) != text_extensions.end();
}

std::string read(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

bool is_letter(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

// Where the comment or quoted text that starts at `start` ends (one past), or `start` when none starts there.
std::size_t end_of_prose(std::string_view text, std::size_t start) {
    const auto past = [&](std::string_view closing, std::size_t from) {
        const std::size_t found = text.find(closing, from);
        return found == text.npos ? text.size() : found + closing.size();
    };
    const std::string_view rest = text.substr(start);
    if (rest.starts_with("//")) return std::min(text.find('\n', start), text.size());
    if (rest.starts_with("/*")) return past("*/", start + 2);
    if (rest.starts_with("R\"")) {
        const std::size_t open = text.find('(', start);
        if (open == text.npos) return text.size();
        return past(")" + std::string(text.substr(start + 2, open - start - 2)) + "\"", open);
    }
    const char quote = text[start];
    const bool is_digit_mark = quote == '\'' && start > 0 && is_letter(text[start - 1]);
    if ((quote != '"' && quote != '\'') || is_digit_mark) return start;
    std::size_t end = start + 1;
    while (end < text.size() && text[end] != quote) end += text[end] == '\\' ? 2 : 1;
    return std::min(end + 1, text.size());
}

}  // namespace

Tree read_tree(const std::string& root) {
    Tree tree;
    for (auto entry = fs::recursive_directory_iterator(root); entry != fs::recursive_directory_iterator();
         ++entry) {
        if (!is_ours(entry->path())) {
            entry.disable_recursion_pending();
        } else if (entry->is_regular_file() && is_text(entry->path())) {
            tree.push_back({fs::relative(entry->path(), root).generic_string(), read(entry->path())});
        }
    }
    std::ranges::sort(tree, {}, &TreeFile::path);
    return tree;
}

std::vector<std::string> read_folders(const std::string& root) {
    std::vector<std::string> folders;
    for (auto entry = fs::recursive_directory_iterator(root); entry != fs::recursive_directory_iterator();
         ++entry) {
        if (!entry->is_directory()) continue;
        if (is_ours(entry->path())) {
            folders.push_back(fs::relative(entry->path(), root).generic_string());
        } else {
            entry.disable_recursion_pending();
        }
    }
    std::ranges::sort(folders);
    return folders;
}

const Tree& this_repository() {
    static const Tree tree = read_tree(HEADROOM_SOURCE_DIR);
    return tree;
}

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

std::string code_of(std::string_view text) {
    std::string code(text);
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = end_of_prose(text, at);
        for (std::size_t i = at; i < end; ++i) {
            if (code[i] != '\n') code[i] = ' ';
        }
        at = std::max(end, at + 1);
    }
    return code;
}

std::string folder_of(std::string_view path) {
    const std::size_t first = path.find('/');
    if (first == path.npos) return "";
    const std::size_t second = path.find('/', first + 1);
    return std::string(path.substr(0, second == path.npos ? first : second));
}

bool is_source(std::string_view path) {
    constexpr std::array tops = {"sim/", "analysis/", "apps/"};
    return std::ranges::any_of(tops, [path](std::string_view top) { return path.starts_with(top); });
}

bool is_cpp(std::string_view path) {
    return path.ends_with(".cpp") || path.ends_with(".hpp") || path.ends_with(".inc");
}

bool has_word(std::string_view line, std::string_view word) {
    for (std::size_t at = line.find(word); at != line.npos; at = line.find(word, at + 1)) {
        const std::size_t end = at + word.size();
        const bool starts = at == 0 || !is_letter(line[at - 1]);
        const bool open_ended = word.back() == '(' || word.back() == '_';
        if (starts && (open_ended || end == line.size() || !is_letter(line[end]))) return true;
    }
    return false;
}

std::string place(const TreeFile& file, std::size_t line_index) {
    return file.path + ":" + std::to_string(line_index + 1) + ": ";
}

}  // namespace headroom::house
