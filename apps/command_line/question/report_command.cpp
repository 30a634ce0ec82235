#include "apps/command_line/question/report_command.hpp"

#include "analysis/report/tidy_tables.hpp"
#include "apps/command_line/question/show_answer.hpp"
#include "apps/command_line/question/unfinished.hpp"
#include "apps/command_line/terminal/call_files.hpp"
#include "apps/command_line/terminal/messages.hpp"
#include "apps/command_line/terminal/output_files.hpp"
#include "apps/command_line/terminal/print_pdf.hpp"
#include "sim/results/results_file.hpp"
#include "sim/storage/safe_file.hpp"

namespace headroom {

namespace {

// Each table is whole or not there; the README comes last, so that where it stands all others do.
void write_tables(const std::vector<TidyTable>& tables, const ReadArguments& arguments) {
    std::error_code failed;
    std::filesystem::create_directories(arguments.tables, failed);
    if (!std::filesystem::is_directory(arguments.tables))
        throw SurroundingsFault("Could not write tables: there is no folder " + arguments.tables.string() +
                                " and none can be made. Name another place.");
    for (const TidyTable& table : tables)
        write_safely(arguments.tables / table.file, table.content, "a table");
    if (!arguments.quiet)
        say("Tables are in " + arguments.tables.string() + "; README.txt there says what they hold.");
}

std::filesystem::path pdf_of(const std::filesystem::path& page, const ReadArguments& arguments) {
    return arguments.pdf->empty() ? std::filesystem::path(page).replace_extension(".pdf") : *arguments.pdf;
}

CallFiles files_of(const std::filesystem::path& page, const std::vector<TidyTable>& tables,
                   const ReadArguments& arguments) {
    CallFiles all{{{"FILE.h5", arguments.file}},
                  {{arguments.output.empty() ? "the report" : "-o", page, FileKind::report}}};
    if (arguments.pdf)
        all.outputs.push_back(
            {arguments.pdf->empty() ? "the PDF" : "--pdf", pdf_of(page, arguments), FileKind::pdf});
    for (const TidyTable& table : tables)
        all.outputs.push_back({table.file + " of --csv", arguments.tables / table.file, FileKind::table});
    return all;
}

void print(const std::filesystem::path& page, const ReadArguments& arguments) {
    const std::filesystem::path pdf = pdf_of(page, arguments);
    ensure_writable(pdf);
    print_pdf(page, pdf);
    if (!arguments.quiet) say("The PDF is in " + pdf.string() + ".");
}

}  // namespace

ExitCode report(const ReadArguments& arguments) {
    const std::filesystem::path file =
        arguments.output.empty() ? named_after(arguments.file, ".html") : arguments.output;
    refuse_what_is_not_finished(arguments.file);
    const StudyResults results = read_comparison(arguments.file);
    const std::vector<TidyTable> tables =
        arguments.tables.empty() ? std::vector<TidyTable>() : tidy_tables(results);
    ensure_safe_to_write(files_of(file, tables, arguments));
    ensure_writable(file);
    write_report(results, file);
    if (!arguments.quiet) say("The report is in " + file.string() + ".");
    if (!tables.empty()) write_tables(tables, arguments);
    if (arguments.pdf) print(file, arguments);
    return exit_done;
}

}  // namespace headroom
