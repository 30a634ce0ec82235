#include "apps/command_line/places/calibrate.hpp"

#include <algorithm>
#include <iostream>

#include "apps/command_line/places/fit_answer.hpp"
#include "apps/command_line/places/own_place.hpp"
#include "apps/command_line/places/place_fitter.hpp"
#include "apps/command_line/terminal/call_files.hpp"
#include "apps/command_line/terminal/messages.hpp"
#include "apps/command_line/terminal/output_files.hpp"
#include "apps/command_line/terminal/side_by_side.hpp"
#include "sim/fitting/fit_text.hpp"
#include "sim/places/authority_names.hpp"
#include "sim/storage/durable_file.hpp"
#include "sim/storage/real_place.hpp"

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

FittedPlace place_to_fit(const CalibrateArguments& arguments) {
    if (!arguments.figures.empty()) return own_place_in(arguments.figures, arguments.authority);
    return {place_called(arguments.authority)};
}

std::filesystem::path output_for(const CalibrateArguments& arguments, const FittedPlace& place) {
    return arguments.output.empty() ? in_a_file_name(place.figures.name()) + "-fit.json"
                                    : arguments.output.string();
}

void ensure_one_place(const CalibrateArguments& arguments) {
    const bool is_all = arguments.authority == "all";
    if (arguments.authority.empty() && arguments.figures.empty())
        throw std::vector<Fault>{{.file = "command line",
                                  .key = "--authority",
                                  .found = "missing",
                                  .expected = "an authority's name, or --figures a file of your own"}};
    if (is_all && !arguments.figures.empty())
        throw std::vector<Fault>{{.file = "command line",
                                  .key = "--authority",
                                  .found = "\"all\" beside --figures",
                                  .expected = "the one authority that the figures are about"}};
}

PlaceFitter fitter_for(const CalibrateArguments& arguments) {
    FitOptions options;
    options.members = arguments.members;
    options.seed = arguments.seed;
    FitRequest request;
    request.options = options;
    request.threads = arguments.threads;
    request.terminal = arguments.quiet ? nullptr : terminal_for_progress();
    return PlaceFitter(request);
}

ExitCode interrupted(const CalibrateArguments& arguments, const std::string& kept_and_next) {
    say("Interrupted: " + kept_and_next + ": " + arguments.command_line);
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
    const PlaceFitter fitter = fitter_for(arguments);
    const std::filesystem::path folder = arguments.output.empty() ? "fits" : arguments.output;
    std::filesystem::create_directories(folder);
    const PublishedFigures published = PublishedFigures::built_in();
    std::vector<std::string> codes = {"typical"};
    for (const PublishedPlace& authority : published.authorities()) codes.push_back(authority.code);
    try {
        for (const std::string& code : codes) {
            const FittedPlace place{published.place(code)};
            const std::filesystem::path file = folder / (code + ".json");
            if (fitter.is_made(place, file)) continue;
            ensure_safe_to_write({{}, {{"the fit", file, FileKind::fit}}});
            const Fit fit = fitter.of(place);
            write_durably(real_place(file), fit_text(fit));
            std::cout << place.figures.name() << ": " << fit_sentence(fit) << std::endl;
        }
    } catch (const GivenUpOnTheWay&) {
        return interrupted(arguments, "the fits that are made are kept in " + folder.string() + ". To go on");
    }
    write_together(folder, codes);
    if (!arguments.quiet) say("The fits are in " + folder.string() + ", all together in fits.json.");
    return exit_done;
}

}  // namespace

ExitCode calibrate(const CalibrateArguments& arguments) {
    ensure_one_place(arguments);
    if (arguments.authority == "all") return calibrate_all(arguments);
    const FittedPlace place = place_to_fit(arguments);
    const std::filesystem::path file = output_for(arguments, place);
    ensure_safe_to_write({{{"--figures", arguments.figures}},
                          {{arguments.output.empty() ? "the fit" : "-o", file, FileKind::fit}}});
    ensure_writable(file);
    try {
        const Fit fit = fitter_for(arguments).of(place);
        write_durably(real_place(file), fit_text(fit));
        std::cout << fit_answer(fit);
    } catch (const GivenUpOnTheWay&) {
        return interrupted(arguments, "nothing is kept. To start again");
    }
    if (!arguments.quiet) say("The fit is in " + file.string() + ".");
    return exit_done;
}

}  // namespace headroom
