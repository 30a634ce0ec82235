#include "sim/storage/output_lock.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

namespace headroom {

namespace {

constexpr int tries = 100;

// 0, or why it cannot be locked; EWOULDBLOCK alone says that somebody holds it.
int lock(int descriptor) {
    int error = EINTR;
    while (error == EINTR) error = ::flock(descriptor, LOCK_EX | LOCK_NB) == 0 ? 0 : errno;
    return error;
}

// Many network disks offer no locks: no reason to refuse the work, but one to say what nobody watches over.
std::string warning_that(const std::filesystem::path& file, int error) {
    return "This disk offers no locks (" + file.string() + ": " + std::generic_category().message(error) +
           "), so nothing stops a second run from working on the same output. Start only one at a time.";
}

}  // namespace

OutputLock::OutputLock(std::filesystem::path folder) : folder_(std::move(folder)), file_(folder_ / "lock") {
    for (int i = 0; i < tries; ++i) {
        if (try_to_hold()) return;
    }
    throw OutputBusy(file_.string() +
                     " is being made and taken away all the time: is another run working there?");
}

// False when the run that held the lock took file or folder away in between, so that it must be tried again.
bool OutputLock::try_to_hold() {
    std::filesystem::create_directories(folder_);
    descriptor_ = ::open(file_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    const int error = errno;
    if (descriptor_ < 0 && error == ENOENT) return false;
    if (descriptor_ < 0) {
        throw std::filesystem::filesystem_error("opening", file_,
                                                std::error_code(error, std::generic_category()));
    }
    const int refusal = lock(descriptor_);
    if (refusal != 0 && refusal != EWOULDBLOCK) warning_ = warning_that(file_, refusal);
    struct stat state {};
    const bool still_there = ::fstat(descriptor_, &state) == 0 && state.st_nlink > 0;
    const bool is_busy = refusal == EWOULDBLOCK;
    if (!is_busy && still_there) return true;
    ::close(std::exchange(descriptor_, -1));
    if (!is_busy) return false;
    throw OutputBusy("another run is working on this output (it holds " + file_.string() +
                     "). Wait for it, or name another output with -o.");
}

OutputLock::~OutputLock() {
    if (descriptor_ < 0) return;
    std::error_code ignored;
    std::filesystem::remove(file_, ignored);
    std::filesystem::remove(folder_, ignored);  // only when empty
    ::close(descriptor_);
}

}  // namespace headroom
