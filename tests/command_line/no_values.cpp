// A measure may have no value: nothing was filled, nobody waited. Nothing is then made of it, by any command.
#include "sim/measures/measure.hpp"
#include "tests/catch.hpp"
#include "tests/command_line/program.hpp"
#include "tests/says.hpp"

using namespace headroom;

namespace {

constexpr const char* study = R"({"authority": "teaching team", "months": 1, "settling_months": 0,
    "levers": {"caseload_limit.children": {"values": [15, 18]}},
    "factors": {"work_scale": {"from": 0.6, "to": 0.8}, "weeks_to_hire": {"from": 10, "to": 30}},
    "design": {"kind": "latin_hypercube", "points": 6}, "replications": 2})";

// Those that can be without one: a ratio of nothing, a quantile of nothing.
bool may_have_none(const MeasureRow& row) {
    return row.kind == MeasureKind::ratio || row.kind == MeasureKind::whole;
}

void check_sense(const ProgramRun& run) {
    CAPTURE(run.out, run.err);
    CHECK((run.exit_code == 0 || run.exit_code == 2));
    CHECK(run.out.empty() == (run.exit_code == 2));
    for (const char* nonsense :
         {"nan", " inf", "of 0 worlds", "Over 0 worlds", "inside of 0", "Over 1 worlds"})
        CHECK_FALSE(says(run.out + run.err, nonsense));
}

}  // namespace

TEST_CASE("of a measure that has no value in a study, no command says more than that") {
    const TestFolder folder;
    write_content(folder / "st.json", study);
    REQUIRE(run_program(folder.path(), {"study", "st.json", "--quiet"}).exit_code == 0);
    int without_value = 0;
    for (const MeasureRow& row : measure_rows()) {
        if (!may_have_none(row)) continue;
        const std::string measure(row.name);
        CAPTURE(measure);
        const ProgramRun moved = run_program(folder.path(), {"sensitivity", "st.h5", "--measure", measure});
        check_sense(moved);
        const ProgramRun fails =
            run_program(folder.path(), {"discover", "st.h5", "--fails", measure + " > 1"});
        check_sense(fails);
        check_sense(run_program(folder.path(), {"frontier", "st.h5", "--measures", measure}));
        const bool has_none = says(moved.out, "in none of 6 worlds");
        CHECK(has_none == says(fails.out, "in none of the 6 worlds"));
        without_value += has_none;
    }
    CHECK(without_value > 0);
}
