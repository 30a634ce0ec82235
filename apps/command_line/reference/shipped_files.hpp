// The files that come with Headroom, once it is installed.
#pragma once

#include <filesystem>
#include <string>

namespace headroom {

// The folder of what was installed beside the program: "/usr/share/headroom" for "/usr/bin/headroom". It need
// not exist.
std::filesystem::path shipped_folder();

// The file a user means: as it is named from here or, where there is none and one of that name came with
// Headroom
// ("scenarios/questions/caseload-limit.json"), that one.
std::string here_or_shipped(const std::string& name);

}  // namespace headroom
