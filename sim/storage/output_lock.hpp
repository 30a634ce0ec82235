// One run at a time may work towards one output file.
#pragma once

#include <filesystem>
#include <stdexcept>
#include <string>

namespace headroom {

// Another process holds the output.
struct OutputBusy : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// Holds `<folder>/lock`, making the folder if it is not there, until its end. The system frees it when the
// process is killed, so a lock file left behind holds nobody up. Where the disk offers no locks the work goes
// on without one, with a warning to pass on.
class OutputLock {
public:
    // Throws OutputBusy with a sentence, or std::filesystem::filesystem_error when the folder cannot be
    // written.
    explicit OutputLock(std::filesystem::path folder);
    ~OutputLock();  // takes the file away, and the folder when nothing else is in it
    OutputLock(const OutputLock&) = delete;
    OutputLock& operator=(const OutputLock&) = delete;

    // A sentence, or "" where the lock is held.
    const std::string& warning() const { return warning_; }

private:
    bool try_to_hold();

    std::filesystem::path folder_;
    std::filesystem::path file_;
    std::string warning_;
    int descriptor_ = -1;
};

}  // namespace headroom
