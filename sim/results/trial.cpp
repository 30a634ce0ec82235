#include "sim/results/trial.hpp"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <fstream>
#include <string_view>

#include "sim/storage/surroundings_fault.hpp"

namespace headroom {

namespace {

// Unlike what anything else would end a process with.
constexpr int ended_well = 40, ended_with_a_sentence = 41;

// Sanitizers lay claim to terabytes of addresses, which no limit of this kind survives. g++ tells of them
// with a macro, clang with a question of its own.
#ifdef __has_feature
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define HEADROOM_IS_SANITIZED
#endif
#endif
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define HEADROOM_IS_SANITIZED
#endif
#ifdef HEADROOM_IS_SANITIZED
constexpr bool limits_memory = false;
#else
constexpr bool limits_memory = true;
#endif

// The addresses this process has, in bytes; the first number of statm is in pages.
std::uint64_t own_addresses() {
    std::uint64_t pages = 0;
    std::ifstream("/proc/self/statm") >> pages;
    return pages * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
}

void limit(int resource, std::uint64_t most) {
    const rlimit both{static_cast<rlim_t>(most), static_cast<rlim_t>(most)};
    ::setrlimit(static_cast<__rlimit_resource_t>(resource), &both);
}

void write_all(int descriptor, std::string_view text) {
    while (!text.empty()) {
        const ssize_t written = ::write(descriptor, text.data(), text.size());
        if (written <= 0) return;
        text.remove_prefix(static_cast<std::size_t>(written));
    }
}

// What the child does. Nothing it says reaches the user but its sentence: a ruined heap complains for itself.
// Any other exception ends it here and never unwinds into the caller's own handlers.
[[noreturn]] void attempt_and_end(const std::function<void()>& attempt, Allowance allowance,
                                  int sentences) noexcept {
    for (const int signal : {SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGXCPU}) ::signal(signal, SIG_DFL);
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_CPU, allowance.seconds);
    if (limits_memory) limit(RLIMIT_AS, own_addresses() + allowance.bytes);
    const int nowhere = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
    ::dup2(nowhere, STDERR_FILENO);
    try {
        attempt();
    } catch (const SurroundingsFault& fault) {
        write_all(sentences, fault.what());
        ::_exit(ended_with_a_sentence);
    }
    ::_exit(ended_well);
}

std::string all_from(int descriptor) {
    std::string text;
    char piece[4096];
    for (;;) {
        const ssize_t count = ::read(descriptor, piece, sizeof piece);
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return text;
        text.append(piece, static_cast<std::size_t>(count));
    }
}

}  // namespace

Attempt tried_apart(const std::function<void()>& attempt, Allowance allowance) {
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) return {Attempt::End::well, ""};
    const pid_t child = ::fork();
    if (child == 0) attempt_and_end(attempt, allowance, ends[1]);
    ::close(ends[1]);
    Attempt trial{Attempt::End::in_ruins, child > 0 ? all_from(ends[0]) : ""};
    ::close(ends[0]);
    if (child < 0) return {Attempt::End::well, ""};
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) continue;
    if (!WIFEXITED(status)) return trial;
    if (WEXITSTATUS(status) == ended_well) trial.end = Attempt::End::well;
    if (WEXITSTATUS(status) == ended_with_a_sentence) trial.end = Attempt::End::with_a_sentence;
    return trial;
}

}  // namespace headroom
