// What was chosen on the command line is typed and read in one place.
#include "sim/scenario/typed_choices.hpp"
#include "tests/catch.hpp"

namespace headroom {

TEST_CASE("every choice is typed in one order, and nothing where nothing was chosen") {
    Choices choices;
    CHECK(typed(choices) == "");
    choices.settings = {"work_scale=0.7", "hours_per_visit=3"};
    choices.fitted = FittedAs::one_world;
    choices.seed = 3;
    choices.precision = 0.5;
    choices.replications = 30;
    choices.months = 12;
    choices.against = "As now";
    choices.authority = "Leeds";
    choices.own_fit = "never-typed.json";
    CHECK(typed(choices) ==
          " --authority Leeds --against 'As now' --months 12 --replications 30 --precision 0.5 --seed 3 "
          "--one-world --set work_scale=0.7 --set hours_per_visit=3");
    choices = {};
    choices.adds_futures = true;
    choices.fitted = FittedAs::unfitted;
    CHECK(typed(choices) == " --replications auto --unfitted");
    choices = {};
    choices.fitted = FittedAs::ensemble;
    CHECK(typed(choices) == "");
}

TEST_CASE("a command that was typed is read back option by option, with quotes and blanks as they are") {
    Choices choices;
    choices.authority = "King's Lynn";
    choices.against = "--weird";
    choices.fitted = FittedAs::one_world;
    choices.settings = {"work_scale=0.7"};
    CHECK(typed_words("headroom compare 'my question.json'" + typed(choices)) ==
          std::vector<TypedWord>{{"", "headroom"},
                                 {"", "compare"},
                                 {"", "'my question.json'"},
                                 {"--authority", "'King'\\''s Lynn'"},
                                 {"--against", "--weird"},
                                 {"--one-world", ""},
                                 {"--set", "work_scale=0.7"}});
}

TEST_CASE("an option that is no choice takes the word behind it unless that is an option too") {
    CHECK(typed_words("headroom run q.json --only-future 3 --quiet --alternative 'Limit 15' --unfitted x") ==
          std::vector<TypedWord>{{"", "headroom"},
                                 {"", "run"},
                                 {"", "q.json"},
                                 {"--only-future", "3"},
                                 {"--quiet", ""},
                                 {"--alternative", "'Limit 15'"},
                                 {"--unfitted", ""},
                                 {"", "x"}});
}

}  // namespace headroom
