#include "analysis/words/csv.hpp"

#include "tests/catch.hpp"

using namespace headroom;

namespace {

std::string line_with(std::string_view text) {
    Csv csv({});
    csv.cell("x").cell(text).end_line();
    return csv.text().substr(1);
}

}  // namespace

TEST_CASE("a name that a spreadsheet would carry out as a formula stays a text") {
    for (const std::string name :
         {"=1+1", "+1", "-1", "@SUM(A1)", "=HYPERLINK(\"http://x\",\"y\")", "\t=1", "\r=1"}) {
        CAPTURE(name);
        const std::string line = line_with(name);
        CHECK((line.starts_with("x,'" + name.substr(0, 1)) || line.starts_with("x,\"'" + name.substr(0, 1))));
    }
    CHECK(line_with("Limit = 15") == "x,Limit = 15\n");
    CHECK(line_with("a,\"b\"") == "x,\"a,\"\"b\"\"\"\n");
}

TEST_CASE("a number below nought stays a number") {
    Csv csv({});
    csv.cell(-2.5).cell(1e-7).end_line();
    CHECK(csv.text() == "\n-2.5,1e-07\n");
}
