// The repository as the rules of the house see it: text files by their path from its root.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace headroom::house {

// A text file of the repository; its path is written with "/" from the root, as in "sim/engine/event.hpp".
struct TreeFile {
    std::string path;
    std::string text;
};

using Tree = std::vector<TreeFile>;

// What a rule has to complain of, one sentence each; a rule is kept when there are none.
using Breaches = std::vector<std::string>;

// Every text file below the root but those of build folders, git and caches, sorted by path.
Tree read_tree(const std::string& root);
// The checkout this test was built from, read once.
const Tree& this_repository();

// Every folder below the root that could hold such files, sorted by path.
std::vector<std::string> read_folders(const std::string& root);

std::vector<std::string> lines_of(std::string_view text);

// The same C++ lines with comments and quoted text blanked out, so that rules see only code.
std::string code_of(std::string_view text);

// The part of the story a file belongs to: "sim/engine" for "sim/engine/event.hpp".
std::string folder_of(std::string_view path);

bool is_cpp(std::string_view path);

// Whether the file belongs to what is built: to sim/, analysis/ or apps/.
bool is_source(std::string_view path);

// Whether the word stands in the line with no letter, digit or underscore on either side; a word that ends in
// "(" or "_" may be followed by anything.
bool has_word(std::string_view line, std::string_view word);

// "path:12: " as compilers write it.
std::string place(const TreeFile& file, std::size_t line_index);

}  // namespace headroom::house
