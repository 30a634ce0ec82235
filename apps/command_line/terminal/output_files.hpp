// Makes sure, before hours of computing, that their result can be written.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace headroom {

// Throws a SurroundingsFault unless a file of this name, or the one that a link of this name leads to, can be
// made (or replaced) there.
void ensure_writable(const std::filesystem::path& named);

// "questions/limit.json" and ".h5" -> "limit.h5", in the current folder.
std::filesystem::path named_after(const std::filesystem::path& input, const std::string& ending);

// "Bristol, City of" -> "bristol-city-of".
std::string in_a_file_name(std::string_view words);

}  // namespace headroom
