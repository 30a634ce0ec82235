#include "sim/places/stored_fits.hpp"

#include <string>

#include "sim/engine/ensure.hpp"
#include "sim/places/england.hpp"

namespace headroom {

std::optional<FitFile> stored_fit(std::string_view code) {
    const std::string_view all = fits_json();
    const std::size_t found = all.find("\"code\": \"" + std::string(code) + "\"");
    if (found == all.npos) return std::nullopt;
    const std::size_t begin = all.rfind('\n', found) + 1;
    std::string line(all.substr(begin, all.find('\n', found) - begin));
    if (line.ends_with(',')) line.pop_back();
    FitFile fit = read_fit_file("scenarios/england/fits.json", line);
    if (!fit.faults.empty()) fail(sentences_of(fit.faults).c_str());
    return fit;
}

}  // namespace headroom
