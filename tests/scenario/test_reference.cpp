#include "sim/scenario/reference.hpp"

#include <fstream>
#include <sstream>

#include "sim/measures/measure.hpp"
#include "sim/policy/policy.hpp"
#include "sim/scenario/reader.hpp"
#include "sim/scenario/reference_text.hpp"
#include "sim/scenario/study_plan.hpp"
#include "sim/settings/setting.hpp"
#include "tests/catch.hpp"
#include "tests/scenario/example_texts.hpp"

using namespace headroom;

TEST_CASE("scenarios/README.md is what `headroom explain --markdown` writes") {
    std::ifstream stream(HEADROOM_SOURCE_DIR "/scenarios/README.md");
    std::stringstream text;
    text << stream.rdbuf();
    // Not CHECK on the texts themselves, which would print both pages.
    const bool is_same = text.str() == reference_page();
    INFO("Write it again: build/headroom explain --markdown > scenarios/README.md");
    CHECK(is_same);
}

TEST_CASE("every setting, measure, shock and kind of limit is explained under its own name") {
    // Some settings have the name of the measure they are laid beside: then both are shown.
    for (const SettingRow& row : setting_rows()) CHECK_FALSE(entries_of(row.key).empty());
    for (const MeasureRow& row : measure_rows()) CHECK_FALSE(entries_of(row.name).empty());
    for (const std::string_view word : shock_words)
        CHECK(entries_of("shocks." + std::string(word)).size() == 1);
    for (const char* kind : {"none", "advisory", "hard", "points", "by_type", "intake", "average"}) {
        CHECK_FALSE(entries_of("caseload_limit." + std::string(kind)).empty());
    }
}

TEST_CASE("an unsourced default says that it is an assumption") {
    const std::string text = explained(*entries_of("hours_per_visit_child_protection").at(0));
    CHECK(text.find("  evidence  assumption\n") != std::string::npos);
    for (const SettingRow& row : setting_rows()) {
        INFO(row.key);
        const bool is_basis_said = !word_of(row.evidence).empty();
        CHECK(is_basis_said);
        if (row.evidence != Evidence::assumption) CHECK_FALSE(row.source.empty());
    }
}

TEST_CASE("an entry says meaning, unit, default, range, evidence, source and how it is written") {
    CHECK(explained({.key = "patience_weeks",
                     .meaning = "how long somebody waits",
                     .unit = "weeks",
                     .normal = "3",
                     .range = "0 to 9",
                     .evidence = "published",
                     .source = "Somebody 2020",
                     .example = "\"settings\": { \"patience_weeks\": 3 }"}) ==
          "patience_weeks\n"
          "  How long somebody waits.\n"
          "  unit      weeks\n"
          "  default   3\n"
          "  range     0 to 9\n"
          "  evidence  published\n"
          "  source    Somebody 2020\n"
          "  write     \"settings\": { \"patience_weeks\": 3 }\n");
}

TEST_CASE("a part of a key finds what is below it, or what ends in it") {
    CHECK(entries_of("posts").size() == PostsPolicy::fields().size());
    REQUIRE(entries_of("overflow").size() == 1);
    CHECK(entries_of("overflow")[0]->key == "caseload_limit.overflow");
    CHECK(entries_of("children").size() >= 3);
    CHECK(entries_of("caseload_limit.overflow").size() == 1);
    REQUIRE(entries_of("inadequate_judgement").size() == 1);
    CHECK(entries_of("inadequate_judgement")[0]->key == "shocks.inadequate_judgement");
    for (const Entry* entry : entries_of("caseload_limit.children"))
        CHECK(entry->key.starts_with("caseload_limit."));
    CHECK(entries_of("caseload_limit.children").size() >= 4);
    CHECK(entries_of("kind").size() == 3);
    CHECK(entries_of("zebra").empty());
    CHECK(entries_of("").empty());
}

TEST_CASE("every example can be written as it stands") {
    for (const EntryGroup& group : reference()) {
        for (const Entry& entry : group.entries) {
            if (entry.example.empty()) continue;
            INFO(entry.key << ": " << entry.example);
            const std::string text = text_with(entry.example);
            const std::vector<Fault> faults = is_of_study(entry.example)
                                                  ? read_study_text("example", text).faults
                                                  : read_question_text("example", text).faults;
            CHECK(sentences_of(faults).empty());
        }
    }
}

TEST_CASE("an assumption that the answer may rest on says what its evidence leaves open") {
    CHECK(explained(*entries_of("work_scale").at(0)).find("left open 0.56 to 0.76 (no time study") !=
          std::string::npos);
    CHECK(explained(*entries_of("referrals_per_year").at(0)).find("left open") == std::string::npos);
    CHECK(reference_page().find("left open: 0.66 to 0.76") != std::string::npos);
}
