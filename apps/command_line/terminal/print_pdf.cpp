#include "apps/command_line/terminal/print_pdf.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <string>
#include <string_view>
#include <system_error>
#include <thread>
#include <vector>

#include "sim/storage/durable_file.hpp"
#include "sim/storage/safe_file.hpp"
#include "sim/storage/surroundings_fault.hpp"

extern char** environ;

namespace headroom {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view browsers[] = {"chromium", "chromium-browser", "google-chrome",
                                         "google-chrome-stable"};
constexpr std::chrono::seconds longest_print{60};

// The first of them on the path, or nothing.
fs::path installed_browser() {
    const char* const path = std::getenv("PATH");
    const std::string folders = path ? path : "/usr/local/bin:/usr/bin:/bin";
    for (const std::string_view browser : browsers) {
        for (std::size_t from = 0; from <= folders.size();) {
            const std::size_t to = std::min(folders.find(':', from), folders.size());
            const fs::path program = fs::path(folders.substr(from, to - from)) / browser;
            std::error_code ignored;
            if (fs::is_regular_file(program, ignored) && ::access(program.c_str(), X_OK) == 0) return program;
            from = to + 1;
        }
    }
    return {};
}

// "file:///a%20b.html".
std::string address_of(const fs::path& page) {
    constexpr std::string_view hexadecimal = "0123456789ABCDEF";
    std::string address = "file://";
    for (const char letter : fs::absolute(page).string()) {
        const auto byte = static_cast<unsigned char>(letter);
        const bool plain = (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
                           (letter >= '0' && letter <= '9') ||
                           std::string_view("/-_.~").find(letter) != std::string_view::npos;
        if (plain)
            address += letter;
        else
            ((address += '%') += hexadecimal[byte >> 4]) += hexadecimal[byte & 15];
    }
    return address;
}

// The browser's profile and its unfinished print, gone when the print is done.
class PrintFolder {
public:
    PrintFolder() {
        std::string pattern = (fs::temp_directory_path() / "headroom-print-XXXXXX").string();
        if (!::mkdtemp(pattern.data()))
            throw SurroundingsFault("Could not print: no folder could be made in " +
                                    fs::temp_directory_path().string() + ": " +
                                    std::generic_category().message(errno) + ".");
        path_ = pattern;
    }
    ~PrintFolder() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    PrintFolder(const PrintFolder&) = delete;
    PrintFolder& operator=(const PrintFolder&) = delete;
    fs::path operator/(const char* name) const { return path_ / name; }

private:
    fs::path path_;
};

// Its words go into a file, since browsers talk much. The group is its own, so that all of it can be ended.
pid_t start(const std::vector<std::string>& words, const fs::path& said) {
    std::vector<char*> arguments;
    for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    ::posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, said.c_str(), O_WRONLY | O_CREAT, 0600);
    ::posix_spawn_file_actions_adddup2(&actions, STDOUT_FILENO, STDERR_FILENO);
    posix_spawnattr_t attributes;
    ::posix_spawnattr_init(&attributes);
    sigset_t as_by_default;
    ::sigemptyset(&as_by_default);
    ::sigaddset(&as_by_default, SIGXFSZ);  // which this program ignores
    ::posix_spawnattr_setsigdefault(&attributes, &as_by_default);
    ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF);
    pid_t process = -1;
    const int failed =
        ::posix_spawn(&process, arguments[0], &actions, &attributes, arguments.data(), environ);
    ::posix_spawnattr_destroy(&attributes);
    ::posix_spawn_file_actions_destroy(&actions);
    if (failed)
        throw SurroundingsFault("Could not start " + words[0] + ": " +
                                std::generic_category().message(failed) + ".");
    return process;
}

// Whether it ended by itself in time.
bool has_ended(pid_t process) {
    const auto until = std::chrono::steady_clock::now() + longest_print;
    int status = 0;
    while (std::chrono::steady_clock::now() < until) {
        if (::waitpid(process, &status, WNOHANG) == process) return true;
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    ::kill(-process, SIGKILL);
    ::waitpid(process, &status, 0);
    return false;
}

std::string last_line(const fs::path& said) {
    std::error_code ignored;
    if (!fs::exists(said, ignored)) return "";
    std::string text = read_whole(said);
    while (text.ends_with('\n')) text.pop_back();
    return text.substr(text.rfind('\n') + 1);
}

// A browser writes the moment of printing into the file. Spaces in its place, as long as it was: the file
// says by offsets where its parts stand.
std::string without_moments(std::string pdf) {
    for (const std::string_view key : {"/CreationDate", "/ModDate"}) {
        for (std::size_t at = 0; (at = pdf.find(key, at)) != pdf.npos; at += key.size()) {
            const std::size_t begin = pdf.find_first_not_of(' ', at + key.size());
            const std::size_t end = pdf.find(')', at);
            constexpr std::size_t longest = 40;
            const bool is_date = begin != pdf.npos && pdf.substr(begin, 3) == "(D:" && end - begin < longest;
            if (is_date) std::fill_n(pdf.begin() + static_cast<std::ptrdiff_t>(at), end + 1 - at, ' ');
        }
    }
    return pdf;
}

}  // namespace

void print_pdf(const fs::path& page, const fs::path& pdf) {
    const fs::path browser = installed_browser();
    if (browser.empty())
        throw SurroundingsFault(
            "Could not print to PDF: there is no Chromium or Chrome here. Install one (on Debian: apt-get "
            "install chromium), "
            "or open the report in any browser and print it. The report itself is in " +
            page.string() + ".");
    const PrintFolder folder;
    const fs::path printed = folder / "report.pdf", said = folder / "said.txt";
    std::vector<std::string> words{browser.string(),
                                   "--headless",
                                   "--disable-gpu",
                                   "--no-pdf-header-footer",
                                   "--user-data-dir=" + (folder / "profile").string(),
                                   "--print-to-pdf=" + printed.string()};
    // Chromium does not start for the root user with its sandbox; the page holds no script and asks no
    // server.
    if (::geteuid() == 0) words.emplace_back("--no-sandbox");
    words.push_back(address_of(page));
    const bool in_time = has_ended(start(words, said));
    std::error_code ignored;
    const std::string bytes = fs::exists(printed, ignored) ? read_whole(printed) : "";
    if (!bytes.starts_with("%PDF-"))
        throw SurroundingsFault("Could not print to PDF: " + browser.string() +
                                (in_time ? " made none" : " did not end within a minute") +
                                ". It said: " + last_line(said) + " The report itself is in " +
                                page.string() + "; any browser can print it.");
    write_safely(pdf, without_moments(bytes), "PDF");
}

}  // namespace headroom
