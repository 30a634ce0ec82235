// The columns of the event log in a results file: one row for each, read and written by the same table.
#pragma once

#include <limits>
#include <span>
#include <string>
#include <string_view>

#include "sim/authority/event_log.hpp"

namespace headroom {

// How a column's numbers are stored.
enum class StoredAs { byte, short_number, number, real };

// One column along the dimension "entry". A coded one has a word for each of its codes.
struct LogColumn {
    const char* name;
    StoredAs stored_as;
    const char* unit;
    const char* definition;
    std::span<const std::string_view> words;
    double (*get)(const LogEntry&);
    void (*set)(LogEntry&, double);
    double low;   // smallest and
    double high;  // largest number that may stand there
};

// Every column but the date, which follows from the time.
std::span<const LogColumn> log_columns();

constexpr const char* log_time_definition =
    "working minutes since the start of the first working day; a working day has 444, nights, weekends and "
    "bank holidays none";

// The words in one line, as CF's flag_meanings has them (CF Conventions 1.8, 3.5).
std::string in_one_line(std::span<const std::string_view> words);

}  // namespace headroom
