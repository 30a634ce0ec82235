#include "sim/storage/safe_file.hpp"

#include <string>

#include "sim/storage/durable_file.hpp"
#include "sim/storage/real_place.hpp"
#include "sim/storage/surroundings_fault.hpp"

namespace headroom {

namespace {

namespace fs = std::filesystem;

// Why no file can stand there, or "".
std::string obstacle(const fs::path& target) {
    std::error_code ignored;
    const fs::file_status status = fs::status(target, ignored);
    if (fs::is_directory(status)) return "it is a folder";
    if (fs::exists(status) && !fs::is_regular_file(status)) return "it is not an ordinary file";
    const fs::path folder = target.parent_path();
    return fs::exists(folder, ignored) ? "" : "the folder " + folder.string() + " does not exist";
}

[[noreturn]] void give_up(const char* what, const fs::path& target, const std::string& reason) {
    throw SurroundingsFault(std::string("Could not write ") + what + " to " + target.string() + ": " +
                            reason +
                            ". Nothing partial was left under that name, and a file that stood there before "
                            "is untouched. Free some "
                            "space or choose another place with -o.");
}

// The file itself where the name is a link to it, whether anything stands there yet or not.
fs::path without_links(const fs::path& target, const char* what) {
    try {
        const fs::path place = real_place(target);
        std::error_code failed;
        const fs::path real = fs::weakly_canonical(place, failed);
        return failed || !real.has_parent_path() ? fs::absolute(place) : real;
    } catch (const fs::filesystem_error& fault) {
        give_up(what, target, fault.code().message());
    }
}

}  // namespace

UnfinishedFile::UnfinishedFile(const fs::path& target, const char* what)
    : target_(without_links(target, what)), path_(fs::path(target_) += ".tmp"), what_(what) {
    const std::string reason = obstacle(target_);
    if (!reason.empty()) headroom::give_up(what_, target_, reason);
}

UnfinishedFile::~UnfinishedFile() {
    std::error_code ignored;
    if (!is_finished_) fs::remove(path_, ignored);
}

void UnfinishedFile::give_up(const fs::filesystem_error& fault) const {
    headroom::give_up(what_, target_, fault.code().message());
}

void UnfinishedFile::finish() {
    try {
        rename_durably(path_, target_);
    } catch (const fs::filesystem_error& fault) {
        give_up(fault);
    }
    is_finished_ = true;
}

void write_safely(const fs::path& target, std::span<const char> bytes, const char* what) {
    const fs::path real = without_links(target, what);
    const std::string reason = obstacle(real);
    if (!reason.empty()) give_up(what, real, reason);
    try {
        write_durably(real, {bytes.data(), bytes.size()});
    } catch (const fs::filesystem_error& fault) {
        give_up(what, real, fault.code().message());
    }
}

}  // namespace headroom
