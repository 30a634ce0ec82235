#include "sim/scenario/question_shape.hpp"

#include <utility>

#include "sim/places/position.hpp"
#include "sim/scenario/dial.hpp"
#include "sim/scenario/read_lesson.hpp"
#include "sim/scenario/scenario.hpp"
#include "sim/settings/setting.hpp"
#include "sim/text/fault.hpp"

namespace headroom {

namespace {

Shape shocks_shape() {
    return list_shape(0, 100, shock_shape());
}

Shape changeable_settings_shape() {
    Shape shape = settings_shape();
    std::erase_if(shape.members, [](const Member& member) { return is_stock(*find_setting(member.key)); });
    return shape;
}

Shape alternative_shape() {
    return group_shape({
        {.key = "name",
         .shape = text_shape(1, 80),
         .meaning = "what the answer calls this alternative",
         .is_required = true},
        {.key = "policy",
         .shape = either_shape({dated_policy_shape(), list_shape(1, 100, dated_policy_shape())}),
         .meaning =
             "what is decided, starting from today's policy; or a list of such, in order of from_month, each "
             "starting from the one before"},
        {.key = "settings",
         .shape = changeable_settings_shape(),
         .meaning = "settings that differ in this alternative only; not today's stocks of children and "
                    "workers, which "
                    "all alternatives share"},
        {.key = "shocks",
         .shape = shocks_shape(),
         .meaning = "what happens from outside in this alternative only"},
    });
}

Shape steps_shape() {
    std::vector<Member> members;
    for (const Dial& dial : dials()) {
        members.push_back(
            {.key = dial.key, .shape = list_shape(1, 100, dial.value), .meaning = dial.meaning});
    }
    return group_shape(std::move(members));
}

Shape authority_shape() {
    const Shape own_figures = group_shape(
        {{.key = "figures",
          .shape = text_shape(1, 1000),
          .meaning =
              "a CSV file of your own figures and settings, beside the question; the model is fitted to "
              "it when it is first asked about"},
         {.key = "name",
          .shape = text_shape(1, 100),
          .meaning = "the authority that the figures are about: what the file does not give is then what "
                     "is published about it, instead of England's"},
         {.key = "fit",
          .shape = text_shape(1, 1000),
          .meaning = "a fit of an authority as `headroom calibrate` writes it, beside the question: "
                     "future by future another of its sets of settings"}});
    return either_shape({text_shape(1, 100), own_figures});
}

// What is asked, and of whom.
std::vector<Member> question_members() {
    return {
        {.key = "$schema", .shape = text_shape(0, 1000), .meaning = "the JSON Schema, for editors; not read"},
        {.key = "question", .shape = text_shape(1, 1000), .meaning = "what is asked, as a sentence"},
        {.key = "authority",
         .shape = authority_shape(),
         .meaning =
             "\"typical\" (England scaled to 62,500 children), an authority's name as in `headroom "
             "authorities`, \"teaching team\" (a made-up team of eight case-holding posts, for lessons), "
             "or your own figures",
         .normal = "typical"},
        {.key = "fitted",
         .shape = word_shape({fitted_words.begin(), fitted_words.end()}),
         .meaning =
             "what is lived of an authority that comes with a fit: another of the sets of settings that give "
             "its figures in every future (\"ensemble\"), the middle of them in all (\"one world\"), or "
             "England's hours and practice with the authority's figures (\"unfitted\")",
         .normal = "ensemble"},
    };
}

// How long and how often it is run.
std::vector<Member> run_members() {
    const Scenario normal;
    return {
        {.key = "start",
         .shape = date_shape(1990, 2099),
         .meaning = "the first day of the run, any day of any month. Within a month, the run's first month "
                    "is the part "
                    "that is left of it",
         .normal = normal.start.to_iso()},
        {.key = "months",
         .shape = whole_shape(1, 600, "months"),
         .meaning = "how long the run is, in calendar months, the month of the start among them: 12 "
                    "from 1 April or from 15 April end on 31 March",
         .normal = number_text(normal.months)},
        {.key = "settling_months",
         .shape = whole_shape(0, 120, "months"),
         .meaning = "months before today in which diaries and waiting lists settle under today's policy, "
                    "not counted; from a start within a month, the days of that month before it come on top",
         .normal = number_text(normal.settling_months)},
        {.key = "replications",
         .shape = either_shape({whole_shape(1, 100000, "futures"), word_shape({"auto"})}),
         .meaning = "futures simulated for every alternative; \"auto\": as many as it takes to know the "
                    "headline differences well, at most 1,000",
         .normal = number_text(normal.replications)},
        {.key = "seed",
         .shape = whole_shape(0, most_seed, ""),
         .meaning = "the same seed gives the same futures",
         .normal = number_text(double(normal.seed))},
    };
}

// How things stand today, and what happens whatever is decided.
std::vector<Member> today_members() {
    return {
        {.key = "settings",
         .shape = settings_shape(),
         .meaning = "settings that differ from the authority's figures and the defaults"},
        {.key = "today",
         .shape = policy_shape(),
         .meaning = "the policy in force today, from which every alternative starts"},
        {.key = "shocks",
         .shape = shocks_shape(),
         .meaning = "what happens from outside in every alternative"},
    };
}

// What is compared.
std::vector<Member> alternative_members() {
    return {
        {.key = "compare_with",
         .shape = text_shape(1, 80),
         .meaning = "the name of the alternative that the others are compared with, as `--against` on the "
                    "command line; left out: the first"},
        {.key = "steps",
         .shape = steps_shape(),
         .meaning =
             "alternatives made by the program: a list of values for each key of a policy "
             "(`posts.add`, `caseload_limit.children`), a setting, or `referrals` (percent more than as "
             "now); every value of one key with every value of the others, in force from today. They follow "
             "the "
             "`alternatives`, so that an \"As now\" written there is what they are compared with"},
        {.key = "alternatives",
         .shape = list_shape(1, 100, alternative_shape()),
         .meaning =
             "what is compared; the first is what the others are compared with. Left out: what the steps "
             "make, or today's policy alone"},
        {.key = "lesson",
         .shape = lesson_shape(),
         .meaning = "what makes it a lesson, for the workshop page and the tests; changes no answer"},
    };
}

Shape whole_question() {
    std::vector<Member> members = question_members();
    for (auto* more : {run_members, today_members, alternative_members}) {
        for (Member& member : more()) members.push_back(std::move(member));
    }
    return group_shape(std::move(members));
}

}  // namespace

Shape settings_shape() {
    std::vector<Member> members;
    for (const SettingRow& row : setting_rows()) {
        const Shape shape = row_shape(row.low, row.high, row.unit);
        members.push_back({.key = std::string(row.key),
                           .shape = shape,
                           .meaning = std::string(row.meaning),
                           .normal = normal_text(shape, row.normal),
                           .evidence = std::string(word_of(row.evidence)),
                           .source = std::string(row.source)});
    }
    return group_shape(std::move(members));
}

const Shape& question_shape() {
    static const Shape shape = whole_question();
    return shape;
}

}  // namespace headroom
