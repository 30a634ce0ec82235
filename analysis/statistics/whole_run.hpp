// One value for the whole run, of a study that was kept by month, quarter or year.
#pragma once

#include "sim/futures/study_table.hpp"
#include "sim/measures/measure.hpp"

namespace headroom {

// Sums, means and highest values of the periods, as the measure says; a last period that is shorter counts
// for its months. As it is for a table of one period. A ratio must be made by the second form.
StudyTable over_whole_run(const StudyTable& table, const MeasureRow& row);

// A ratio from the tables of its two parts; NaN where there was nothing to divide by.
StudyTable ratio_over_whole_run(const StudyTable& numerator, const StudyTable& denominator,
                                const MeasureRow& row);

}  // namespace headroom
