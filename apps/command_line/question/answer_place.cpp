#include "apps/command_line/question/answer_place.hpp"

#include <optional>
#include <system_error>

#include "analysis/words/enough_futures.hpp"
#include "apps/command_line/question/run_comparison.hpp"
#include "apps/command_line/terminal/call_files.hpp"
#include "apps/command_line/terminal/messages.hpp"
#include "build-generated/version.hpp"
#include "sim/results/results_file.hpp"
#include "sim/scenario/resolved.hpp"
#include "sim/storage/durable_file.hpp"
#include "sim/storage/part_file.hpp"
#include "sim/storage/part_store.hpp"
#include "sim/text/small_words.hpp"

namespace headroom {

namespace {

using std::filesystem::path;

// The comparison that is looking for a place.
struct Coming {
    const Scenario& scenario;
    const RunArguments& arguments;
    std::uint64_t inputs;

    // At least so many: how many "auto" comes to is not known yet.
    int futures() const {
        return scenario.adds_futures ? precision_of(arguments.choices.precision).first
                                     : scenario.replications;
    }
};

// The name with "-2" behind it, and so on.
path numbered(const path& first, int number) {
    if (number == 1) return first;
    return first.parent_path() /
           (first.stem().string() + "-" + std::to_string(number) + first.extension().string());
}

std::string length_words(const StudyResults& results) {
    return counted(results.replications, "future", "futures") + ", " +
           counted(results.months, "month", "months");
}

// What of its own accord would be written beside the results.
path report_beside(const path& results) {
    return path(results).replace_extension(".html");
}

// Whether the same command asked the same, down to every number; how many futures "auto" came to is no
// difference.
bool is_asked_again(const StudyResults& earlier, const Coming& coming) {
    Scenario same = coming.scenario;
    if (same.adds_futures) same.replications = earlier.replications;
    return earlier.created_by == created_by(coming.arguments) &&
           earlier.scenario_text == resolved_question(same);
}

bool is_of_this_program(const StudyResults& earlier) {
    return earlier.headroom_version == headroom_version() && earlier.git_commit == headroom_git_commit();
}

// Why the file must stay, "" where it may be replaced, with what there is to say then.
std::string reason_to_keep(const path& file, const Coming& coming, std::string& replaced) {
    replaced.clear();
    std::error_code ignored;
    // What is no file at all is refused by a sentence of its own.
    if (!std::filesystem::is_regular_file(file, ignored)) return "";
    if (const std::string why = why_it_stays(file, FileKind::answer); !why.empty())
        return file.string() + " " + why + ", and stays";
    if (std::filesystem::file_size(file, ignored) == 0) return "";
    std::optional<StudyResults> earlier;
    try {
        earlier = read_comparison(file);
    } catch (const SurroundingsFault&) {
        return file.string() + " is no answer that this Headroom can read, and stays";
    }
    const bool is_again = is_asked_again(*earlier, coming);
    if (!is_again && (earlier->replications > coming.futures() || earlier->months > coming.scenario.months))
        return file.string() + " holds a longer answer (" + length_words(*earlier) + "), which stays";
    if (!is_again || !is_of_this_program(*earlier))
        replaced = "Replaced the earlier answer in " + file.string() + " (" + length_words(*earlier) + ").";
    return "";
}

// The same of the report that nobody named either.
std::string reason_to_keep_report(const path& results, const Coming& coming) {
    const path report = report_beside(results);
    const std::string why = coming.arguments.report.empty() ? why_it_stays(report, FileKind::report) : "";
    return why.empty() ? "" : report.string() + " " + why + ", and stays";
}

// The same of the work that an interrupted run kept beside the file. Futures of this very comparison are no
// reason: they are taken up, as many as are asked for.
std::string reason_to_keep_work(const path& file, const Coming& coming) {
    const path folder = parts_folder(file);
    std::error_code failed;
    for (const auto& entry : std::filesystem::directory_iterator(folder, failed)) {
        if (entry.path().extension() != ".part") continue;
        if (read_part(coming.inputs, read_whole(entry.path())).state == PartState::of_other_inputs)
            return folder.string() +
                   " keeps what an interrupted run of something else has finished (other options, another "
                   "question or another Headroom), which stays until you take it away";
    }
    return "";
}

}  // namespace

AnswerPlace place_of_answer(const path& first, const Scenario& scenario, const RunArguments& arguments,
                            std::uint64_t inputs) {
    constexpr int most_tried = 1000;
    const Coming coming{scenario, arguments, inputs};
    AnswerPlace place;
    std::string why;
    for (int number = 1; number < most_tried; ++number) {
        place.results = numbered(first, number);
        std::string reason = reason_to_keep(place.results, coming, place.replaced);
        if (reason.empty()) reason = reason_to_keep_report(place.results, coming);
        if (reason.empty()) reason = reason_to_keep_work(place.results, coming);
        if (number == 1) why = reason;
        if (!reason.empty()) continue;
        if (number > 1)
            place.why_beside =
                why + ": this answer goes to " + place.results.string() + ". -o names another place.";
        return place;
    }
    throw SurroundingsFault("There are " + std::to_string(most_tried) + " answers beside " + first.string() +
                            " already. Take some away, or name a place with -o.");
}

}  // namespace headroom
