#include "apps/command_line/question/show_answer.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <ctime>
#include <iostream>
#include <string>

#include "analysis/report/report.hpp"
#include "analysis/words/answer.hpp"
#include "apps/command_line/terminal/messages.hpp"
#include "sim/futures/results_of.hpp"
#include "sim/storage/safe_file.hpp"

namespace headroom {

namespace {

// What anything printed is dated: the day that SOURCE_DATE_EPOCH says (reproducible-builds.org), or else that
// of the commit of the Headroom that made the results. Never the day of printing, so that the same results
// always give the same page.
std::string date_printed_on(const StudyResults& results) {
    const char* const asked = std::getenv("SOURCE_DATE_EPOCH");
    const std::string_view seconds = asked == nullptr ? "" : asked;
    std::time_t moment = 0;
    const auto read = std::from_chars(seconds.data(), seconds.data() + seconds.size(), moment);
    const bool is_moment = read.ec == std::errc{} && read.ptr == seconds.data() + seconds.size();
    std::tm day{};
    if (seconds.empty() || !is_moment || ::gmtime_r(&moment, &day) == nullptr)
        return std::string(date_of(results));
    char text[64];
    return {text, std::strftime(text, sizeof text, "%Y-%m-%d", &day)};
}

// Colours for people at a terminal who have not asked for none (no-color.org).
Colours wanted_colours() {
    const char* const no_colour = std::getenv("NO_COLOR");
    const bool is_refused = no_colour != nullptr && *no_colour != '\0';
    return obeys_escapes(STDOUT_FILENO) && !is_refused ? Colours::terminal : Colours::none;
}

}  // namespace

std::size_t line_width() {
    constexpr std::size_t elsewhere = 100, narrowest = 72, widest = 140;
    winsize size{};
    if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return elsewhere;
    return std::clamp<std::size_t>(size.ws_col, narrowest, widest);
}

void print_answer(const StudyResults& results, AnswerForm form) {
    switch (form) {
        case AnswerForm::table:
            std::cout << answer_text(results, date_printed_on(results), line_width(), wanted_colours());
            return;
        case AnswerForm::csv: std::cout << answer_csv(results); return;
        case AnswerForm::json: std::cout << answer_json(results, date_printed_on(results)); return;
    }
}

void write_report(const StudyResults& results, const std::filesystem::path& file) {
    const std::string page = report_html(results, date_printed_on(results));
    write_safely(file, page, "report");
}

}  // namespace headroom
