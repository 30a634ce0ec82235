#include "apps/command_line/question/own_fit.hpp"

#include <chrono>
#include <cstdlib>
#include <memory>
#include <optional>
#include <thread>

#include "apps/command_line/places/fit_answer.hpp"
#include "apps/command_line/places/own_place.hpp"
#include "apps/command_line/terminal/call_files.hpp"
#include "apps/command_line/terminal/interruption.hpp"
#include "apps/command_line/terminal/messages.hpp"
#include "apps/command_line/terminal/output_files.hpp"
#include "apps/command_line/terminal/side_by_side.hpp"
#include "sim/fitting/fit_place.hpp"
#include "sim/fitting/fit_text.hpp"
#include "sim/futures/digest.hpp"
#include "sim/storage/durable_file.hpp"
#include "sim/storage/output_lock.hpp"
#include "sim/storage/real_place.hpp"
#include "sim/storage/surroundings_fault.hpp"

namespace headroom {

namespace {

using std::filesystem::path;

path beside(const path& figures) {
    return figures.parent_path() / (figures.stem().string() + ".fit.json");
}

// Where the XDG Base Directory Specification has a user's cache; nothing where the user has no home.
std::optional<path> users_cache() {
    const char* const cache = std::getenv("XDG_CACHE_HOME");
    if (cache != nullptr && *cache == '/') return path(cache) / "headroom";
    const char* const home = std::getenv("HOME");
    if (home != nullptr && *home == '/') return path(home) / ".cache" / "headroom";
    return std::nullopt;
}

// Named after the figures, and apart from others of that name elsewhere.
std::optional<path> in_the_cache(const path& figures) {
    const auto cache = users_cache();
    if (!cache) return std::nullopt;
    Digest place;
    place.add(std::filesystem::absolute(figures).lexically_normal().string());
    return *cache / (figures.stem().string() + "-" + in_hexadecimal(place.value()) + ".fit.json");
}

bool can_be_written(const path& file) {
    try {
        ensure_writable(file);
        return true;
    } catch (const SurroundingsFault&) {
        return false;
    }
}

// Where a fit that is made now is kept.
path place_to_keep(const path& figures) {
    const path first = beside(figures);
    if (can_be_written(first)) return first;
    const auto cached = in_the_cache(figures);
    if (!cached)
        throw SurroundingsFault("Cannot write " + first.string() +
                                ", where the fit of these figures is kept, and there is no home folder to "
                                "keep it in. Set XDG_CACHE_HOME to a folder, or ask with --unfitted.");
    std::error_code failed;
    std::filesystem::create_directories(cached->parent_path(), failed);
    ensure_writable(*cached);
    return *cached;
}

// What the call reads and writes, as far as it is known before the fit, which takes too long for a mistake in
// a name to be told after it.
CallFiles files_around(const path& figures, const path& fit, const RunArguments& arguments) {
    path results = arguments.output, report = arguments.report;
    if (arguments.command == "compare") {
        if (results.empty()) results = named_after(arguments.file, ".h5");
        if (report.empty()) report = path(results).replace_extension(".html");
    }
    return {{{"QUESTION.json", arguments.file}, {"the figures in the question", figures}},
            {{"the fit of the figures", fit, FileKind::fit},
             {arguments.output.empty() ? "the results file" : "-o", results, FileKind::answer},
             {arguments.report.empty() ? "the report" : "--report", report, FileKind::report},
             {"--log", arguments.log, FileKind::log},
             {"--log-csv", arguments.log_csv, FileKind::event_table}}};
}

// Held until the fit is made; another run that makes it is waited for.
std::unique_ptr<OutputLock> lock_when_free(const path& file, const RunArguments& arguments) {
    using namespace std::chrono_literals;
    for (bool is_told = arguments.quiet;; is_told = true) {
        try {
            return std::make_unique<OutputLock>(file.string() + ".making");
        } catch (const OutputBusy&) {
            if (!is_told) say("Another run is fitting these figures. Waiting for its fit.");
        }
        if (interruption()) throw GivenUpOnTheWay{};
        std::this_thread::sleep_for(200ms);
    }
}

void tell(const RunArguments& arguments, const std::string& sentence) {
    if (!arguments.quiet) say(sentence);
}

void make(const PlaceFitter& fitter, const FittedPlace& place, const path& file,
          const RunArguments& arguments) {
    const auto lock = lock_when_free(file, arguments);
    if (fitter.is_made(place, file)) return;
    tell(arguments, "Fitting the model to the figures of " + place.figures.name() +
                        ", which is done once and can take some minutes.");
    const Fit fit = fitter.of(place);
    write_durably(real_place(file), fit_text(fit));
    tell(arguments,
         "Fitted: " + fit_sentence(fit) + " The fit is kept in " + file.string() + " for the next question.");
}

}  // namespace

void note_an_older_fit(Scenario& scenario) {
    if (scenario.fit_model == 0 || scenario.fit_model == model_digest()) return;
    scenario.fallbacks.push_back("The fit in " + scenario.fit_file +
                                 " was made with another version of the model, and may no longer match the "
                                 "figures. Make it again with headroom calibrate.");
}

std::string fit_of_own_figures(const std::string& figures, const std::string& authority,
                               const RunArguments& arguments) {
    const FittedPlace place = own_place_in(figures, authority);
    FitRequest request;
    request.threads = arguments.threads;
    request.terminal = arguments.quiet ? nullptr : terminal_for_progress();
    const PlaceFitter fitter(request);
    const path first = beside(figures);
    if (fitter.is_made(place, first)) return first.string();
    const auto cached = in_the_cache(figures);
    if (cached && fitter.is_made(place, *cached)) return cached->string();
    ensure_apart(files_around(figures, first, arguments));
    const path file = place_to_keep(figures);
    ensure_safe_to_write({{}, {{"the fit of the figures", file, FileKind::fit}}});
    make(fitter, place, file, arguments);
    return file.string();
}

}  // namespace headroom
