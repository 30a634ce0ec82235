#include "apps/command_line/places/backtest_commands.hpp"

#include <algorithm>

#include "apps/command_line/terminal/typed_numbers.hpp"
#include "sim/text/small_words.hpp"

namespace headroom {

namespace {

// Staff figures begin in 2017, and what is known in March is a year older; the last year that is published
// here is for scoring only.
constexpr int first_fit_to = 2018, last_fit_to = 2023, last_scored = 2024;

// "2022,2023": every year after the one that is fitted to; nothing typed: all of them, three at most.
std::vector<int> years_in(const std::string& typed, int fit_to, std::vector<Fault>& faults) {
    std::vector<int> years;
    if (typed.empty()) {
        for (int year = fit_to + 1; year <= std::min(fit_to + 3, last_scored); ++year) years.push_back(year);
        return years;
    }
    for (const std::string& word : parts_of(typed, ',')) {
        const auto year = whole_number_in("--score", word, {double(fit_to + 1), double(last_scored)}, faults);
        if (year) years.push_back(static_cast<int>(*year));
    }
    if (years.empty() && faults.empty())
        faults.push_back({.file = "command line",
                          .key = "--score",
                          .found = in_quotes(typed),
                          .expected = "years with commas between them, such as 2022,2023"});
    std::sort(years.begin(), years.end());
    years.erase(std::unique(years.begin(), years.end()), years.end());
    return years;
}

}  // namespace

void BacktestCommands::add_all() {
    CLI::App* const command =
        add_command_("backtest", "Forecast from an earlier year, and score the forecasts against what came",
                     [this] { return carry_out(); });
    command
        ->add_option("--authority", arguments_.authorities, "An authority's name, or all; may be given again")
        ->required()
        ->type_name("NAME")
        ->take_all()
        ->allow_extra_args(false);
    command->add_option("--fit-to", fit_to_, "Fit to what was known in March of that year (2021)")
        ->type_name("YEAR");
    command->add_option("--score", score_, "The years to score, such as 2022,2023 (up to three after)")
        ->type_name("YEARS");
    command->add_option("-o", arguments_.output, "The table of scores; a picture goes beside it")
        ->type_name("FILE.csv");
    command->add_option("--members", members_, "How many sets of settings (100)")->type_name("N");
    command->add_option("--seed", seed_, "Which chances: the same seed, the same scores (1)")->type_name("N");
    command->add_option("--threads", threads_, "How many cores to use (all)")->type_name("N");
    command->add_flag("--quiet", arguments_.quiet, "Say nothing but the answer and what goes wrong");
}

ExitCode BacktestCommands::carry_out() {
    std::vector<Fault> faults;
    BacktestPlan& plan = arguments_.plan;
    plan.march = static_cast<int>(
        whole_number_in("--fit-to", fit_to_, {first_fit_to, last_fit_to}, faults).value_or(plan.march));
    if (faults.empty()) plan.years = years_in(score_, plan.march, faults);
    plan.fit.members =
        static_cast<int>(whole_number_in("--members", members_, {10, 1000}, faults).value_or(100));
    if (const auto seed = whole_number_in("--seed", seed_, {0, 1e15}, faults))
        plan.fit.seed = static_cast<std::uint64_t>(*seed);
    arguments_.threads =
        static_cast<int>(whole_number_in("--threads", threads_, {1, 1024}, faults).value_or(0));
    if (!faults.empty()) throw faults;
    arguments_.command_line = *typed_;
    return backtest(arguments_);
}

}  // namespace headroom
