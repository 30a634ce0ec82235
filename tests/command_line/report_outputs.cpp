// What `headroom report` writes beside the page: tables and a PDF.
#include <sys/stat.h>

#include <cstdlib>
#include <optional>

#include "tests/catch.hpp"
#include "tests/command_line/program.hpp"

using namespace headroom;

namespace {

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != text.npos;
}

using Names = std::vector<std::string>;

// The folders that programs are looked for in, while it lives.
class SearchPath {
public:
    explicit SearchPath(const std::string& folders) : before_(std::getenv("PATH")) {
        ::setenv("PATH", folders.c_str(), 1);
    }
    ~SearchPath() { ::setenv("PATH", before_.c_str(), 1); }
    SearchPath(const SearchPath&) = delete;
    SearchPath& operator=(const SearchPath&) = delete;

private:
    std::string before_;
};

// A program named chromium that does what the script says; `$pdf` is where it was told to print to.
void pretend_browser(const TestFolder& folder, const std::string& script) {
    std::filesystem::create_directory(folder / "bin");
    write_content(
        folder / "bin/chromium",
        "#!/bin/sh\nfor word; do case $word in --print-to-pdf=*) pdf=${word#*=};; esac; last=$word; done\n" +
            script);
    ::chmod((folder / "bin/chromium").c_str(), 0755);
}

void make_results(const TestFolder& folder) {
    write_content(folder / "limit.json", short_question());
    REQUIRE(run_program(folder.path(), {"run", "limit.json", "--quiet", "-o", "limit.h5"}).exit_code == 0);
}

// An environment variable with this value, or none, while it lives.
class Environment {
public:
    Environment(const char* name, const char* value) : name_(name) {
        if (const char* const before = std::getenv(name)) before_ = before;
        value == nullptr ? ::unsetenv(name) : ::setenv(name, value, 1);
    }
    ~Environment() { before_ ? ::setenv(name_, before_->c_str(), 1) : ::unsetenv(name_); }
    Environment(const Environment&) = delete;
    Environment& operator=(const Environment&) = delete;

private:
    const char* name_;
    std::optional<std::string> before_;
};

// Everything that is written or printed from one results file, in one text.
std::string all_of(const TestFolder& folder) {
    std::string all;
    for (const std::vector<std::string>& words : std::vector<std::vector<std::string>>{
             {"summary", "limit.h5"},
             {"summary", "limit.h5", "--json"},
             {"summary", "limit.h5", "--csv"},
             {"report", "limit.h5", "-o", "page.html", "--csv", "tables", "--quiet"}})
        all += run_program(folder.path(), words).out;
    all += content_of(folder / "page.html");
    for (const auto& table : std::filesystem::directory_iterator(folder / "tables"))
        all += content_of(table.path());
    return all;
}

}  // namespace

TEST_CASE("the same results give the same pages on any day and in any time zone") {
    const TestFolder folder;
    make_results(folder);
    const Environment no_epoch("SOURCE_DATE_EPOCH", nullptr);
    // 26 hours apart: it is never the same day in both.
    const auto in_zone = [&](const char* zone) {
        const Environment time_zone("TZ", zone);
        return all_of(folder);
    };
    CHECK(in_zone("EAST-14") == in_zone("WEST+12"));
}

TEST_CASE("what is printed bears the day of SOURCE_DATE_EPOCH in Greenwich, where that is a moment") {
    const TestFolder folder;
    make_results(folder);
    const Environment time_zone("TZ", "EAST-14");
    {
        const Environment epoch("SOURCE_DATE_EPOCH", "1000000000");
        const std::string then = all_of(folder);
        CHECK(holds(then, "), 2001-09-09"));
        CHECK(holds(then, "\"date\": \"2001-09-09\""));
    }
    const auto with_epoch = [&](const char* seconds) {
        const Environment epoch("SOURCE_DATE_EPOCH", seconds);
        return run_program(folder.path(), {"summary", "limit.h5", "--json"}).out;
    };
    const std::string without = with_epoch(nullptr);
    for (const char* none : {"", "soon", "12 o'clock", "1e9", "99999999999999999999999"})
        CHECK(with_epoch(none) == without);
}

TEST_CASE("a PDF says nothing of the moment it was printed, and its parts stay where they were") {
    const TestFolder folder;
    make_results(folder);
    pretend_browser(
        folder,
        "printf '%%PDF-1.4 <</CreationDate (D:20261129225000+00)\n/ModDate (D:20261129225000+00)>>"
        " /CreationDate of a text' > \"$pdf\"\n");
    const SearchPath pretended((folder.path() / "bin").string() + ":/usr/bin:/bin");
    REQUIRE(run_program(folder.path(), {"report", "limit.h5", "--pdf"}).exit_code == 0);
    const std::string printed = content_of(folder / "limit.pdf");
    CHECK_FALSE(holds(printed, "20261129"));
    CHECK(printed.size() == 103);
    CHECK(printed.ends_with(">> /CreationDate of a text"));
}

TEST_CASE("report writes tables into a folder that it makes, the same from the same file") {
    const TestFolder folder;
    make_results(folder);
    const ProgramRun run = run_program(folder.path(), {"report", "limit.h5", "--csv", "out/tables"});
    CAPTURE(run.err);
    REQUIRE(run.exit_code == 0);
    CHECK(holds(run.err, "out/tables"));
    for (const char* name :
         {"answer.csv", "run.csv", "months.csv", "quarters.csv", "histograms.csv", "futures.csv"})
        CHECK(holds(content_of(folder / ("out/tables/" + std::string(name))), "alternative,"));
    const std::string months = content_of(folder / "out/tables/months.csv");
    REQUIRE(run_program(folder.path(), {"report", "limit.h5", "--csv", "out/tables", "--quiet"}).err.empty());
    CHECK(content_of(folder / "out/tables/months.csv") == months);
}

namespace {

// Every cell of a CSV text, without its quotes.
std::vector<std::string> cells_of(const std::string& text) {
    std::vector<std::string> cells(1);
    bool is_quoted = false;
    for (const char letter : text) {
        if (letter == '"') is_quoted = !is_quoted;
        if (!is_quoted && (letter == ',' || letter == '\n'))
            cells.emplace_back();
        else if (letter != '"')
            cells.back() += letter;
    }
    return cells;
}

// Numbers apart, which may begin with a minus.
bool would_be_carried_out(const std::string& cell) {
    const bool is_number = cell.size() > 1 && cell.find_first_not_of("-+.0123456789e") == cell.npos;
    return !cell.empty() && !is_number && std::string("=+-@").find(cell.front()) != std::string::npos;
}

constexpr const char* formulas = R"("alternatives": [{"name": "=1+1"},
    {"name": "@A1", "policy": {"posts": {"add": 1}}}, {"name": "-cmd", "policy": {"posts": {"add": 2}}},
    {"name": "+cmd", "policy": {"posts": {"add": 3}}}])";

}  // namespace

TEST_CASE("no table that any command writes holds a name that a spreadsheet would carry out") {
    const TestFolder folder;
    const std::string beginning =
        R"({"authority": "teaching team", "months": 1, "settling_months": 0, "replications": 3, )";
    write_content(folder / "q.json", beginning + formulas + "}");
    write_content(folder / "st.json",
                  beginning + formulas + R"(, "factors": {"work_scale": {"from": 0.6, "to": 0.8}},
        "design": {"kind": "latin_hypercube", "points": 8}})");
    REQUIRE(run_program(folder.path(), {"compare", "q.json", "--quiet"}).exit_code == 0);
    REQUIRE(run_program(folder.path(), {"study", "st.json", "--quiet"}).exit_code == 0);
    REQUIRE(run_program(folder.path(), {"report", "q.h5", "--csv", "tables", "--quiet"}).exit_code == 0);
    std::vector<std::string> tables;
    for (const auto& table : std::filesystem::directory_iterator(folder / "tables"))
        if (table.path().extension() == ".csv") tables.push_back(content_of(table.path()));
    for (const std::vector<std::string>& words : std::vector<std::vector<std::string>>{
             {"summary", "q.h5", "--csv"},
             {"sensitivity", "st.h5", "--csv"},
             {"discover", "st.h5", "--fails", "unmet_per_100 > 10", "--csv"},
             {"frontier", "st.h5", "--csv"}}) {
        const ProgramRun run = run_program(folder.path(), words);
        CAPTURE(words.front(), run.err);
        CHECK(run.exit_code == 0);
        tables.push_back(run.out);
    }
    bool is_guarded = false;
    for (const std::string& table : tables) {
        for (const std::string& cell : cells_of(table)) {
            CAPTURE(cell);
            CHECK_FALSE(would_be_carried_out(cell));
            is_guarded = is_guarded || cell == "'=1+1";
        }
    }
    CHECK(is_guarded);
}

TEST_CASE("tables cannot go where a file stands, and report says so") {
    const TestFolder folder;
    make_results(folder);
    write_content(folder / "taken", "mine");
    const ProgramRun run = run_program(folder.path(), {"report", "limit.h5", "--csv", "taken"});
    CHECK(run.exit_code == 3);
    CHECK(holds(run.err, "there is no folder taken"));
    CHECK(content_of(folder / "taken") == "mine");
}

TEST_CASE("without a browser report says how to get a PDF, and the page stands") {
    const TestFolder folder;
    make_results(folder);
    const SearchPath nothing(folder.path() / "bin");
    const ProgramRun run = run_program(folder.path(), {"report", "limit.h5", "--pdf"});
    CHECK(run.exit_code == 3);
    CHECK(holds(run.err, "apt-get install chromium"));
    CHECK(folder.names() == Names{"limit.h5", "limit.html", "limit.json"});
}

TEST_CASE("the PDF is named after the report unless it has a name, and is what the browser printed") {
    const TestFolder folder;
    make_results(folder);
    pretend_browser(folder, "echo \"%PDF- $last\" > \"$pdf\"\n");
    const SearchPath pretended((folder.path() / "bin").string() + ":/usr/bin:/bin");
    REQUIRE(run_program(folder.path(), {"report", "limit.h5", "--pdf"}).exit_code == 0);
    CHECK(holds(content_of(folder / "limit.pdf"), "file://" + (folder.path() / "limit.html").string()));
    REQUIRE(
        run_program(folder.path(), {"report", "limit.h5", "-o", "a b.html", "--pdf", "c.pdf"}).exit_code ==
        0);
    CHECK(holds(content_of(folder / "c.pdf"), "/a%20b.html"));
}

TEST_CASE("a browser that prints nothing leaves the older PDF as it was, and its words are passed on") {
    const TestFolder folder;
    make_results(folder);
    write_content(folder / "limit.pdf", "%PDF- older");
    pretend_browser(folder, "echo 'no display' >&2\nexit 1\n");
    const SearchPath pretended((folder.path() / "bin").string() + ":/usr/bin:/bin");
    const ProgramRun run = run_program(folder.path(), {"report", "limit.h5", "--pdf"});
    CHECK(run.exit_code == 3);
    CHECK((holds(run.err, "made none") && holds(run.err, "no display")));
    CHECK(content_of(folder / "limit.pdf") == "%PDF- older");
}
