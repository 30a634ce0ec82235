#include "sim/commands/answer.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <iostream>
#include <string>

#include "analysis/report/report.hpp"
#include "analysis/statistics/answer.hpp"
#include "sim/commands/messages.hpp"
#include "sim/results/safe_file.hpp"

namespace headroom {

namespace {

// The day here, "2025-11-21".
std::string today() {
    const std::time_t now = std::time(nullptr);
    std::tm day{};
    ::localtime_r(&now, &day);
    char text[16];
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
            std::cout << answer_text(results, today(), line_width(), wanted_colours());
            return;
        case AnswerForm::csv: std::cout << answer_csv(results); return;
        case AnswerForm::json: std::cout << answer_json(results, today()); return;
    }
}

void write_report(const StudyResults& results, const std::filesystem::path& file) {
    const std::string page = report_html(results, today());
    write_safely(file, page, "report");
}

}  // namespace headroom
