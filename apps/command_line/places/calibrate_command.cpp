#include "apps/command_line/places/calibrate_command.hpp"

#include "apps/command_line/terminal/typed_numbers.hpp"

namespace headroom {

void CalibrateCommand::add() {
    CLI::App* const command = add_command_(
        "calibrate",
        "Fit an authority to its published figures or to your own, and lay them beside the model",
        [this] { return carry_out(); });
    command
        ->add_option("--authority", arguments_.authority,
                     "An authority's name, \"typical\", or \"all\" with a folder for -o")
        ->type_name("NAME");
    command
        ->add_option("--figures", arguments_.figures,
                     "Your own figures, in place of those published for the authority; without "
                     "--authority, what they do not give is the typical authority's")
        ->type_name("FIGURES.csv");
    command->add_option("-o", arguments_.output, "The file of the fit, or the folder of all")
        ->type_name("FILE.json");
    command->add_option("--members", members_, "How many sets of settings (100)")->type_name("N");
    command->add_option("--seed", seed_, "Which chances: the same seed, the same fit (1)")->type_name("N");
    command->add_option("--threads", threads_, "How many cores to use (all)")->type_name("N");
    command->add_flag("--quiet", arguments_.quiet, "Say nothing but the answer and what goes wrong");
}

ExitCode CalibrateCommand::carry_out() {
    std::vector<Fault> faults;
    if (const auto members = whole_number_in("--members", members_, {10, 1000}, faults))
        arguments_.members = static_cast<int>(*members);
    if (const auto seed = whole_number_in("--seed", seed_, {0, 1e15}, faults))
        arguments_.seed = static_cast<std::uint64_t>(*seed);
    arguments_.threads =
        static_cast<int>(whole_number_in("--threads", threads_, {1, 1024}, faults).value_or(0));
    if (!faults.empty()) throw faults;
    arguments_.command_line = *typed_;
    return calibrate(arguments_);
}

}  // namespace headroom
