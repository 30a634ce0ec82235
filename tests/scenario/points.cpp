// Points of one's own, in a CSV file.
#include "sim/scenario/points_file.hpp"

#include "tests/catch.hpp"

using namespace headroom;

namespace {

PointsFile points_in(const std::string& text, Columns columns = Columns::settings_and_decisions) {
    return read_points("points.csv", text, Settings{}, columns);
}

using Rows = std::vector<std::vector<double>>;

Rows good_rows(const std::string& text) {
    const PointsFile points = points_in(text);
    INFO(sentences_of(points.faults));
    REQUIRE(points.faults.empty());
    return points.rows;
}

std::string told(const std::string& text, Columns columns = Columns::settings_and_decisions) {
    const PointsFile points = points_in(text, columns);
    return sentences_of(points.faults);
}

}  // namespace

TEST_CASE("every line below the keys is a point, in their order, a word at its place in the list of words") {
    const PointsFile points =
        points_in("work_scale,posts.add,caseload_limit.kind\n0.7,10,none\n0.8,-2,hard\n");
    REQUIRE(points.faults.empty());
    REQUIRE(points.factors.size() == 3);
    CHECK(points.factors[0].key == "work_scale");
    const std::vector<std::string>& kinds = points.factors[2].words;
    CHECK(kinds.at(static_cast<std::size_t>(points.rows.at(0).at(2))) == "none");
    CHECK(kinds.at(static_cast<std::size_t>(points.rows.at(1).at(2))) == "hard");
    CHECK(points.rows[0][0] == 0.7);
    CHECK(points.rows[1][1] == -2);
}

TEST_CASE("a factor's range is that of its column, and its list the values found there, once each") {
    const PointsFile points = points_in("work_scale\n0.9\n0.6\n0.9\n0.75\n");
    REQUIRE(points.faults.empty());
    const Factor& factor = points.factors.at(0);
    CHECK(factor.listed == std::vector<double>{0.6, 0.75, 0.9});
    CHECK(factor.low == 0.6);
    CHECK(factor.high == 0.9);
    CHECK_FALSE(factor.is_fixed());
    CHECK(points.rows.size() == 4);
}

TEST_CASE("a spreadsheet's byte order mark, line ends, quotes, spaces and empty lines change nothing") {
    const Rows plain = good_rows("work_scale,posts.add\n0.7,10\n0.8,-2\n");
    CHECK(good_rows("\xEF\xBB\xBFwork_scale,posts.add\n0.7,10\n0.8,-2\n") == plain);
    CHECK(good_rows("work_scale,posts.add\r\n0.7,10\r\n0.8,-2\r\n") == plain);
    CHECK(good_rows("\"work_scale\",\"posts.add\"\n\"0.7\",10\n0.8,\"-2\"\n") == plain);
    CHECK(good_rows(" work_scale ,\tposts.add\n\n0.7 , 10\n   \n0.8,-2") == plain);
    CHECK(good_rows("# mine\nwork_scale,posts.add\n# slow\n0.7,10\n0.8,-2\n\n\n") == plain);
}

TEST_CASE("numbers may be written with an exponent, and keep every bit") {
    CHECK(good_rows("work_scale\n7e-1\n0.70000000000000007\n") == Rows{{0.7}, {0.70000000000000007}});
}

TEST_CASE("yes and no may be written as words or numbers") {
    CHECK(good_rows("recruitment.freeze\nyes\nno\ntrue\nfalse\n1\n0\n") ==
          Rows{{1}, {0}, {1}, {0}, {1}, {0}});
}

TEST_CASE("a key that is none is told with its line and the nearest one") {
    CHECK(told("# ours\nwork_scal,posts.add\n0.7,1\n") ==
          "points.csv, line 2, column 1: \"work_scal\" is not a known key. Did you mean \"work_scale\"?\n");
    CHECK_THAT(told("colour of the sky\nblue\n"),
               Catch::Matchers::Contains("line 1, column 1: \"colour of the sky\" is not a known key") &&
                   Catch::Matchers::Contains("headroom explain"));
}

TEST_CASE("every key that is wrong is told, and no point is looked at under wrong keys") {
    const PointsFile points = points_in("work_scal,post.add\nx,y\n");
    CHECK(points.faults.size() == 2);
    CHECK(points.factors.empty());
    CHECK(points.rows.empty());
}

TEST_CASE("two columns of one key are refused") {
    CHECK_THAT(told("work_scale,work_scale\n0.7,0.8\n"),
               Catch::Matchers::Contains("line 1, column 2: \"work_scale\" is there twice"));
}

TEST_CASE("a value too few or too many is told with its line and column") {
    CHECK_THAT(told("work_scale,posts.add\n0.7,1\n0.8\n"),
               Catch::Matchers::Contains("line 3, column 2: \"posts.add\" is missing"));
    CHECK_THAT(told("work_scale,posts.add\n0.7,1,5\n"),
               Catch::Matchers::Contains("line 2, column 3: \"5\" is in a column without a key"));
    CHECK(told("work_scale,posts.add\n0.7,1,\n").empty());
}

TEST_CASE("a value that its key may not have is told with line, column and what it may be") {
    for (const std::string value : {"0.8x", "nan", "inf", "-1", "1e999", "", "0,8", "eight", "0x1"}) {
        CAPTURE(value);
        const std::string cell = value.find(',') == value.npos ? value : "\"0;8\"";
        CHECK_THAT(told("posts.add,work_scale\n1,0.7\n2," + cell + "\n"),
                   Catch::Matchers::Contains("points.csv, line 3, column 2: \"work_scale\" is ") &&
                       Catch::Matchers::Contains("but should be a number from "));
    }
    CHECK_THAT(told("caseload_limit.kind\nhrad\n"),
               Catch::Matchers::Contains("line 2, column 1: \"caseload_limit.kind\" is \"hrad\"") &&
                   Catch::Matchers::Contains("advisory"));
    CHECK_THAT(told("recruitment.freeze\nmaybe\n"), Catch::Matchers::Contains("\"recruitment.freeze\""));
    CHECK_THAT(told("recruitment.freeze\n0.5\n"), Catch::Matchers::Contains("\"recruitment.freeze\""));
}

TEST_CASE("all faults are told at once, but no more than a reader would read") {
    std::string text = "work_scale\n";
    for (int i = 0; i < 3; ++i) text += "wrong\n";
    CHECK(points_in(text).faults.size() == 3);
    for (int i = 0; i < 500; ++i) text += "wrong\n";
    CHECK(points_in(text).faults.size() == 20);
}

TEST_CASE("a file of nothing, or of keys alone, is told to have no points") {
    for (const char* text : {"", "\n\n", "# only a remark\n", "work_scale,posts.add\n"})
        CHECK_THAT(told(text), Catch::Matchers::Contains("points.csv is without points"));
}

TEST_CASE("levers refuse a setting, since it is nothing that an authority decides") {
    CHECK_THAT(told("posts.add,work_scale\n1,0.7\n", Columns::decisions_only),
               Catch::Matchers::Contains("line 1, column 2: \"work_scale\" is a setting, not a decision"));
    CHECK(told("posts.add,referrals\n1,5\n", Columns::decisions_only).empty());
}

TEST_CASE("today's stocks may stand in a column, since a world has them from the first day") {
    CHECK(good_rows("in_post_fte\n150\n") == Rows{{150}});
}
