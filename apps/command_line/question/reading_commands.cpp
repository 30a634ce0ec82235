#include "apps/command_line/question/reading_commands.hpp"

#include "apps/command_line/question/report_command.hpp"
#include "apps/command_line/question/summary.hpp"

namespace headroom {

void ReadingCommands::add_all() {
    add_summary();
    add_report();
}

void ReadingCommands::add_summary() {
    CLI::App* const command = add_command_("summary", "Print the answer in a results file again",
                                           [this] { return summary(read_); });
    command->add_option("FILE.h5", read_.file, "The results file")->required()->type_name("");
    CLI::Option* const csv = command->add_flag("--csv", read_.as_csv, "Print it as comma-separated values");
    command->add_flag("--json", read_.as_json, "Print it as JSON")->excludes(csv);
    command->add_flag("--steady-state", read_.steady_state,
                      "Where things settle in the end: without the months that still tell of today, found "
                      "by MSER-5 over all alternatives together; needs a run of ten years or so");
}

void ReadingCommands::add_report() {
    CLI::App* const command =
        add_command_("report", "Write the report of a results file again", [this] { return report(read_); });
    command->add_option("FILE.h5", read_.file, "The results file")->required()->type_name("");
    command->add_option("-o,--report", read_.output, "The report")->type_name("FILE.html");
    command->add_option("--csv", read_.tables, "Also tables, one line an observation, into that folder")
        ->type_name("DIR");
    command
        ->add_option_function<std::string>(
            "--pdf", [this](const std::string& file) { read_.pdf = file; },
            "Also a PDF, through an installed Chromium; named after the report")
        ->type_name("[FILE.pdf]")
        ->expected(0, 1);
    command->add_flag("--quiet", read_.quiet, "Say nothing but what goes wrong");
}

}  // namespace headroom
