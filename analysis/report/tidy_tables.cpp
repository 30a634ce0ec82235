#include "analysis/report/tidy_tables.hpp"

#include <algorithm>
#include <numeric>

#include "analysis/statistics/comparison.hpp"
#include "analysis/statistics/histogram_classes.hpp"
#include "analysis/statistics/monthly_fan.hpp"
#include "analysis/statistics/quarters.hpp"
#include "analysis/statistics/sample_of_files.hpp"
#include "analysis/words/answer.hpp"
#include "analysis/words/csv.hpp"
#include "analysis/words/reading_notes.hpp"
#include "sim/engine/first_month.hpp"

namespace headroom {

namespace {

bool has_months(const MeasureRow& row) {
    return row.kind == MeasureKind::monthly || row.kind == MeasureKind::ratio;
}

// The first day of a month of the run; the first month begins when the run does.
std::string first_day(const StudyResults& results, int month) {
    return beginning_of_month(results.start, month).to_iso();
}

const std::string& name_of(const StudyResults& results, int point) {
    return results.point_names[static_cast<std::size_t>(point)];
}

std::string months_csv(const StudyResults& results) {
    Csv csv({"alternative", "measure", "unit", "month", "from", "median", "low_50", "high_50", "low_80",
             "high_80", "low_95", "high_95"});
    for (int point = 0; point < results.points(); ++point) {
        for (const MeasureRow& row : measure_rows()) {
            if (!has_months(row)) continue;
            const MonthlyFan fan = monthly_fan(results, point, row.measure);
            for (std::size_t month = 0; month < fan.median.size(); ++month) {
                csv.cell(name_of(results, point))
                    .cell(row.name)
                    .cell(row.unit)
                    .cell(static_cast<double>(month + 1));
                csv.cell(first_day(results, static_cast<int>(month))).cell(fan.median[month]);
                for (std::size_t band = fan.bands.size(); band-- > 0;)
                    csv.cell(fan.bands[band].low[month]).cell(fan.bands[band].high[month]);
                csv.end_line();
            }
        }
    }
    return csv.text();
}

std::string quarters_csv(const StudyResults& results) {
    Csv csv({"alternative", "measure", "unit", "quarter", "from", "mean", "low_80", "high_80"});
    for (int point = 0; point < results.points(); ++point) {
        for (const MeasureRow& row : measure_rows()) {
            for (int quarter = 0; has_months(row) && quarter < quarters_of(results); ++quarter) {
                const OverFutures found = over_quarter(results, point, row.measure, quarter);
                csv.cell(name_of(results, point)).cell(row.name).cell(row.unit).cell(quarter + 1.0);
                csv.cell(first_day(results, 3 * quarter)).cell(found.mean).cell(found.low).cell(found.high);
                csv.end_line();
            }
        }
    }
    return csv.text();
}

std::string run_csv(const StudyResults& results) {
    Csv csv({"alternative", "measure", "unit", "futures", "mean", "low_80", "high_80", "difference",
             "difference_low_95", "difference_high_95", "share_of_futures_better"});
    for (const MeasureRow& row : measure_rows()) {
        if (row.kind == MeasureKind::histogram) continue;
        const std::vector<double> first = values_over_run(results, 0, row.measure);
        for (int point = 0; point < results.points(); ++point) {
            const std::vector<double> values = values_over_run(results, point, row.measure);
            const OverFutures found = over_futures(values, results.members.numbers);
            csv.cell(name_of(results, point)).cell(row.name).cell(row.unit).cell(found.futures);
            csv.cell(found.mean).cell(found.low).cell(found.high);
            if (point > 0) {
                const PairedDifference difference = paired_difference(
                    values, first, {row.better, 0, results.points() - 1, results.members.numbers});
                csv.cell(difference.mean)
                    .cell(difference.low)
                    .cell(difference.high)
                    .cell(difference.share_better);
            } else {
                for (int empty = 0; empty < 4; ++empty) csv.cell("");
            }
            csv.end_line();
        }
    }
    return csv.text();
}

std::string futures_csv(const StudyResults& results) {
    Csv csv({"alternative", "future", "measure", "unit", "value"});
    for (const Headline& headline : headlines()) {
        const MeasureRow& row = row_of(headline.measure);
        for (int point = 0; point < results.points(); ++point) {
            const std::vector<double> values = values_over_run(results, point, row.measure);
            for (std::size_t future = 0; future < values.size(); ++future) {
                csv.cell(name_of(results, point))
                    .cell(static_cast<double>(future))
                    .cell(row.name)
                    .cell(row.unit);
                csv.cell(values[future]).end_line();
            }
        }
    }
    return csv.text();
}

std::string histograms_csv(const StudyResults& results) {
    Csv csv({"alternative", "measure", "unit", "from", "percent", "low_80", "high_80"});
    for (const MeasureRow& row : measure_rows()) {
        if (row.kind != MeasureKind::histogram) continue;
        std::vector<BinClass> bins;
        for (int bin = 0; bin < row.bins; ++bin) bins.push_back({"", bin, bin + 1});
        for (int point = 0; point < results.points(); ++point) {
            const std::vector<OverFutures> percents = class_percents(results, point, row.measure, bins);
            for (std::size_t bin = 0; bin < percents.size(); ++bin) {
                csv.cell(name_of(results, point)).cell(row.name).cell(row.unit);
                csv.cell(static_cast<double>(bin) * row.bin_width).cell(percents[bin].mean);
                csv.cell(percents[bin].low).cell(percents[bin].high).end_line();
            }
        }
    }
    return csv.text();
}

std::string readme(const StudyResults& results) {
    return "The tables behind a Headroom report: " + results.question + "\n" + origin_of(results, "") +
           "\nMade by: " + results.created_by +
           "\n\n"
           "answer.csv      the headline measures of every alternative, and their differences from the "
           "first\n"
           "run.csv         every measure over the whole run: mean over futures, the middle 80 % of futures, "
           "the paired\n"
           "                difference from the first alternative with its 95 % interval, and the share of "
           "futures in\n"
           "                which it is better (where neither way is better: in which it is higher)\n"
           "months.csv      every measure by month, counted from 1: the median over futures, and between "
           "which values\n"
           "                50, 80 and 95 % of the futures lie (nothing where the futures are too few to "
           "say)\n"
           "quarters.csv    every measure by quarter of three months from the start: mean and middle 80 % of "
           "futures\n"
           "histograms.csv  by the lower edge of each bin, the share of all that was counted in a future; "
           "the last bin takes\n"
           "                all beyond\n"
           "futures.csv     the headline measures of every single future, numbered from 0; the same number "
           "is the same\n"
           "                families and people in every alternative\n\n"
           "Units stand beside each measure. `headroom explain MEASURE` says what it counts. Sums are over "
           "the run or\n"
           "quarter, other measures their mean over its months, ratios the ratio of the sums.\n";
}

}  // namespace

std::vector<TidyTable> tidy_tables(const StudyResults& results) {
    return {{"answer.csv", answer_csv(results)},
            {"run.csv", run_csv(results)},
            {"months.csv", months_csv(results)},
            {"quarters.csv", quarters_csv(results)},
            {"histograms.csv", histograms_csv(results)},
            {"futures.csv", futures_csv(results)},
            {"README.txt", readme(results)}};
}

}  // namespace headroom
