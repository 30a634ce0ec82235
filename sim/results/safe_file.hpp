#pragma once

#include <filesystem>
#include <span>

namespace headroom {

// Puts the bytes under the name a user gave, all at once or not at all, as write_durably does; a link stays a
// link. Throws a SurroundingsFault, a sentence that starts with "Could not write `what`".
void write_safely(const std::filesystem::path& target, std::span<const char> bytes, const char* what);

}  // namespace headroom
