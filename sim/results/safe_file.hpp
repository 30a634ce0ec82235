#pragma once

#include <filesystem>
#include <span>

namespace headroom {

// Puts the bytes under the target's name all at once or not at all: "<target>.tmp", fsync, rename. An older
// file of that name stays whole until then. Throws a SurroundingsFault that starts with "Could not write
// `what`".
void write_safely(const std::filesystem::path& target, std::span<const char> bytes, const char* what);

}  // namespace headroom
