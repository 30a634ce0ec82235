// The one line on a terminal that says how far a long run is.
#pragma once

#include <chrono>
#include <iosfwd>
#include <string>

namespace headroom {

// "headroom: 37 of 100 futures (37 %), 5.2 a second, 12 s left". `before` of those done were taken up from an
// earlier run, and say nothing about the rate; `seconds` is the time since this run began.
std::string progress_text(int done, int total, int before, double seconds);

// Writes the line over itself, a few times a second at most, and wipes it at the end. Not for two threads at
// once.
class ProgressLine {
public:
    ProgressLine(std::ostream& terminal, int total, int before);
    ~ProgressLine();
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;

    void show(int done);

private:
    using Clock = std::chrono::steady_clock;

    std::ostream* terminal_;
    int total_;
    int before_;
    Clock::time_point began_;
    Clock::time_point next_;
};

}  // namespace headroom
