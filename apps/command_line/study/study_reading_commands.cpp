#include "apps/command_line/study/study_reading_commands.hpp"

#include "apps/command_line/study/discover.hpp"
#include "apps/command_line/study/frontier_command.hpp"
#include "apps/command_line/study/sensitivity_command.hpp"
#include "apps/command_line/terminal/typed_numbers.hpp"

namespace headroom {

namespace {

CLI::Option* add_file(CLI::App* command, std::filesystem::path& file) {
    return command->add_option("FILE.h5", file, "The results file of a study")->required()->type_name("");
}

}  // namespace

void StudyReadingCommands::add_all() {
    add_sensitivity();
    add_discover();
    add_frontier();
}

void StudyReadingCommands::add_forms(CLI::App* command, PrintedAs& printed_as) {
    CLI::Option* const csv = command->add_flag_callback(
        "--csv", [&printed_as] { printed_as = PrintedAs::csv; }, "Print it as comma-separated values");
    command
        ->add_flag_callback(
            "--json", [&printed_as] { printed_as = PrintedAs::json; }, "Print it as JSON")
        ->excludes(csv);
}

void StudyReadingCommands::add_sensitivity() {
    CLI::App* const command = add_command_("sensitivity", "Say which factors of a study a measure depends on",
                                           [this] { return sensitivity(sensitivity_); });
    add_file(command, sensitivity_.file);
    command
        ->add_option("--measure", sensitivity_.measures,
                     "What is looked at (unmet_per_100); may be given again")
        ->type_name("MEASURE")
        ->take_all()
        ->allow_extra_args(false);
    command->add_option("--policy", sensitivity_.policy, "Under which policy, by name or number (1)")
        ->type_name("NAME");
    command
        ->add_option("--against", sensitivity_.against,
                     "Look at what the policy does more than this one, in the same worlds and futures")
        ->type_name("NAME");
    command
        ->add_option(
            "--method", sensitivity_.method,
            "sobol (of a Saltelli design), morris (of trajectories) or regression (of any); what the "
            "design allows without it")
        ->type_name("METHOD");
    command->add_flag("--over-time", sensitivity_.over_time, "A column for each period that the study kept");
    add_forms(command, sensitivity_.printed_as);
}

void StudyReadingCommands::add_discover() {
    CLI::App* const command =
        add_command_("discover", "Find the conditions under which a policy fails a test",
                     [this] { return carry_out_discover(); });
    add_file(command, discover_.file);
    command
        ->add_option(
            "--fails", discover_.fails,
            "When it fails, such as \"children_unallocated > 20\": a measure over the whole run, one "
            "of > >= < <=, a number")
        ->required()
        ->type_name("TEST");
    command->add_option("--policy", discover_.policy, "Which policy, by name or number (1)")
        ->type_name("NAME");
    command
        ->add_option("--against", discover_.against,
                     "Test what the policy does more than this one, in the same worlds and futures")
        ->type_name("NAME");
    command
        ->add_option(
            "--share", share_,
            "A world fails when so large a part of its futures does (without it, when their mean does)")
        ->type_name("PART");
    command
        ->add_option("--density", density_,
                     "Take the largest box in which at least this part of the worlds fails (without it, the "
                     "clearest)")
        ->type_name("PART");
    command->add_option("--boxes", boxes_, "At most so many boxes, one after the other (3)")->type_name("N");
    add_forms(command, discover_.printed_as);
}

void StudyReadingCommands::add_frontier() {
    CLI::App* const command =
        add_command_("frontier", "Say which policies no other betters on several measures",
                     [this] { return frontier(frontier_); });
    add_file(command, frontier_.file);
    command
        ->add_option("--measures", frontier_.measures,
                     "What counts, with commas between (unmet_per_100,children_unallocated,cost)")
        ->type_name("A,B,...")
        ->delimiter(',')
        ->allow_extra_args(false);
    add_forms(command, frontier_.printed_as);
}

ExitCode StudyReadingCommands::carry_out_discover() {
    std::vector<Fault> faults;
    discover_.share = number_in("--share", share_, {0.000001, 1}, faults);
    discover_.density = number_in("--density", density_, {0, 1}, faults);
    discover_.boxes = static_cast<int>(whole_number_in("--boxes", boxes_, {1, 20}, faults).value_or(3));
    if (!faults.empty()) throw faults;
    return discover(discover_);
}

}  // namespace headroom
