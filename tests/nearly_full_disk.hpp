#pragma once

#include <sys/resource.h>

#include <csignal>

namespace headroom {

// While it lives no file may grow beyond so many bytes, as on a disk that is nearly full.
class NearlyFullDisk {
public:
    explicit NearlyFullDisk(rlim_t bytes_left) {
        getrlimit(RLIMIT_FSIZE, &before_);
        rlimit small = before_;
        small.rlim_cur = bytes_left;
        std::signal(SIGXFSZ, SIG_IGN);
        setrlimit(RLIMIT_FSIZE, &small);
    }
    ~NearlyFullDisk() {
        setrlimit(RLIMIT_FSIZE, &before_);
        std::signal(SIGXFSZ, SIG_DFL);
    }

private:
    rlimit before_{};
};

}  // namespace headroom
