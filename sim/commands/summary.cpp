#include "sim/commands/summary.hpp"

#include "sim/commands/answer.hpp"
#include "sim/results/results_file.hpp"

namespace headroom {

ExitCode summary(const ReadArguments& arguments) {
    const AnswerForm form = arguments.as_json  ? AnswerForm::json
                            : arguments.as_csv ? AnswerForm::csv
                                               : AnswerForm::table;
    print_answer(read_results(arguments.file), form);
    return exit_done;
}

}  // namespace headroom
