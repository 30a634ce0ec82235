// Whether two names, however they are spelt, stand for one file.
#pragma once

#include <filesystem>

namespace headroom {

// Through links of either kind, from any folder, and whether the file stands there yet or not.
bool is_same_file(const std::filesystem::path& one, const std::filesystem::path& other);

// Whether the file is that folder, or lies somewhere in it.
bool is_in_folder(const std::filesystem::path& file, const std::filesystem::path& folder);

}  // namespace headroom
