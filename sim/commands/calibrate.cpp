#include "sim/commands/calibrate.hpp"

#include <algorithm>
#include <fstream>
#include <iostream>
#include <memory>

#include "sim/commands/call_files.hpp"
#include "sim/commands/fit_answer.hpp"
#include "sim/commands/messages.hpp"
#include "sim/commands/output_files.hpp"
#include "sim/commands/side_by_side.hpp"
#include "sim/fitting/fit_place.hpp"
#include "sim/fitting/fit_text.hpp"
#include "sim/forecasting/known_figures.hpp"
#include "sim/scenario/authority_names.hpp"
#include "sim/study/durable_file.hpp"
#include "sim/study/parallel.hpp"
#include "sim/study/progress.hpp"
#include "sim/study/real_place.hpp"

namespace headroom {

namespace {

PlaceFigures place_called(const std::string& authority) {
    const PublishedFigures published = PublishedFigures::built_in();
    const NamedPlace named = find_place(published, authority);
    if (named && *named.code != "teaching team") return published.place(*named.code);
    const std::string fault =
        named ? "The teaching team is England made small; it publishes nothing to be fitted to."
              : named.fault;
    throw std::vector<Fault>{
        {.file = "command line", .key = "--authority", .found = "not settled", .nearest = fault}};
}

std::filesystem::path output_for(const CalibrateArguments& arguments, const PlaceFigures& place) {
    return arguments.output.empty() ? in_a_file_name(place.name()) + "-fit.json" : arguments.output.string();
}

// Fits as the command line asks for them.
class Calibration {
public:
    explicit Calibration(const CalibrateArguments& arguments) : arguments_(arguments) {
        options_.members = arguments.members;
        options_.seed = arguments.seed;
        threads_ = arguments.threads > 0 ? arguments.threads : all_threads();
    }

    Fit of(const PlaceFigures& place) const {
        std::ostream* const terminal = arguments_.quiet ? nullptr : terminal_for_progress();
        const int lives = options_.members * (options_.assimilations + 1);
        std::unique_ptr<ProgressLine> line;
        if (terminal != nullptr) line = std::make_unique<ProgressLine>(*terminal, lives, 0);
        return fit_place(
            {place, lasting_figures(panel_, england_, place)}, options_,
            [&](int count, const std::function<void(int)>& work) { side_by_side(threads_, count, work); },
            [&](int done, int rounds) {
                if (line) line->show(lives / rounds * done);
            });
    }

    // Whether a file is the fit of this place that would be made now.
    bool is_made(const PlaceFigures& place, const std::filesystem::path& file) const {
        const std::string heading = fit_heading({model_, place.code(), place.name(), options_, {}, {}, {}});
        std::ifstream in(file, std::ios::binary);
        std::string begins(heading.size(), '\0');
        return in.read(begins.data(), static_cast<std::streamsize>(begins.size())) && begins == heading;
    }

private:
    const CalibrateArguments& arguments_;
    FitOptions options_;
    int threads_ = 1;
    std::uint64_t model_ = model_digest();
    Panel panel_ = Panel::built_in();
    PublishedPlace england_ = PublishedFigures::built_in().england();
};

ExitCode interrupted(const CalibrateArguments& arguments, const std::string& kept) {
    say("Interrupted: " + kept + " To go on: " + arguments.command_line);
    return exit_interrupted;
}

// All of them in one file, a line each, by their codes: as scenarios/england holds them.
void write_together(const std::filesystem::path& folder, std::vector<std::string> codes) {
    const std::filesystem::path file = folder / "fits.json";
    ensure_safe_to_write({{}, {{"-o", file, FileKind::fit}}});
    std::sort(codes.begin(), codes.end());
    std::string text = "[\n";
    for (const std::string& code : codes) {
        std::string fit = read_whole(folder / (code + ".json"));
        if (fit.ends_with('\n')) fit.pop_back();
        text += (code == codes.front() ? "" : ",\n") + fit;
    }
    write_durably(real_place(file), text + "\n]\n");
}

// One file for each authority, named after its code; those that are made already stay.
ExitCode calibrate_all(const CalibrateArguments& arguments) {
    const Calibration calibration(arguments);
    const std::filesystem::path folder = arguments.output.empty() ? "fits" : arguments.output;
    std::filesystem::create_directories(folder);
    const PublishedFigures published = PublishedFigures::built_in();
    std::vector<std::string> codes = {"typical"};
    for (const PublishedPlace& authority : published.authorities()) codes.push_back(authority.code);
    try {
        for (const std::string& code : codes) {
            const PlaceFigures place = published.place(code);
            const std::filesystem::path file = folder / (code + ".json");
            if (calibration.is_made(place, file)) continue;
            ensure_safe_to_write({{}, {{"the fit", file, FileKind::fit}}});
            const Fit fit = calibration.of(place);
            write_durably(real_place(file), fit_text(fit));
            std::cout << place.name() << ": " << fit_sentence(fit) << std::endl;
        }
    } catch (const GivenUpOnTheWay&) {
        return interrupted(arguments, "the fits that are made are kept in " + folder.string() + ".");
    }
    write_together(folder, codes);
    if (!arguments.quiet) say("The fits are in " + folder.string() + ", all together in fits.json.");
    return exit_done;
}

}  // namespace

ExitCode calibrate(const CalibrateArguments& arguments) {
    if (arguments.authority == "all") return calibrate_all(arguments);
    const PlaceFigures place = place_called(arguments.authority);
    const std::filesystem::path file = output_for(arguments, place);
    ensure_safe_to_write({{}, {{arguments.output.empty() ? "the fit" : "-o", file, FileKind::fit}}});
    ensure_writable(file);
    try {
        const Fit fit = Calibration(arguments).of(place);
        write_durably(real_place(file), fit_text(fit));
        std::cout << fit_answer(fit);
    } catch (const GivenUpOnTheWay&) {
        return interrupted(arguments, "nothing is kept.");
    }
    if (!arguments.quiet) say("The fit is in " + file.string() + ".");
    return exit_done;
}

}  // namespace headroom
