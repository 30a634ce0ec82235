#include "analysis/scoring/backtest_rows.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

#include "analysis/scoring/ensemble_scores.hpp"
#include "analysis/words/csv.hpp"
#include "sim/engine/whole_part.hpp"
#include "sim/text/csv_rows.hpp"

namespace headroom {

namespace {

constexpr std::array<std::string_view, 16> columns = {
    "authority", "code",   "figure", "unit",    "year",    "forecaster", "was_fitted", "published",
    "forecast",  "low_80", "low_50", "high_50", "high_80", "error",      "crps",       "error_unit"};

std::optional<double> number_from(const std::string& text) {
    double number = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    return fault == std::errc() && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

const FitTarget* target_called(std::string_view name) {
    const auto found = std::ranges::find(fit_targets(), name, &FitTarget::name);
    return found == fit_targets().end() ? nullptr : &*found;
}

std::optional<ForecastRow> row_from(const CsvRow& cells) {
    const auto forecaster = std::ranges::find(
        forecasters, cells.cell(5), [](Forecaster forecaster) { return std::string(name_of(forecaster)); });
    const FitTarget* const target = target_called(cells.cell(2));
    std::array<double, 8> numbers{};
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const auto number = number_from(cells.cell(7 + i));
        if (!number) return std::nullopt;
        numbers[i] = *number;
    }
    const auto year = number_from(cells.cell(4));
    if (target == nullptr || !year || forecaster == forecasters.end()) return std::nullopt;
    // The last cell is whole only in a row that is.
    if (cells.cell(columns.size() - 1) != error_unit(*target)) return std::nullopt;
    ForecastRow row{
        cells.cell(0), cells.cell(1), target, whole_part<int>(*year), *forecaster, cells.cell(6) == "yes",
        numbers[0],    numbers[1],    {}};
    const auto [published, middle, low_80, low_50, high_50, high_80, error, crps] = numbers;
    row.score = {low_80,
                 low_50,
                 high_50,
                 high_80,
                 error,
                 crps,
                 is_between(low_50, published, high_50),
                 is_between(low_80, published, high_80)};
    return row;
}

}  // namespace

std::string_view name_of(Forecaster forecaster) {
    switch (forecaster) {
        case Forecaster::model: return "model";
        case Forecaster::model_with_referrals: return "model, referrals known";
        case Forecaster::last_year: return "last year's figure";
        case Forecaster::weights: return "weights";
    }
    return "";
}

std::string error_unit(const FitTarget& target) {
    return target.distance == Distance::share ? "% of itself" : std::string(target.unit);
}

std::string_view backtest_columns() {
    static const std::string line = rows_text({});
    return line;
}

std::string rows_text(const std::vector<ForecastRow>& rows) {
    Csv csv({columns.begin(), columns.end()});
    for (const ForecastRow& row : rows) {
        csv.cell(row.authority).cell(row.code).cell(row.target->name).cell(row.target->unit);
        csv.cell(row.year).cell(name_of(row.forecaster)).cell(row.was_fitted ? "yes" : "no");
        csv.cell(row.published).cell(row.middle).cell(row.score.low_80).cell(row.score.low_50);
        csv.cell(row.score.high_50).cell(row.score.high_80).cell(row.score.error).cell(row.score.crps);
        csv.cell(error_unit(*row.target)).end_line();
    }
    return csv.text();
}

std::vector<ForecastRow> rows_from(std::string_view text) {
    std::vector<ForecastRow> rows;
    CsvRows lines(text);
    CsvRow cells;
    lines.next(cells);
    while (lines.next(cells)) {
        auto row = row_from(cells);
        if (!row) break;
        rows.push_back(std::move(*row));
    }
    return rows;
}

}  // namespace headroom
