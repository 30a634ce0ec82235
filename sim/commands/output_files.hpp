// Makes sure, before hours of computing, that their result can be written.
#pragma once

#include <filesystem>

namespace headroom {

// Throws a SurroundingsFault unless a file of this name can be made (or replaced) there.
void ensure_writable(const std::filesystem::path& file);

// "questions/limit.json" and ".h5" -> "limit.h5", in the current folder.
std::filesystem::path named_after(const std::filesystem::path& input, const char* extension);

}  // namespace headroom
