#include "sim/storage/durable_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <iterator>
#include <system_error>
#include <utility>

namespace headroom {

namespace {

using std::filesystem::path;

[[noreturn]] void fail_with(int error, const char* doing, const path& file) {
    throw std::filesystem::filesystem_error(doing, file, std::error_code(error, std::generic_category()));
}

// An open file that closes itself.
class Descriptor {
public:
    Descriptor(const path& file, int flags) : number_(::open(file.c_str(), flags | O_CLOEXEC, 0666)) {}
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    bool is_open() const { return number_ >= 0; }
    int number() const { return number_; }
    // Network disks tell only here that there was no room.
    bool close() { return ::close(std::exchange(number_, -1)) == 0; }

private:
    int number_;
};

void write_all(const path& name, std::string_view content) {
    Descriptor file(name, O_WRONLY | O_CREAT | O_TRUNC);
    if (!file.is_open()) fail_with(errno, "opening", name);
    while (!content.empty()) {
        const ssize_t written = ::write(file.number(), content.data(), content.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) fail_with(errno, "writing", name);
        content.remove_prefix(static_cast<std::size_t>(written));
    }
    if (::fsync(file.number()) != 0 || !file.close()) fail_with(errno, "writing", name);
}

// Without this a power cut may forget the renaming, though not the content; some file systems do not offer
// it, which is no fault.
void flush_folder(const path& folder) {
    const Descriptor opened(folder.empty() ? path(".") : folder, O_RDONLY | O_DIRECTORY);
    if (opened.is_open()) ::fsync(opened.number());
}

}  // namespace

void write_durably(const path& file, std::string_view content) {
    const path beside = path(file) += ".tmp";
    try {
        write_all(beside, content);
        rename_durably(beside, file);
    } catch (...) {
        std::error_code ignored;
        std::filesystem::remove(beside, ignored);
        throw;
    }
}

void rename_durably(const path& from, const path& to) {
    std::filesystem::rename(from, to);
    flush_folder(to.parent_path());
}

std::string read_whole(const path& file) {
    std::ifstream stream(file, std::ios::binary);
    if (!stream) fail_with(errno, "opening", file);
    std::string content{std::istreambuf_iterator<char>(stream), {}};
    if (stream.bad()) fail_with(errno, "reading", file);
    return content;
}

}  // namespace headroom
