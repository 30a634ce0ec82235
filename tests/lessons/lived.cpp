#include "tests/catch.hpp"
#include "tests/lessons/lesson_files.hpp"

using namespace headroom;

// Two months of one future: a checked build balances the books after every event.
TEST_CASE("every lesson is lived without breaking a promise of the model") {
    for (const LessonFile& file : lesson_files()) {
        CAPTURE(file.name);
        Scenario question = file.question;
        question.months = 2;
        question.settling_months = 3;
        question.replications = 1;
        const StudyResults results = answer_to(question);
        CHECK(results.series.size() == question.alternatives.size());
        for (const Series& series : results.series) CHECK(series.over_run(Measure::events) > 0);
    }
}
