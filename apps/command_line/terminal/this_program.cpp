#include "apps/command_line/terminal/this_program.hpp"

#include <sys/stat.h>

#include "build-generated/version.hpp"

namespace headroom {

std::string this_program() {
    std::string program = std::string(headroom_version()) + " " + std::string(headroom_git_commit());
    const bool is_a_commit =
        program.find("+changes") == program.npos && program.find("unknown") == program.npos;
    struct stat file {};
    if (!is_a_commit && ::stat("/proc/self/exe", &file) == 0) {
        program += " " + std::to_string(file.st_size) + " " + std::to_string(file.st_mtim.tv_sec) + "." +
                   std::to_string(file.st_mtim.tv_nsec);
    }
    return program;
}

}  // namespace headroom
