#include "analysis/report/tidy_tables.hpp"

#include <set>

#include "analysis/statistics/headlines.hpp"
#include "analysis/words/csv.hpp"
#include "sim/text/csv_rows.hpp"
#include "tests/catch.hpp"
#include "tests/report/page.hpp"
#include "tests/statistics/made_up_study.hpp"

using namespace headroom;
using Catch::Matchers::Contains;

namespace {

using Rows = std::vector<std::vector<std::string>>;

Rows rows_of(const std::vector<TidyTable>& tables, const std::string& file) {
    Rows rows;
    for (const TidyTable& table : tables) {
        if (table.file != file) continue;
        CsvRows lines(table.content);
        for (CsvRow row; lines.next(row);) rows.push_back(row.cells);
    }
    return rows;
}

}  // namespace

TEST_CASE("a cell with a comma, a quote or a line break is quoted, and a missing number is empty") {
    Csv csv({"a", "b", "c"});
    csv.cell("x, \"y\"").cell(std::numeric_limits<double>::quiet_NaN()).cell(0.1);
    csv.end_line();
    CHECK(csv.text() == "a,b,c\n\"x, \"\"y\"\"\",,0.1\n");
}

TEST_CASE("every line of every table has as many cells as its header, and the README explains every table") {
    const std::vector<TidyTable> tables = tidy_tables(made_up_study(10));
    REQUIRE(tables.size() == 7);
    CHECK(tables.back().file == "README.txt");
    for (const TidyTable& table : tables) {
        if (table.file == "README.txt") continue;
        INFO(table.file);
        CHECK_THAT(tables.back().content, Contains("\n" + table.file + " "));
        const Rows rows = rows_of(tables, table.file);
        REQUIRE(rows.size() > 1);
        for (const auto& row : rows) REQUIRE(row.size() == rows[0].size());
        CHECK_THAT(table.content, !Contains("nan") && !Contains("inf,"));
    }
    CHECK_THAT(tables.back().content, Contains("36 months from 1 April 2025, 10 futures, seed 1"));
}

TEST_CASE("the tables hold every alternative, measure, month, quarter and bin once") {
    const StudyResults study = made_up_study(3, 7);
    const std::vector<TidyTable> tables = tidy_tables(study);
    std::size_t monthly = 0, whole = 0, bins = 0;
    for (const MeasureRow& row : measure_rows()) {
        monthly += row.kind == MeasureKind::monthly || row.kind == MeasureKind::ratio;
        whole += row.kind == MeasureKind::whole;
        bins += row.kind == MeasureKind::histogram ? static_cast<std::size_t>(row.bins) : 0;
    }
    CHECK(rows_of(tables, "months.csv").size() == 1 + 4 * monthly * 7);
    CHECK(rows_of(tables, "quarters.csv").size() == 1 + 4 * monthly * 3);
    CHECK(rows_of(tables, "run.csv").size() == 1 + 4 * (monthly + whole));
    CHECK(rows_of(tables, "histograms.csv").size() == 1 + 4 * bins);
    CHECK(rows_of(tables, "futures.csv").size() == 1 + 4 * 3 * headlines().size());
    std::set<std::vector<std::string>> keys;
    const Rows months = rows_of(tables, "months.csv");
    for (const auto& row : months) keys.insert({row[0], row[1], row[3]});
    CHECK(keys.size() == months.size());
}

TEST_CASE("months and quarters bear the day they begin, over the turn of a year too") {
    StudyResults study = made_up_study(3, 7);
    study.start = Date{2025, 11, 15};
    const std::vector<TidyTable> tables = tidy_tables(study);
    const Rows months = rows_of(tables, "months.csv"), quarters = rows_of(tables, "quarters.csv");
    CHECK(months[1][4] == "2025-11-15");
    CHECK(months[3][4] == "2026-01-01");
    CHECK(quarters[2][4] == "2026-02-01");
}

TEST_CASE("what the tables say is what the futures hold") {
    const StudyResults study = made_up_study(3, 2);
    double sum = 0;
    for (int i = 0; i < 3; ++i) sum += study.at(1, i).over_run(Measure::cost);
    bool found = false;
    for (const auto& row : rows_of(tidy_tables(study), "run.csv")) {
        if (row[0] != study.point_names[1] || row[1] != "cost") continue;
        found = true;
        CHECK(std::stod(row[4]) == Approx(sum / 3));
        CHECK(row[2] == "pounds");
    }
    CHECK(found);
}
