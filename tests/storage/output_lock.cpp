// Two runs do not work on one output, and a disk that offers no locks keeps nobody from working.
#include "sim/storage/output_lock.hpp"

#include <errno.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "tests/catch.hpp"
#include "tests/study/tiny_model.hpp"

namespace {

// What the system says to every lock; 0: what it says by itself.
int refusal = 0;

}  // namespace

// Takes the place of the C library's in this program.
extern "C" int flock(int descriptor, int operation) noexcept {
    if (refusal == 0) return static_cast<int>(::syscall(SYS_flock, descriptor, operation));
    errno = refusal;
    return -1;
}

using namespace headroom;

TEST_CASE("an output that is held is busy for everybody else, and free again afterwards") {
    const TemporaryFolder folder;
    {
        const OutputLock held(folder / "a.h5.parts");
        CHECK(held.warning().empty());
        CHECK_THROWS_AS(OutputLock(folder / "a.h5.parts"), OutputBusy);
    }
    CHECK_NOTHROW(OutputLock(folder / "a.h5.parts"));
}

TEST_CASE(
    "whatever a disk says that offers no locks, the work goes on, with a warning that names the place") {
    // 524 is what Linux passes on from some network disks (ENOTSUPP).
    for (const int error : {ENOLCK, ENOSYS, EOPNOTSUPP, EINVAL, EIO, EBADF, 524}) {
        const TemporaryFolder folder;
        refusal = error;
        const OutputLock lock(folder / "a.h5.parts");
        refusal = 0;
        CAPTURE(error);
        CHECK(lock.warning().find("a.h5.parts") != std::string::npos);
        CHECK(lock.warning().find("offers no locks") != std::string::npos);
    }
}

TEST_CASE("that somebody holds the lock is the only answer that means busy") {
    const TemporaryFolder folder;
    refusal = EWOULDBLOCK;
    CHECK_THROWS_AS(OutputLock(folder / "a.h5.parts"), OutputBusy);
    refusal = 0;
}
