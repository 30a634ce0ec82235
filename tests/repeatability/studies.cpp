// However a study's run ends, the next one leaves its file and nothing else. kill_study.py does the same at
// random moments, many times.
#include <signal.h>
#include <unistd.h>

#include <algorithm>

#include "tests/catch.hpp"
#include "tests/command_line/program.hpp"

using namespace headroom;

namespace {

using Names = std::vector<std::string>;

const Names live_it = {"study", "study.json", "-o", "study.h5"};

// Sixteen worlds of two policies: long enough that it is still at work when a test sees the first part, which
// is kept after a second.
#ifdef HEADROOM_CHECKED
const std::string replications = "20";
#else
const std::string replications = "60";
#endif
void put_study_into(const TestFolder& folder) {
    write_content(folder / "study.json", R"({"question": "Does it end as it should?", "authority": "Rutland",
        "months": 6, "replications": )" + replications +
                                             R"(, "factors": {"work_scale": "evidence"},
        "design": {"kind": "sobol", "points": 16}, "alternatives": [{"name": "As now"},
            {"name": "Limit 12", "policy": {"caseload_limit": {"kind": "hard", "children": 12}}}]})");
}

std::string undisturbed_bytes() {
    const TestFolder folder;
    put_study_into(folder);
    REQUIRE(run_program(folder.path(), live_it).exit_code == 0);
    return content_of(folder / "study.h5");
}

bool has_kept_a_part(const TestFolder& folder) {
    std::error_code none_yet;
    const std::filesystem::directory_iterator files(folder / "study.h5.parts", none_yet);
    return std::any_of(begin(files), end(files),
                       [](const auto& file) { return file.path().extension() == ".part"; });
}

// Ends the run by a signal as soon as some of its work lies on the disk.
ProgramRun ended_by(int signal, const TestFolder& folder) {
    StartedProgram program(folder.path(), live_it);
    for (int i = 0; i < 20000 && !has_kept_a_part(folder); ++i) ::usleep(1000);
    REQUIRE(has_kept_a_part(folder));
    program.signal(signal);
    return program.wait();
}

}  // namespace

TEST_CASE("what a killed run left beside a finished file is taken away by the next") {
    const TestFolder folder;
    put_study_into(folder);
    REQUIRE(ended_by(SIGKILL, folder).exit_code == -SIGKILL);
    std::filesystem::copy(folder / "study.h5.parts", folder / "kept");
    REQUIRE(run_program(folder.path(), live_it).exit_code == 0);
    const std::string whole = content_of(folder / "study.h5");
    std::filesystem::rename(folder / "kept", folder / "study.h5.parts");

    const ProgramRun again = run_program(folder.path(), live_it);
    CAPTURE(again.err);
    CHECK(again.exit_code == 0);
    CHECK(again.err.find("holds this study already") != again.err.npos);
    CHECK(content_of(folder / "study.h5") == whole);
    CHECK(folder.names() == Names{"study.h5", "study.json"});
}

TEST_CASE(
    "a study told to end says so by exit code 75, an interrupted one by 130, and both go on to the same "
    "bytes") {
    const std::string whole = undisturbed_bytes();
    for (const auto& [signal, exit_code] : {std::pair{SIGTERM, 75}, std::pair{SIGINT, 130}}) {
        const TestFolder folder;
        put_study_into(folder);
        const ProgramRun ended = ended_by(signal, folder);
        CAPTURE(signal, ended.err);
        CHECK(ended.exit_code == exit_code);
        CHECK(ended.out.empty());
        CHECK(ended.err.find("The same command goes on from there: headroom study study.json -o study.h5") !=
              ended.err.npos);
        CHECK(folder.names() == Names{"study.h5.parts", "study.json"});
        const ProgramRun last = run_program(folder.path(), live_it);
        CHECK(last.exit_code == 0);
        CHECK(last.err.find("finished by an earlier run") != last.err.npos);
        CHECK(content_of(folder / "study.h5") == whole);
        CHECK(folder.names() == Names{"study.h5", "study.json"});
    }
}
