#include "sim/storage/real_place.hpp"

#include <system_error>

namespace headroom {

std::filesystem::path real_place(const std::filesystem::path& name) {
    constexpr int most_links = 40;  // as Linux has it
    std::filesystem::path place = name;
    std::error_code failed;
    for (int links = 0; std::filesystem::is_symlink(place, failed); ++links) {
        if (links == most_links)
            throw std::filesystem::filesystem_error(
                "following links", name, std::make_error_code(std::errc::too_many_symbolic_link_levels));
        // A path from the root takes the place of what stands before it.
        place = place.parent_path() / std::filesystem::read_symlink(place);
    }
    return place;
}

}  // namespace headroom
