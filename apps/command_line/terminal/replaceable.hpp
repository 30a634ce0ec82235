// What a file is that stands where something is to be written.
#pragma once

#include <filesystem>
#include <string>

#include "apps/command_line/terminal/call_files.hpp"

namespace headroom {

// "an earlier answer".
std::string words_for(FileKind kind);

// Whether Headroom wrote it, as that kind of file.
bool is_of_kind(const std::filesystem::path& file, FileKind kind);

// What it is instead, completing "limit.h5 ...": "holds the results of a study".
std::string what_it_is(const std::filesystem::path& file, FileKind wanted);

}  // namespace headroom
