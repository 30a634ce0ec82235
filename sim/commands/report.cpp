#include "sim/commands/report.hpp"

#include "analysis/report/tidy_tables.hpp"
#include "sim/commands/answer.hpp"
#include "sim/commands/messages.hpp"
#include "sim/commands/output_files.hpp"
#include "sim/commands/print_pdf.hpp"
#include "sim/results/results_file.hpp"
#include "sim/results/safe_file.hpp"

namespace headroom {

namespace {

// Each table is whole or not there; the README comes last, so that where it stands all others do.
void write_tables(const StudyResults& results, const ReadArguments& arguments) {
    std::error_code failed;
    std::filesystem::create_directories(arguments.tables, failed);
    if (!std::filesystem::is_directory(arguments.tables))
        throw SurroundingsFault("Could not write tables: there is no folder " + arguments.tables.string() +
                                " and none can be made. Name another place.");
    for (const TidyTable& table : tidy_tables(results))
        write_safely(arguments.tables / table.file, table.content, "a table");
    if (!arguments.quiet)
        say("Tables are in " + arguments.tables.string() + "; README.txt there says what they hold.");
}

void print(const std::filesystem::path& page, const ReadArguments& arguments) {
    std::filesystem::path pdf = *arguments.pdf;
    if (pdf.empty()) pdf = std::filesystem::path(page).replace_extension(".pdf");
    ensure_writable(pdf);
    print_pdf(page, pdf);
    if (!arguments.quiet) say("The PDF is in " + pdf.string() + ".");
}

}  // namespace

ExitCode report(const ReadArguments& arguments) {
    const std::filesystem::path file =
        arguments.output.empty() ? named_after(arguments.file, ".html") : arguments.output;
    const StudyResults results = read_comparison(arguments.file);
    ensure_writable(file);
    write_report(results, file);
    if (!arguments.quiet) say("The report is in " + file.string() + ".");
    if (!arguments.tables.empty()) write_tables(results, arguments);
    if (arguments.pdf) print(file, arguments);
    return exit_done;
}

}  // namespace headroom
