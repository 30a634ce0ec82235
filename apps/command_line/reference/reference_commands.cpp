#include "apps/command_line/reference/reference_commands.hpp"

#include <vector>

#include "apps/command_line/question/explain_number.hpp"
#include "apps/command_line/reference/authorities.hpp"
#include "apps/command_line/reference/check.hpp"
#include "apps/command_line/reference/completion.hpp"
#include "apps/command_line/reference/explain.hpp"
#include "apps/command_line/reference/schema_command.hpp"
#include "apps/command_line/reference/shipped_files.hpp"
#include "apps/command_line/reference/workshop_page.hpp"
#include "apps/command_line/terminal/typed_numbers.hpp"

namespace headroom {

void ReferenceCommands::add_all() {
    add_authorities();
    add_explain();
    add_check_and_schema();
    add_workshop();
    add_command_("completion", "Print what bash needs to complete commands, options and authorities",
                 [] { return completion(); });
}

void ReferenceCommands::add_authorities() {
    CLI::App* const command =
        add_command_("authorities", "List the authorities with published figures",
                     [this] { return authorities(text_, as_json_ ? ListForm::json : ListForm::lines); });
    command->add_option("TEXT", text_, "Part of a name, region or code")->type_name("");
    command->add_flag("--json", as_json_, "Print them as JSON");
}

void ReferenceCommands::add_explain() {
    CLI::App* const explaining =
        add_command_("explain", "Say what a key or measure means, or with --why where a number comes from",
                     [this] { return carry_out_explain(); });
    explaining
        ->add_option("KEY", text_,
                     "A key, such as hours_per_visit_looked_after; all without one. With --why: a file that "
                     "\"headroom run QUESTION.json --log FILE.h5\" wrote")
        ->type_name("");
    explaining->add_flag("--markdown", as_markdown_, "Print all of them as a page");
    explaining
        ->add_option("--why", why_.measure,
                     "Where a measure of a month comes from: reasons, families, workers")
        ->type_name("MEASURE");
    explaining
        ->add_option("--month", month_,
                     "Which month, counted from 1 as in the answer; from_month in a question counts from "
                     "0 (the one with "
                     "the most of it)")
        ->type_name("N");
    explaining
        ->add_option("--alternative", why_.alternative,
                     "With --why, of results without a log: which alternative to write one of, by name or "
                     "number (where the number is worst)")
        ->type_name("NAME");
    explaining->add_option("--limit", limit_, "How many families and workers to tell of (5)")->type_name("K");
}

void ReferenceCommands::add_check_and_schema() {
    CLI::App* const checking =
        add_command_("check", "Say what is wrong with a question or study, and run nothing",
                     [this] { return check(text_); });
    checking->add_option("FILE.json", text_, "The question or study")
        ->required()
        ->type_name("")
        ->transform(here_or_shipped);
    add_command_("schema", "Print the JSON Schema of a question or a study", [this] { return schema(text_); })
        ->add_option("KIND", text_, "question (unless said otherwise) or study")
        ->type_name("");
}

void ReferenceCommands::add_workshop() {
    add_command_("workshop", "Write the workshop page: one HTML file for any laptop, no installation",
                 [this] { return write_workshop_page(page_); })
        ->add_option("-o", page_, "The page (headroom.html)")
        ->type_name("FILE.html");
}

ExitCode ReferenceCommands::carry_out_explain() {
    std::vector<Fault> faults;
    if (const auto month = whole_number_in("--month", month_, {1, 1200}, faults))
        why_.month = static_cast<int>(*month);
    why_.limit = static_cast<int>(whole_number_in("--limit", limit_, {1, 1000}, faults).value_or(5));
    if (!faults.empty()) throw faults;
    why_.file = text_;
    if (!why_.measure.empty()) return explain_number(why_);
    return as_markdown_ ? explain_as_page() : explain(text_);
}

}  // namespace headroom
