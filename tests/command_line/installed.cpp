#include "tests/command_line/installed.hpp"

#include <sys/wait.h>

#include <cstdlib>

namespace headroom {

Installed::Installed() {
    std::filesystem::create_directories(folder_ / "bin");
    std::filesystem::copy_file(HEADROOM_PROGRAM, folder_ / "bin/headroom");
}

void Installed::lay_down(const std::filesystem::path& name, const std::string& content) const {
    const std::filesystem::path file = folder_ / "share/headroom" / name;
    std::filesystem::create_directories(file.parent_path());
    write_content(file, content);
}

ProgramRun Installed::run(const std::string& words, const std::string& from) const {
    const std::string here = folder_.path().string();
    const std::string command = "mkdir -p '" + here + "/" + from + "' && cd '" + here + "/" + from +
                                "' && '" + here + "/bin/headroom' " + words + " >'" + here + "/out' 2>'" +
                                here + "/err'";
    ProgramRun ended;
    ended.exit_code = WEXITSTATUS(std::system(command.c_str()));
    ended.out = content_of(folder_ / "out");
    ended.err = content_of(folder_ / "err");
    return ended;
}

}  // namespace headroom
