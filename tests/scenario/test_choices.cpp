#include "sim/scenario/choices.hpp"

#include "tests/catch.hpp"

using namespace headroom;

namespace {

std::string fault_of(const std::string& text) {
    Settings settings;
    const auto fault = apply_setting(settings, text);
    CHECK((!fault || settings == Settings{}));
    return fault ? sentence_of(*fault) : "";
}

}  // namespace

TEST_CASE("the option --set changes one setting") {
    Settings settings;
    CHECK_FALSE(apply_setting(settings, "work_scale=1.25"));
    CHECK(settings.work_scale == 1.25);
    CHECK_FALSE(apply_setting(settings, "patch_teams=true"));
    CHECK(settings.patch_teams == 1);
    CHECK_FALSE(apply_setting(settings, "patch_teams=no"));
    CHECK(settings.patch_teams == 0);
}

TEST_CASE("the option --set takes every setting at both ends of its range, and nothing beyond") {
    for (const SettingRow& row : setting_rows()) {
        INFO(row.key);
        const std::string key(row.key);
        CHECK(fault_of(key + "=" + number_text(row.low)).empty());
        CHECK(fault_of(key + "=" + number_text(row.high)).empty());
        CHECK_FALSE(fault_of(key + "=" + number_text(row.high + 1)).empty());
        CHECK_FALSE(fault_of(key + "=" + number_text(row.low - 1)).empty());
    }
}

TEST_CASE("what is wrong with --set is told") {
    struct Wrong {
        std::string text, sentence;
    };
    const std::vector<Wrong> all = {
        {"casework_share=9",
         "command line: --set casework_share is 9, but should be a number from 0.3 to 1 (share of present "
         "time)."},
        {"casework_share=abc",
         "command line: --set casework_share is \"abc\", but should be a number from 0.3 to 1 (share of "
         "present time)."},
        {"casework_share=",
         "command line: --set casework_share is \"\", but should be a number from 0.3 to 1 (share of present "
         "time)."},
        {"casework_share=nan",
         "command line: --set casework_share is nan, but should be a number from 0.3 to 1 (share of present "
         "time)."},
        {"casework_share=0,7",
         "command line: --set casework_share is \"0,7\", but should be a number from 0.3 to 1 (share of "
         "present time)."},
        {"casework_share",
         "command line: --set casework_share is without a value, but should be key=value, as in --set "
         "casework_share=1."},
        {"work_scale 0.7",
         "command line: --set work_scale 0.7 is without an equals sign, but should be key=value, as in --set "
         "work_scale=0.7."},
        {"work_scale: 0.7",
         "command line: --set work_scale: 0.7 is without an equals sign, but should be key=value, as in "
         "--set "
         "work_scale=0.7."},
        {"posts.add=10",
         "command line: --set posts.add is a decision, not a setting. Write it in the question: \"policy\": "
         "{ "
         "\"posts\": { \"add\": 10 } }."},
        {"pay_supplement_percent=5",
         "command line: --set pay_supplement_percent is a decision, not a setting. Write it in the question: "
         "\"policy\": { \"retention\": { \"pay_supplement_percent\": 5 } }."},
        {"caseload_limit.hard.children=18",
         "command line: --set caseload_limit.hard.children is a decision, not a setting. Write it in the "
         "question: "
         "\"policy\": { \"caseload_limit\": { \"kind\": \"hard\", \"children\": 18 } }."},
        {"work_skale=1",
         "command line: --set work_skale is not a known setting. Did you mean \"work_scale\"?"},
        {"zebra=1",
         "command line: --set zebra is not a known setting, but should be one that \"headroom explain\" "
         "lists."},
        {"patch_teams=2", "command line: --set patch_teams is 2, but should be true or false."},
        {"patch_teams=0.5", "command line: --set patch_teams is 0.5, but should be true or false."},
    };
    for (const Wrong& wrong : all) CHECK(fault_of(wrong.text) == wrong.sentence);
}
