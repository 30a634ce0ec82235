#pragma once

#include <string>
#include <vector>

#include "sim/futures/study_results.hpp"

namespace headroom {

// One file of the tables behind the report.
struct TidyTable {
    std::string file;  // its name, such as "months.csv"
    std::string content;
};

// Every number of the report and more, one observation a line: comma-separated values with a header, quoted
// where needed (RFC 4180), numbers in the measures' own units, nothing where there is none. The last is
// README.txt, which says what each column means and where the numbers come from.
std::vector<TidyTable> tidy_tables(const StudyResults& results);

}  // namespace headroom
