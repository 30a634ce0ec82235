// What spreadsheets, statistics programs and people write as CSV is read alike by every reader of ours, or
// refused with a sentence that says where and what to do.
#include "sim/places/own_figures.hpp"
#include "sim/scenario/points_file.hpp"
#include "sim/text/csv_rows.hpp"
#include "sim/text/csv_value.hpp"
#include "tests/catch.hpp"

using namespace headroom;

namespace {

using Rows = std::vector<std::vector<std::string>>;

Rows rows_in(std::string_view text) {
    CsvRows rows(text);
    CsvRow row;
    Rows all;
    while (rows.next(row)) all.push_back(row.cells);
    return all;
}

std::vector<int> lines_in(std::string_view text) {
    CsvRows rows(text);
    CsvRow row;
    std::vector<int> lines;
    while (rows.next(row)) lines.push_back(row.line);
    return lines;
}

// A way to write a table of texts.
struct Dialect {
    std::string name;
    std::string before;
    std::string separator, line_end;
    bool quotes_all = false;
    bool numbers_rows = false;
    std::string after_row = {}, after_all = {};
    bool has_capitals = false;
    bool has_decimal_comma = false;
};

const std::vector<Dialect> dialects = {
    {"plain", "", ",", "\n"},
    {"Excel, CSV UTF-8", "\xEF\xBB\xBF", ",", "\r\n"},
    {"Excel on a Mac of old", "", ",", "\r"},
    {"Excel with empty columns and rows", "", ",", "\r\n", false, false, ",,", ",,,\r\n,,,\r\n"},
    {"Excel in Germany", "\xEF\xBB\xBF", ";", "\r\n", false, false, "", "", false, true},
    {"Excel in Germany, decimal points", "", ";", "\r\n"},
    {"Excel's sep=", "sep=;\r\n", ";", "\r\n", false, false, "", "", false, true},
    {"Excel, text with tabs", "", "\t", "\r\n"},
    {"tabs and empty cells", "", "\t", "\n", false, false, "\t\t", "\t\n"},
    {"R, write.csv", "", ",", "\n", true, true},
    {"R, write.csv2", "", ";", "\n", true, true, "", "", false, true},
    {"R, row.names = FALSE", "", ",", "\n", true},
    {"pandas, to_csv", "", ",", "\n", false, true},
    {"pandas, sep=tab", "", "\t", "\n", false, true},
    {"headings in capitals", "", ",", "\n", false, false, "", "", true},
    {"spaces about everything", "", "  ,  ", " \n"},
    {"spaces that do not break", "", "\xC2\xA0,\xC2\xA0", "\n"},
    {"comments and blank lines", "# ours\n\n  # of 2025\n", ",", "\n\n# a remark, with a comma\n"},
};

std::string in_capitals(std::string text) {
    for (char& letter : text)
        if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 'a' + 'A');
    return text;
}

std::string cell_in(const Dialect& dialect, std::string cell, bool is_heading) {
    if (is_heading && dialect.has_capitals) cell = in_capitals(cell);
    const bool is_number = cell.find_first_not_of("0123456789.") == cell.npos;
    if (is_number && dialect.has_decimal_comma && cell.find('.') != cell.npos) cell[cell.find('.')] = ',';
    return dialect.quotes_all ? "\"" + cell + "\"" : cell;
}

std::string written_in(const Dialect& dialect, const Rows& rows) {
    std::string text = dialect.before;
    for (std::size_t number = 0; number < rows.size(); ++number) {
        if (dialect.numbers_rows) {
            const std::string name = number == 0 ? "" : std::to_string(number);
            text += (dialect.quotes_all ? "\"" + name + "\"" : name) + dialect.separator;
        }
        for (std::size_t column = 0; column < rows[number].size(); ++column)
            text +=
                (column == 0 ? "" : dialect.separator) + cell_in(dialect, rows[number][column], number == 0);
        text += dialect.after_row + dialect.line_end;
    }
    return text + dialect.after_all;
}

std::string faults_of_figures(const std::string& text) {
    return sentences_of(read_own_figures("ours.csv", text).faults);
}

std::string faults_of_points(const std::string& text) {
    return sentences_of(read_points("ours.csv", text, Settings{}, Columns::settings_and_decisions).faults);
}

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != text.npos;
}

}  // namespace

TEST_CASE("figures of one's own are read from every dialect of CSV") {
    for (const Dialect& dialect : dialects) {
        const std::string text = written_in(dialect, {{"setting", "value"},
                                                      {"children_0_to_17", "50000"},
                                                      {"turnover_percent", "12.5"},
                                                      {"patch_teams", "TRUE"}});
        CAPTURE(dialect.name, text);
        const OwnFigures own = read_own_figures("ours.csv", text);
        CHECK(sentences_of(own.faults).empty());
        CHECK(own.settings.children_0_to_17 == 50000);
        CHECK(own.settings.turnover_percent == 12.5);
        CHECK(own.settings.patch_teams == 1);
    }
}

TEST_CASE("points are read from every dialect of CSV") {
    for (const Dialect& dialect : dialects) {
        const std::string text = written_in(dialect, {{"work_scale", "weeks_to_hire", "patch_teams"},
                                                      {"0.7", "12", "TRUE"},
                                                      {"0.8", "20.5", "False"}});
        CAPTURE(dialect.name, text);
        const PointsFile points = read_points("ours.csv", text, Settings{}, Columns::settings_and_decisions);
        CHECK(sentences_of(points.faults).empty());
        CHECK(points.rows == std::vector<std::vector<double>>{{0.7, 12, 1}, {0.8, 20.5, 0}});
    }
}

TEST_CASE("headings may stand in any order, and columns beside setting and value are the writer's own") {
    for (const std::string text :
         {"setting,value,source\nagency_fte,12,\"ours, 2025\"\n",
          "source,value,setting\nours,12,agency_fte\n", "Figure,Unit,Value\nagency_fte,posts,12\n",
          ",Setting,Value,\n0,agency_fte,12,\n", "our figure,value\nagency_fte,12\n", "agency_fte,12,\n",
          "AGENCY_FTE,12\n", "note;setting;value\nas of March, \"all\";agency_fte;12\n"}) {
        CAPTURE(text);
        CHECK(faults_of_figures(text).empty());
        CHECK(read_own_figures("ours.csv", text).settings.agency_fte == 12);
    }
}

TEST_CASE("points may be called as in a results file, in any case, beside the numbers of their rows") {
    for (const std::string heading : {"factor_work_scale", "Work_Scale", "FACTOR_work_scale"}) {
        CAPTURE(heading);
        CHECK(faults_of_points(heading + "\n0.7\n").empty());
        for (const std::string rows : {"", "Unnamed: 0", "index", "point"})
            CHECK(faults_of_points(rows + "," + heading + "\n0,0.7\n1,0.8\n").empty());
    }
}

TEST_CASE("quotes are read as RFC 4180 has them: separators, line ends and doubled quotes inside") {
    CHECK(rows_in("a,\"b,c\",\"d\"\"e\"\n") == Rows{{"a", "b,c", "d\"e"}});
    CHECK(rows_in("\"a\r\nb\",c\nd,e") == Rows{{"a\r\nb", "c"}, {"d", "e"}});
    CHECK(lines_in("\"a\r\nb\nc\rd\",e\nf,g\n") == std::vector<int>{1, 5});
    CHECK(rows_in("\"\",\"\"\n,\n\"a\",\n") == Rows{{"a", ""}});
    CHECK(rows_in("5\" nail,x\n") == Rows{{"5\" nail", "x"}});
}

TEST_CASE("lines are counted as an editor counts them, whatever ends them") {
    for (const std::string end : {"\n", "\r\n", "\r"})
        CHECK(lines_in("# one" + end + "a,b" + end + end + "c,d" + end) == std::vector<int>{2, 4});
}

TEST_CASE("a quotation mark that nothing closes is told with the line it stands on") {
    const std::string end = "line 2: the quotation mark there is never closed";
    CHECK(holds(faults_of_figures("setting,value\n\"agency_fte,12\nin_post_fte,200\n"), end));
    CHECK(holds(faults_of_points("work_scale\n\"0.7\n0.8\n"), end));
}

TEST_CASE("thousands may be set apart, a percentage may have its sign and a sum its pound") {
    struct Written {
        std::string cell;
        char separator;
        double value;
    };
    const Shape children = number_shape(0, 2e6, "children");
    for (const Written& one : std::vector<Written>{{"147,954", ',', 147954},
                                                   {"1,147,954", ',', 1147954},
                                                   {"147,954.5", '\t', 147954.5},
                                                   {"147 954", ',', 147954},
                                                   {"147\xC2\xA0"
                                                    "954",
                                                    ';', 147954},
                                                   {"1.147.954", ';', 1147954},
                                                   {"147.954,5", ';', 147954.5},
                                                   {"0,125", ';', 0.125},
                                                   {"12,5", ';', 12.5},
                                                   {"12.5", ';', 12.5},
                                                   {"1.25E+05", ',', 125000},
                                                   {"+5", ',', 5}}) {
        CAPTURE(one.cell);
        const CellValue read = value_in_cell(one.cell, children, one.separator);
        REQUIRE(read.value);
        CHECK(*read.value == one.value);
    }
    CHECK(value_in_cell("12.5 %", number_shape(0, 100, "percent a year"), ',').value == 12.5);
    CHECK_FALSE(value_in_cell("12.5%", children, ',').value);
    CHECK(value_in_cell("\xC2\xA3"
                        "45,000",
                        number_shape(0, 1e6, "pounds a year"), ',')
              .value == 45000);
    CHECK(value_in_cell("\xE2\x88\x92"
                        "3",
                        number_shape(-10, 10, ""), ',')
              .value == -3);
}

TEST_CASE("a number that may mean two things is refused, and the reader is told how to write it") {
    const Shape children = number_shape(0, 2e6, "children");
    for (const std::string cell : {"147,954", "147.954"}) {
        const CellValue read = value_in_cell(cell, children, ';');
        CHECK_FALSE(read.value);
        CHECK(holds(read.advice, "without a mark for thousands"));
    }
    for (const std::string cell : {"12,5", "0,7", "0,125"}) CHECK(value_in_cell(cell, children, ',').value);
    CHECK(value_in_cell("12,5", children, '\t').value == 12.5);
    CHECK(holds(value_in_cell("12,5000", children, ',').advice, "Write a point for the decimals."));
    CHECK(holds(value_in_cell("12 posts", children, ',').advice, "the number alone"));
    for (const std::string cell : {"--5", "5-", "1,23,456", "12,3456", "0x10", "1e999", ",5,", "1..2"})
        CHECK_FALSE(value_in_cell(cell, children, ',').value);
}

TEST_CASE("yes and no are read however a program writes them, and half of a yes is refused") {
    const Shape yes_no = row_shape(0, 1, "yes or no");
    for (const std::string yes : {"TRUE", "True", "true", "yes", "YES", "Y", "T", "1", "1.0"})
        CHECK(value_in_cell(yes, yes_no, ',').value == 1);
    for (const std::string no : {"FALSE", "False", "false", "no", "No", "N", "F", "0", "0.0"})
        CHECK(value_in_cell(no, yes_no, ',').value == 0);
    for (const std::string neither : {"0.5", "2", "maybe", "-1", "50%"})
        CHECK_FALSE(value_in_cell(neither, yes_no, ',').value);
    CHECK(faults_of_figures("setting,value\npatch_teams,0.5\n") ==
          "ours.csv, line 2, column 2: \"patch_teams\" is 0.5, but should be true or false.\n");
    CHECK(holds(faults_of_points("patch_teams\n0.5\n"), "line 2, column 1: \"patch_teams\" is 0.5"));
}

TEST_CASE(
    "where a publisher suppressed a number, the reader is told to leave the line out, and where it stands") {
    for (const std::string mark : {"c", "x", "z", "k", ":", ".", "..", "low", "NA", "N/A", "#N/A", "NaN",
                                   "nan", "-", "*", "", "NULL", "suppressed", "\xE2\x80\x93"}) {
        CAPTURE(mark);
        const std::string told = faults_of_figures(
            "setting,value,note\nchildren_0_to_17,50000,\nreferrals_per_year," + mark + ",\n");
        CHECK(holds(told, "ours.csv, line 3, column 2: \"referrals_per_year\" is "));
        CHECK(holds(told, "leave the line out"));
        const std::string of_points = faults_of_points("posts.add,work_scale\n1,0.7\n2," + mark + "\n");
        CHECK(holds(of_points, "ours.csv, line 3, column 2: \"work_scale\" is "));
        CHECK(holds(of_points, "leave the line out"));
    }
}

TEST_CASE("a text that is not UTF-8 is told by its line, a spreadsheet or UTF-16 by its name") {
    struct Text {
        std::string text, told;
    };
    const std::vector<Text> texts = {
        {"a,b\r\nc,d\r\n# salary in \xA3\r\n",
         "line 3, column 13: the letter there is not UTF-8, perhaps Windows-1252"},
        {"a,b\r# salary in \xA3\r", "line 2, column 13"},
        {std::string("a,b\nc,\0d\n", 9), "line 2, column 3"},
        {std::string("\xFF\xFE"
                     "a\0,\0b\0",
                     8),
         "is UTF-16 text"},
        {std::string("a\0,\0b\0\n\0", 8), "is UTF-16 text"},
        {"PK\x03\x04 and so on", "is a spreadsheet file, not CSV"}};
    for (const Text& one : texts) {
        CHECK(holds(faults_of_figures(one.text), one.told));
        CHECK(holds(faults_of_points(one.text), one.told));
        CHECK(holds(faults_of_points(one.text), "Save as, CSV UTF-8"));
    }
}

TEST_CASE("every fault of a table has its line, its column and what to do, and all are told at once") {
    const std::string figures =
        faults_of_figures("setting,value\nagency_ft,3\n,4\nin_post_fte\nvacancies_fte,many\nagency_fte,-1\n");
    for (const std::string part :
         {"line 2, column 1: \"agency_ft\" is not a known setting or figure. Did you mean \"agency_fte\"?",
          "line 3, column 1: the name of the setting is missing",
          "line 4, column 2: \"in_post_fte\" is without a value",
          "line 5, column 2: \"vacancies_fte\" is \"many\"", "line 6, column 2: \"agency_fte\" is -1"})
        CHECK(holds(figures, part));
    const std::string points = faults_of_points("work_scale,weeks_to_hire\n0.7\n0,8,12\n0.8,1,2\n9,\n");
    for (const std::string part :
         {"line 2, column 2: \"weeks_to_hire\" is missing",
          "line 3, column 3: \"12\" is in a column without a key",
          "line 4, column 3: \"2\" is in a column without a key", "line 5, column 1: \"work_scale\" is 9",
          "line 5, column 2: \"weeks_to_hire\" is empty"})
        CHECK(holds(points, part));
    CHECK(holds(faults_of_figures("setting,amount\nagency_fte,3\n"),
                "line 1, column 1: the heading is without a column called value"));
}
