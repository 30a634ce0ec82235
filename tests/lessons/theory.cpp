#include "tests/catch.hpp"
#include "tests/lessons/lesson_files.hpp"

using namespace headroom;

TEST_CASE("what the two queue lessons expect is what theory says of a queue with one worker") {
    constexpr double working_days_a_year = 253;
    int checked = 0;
    for (const char* number : {"01", "02"}) {
        const LessonFile& file = lesson_file(number);
        for (const Alternative& alternative : file.question.alternatives) {
            const Settings& settings = alternative.settings;
            const double days_of_work = settings.hours_per_visit_brief_help / 7.4;
            const double busy = settings.referrals_per_year / working_days_a_year * days_of_work;
            for (const Expectation& expected : file.lesson().expectations) {
                const bool is_level = expected.measure == Measure::children_open && expected.less.empty();
                if (!is_level || expected.alternative != alternative.name) continue;
                CAPTURE(expected.claim);
                const double theory = busy / (1 - busy);
                CHECK(expected.from <= theory);
                CHECK(expected.to >= theory);
                CHECK(expected.to - expected.from < theory);
                ++checked;
            }
        }
    }
    CHECK(checked == 6);
}
