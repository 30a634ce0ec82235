// What `headroom report` writes beside the page: tables and a PDF.
#include <sys/stat.h>

#include <cstdlib>

#include "tests/catch.hpp"
#include "tests/commands/program.hpp"

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

}  // namespace

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
