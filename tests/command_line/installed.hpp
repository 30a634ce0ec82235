// The program as `cmake --install` puts it, in a folder of its own.
#pragma once

#include <filesystem>
#include <string>

#include "tests/command_line/program.hpp"

namespace headroom {

class Installed {
public:
    Installed();

    const TestFolder& folder() const { return folder_; }
    // A file that comes with the program, by its name below share/headroom.
    void lay_down(const std::filesystem::path& name, const std::string& content) const;
    // What it said, and how it ended, with these words typed in a folder within.
    ProgramRun run(const std::string& words, const std::string& from = ".") const;

private:
    TestFolder folder_;
};

}  // namespace headroom
