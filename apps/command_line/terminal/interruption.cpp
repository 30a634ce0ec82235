#include "apps/command_line/terminal/interruption.hpp"

#include <signal.h>

#include <initializer_list>

namespace headroom {

namespace {

// A signal handler is given nothing but its number, so what it sets must be known to the whole program.
std::atomic<bool> interrupted = false;
std::atomic<bool> told_to_end = false;
static_assert(std::atomic<bool>::is_always_lock_free, "a signal handler may not wait for a lock");

void note(int signal) {
    if (signal == SIGTERM) told_to_end = true;
    interrupted = true;
}

}  // namespace

std::atomic<bool>& interruption() {
    struct sigaction action {};
    action.sa_handler = note;
    action.sa_flags = SA_RESTART | static_cast<int>(SA_RESETHAND);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
        struct sigaction before {};
        const bool is_ignored = ::sigaction(signal, nullptr, &before) == 0 && before.sa_handler == SIG_IGN;
        if (!is_ignored) ::sigaction(signal, &action, nullptr);
    }
    return interrupted;
}

void outlive_file_size_limits() {
    ::signal(SIGXFSZ, SIG_IGN);
}

bool is_told_to_end() {
    return told_to_end;
}

}  // namespace headroom
