#include "sim/scenario/reader.hpp"

#include "tests/catch.hpp"
#include "tests/scenario/reading.hpp"

using namespace headroom;

TEST_CASE("a question of nothing is today's policy in the typical authority, fitted to England") {
    const Scenario scenario = scenario_of("{}");
    CHECK(scenario.authority == "typical");
    CHECK(scenario.fallbacks.empty());
    REQUIRE(scenario.ensemble.has_value());
    Settings middle = scenario.ensemble->middle(Settings{});
    middle.years_differ_percent = 100;
    CHECK(scenario.settings == middle);
    CHECK_FALSE(scenario.fit_figures.empty());
    CHECK(scenario.months == 36);
    CHECK(scenario.replications == 100);
    CHECK(scenario.seed == 1);
    CHECK(scenario.start == Date{2025, 4, 1});
    REQUIRE(scenario.alternatives.size() == 1);
    CHECK(scenario.alternatives[0].name == "As now");
    REQUIRE(scenario.alternatives[0].policies.size() == 1);
    CHECK(scenario.alternatives[0].policies[0].from_month == 0);
    CHECK(scenario.alternatives[0].settings == scenario.settings);
}

TEST_CASE("what a question says reaches the scenario, and its text is kept as given") {
    const std::string text = R"({
        // a comment
        "question": "Why?", "start": "2026-09-01", "months": 24, "settling_months": 6, "replications": 7,
        "seed": 9007199254740991, "settings": {"work_scale": 1.2, "patch_teams": true}})";
    const Scenario scenario = scenario_of(text);
    CHECK(scenario.question == "Why?");
    CHECK(scenario.start == Date{2026, 9, 1});
    CHECK(scenario.months == 24);
    CHECK(scenario.settling_months == 6);
    CHECK(scenario.replications == 7);
    CHECK(scenario.seed == 9007199254740991u);
    CHECK(scenario.settings.work_scale == 1.2);
    CHECK(scenario.settings.patch_teams == 1);
    CHECK(scenario.text == text);
}

TEST_CASE("a question with settings of its own says so beside its answer, and many are counted") {
    const Scenario one = scenario_of(R"({"settings": {"work_scale": 1.2}})");
    REQUIRE(one.fallbacks.size() == 1);
    CHECK(one.fallbacks[0].starts_with("The question's own settings: work_scale 1.2 (otherwise 0."));
    CHECK(scenario_of(R"({"settings": {"patch_teams": false}})").fallbacks.empty());
    const Scenario many =
        scenario_of(R"({"settings": {"work_scale": 1.2, "hours_sign_off": 1, "hours_closing": 3,
        "hours_court": 9, "hours_allocation": 2, "supervision_hours": 0, "sick_days_until_duty": 9}})");
    REQUIRE(many.fallbacks.size() == 1);
    CHECK(many.fallbacks[0].starts_with("7 settings are the question's own"));
}

TEST_CASE("36.0 months are 36 months, and 1 is as good a yes as true") {
    const Scenario scenario = scenario_of(R"({"months": 36.0, "settings": {"patch_teams": 1}})");
    CHECK(scenario.months == 36);
    CHECK(scenario.settings.patch_teams == 1);
}

TEST_CASE("a byte order mark and line ends of Windows do no harm") {
    CHECK(scenario_of("\xEF\xBB\xBF{\r\n\"months\": 12\r\n}\r\n").months == 12);
}

TEST_CASE("an alternative has the question's settings and shocks, and its own after them") {
    const Scenario scenario = scenario_of(R"({
        "settings": {"work_scale": 1.1}, "shocks": [{"kind": "inspection", "from_month": 2}],
        "alternatives": [{"name": "a"},
                         {"name": "b", "settings": {"casework_share": 0.6}, "shocks": [{"kind": "it_outage", "size": 50}]}]})");
    const Alternative& plain = scenario.alternatives[0];
    const Alternative& own = scenario.alternatives[1];
    CHECK(plain.settings == scenario.settings);
    CHECK(own.settings.work_scale == 1.1);
    CHECK(own.settings.casework_share == 0.6);
    REQUIRE(plain.shocks.size() == 1);
    CHECK(plain.shocks[0].kind == ShockKind::inspection);
    CHECK(plain.shocks[0].from_month == 2);
    REQUIRE(own.shocks.size() == 2);
    CHECK(own.shocks[1].kind == ShockKind::it_outage);
    CHECK(own.shocks[1].size == 50);
}

TEST_CASE("a surge is milder than most families unless a question says that it is as severe as any") {
    const auto surge = [](const std::string& more) {
        return scenario_of(R"({"shocks": [{"kind": "referral_surge")" + more + "}]}").alternatives[0];
    };
    CHECK(surge("").shocks[0].as_severe == 0);
    CHECK(surge(R"(, "as_severe": false)").shocks[0].as_severe == 0);
    CHECK(surge(R"(, "as_severe": true)").shocks[0].as_severe == 1);
}

TEST_CASE("a shock has the length and size of its kind where none is given, and none of size 0 happens") {
    for (const ShockRow& row : shock_rows()) {
        const std::string kind(shock_words[static_cast<std::size_t>(row.kind)]);
        INFO(kind);
        const auto shocks =
            scenario_of(R"({"shocks": [{"kind": ")" + kind + R"("}]})").alternatives[0].shocks;
        REQUIRE(shocks.size() == 1);
        CHECK(shocks[0].kind == row.kind);
        CHECK(shocks[0].months == row.months);
        CHECK(shocks[0].size == row.size);
    }
    CHECK(scenario_of(R"({"shocks": [{"kind": "inspection", "size": 0}]})").alternatives[0].shocks.empty());
}

TEST_CASE(
    "an authority starts from its own published position, and the answer says which figures are not its "
    "own") {
    const Scenario leeds = scenario_of(R"({"authority": "leeds"})");
    CHECK(leeds.authority == "Leeds");
    CHECK(leeds.settings.children_0_to_17 > 100000);
    CHECK(leeds.settings.hours_screening == Settings{}.hours_screening);
    CHECK_FALSE(scenario_of(R"({"authority": "City of London"})").fallbacks.empty());
    const Scenario scaled = scenario_of(R"({"authority": "Leeds", "settings": {"agency_fte": 5}})");
    CHECK(scaled.settings.agency_fte == 5);
    CHECK(scaled.settings.in_post_fte == leeds.settings.in_post_fte);
}

TEST_CASE("what the command line chooses comes before what the question says") {
    Choices choices;
    choices.authority = "Leeds";
    choices.months = 6;
    choices.replications = 3;
    choices.seed = 99;
    choices.settings = {"work_scale=0.9", "patch_teams=yes"};
    const Scenario scenario = scenario_of(
        R"({"authority": "typical", "months": 24, "seed": 5, "settings": {"work_scale": 1.4},
            "alternatives": [{"name": "a"}, {"name": "b", "settings": {"work_scale": 1.5}}]})",
        choices);
    CHECK(scenario.authority == "Leeds");
    CHECK(scenario.months == 6);
    CHECK(scenario.replications == 3);
    CHECK(scenario.seed == 99);
    CHECK(scenario.alternatives[0].settings.work_scale == 0.9);
    CHECK(scenario.alternatives[0].settings.patch_teams == 1);
    // An alternative's own setting is what makes it different, so it stays.
    CHECK(scenario.alternatives[1].settings.work_scale == 1.5);
}

TEST_CASE("a shorter run on the command line is no fault of a question with later changes") {
    Choices choices;
    choices.months = 6;
    CHECK(scenario_of(R"({"alternatives": [{"name": "a", "policy": {"from_month": 12}}]})", choices).months ==
          6);
}

TEST_CASE("what the command line chooses is checked like the question") {
    Choices choices;
    choices.authority = "Leds";
    choices.months = -3;
    choices.replications = 1.5;
    choices.settings = {"work_scal=1"};
    const Reading reading = read_question_text("ours.json", "{}", choices);
    CHECK(sentences_of(reading.faults) ==
          "command line: --set work_scal is not a known setting. Did you mean \"work_scale\"?\n"
          "command line: --months is -3, but should be a whole number from 1 to 600 (months).\n"
          "command line: --replications is 1.5, but should be a whole number from 1 to 100000 (futures), or "
          "\"auto\".\n"
          "command line: --authority is not settled. No authority with published figures is called \"Leds\"; "
          "did you "
          "mean Leeds? `headroom authorities` lists them all.\n");
}

TEST_CASE("futures of a fit differ from year to year, unless the question says otherwise") {
    CHECK(scenario_of("{}").settings.years_differ_percent == 100);
    CHECK(scenario_of(R"({"authority": "Leeds"})").settings.years_differ_percent == 100);
    CHECK(scenario_of(R"({"settings": {"years_differ_percent": 0}})").settings.years_differ_percent == 0);
    CHECK(scenario_of(R"({"fitted": "one world"})").settings.years_differ_percent == 0);
    CHECK(scenario_of(R"({"fitted": "unfitted"})").settings.years_differ_percent == 0);
}

TEST_CASE("one world is the middle of the fit in every future, and unfitted the defaults") {
    const Scenario every = scenario_of("{}");
    const Scenario one = scenario_of(R"({"fitted": "one world"})");
    CHECK(one.settings == every.ensemble->middle(Settings{}));
    CHECK_FALSE(one.ensemble.has_value());
    CHECK(one.fit_figures.size() == every.fit_figures.size());
    const Scenario unfitted = scenario_of(R"({"fitted": "unfitted"})");
    CHECK(unfitted.settings == Settings{});
    CHECK(unfitted.fit_figures.empty());
    Choices choices;
    choices.fitted = FittedAs::one_world;
    CHECK(scenario_of(R"({"fitted": "unfitted"})", choices).settings == one.settings);
}

TEST_CASE("an authority without a fit runs at England's practice, and its answer says so") {
    const Scenario unfitted = scenario_of(R"({"authority": "Leeds", "fitted": "unfitted"})");
    REQUIRE_FALSE(unfitted.fallbacks.empty());
    CHECK(unfitted.fallbacks[0].find("not fitted to Leeds") != std::string::npos);
    const Scenario fitted = scenario_of(R"({"authority": "Leeds"})");
    REQUIRE(fitted.ensemble.has_value());
    for (const std::string& caveat : fitted.fallbacks)
        CHECK(caveat.find("not fitted to") == std::string::npos);
}
