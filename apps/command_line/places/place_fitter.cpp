#include "apps/command_line/places/place_fitter.hpp"

#include <fstream>
#include <memory>

#include "apps/command_line/terminal/side_by_side.hpp"
#include "sim/fitting/fit_text.hpp"
#include "sim/forecasting/known_figures.hpp"
#include "sim/study/parallel.hpp"
#include "sim/study/progress.hpp"

namespace headroom {

PlaceFitter::PlaceFitter(const FitRequest& request)
    : request_(request),
      model_(model_digest()),
      panel_(Panel::built_in()),
      england_(PublishedFigures::built_in().england()) {
    if (request_.threads == 0) request_.threads = all_threads();
}

Fit PlaceFitter::of(const FittedPlace& place) const {
    const int lives = request_.options.members * (request_.options.assimilations + 1);
    std::unique_ptr<ProgressLine> line;
    if (request_.terminal != nullptr) line = std::make_unique<ProgressLine>(*request_.terminal, lives, 0);
    return fit_place(
        {place.figures, lasting_figures(panel_, england_, place.figures), place.own}, request_.options,
        [&](int count, const std::function<void(int)>& work) { side_by_side(request_.threads, count, work); },
        [&](int done, int rounds) {
            if (line) line->show(lives / rounds * done);
        });
}

bool PlaceFitter::is_made(const FittedPlace& place, const std::filesystem::path& file) const {
    Fit wanted;
    wanted.model = model_;
    wanted.code = place.figures.code();
    wanted.name = place.figures.name();
    wanted.options = request_.options;
    wanted.own = place.own;
    const std::string heading = fit_heading(wanted);
    std::ifstream in(file, std::ios::binary);
    std::string begins(heading.size(), '\0');
    return in.read(begins.data(), static_cast<std::streamsize>(begins.size())) && begins == heading;
}

}  // namespace headroom
