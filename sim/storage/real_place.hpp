// Where a name leads that may be a link.
#pragma once

#include <filesystem>

namespace headroom {

// The file that a name stands for: behind symbolic links, also where nothing stands there yet. A name that is
// no link comes back as it is. Throws std::filesystem::filesystem_error for links that lead in a circle.
std::filesystem::path real_place(const std::filesystem::path& name);

}  // namespace headroom
