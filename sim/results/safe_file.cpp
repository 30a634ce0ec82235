#include "sim/results/safe_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <string>
#include <utility>

#include "sim/results/surroundings_fault.hpp"

namespace headroom {

namespace {

namespace fs = std::filesystem;

// A file descriptor that is closed when it goes out of scope.
class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    operator int() const { return number_; }
    bool close() { return ::close(std::exchange(number_, -1)) == 0; }

private:
    int number_;
};

// What we were writing and where, for the sentence if it fails.
struct Attempt {
    const char* what;
    fs::path target;
    fs::path temporary;

    [[noreturn]] void give_up(const std::string& reason) const {
        std::error_code ignored;
        fs::remove(temporary, ignored);
        throw SurroundingsFault(
            std::string("Could not write ") + what + " to " + target.string() + ": " + reason +
            ". Nothing partial was left under that name, and a file that stood there before is "
            "untouched. Free some space or choose another place with -o.");
    }
    [[noreturn]] void give_up() const { give_up(std::strerror(errno)); }
};

void refuse_impossible(const Attempt& attempt) {
    std::error_code ignored;
    const fs::file_status status = fs::status(attempt.target, ignored);
    if (fs::is_directory(status)) attempt.give_up("it is a folder");
    if (fs::exists(status) && !fs::is_regular_file(status)) attempt.give_up("it is not an ordinary file");
    const fs::path folder = attempt.target.parent_path();
    if (!fs::exists(folder, ignored)) attempt.give_up("the folder " + folder.string() + " does not exist");
}

void write_all(const Attempt& attempt, int file, std::span<const char> bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(file, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) attempt.give_up();
        bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
}

// The new name itself must survive a power cut; some file systems do not offer it, which is no fault.
void keep_name(const fs::path& folder) {
    const Descriptor opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (opened >= 0) ::fsync(opened);
}

}  // namespace

void write_safely(const fs::path& target, std::span<const char> bytes, const char* what) {
    std::error_code failed;
    fs::path real = fs::weakly_canonical(target, failed);  // a link stays a link
    if (failed || !real.has_parent_path()) real = fs::absolute(target);
    const Attempt attempt{what, real, fs::path(real) += ".tmp"};
    refuse_impossible(attempt);
    Descriptor file(::open(attempt.temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666));
    if (file < 0) attempt.give_up();
    write_all(attempt, file, bytes);
    if (::fsync(file) != 0 || !file.close()) attempt.give_up();
    if (::rename(attempt.temporary.c_str(), real.c_str()) != 0) attempt.give_up();
    keep_name(real.parent_path());
}

}  // namespace headroom
