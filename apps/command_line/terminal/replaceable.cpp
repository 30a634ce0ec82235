#include "apps/command_line/terminal/replaceable.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>

#include "analysis/report/html.hpp"
#include "analysis/scoring/backtest_picture.hpp"
#include "analysis/scoring/backtest_rows.hpp"
#include "sim/fitting/fit_text.hpp"
#include "sim/results/kind_of_results.hpp"
#include "sim/results/vidigi.hpp"

namespace headroom {

namespace {

using std::filesystem::path;

std::string beginning_of(const path& file) {
    constexpr std::size_t enough = 4096;
    std::string text(enough, '\0');
    std::ifstream stream(file, std::ios::binary);
    stream.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(std::max<std::streamsize>(stream.gcount(), 0)));
    return text;
}

bool begins_with_any(const path& file, std::initializer_list<std::string_view> words) {
    const std::string text = beginning_of(file);
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return text.starts_with(word); });
}

bool holds(const path& file, std::string_view words) {
    return beginning_of(file).find(words) != std::string::npos;
}

ResultsKind results_kind_of(FileKind kind) {
    if (kind == FileKind::answer) return ResultsKind::answer;
    if (kind == FileKind::log) return ResultsKind::log;
    return kind == FileKind::study ? ResultsKind::study : ResultsKind::none;
}

std::string noun_of(FileKind kind) {
    switch (kind) {
        case FileKind::answer: return "answer";
        case FileKind::log: return "event log";
        case FileKind::study: return "study";
        case FileKind::report: return "report";
        case FileKind::page: return "workshop page";
        case FileKind::event_table: return "event log for vidigi";
        case FileKind::table: return "table of a report";
        case FileKind::pdf: return "PDF";
        case FileKind::script: return "Slurm script";
        case FileKind::fit: return "fit";
        case FileKind::scores: return "table of a back-test";
        case FileKind::picture: return "picture of a back-test";
    }
    return "";
}

}  // namespace

std::string words_for(FileKind kind) {
    return kind == FileKind::study ? "this study's own results" : "an earlier " + noun_of(kind);
}

bool is_of_kind(const path& file, FileKind kind) {
    switch (kind) {
        case FileKind::answer:
        case FileKind::log:
        case FileKind::study: return kind_of_results(file) == results_kind_of(kind);
        case FileKind::report: return is_html_page_of_ours(beginning_of(file));
        case FileKind::page: return holds(file, "<title>Headroom: the workshop page</title>");
        case FileKind::event_table: return begins_with_any(file, {vidigi_columns()});
        case FileKind::table:
            return begins_with_any(file, {"alternative,", "The tables behind a Headroom report"});
        case FileKind::pdf: return begins_with_any(file, {"%PDF-"});
        case FileKind::script: return holds(file, "# Submits a study of Headroom to Slurm");
        case FileKind::fit: return begins_with_any(file, {any_fit_begins, any_fits_begin});
        case FileKind::scores: return begins_with_any(file, {backtest_columns()});
        case FileKind::picture: return holds(file, backtest_origin);
    }
    return false;
}

std::string what_it_is(const path& file, FileKind wanted) {
    const ResultsKind kind = kind_of_results(file);
    if (kind == ResultsKind::study) return "holds the results of a study";
    if (kind == ResultsKind::answer) return "holds the answer to a question";
    if (kind == ResultsKind::log) return "holds a future with its event log";
    const bool are_results = results_kind_of(wanted) != ResultsKind::none;
    return "is no " + noun_of(wanted) +
           (are_results ? " that this Headroom can read" : " that Headroom wrote");
}

}  // namespace headroom
