#include "apps/command_line/places/own_place.hpp"

#include <algorithm>

#include "sim/engine/ensure.hpp"
#include "sim/futures/digest.hpp"
#include "sim/places/authority_names.hpp"
#include "sim/places/figure_caveats.hpp"
#include "sim/places/own_figures.hpp"
#include "sim/places/own_rows.hpp"
#include "sim/text/fault.hpp"
#include "sim/text/json_text.hpp"

namespace headroom {

namespace {

PublishedPlace place_named(const PublishedFigures& published, const std::string& authority,
                           const std::filesystem::path& figures) {
    if (authority.empty()) return any_place(figures.stem().string());
    const NamedPlace named = find_place(published, authority);
    if (!named)
        throw std::vector<Fault>{
            {.file = "command line", .key = "--authority", .found = "not settled", .nearest = named.fault}};
    return place_behind(published, *named.code, figures.stem().string());
}

// Equal files about one place have equal digests.
std::string digest_of(const std::string& text, const PublishedPlace& place) {
    Digest digest;
    digest.add(place.code);
    digest.add(text);
    return in_hexadecimal(digest.value());
}

}  // namespace

FittedPlace own_place_in(const std::filesystem::path& figures, const std::string& authority) {
    const PublishedFigures published = PublishedFigures::built_in();
    const PublishedPlace place = place_named(published, authority, figures);
    std::vector<Fault> faults;
    const std::string text = read_whole_file(figures.string(), a_file_of_figures, faults);
    if (!faults.empty()) throw faults;
    OwnFigures own = read_own_figures(figures.string(), text, place);
    if (!own.faults.empty()) throw own.faults;
    const PlaceFigures completed = with_own_figures(place, own);
    std::vector<std::string> caveats = std::move(own.caveats);
    const bool is_named = place.code != any_place("").code;
    if (is_named)
        for (std::string& caveat : figure_caveats(published, completed)) caveats.push_back(std::move(caveat));
    return {completed, OwnStart{digest_of(text, place), settings_to_start_from(completed, own), own.held,
                                std::move(caveats), std::move(own.contradictions)}};
}

}  // namespace headroom
