#include "sim/commands/calibrate.hpp"

#include <algorithm>
#include <atomic>
#include <iostream>
#include <memory>

#include "sim/commands/call_files.hpp"
#include "sim/commands/fit_answer.hpp"
#include "sim/commands/interruption.hpp"
#include "sim/commands/messages.hpp"
#include "sim/commands/output_files.hpp"
#include "sim/fitting/fit_place.hpp"
#include "sim/fitting/fit_text.hpp"
#include "sim/scenario/authority_names.hpp"
#include "sim/study/durable_file.hpp"
#include "sim/study/parallel.hpp"
#include "sim/study/progress.hpp"
#include "sim/study/real_place.hpp"

namespace headroom {

namespace {

// Ctrl-C was pressed: what is done of a fit is worth nothing by itself.
struct GivenUp {};

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
    if (!arguments.output.empty()) return arguments.output;
    std::string name;
    for (const char letter : place.name()) {
        const bool is_word = (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
        if (is_word) name += static_cast<char>(letter | 0x20);
        if (!is_word && !name.empty() && name.back() != '-') name += '-';
    }
    return name + "-fit.json";
}

// Members side by side; the next free thread takes the next, and which one it is changes nothing.
void on_threads(int threads, int count, const std::function<void(int)>& work) {
    std::atomic<int> next = 0;
    on_every_thread(std::min(threads, count), [&] {
        for (int number = next++; number < count && !interruption(); number = next++) work(number);
    });
    if (interruption()) throw GivenUp{};
}

}  // namespace

ExitCode calibrate(const CalibrateArguments& arguments) {
    const PlaceFigures place = place_called(arguments.authority);
    const std::filesystem::path file = output_for(arguments, place);
    ensure_safe_to_write({{}, {{arguments.output.empty() ? "the fit" : "-o", file, FileKind::fit}}});
    ensure_writable(file);
    FitOptions options;
    options.members = arguments.members;
    options.seed = arguments.seed;
    const int threads = arguments.threads > 0 ? arguments.threads : all_threads();
    std::ostream* const terminal = arguments.quiet ? nullptr : terminal_for_progress();
    const int lives = options.members * (options.assimilations + 1);
    std::unique_ptr<ProgressLine> line;
    if (terminal != nullptr) line = std::make_unique<ProgressLine>(*terminal, lives, 0);
    try {
        const Fit fit = fit_place(
            place, options,
            [&](int count, const std::function<void(int)>& work) { on_threads(threads, count, work); },
            [&](int done, int rounds) {
                if (line) line->show(lives / rounds * done);
            });
        line.reset();
        write_durably(real_place(file), fit_text(fit));
        std::cout << fit_answer(fit);
    } catch (const GivenUp&) {
        line.reset();
        say("Interrupted: nothing is kept. To start again: " + arguments.command_line);
        return exit_interrupted;
    }
    if (!arguments.quiet) say("The fit is in " + file.string() + ".");
    return exit_done;
}

}  // namespace headroom
