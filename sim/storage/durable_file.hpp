// Files that are either whole or not there: written beside their place, made durable, then renamed.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace headroom {

// Writes `<path>.tmp`, flushes it to the disk and renames it to the path; an older file of that name stays
// whole until then. Throws std::filesystem::filesystem_error with what the system says, and leaves nothing
// behind then.
void write_durably(const std::filesystem::path& path, std::string_view content);

// Gives a file that is on the disk its final name. Throws likewise.
void rename_durably(const std::filesystem::path& from, const std::filesystem::path& to);

// The whole file. Throws std::filesystem::filesystem_error.
std::string read_whole(const std::filesystem::path& path);

}  // namespace headroom
