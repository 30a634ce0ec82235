#include "apps/command_line/terminal/same_file.hpp"

#include <algorithm>
#include <system_error>

#include "sim/storage/real_place.hpp"

namespace headroom {

namespace {

using std::filesystem::path;

// One spelling for all names of what may not be there yet. A link that leads in a circle is no file, and is
// refused by a sentence of its own.
path spelt_out(const path& name) {
    try {
        const path whole =
            std::filesystem::weakly_canonical(std::filesystem::absolute(real_place(name)).lexically_normal());
        return whole.has_filename() ? whole : whole.parent_path();
    } catch (const std::filesystem::filesystem_error&) {
        return name;
    }
}

}  // namespace

bool is_same_file(const path& one, const path& other) {
    // By device and inode where both stand: that sees through hard links and the case of letters too.
    std::error_code absent;
    if (std::filesystem::equivalent(one, other, absent)) return true;
    return spelt_out(one) == spelt_out(other);
}

bool is_in_folder(const path& file, const path& folder) {
    const path inner = spelt_out(file), outer = spelt_out(folder);
    return std::mismatch(outer.begin(), outer.end(), inner.begin(), inner.end()).first == outer.end();
}

}  // namespace headroom
