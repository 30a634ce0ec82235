#include "apps/command_line/terminal/output_files.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "sim/storage/real_place.hpp"
#include "sim/storage/surroundings_fault.hpp"

namespace headroom {

namespace {

// Where a link leads, or the file as it was named.
std::filesystem::path behind_links(const std::filesystem::path& named) {
    try {
        return real_place(named);
    } catch (const std::filesystem::filesystem_error&) {
        throw SurroundingsFault("Cannot write " + named.string() +
                                ": it is a link that leads back to itself. Name another place.");
    }
}

}  // namespace

void ensure_writable(const std::filesystem::path& named) {
    const std::filesystem::path file = behind_links(named);
    const std::string refusal =
        "Cannot write " + named.string() + (file == named ? "" : ", a link to " + file.string()) + ": ";
    const std::filesystem::path folder = file.has_parent_path() ? file.parent_path() : ".";
    std::error_code ignored;
    if (std::filesystem::is_directory(file, ignored)) {
        throw SurroundingsFault(refusal + "it is a folder. Name a file in it.");
    }
    if (std::filesystem::exists(file, ignored) && !std::filesystem::is_regular_file(file, ignored)) {
        throw SurroundingsFault(refusal + "it is not an ordinary file. Name another place.");
    }
    if (!std::filesystem::is_directory(folder, ignored)) {
        throw SurroundingsFault(refusal + "there is no folder " + folder.string() +
                                ". Make it first, or name another place.");
    }
    // Only making a file tells truly: permissions alone say nothing of a disk that is read-only, or of the
    // root user.
    const std::string trial = file.string() + ".trial." + std::to_string(::getpid());
    const int descriptor = ::open(trial.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (descriptor < 0) {
        throw SurroundingsFault(refusal + std::generic_category().message(errno) +
                                ". Nothing was run. Name another place.");
    }
    ::close(descriptor);
    ::unlink(trial.c_str());
}

std::filesystem::path named_after(const std::filesystem::path& input, const std::string& ending) {
    return input.stem().string() + ending;
}

std::string in_a_file_name(std::string_view words) {
    std::string name;
    for (const char letter : words) {
        const bool capital = letter >= 'A' && letter <= 'Z';
        const bool plain = (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
        if (capital || plain) {
            name += capital ? static_cast<char>(letter - 'A' + 'a') : letter;
        } else if (!name.empty() && name.back() != '-') {
            name += '-';
        }
    }
    return name;
}

}  // namespace headroom
