#include "sim/places/own_figures.hpp"

#include "tests/catch.hpp"

using namespace headroom;

TEST_CASE("figures of one's own replace the typical ones, and the rest grows with the number of children") {
    const OwnFigures own =
        read_own_figures("ours.csv", "children_0_to_17,125000\nagency_fte,40\nturnover_percent,9.5\n");
    const Settings typical;
    CHECK(own.faults.empty());
    CHECK(own.settings.children_0_to_17 == 125000);
    CHECK(own.settings.agency_fte == 40);
    CHECK(own.settings.turnover_percent == 9.5);
    CHECK(own.settings.in_post_fte == 2 * typical.in_post_fte);
    CHECK(own.settings.protection_plans_open == 2 * typical.protection_plans_open);
    CHECK(own.settings.absence_percent == typical.absence_percent);
    REQUIRE(own.caveats.size() == 2);
    CHECK(own.caveats[0].starts_with("Not in ours.csv: referrals_per_year, "));
    CHECK(own.caveats[0].ends_with(
        "The typical authority's figures stand in, counts scaled to 125000 children."));
    CHECK(own.caveats[0].find("agency_fte") == std::string::npos);
}

TEST_CASE("what is scaled to a very small place stays within its range") {
    const OwnFigures own = read_own_figures("ours.csv", "children_0_to_17,10");
    for (const SettingRow& row : setting_rows()) {
        INFO(row.key);
        CHECK(own.settings.*row.value >= row.low);
        CHECK(own.settings.*row.value <= row.high);
    }
}

TEST_CASE("a file as a spreadsheet writes it is understood") {
    const OwnFigures own = read_own_figures("ours.csv",
                                            "\xEF\xBB\xBFsetting,value\r\n# our return of "
                                            "2025\r\n\r\n\"agency_fte\",\"12\"\r\n in_post_fte , 200 \r\n");
    CHECK(own.faults.empty());
    CHECK(own.settings.agency_fte == 12);
    CHECK(own.settings.in_post_fte == 200);
}

TEST_CASE("every fault of a file of figures is told with its line") {
    struct Wrong {
        std::string text, sentence;
    };
    const std::vector<Wrong> all = {
        {"children_0_to_17,\"80,0000\"",
         "ours.csv, line 1, column 2: \"children_0_to_17\" is \"80,0000\", but should be a number from 10 to "
         "2000000 (children). Write a point for the decimals.\n"},
        {"\nturnover_percent,many",
         "ours.csv, line 2, column 2: \"turnover_percent\" is \"many\", but should be a number from 0 to 60 "
         "(percent a year).\n"},
        {"agency_fte",
         "ours.csv, line 1, column 2: \"agency_fte\" is without a value, but should be a line like "
         "agency_fte,100.\n"},
        {"agency_ft,3",
         "ours.csv, line 1, column 1: \"agency_ft\" is not a known setting or figure. Did you mean "
         "\"agency_fte\"?\n"},
        {"zebra,3",
         "ours.csv, line 1, column 1: \"zebra\" is not a known setting or figure. \"headroom explain\" lists "
         "all "
         "settings and figures.\n"},
        {"agency_fte,3\nagency_fte,3",
         "ours.csv, line 2, column 1: \"agency_fte\" is given again after line 1, but should be given "
         "once.\n"},
        {"agency_fte,-2\nvacancies_fte,nan",
         "ours.csv, line 1, column 2: \"agency_fte\" is -2, but should be a number from 0 to 5000 (full-time "
         "equivalents).\n"
         "ours.csv, line 2, column 2: \"vacancies_fte\" is \"nan\", but should be a number from 0 to 5000 "
         "(full-time equivalents). If this value is suppressed or unknown, leave the line out.\n"},
        {"", "ours.csv is empty, but should be a CSV file of figure,value lines.\n"},
        {"agency_fte,\xE9",
         "ours.csv, line 1, column 12: the letter there is not UTF-8, perhaps Windows-1252, but should be a "
         "CSV "
         "file in UTF-8 (in Excel: Save as, CSV UTF-8).\n"},
    };
    for (const Wrong& wrong : all)
        CHECK(sentences_of(read_own_figures("ours.csv", wrong.text).faults) == wrong.sentence);
}
