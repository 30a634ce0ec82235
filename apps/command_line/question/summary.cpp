#include "apps/command_line/question/summary.hpp"

#include "analysis/statistics/steady_state.hpp"
#include "apps/command_line/question/show_answer.hpp"
#include "apps/command_line/question/unfinished.hpp"
#include "apps/command_line/terminal/messages.hpp"
#include "sim/results/results_file.hpp"
#include "sim/text/fault.hpp"
#include "sim/text/small_words.hpp"

namespace headroom {

namespace {

std::string why_not_settled(const StudyResults& results) {
    constexpr int fewest_months = 50;
    const std::string months =
        "These " + counted(results.months, "month does", "months do") + " not tell where things settle: ";
    const int longer_months = results.months < 120 ? 120 : 2 * results.months;
    const std::string longer = " Compare with --months " + std::to_string(longer_months) + " or more.";
    const std::vector<std::string> moving = unsettled_alternatives(results);
    if (results.months < fewest_months || moving.empty())
        return months + "it takes at least " + std::to_string(fewest_months) +
               ", and a year after the last has settled." + longer;
    std::string names;
    for (const std::string& name : moving) names += (names.empty() ? "" : ", ") + in_quotes(name);
    return months + names + " still " + (moving.size() == 1 ? "moves" : "move") +
           " in their second half. What only grows, as a waiting list may, never settles." + longer;
}

}  // namespace

ExitCode summary(const ReadArguments& arguments) {
    const AnswerForm form = arguments.as_json  ? AnswerForm::json
                            : arguments.as_csv ? AnswerForm::csv
                                               : AnswerForm::table;
    refuse_what_is_not_finished(arguments.file);
    const StudyResults results = read_comparison(arguments.file);
    if (!arguments.steady_state) {
        print_answer(results, form);
        return exit_done;
    }
    const WarmUp warm_up = warm_up_months(results);
    if (!warm_up.is_long_enough) {
        say(why_not_settled(results));
        return exit_input_wrong;
    }
    print_answer(without_first_months(results, warm_up.length), form);
    return exit_done;
}

}  // namespace headroom
