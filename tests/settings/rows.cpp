// Every number of the model is one row that a stranger can read.
#include <cmath>
#include <set>
#include <string>

#include "sim/settings/setting.hpp"
#include "sim/settings/units.hpp"
#include "tests/catch.hpp"

using namespace headroom;

namespace {

bool contains(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

// What a key must say, where its unit says this.
struct UnitInKey {
    std::string_view unit, key;
};
constexpr UnitInKey units_in_keys[] = {
    {"percent", "_percent"},
    {"percent of", "_percent"},
    {"percent a year", "_percent"},
    {"months", "_months"},
    {"weeks", "weeks"},
    {"years", "_years"},
    {"working days", "days"},
    {"hours", "hours"},
    {"minutes", "_minutes"},
    {"full-time", "_fte"},
    {"log standard", "_s"},  // _sd or _spread
    {"crises a year", "_per_year"},
    {"effective visits", "_contacts"},
};

}  // namespace

TEST_CASE("every key names one number, and every number of the model has a key") {
    std::set<std::string_view> keys;
    std::set<const double*> values;
    const Settings settings;
    for (const SettingRow& row : setting_rows()) {
        CAPTURE(row.key);
        CHECK(keys.insert(row.key).second);
        CHECK(values.insert(&(settings.*row.value)).second);
    }
    CHECK(values.size() * sizeof(double) == sizeof(Settings));
}

TEST_CASE("every default is what the settings start from and lies within its range") {
    const Settings settings;
    for (const SettingRow& row : setting_rows()) {
        CAPTURE(row.key);
        CHECK(settings.*row.value == row.normal);
        CHECK(std::isfinite(row.low));
        CHECK(std::isfinite(row.high));
        CHECK(row.low < row.high);
        CHECK(row.low <= row.normal);
        CHECK(row.normal <= row.high);
    }
}

TEST_CASE("every setting says its unit, its meaning and where its default comes from") {
    for (const SettingRow& row : setting_rows()) {
        CAPTURE(row.key);
        CHECK_FALSE(row.unit.empty());
        CHECK_FALSE(row.source.empty());
        CHECK(row.meaning.size() > 10);
        CHECK(row.meaning.back() == '.');
        CHECK_FALSE(word_of(row.evidence).empty());
    }
}

TEST_CASE("a default that is not published says assumption, recalled or derived, never nothing") {
    std::set<std::string_view> words;
    for (const Evidence evidence :
         {Evidence::read, Evidence::derived, Evidence::recalled, Evidence::assumption}) {
        CHECK(words.insert(word_of(evidence)).second);
    }
    CHECK(words.count("assumption") == 1);
    for (const SettingRow& row : setting_rows()) {
        CAPTURE(row.key);
        // A published default names its publication, a year or a procedure.
        if (row.evidence == Evidence::read) CHECK(row.source.size() >= 15);
    }
}

TEST_CASE("a key carries its unit, so that nobody types weeks for months") {
    for (const SettingRow& row : setting_rows()) {
        for (const auto& [unit, key] : units_in_keys) {
            const bool is_unit = row.unit == unit || row.unit.starts_with(std::string(unit) + " ");
            if (!is_unit || row.unit == "percent per percent") continue;  // an elasticity
            CAPTURE(row.key, row.unit, key);
            CHECK(contains(row.key, key));
        }
        if (contains(row.key, "_percent")) CHECK(row.unit.starts_with("percent"));
        if (row.key.ends_with("_fte")) CHECK(row.unit == "full-time equivalents");
        if (row.key.ends_with("_weeks")) CHECK(row.unit == "weeks");
        if (row.key.starts_with("salary_")) CHECK(row.unit.starts_with("pounds"));
    }
}

TEST_CASE("keys are plain small words") {
    for (const SettingRow& row : setting_rows()) {
        CAPTURE(row.key);
        CHECK(row.key.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string_view::npos);
        CHECK_FALSE(contains(row.key, "__"));
    }
}

TEST_CASE("shares, percents and yes or no stay within what the words allow") {
    for (const SettingRow& row : setting_rows()) {
        CAPTURE(row.key);
        if (row.unit == "yes or no") {
            CHECK(row.low == 0);
            CHECK(row.high == 1);
            CHECK((row.normal == 0 || row.normal == 1));
            CHECK(counts_whole_things(row.unit));
        }
        if (row.unit.starts_with("share")) {
            CHECK(row.low >= 0);
            CHECK(row.high <= 1);
        }
        // A part of children, families, plans, assessments, conferences or posts is at most all of them.
        for (const std::string_view whole :
             {"families", "closures", "assessments", "conferences", "posts", "care starts", "care ends",
              "case holders", "leavers", "cohort"}) {
            if (row.unit == "percent of " + std::string(whole)) CHECK(row.high <= 100);
        }
    }
}

TEST_CASE("a setting is found by its key and by nothing else") {
    for (const SettingRow& row : setting_rows()) CHECK(find_setting(row.key) == &row);
    CHECK(find_setting("") == nullptr);
    CHECK(find_setting("weeks_to_hir") == nullptr);
    CHECK(find_setting("Weeks_to_hire") == nullptr);
}

TEST_CASE("two sets of settings are the same when every number is") {
    Settings one, other;
    CHECK(one == other);
    for (const SettingRow& row : setting_rows()) {
        CAPTURE(row.key);
        other.*row.value = row.low == row.normal ? row.high : row.low;
        CHECK_FALSE(one == other);
        other = one;
    }
}
