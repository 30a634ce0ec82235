#include "apps/command_line/reference/shipped_files.hpp"

#include <system_error>

#include "build-generated/version.hpp"

namespace headroom {

namespace {

namespace fs = std::filesystem;

// No way out of the folder.
bool stays_within(const fs::path& name) {
    const fs::path plain = name.lexically_normal();
    return plain.is_relative() && !plain.empty() && *plain.begin() != "..";
}

}  // namespace

fs::path shipped_folder() {
    std::error_code unknown;
    const fs::path program = fs::read_symlink("/proc/self/exe", unknown);
    return (program.parent_path() / headroom_share()).lexically_normal();
}

std::string here_or_shipped(const std::string& name) {
    std::error_code unknown;
    if (!stays_within(name) || fs::exists(name, unknown)) return name;
    const fs::path shipped = shipped_folder() / name;
    return fs::is_regular_file(shipped, unknown) ? shipped.string() : name;
}

}  // namespace headroom
