#include "sim/study/progress.hpp"

#include <cmath>
#include <cstdio>
#include <ostream>

#include "sim/engine/whole_part.hpp"

namespace headroom {

namespace {

constexpr std::chrono::milliseconds between_lines{200};

std::string with_one_decimal(double number) {
    char text[32];
    std::snprintf(text, sizeof text, number < 100 ? "%.1f" : "%.0f", number);
    return text;
}

std::string duration_text(double seconds) {
    const long whole = std::lround(std::ceil(seconds));
    if (whole < 60) return std::to_string(whole) + " s";
    if (whole < 3600) return std::to_string(whole / 60) + " min " + std::to_string(whole % 60) + " s";
    return std::to_string(whole / 3600) + " h " + std::to_string(whole % 3600 / 60) + " min";
}

}  // namespace

std::string progress_text(int done, int total, int before, double seconds) {
    const int percent = total > 0 ? whole_part<int>(100.0 * done / total) : 100;
    std::string text = "headroom: " + std::to_string(done) + " of " + std::to_string(total) + " futures (" +
                       std::to_string(percent) + " %)";
    const int lived = done - before;
    if (lived <= 0 || seconds <= 0) return text;
    const double rate = lived / seconds;
    return text + ", " + with_one_decimal(rate) + " a second, " + duration_text((total - done) / rate) +
           " left";
}

ProgressLine::ProgressLine(std::ostream& terminal, int total, int before)
    : terminal_(&terminal), total_(total), before_(before), began_(Clock::now()), next_(began_) {
    show(before);
}

ProgressLine::~ProgressLine() {
    *terminal_ << "\r\033[K" << std::flush;
}

void ProgressLine::show(int done) {
    const Clock::time_point now = Clock::now();
    if (now < next_) return;
    next_ = now + between_lines;
    const double seconds = std::chrono::duration<double>(now - began_).count();
    *terminal_ << '\r' << progress_text(done, total_, before_, seconds) << "\033[K" << std::flush;
}

}  // namespace headroom
