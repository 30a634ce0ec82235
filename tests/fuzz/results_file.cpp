// Whatever bytes of a results file are changed, it is refused with a sentence or gives an answer and a
// report. The input is a list of edits to a good file (tests/results/edited_file.hpp), which reach deeper
// than bytes made up from nothing.
#include <cstddef>
#include <cstdint>

#include "analysis/report/report.hpp"
#include "analysis/words/answer.hpp"
#include "sim/engine/ensure.hpp"
#include "tests/results/edited_file.hpp"

using namespace headroom;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const BytesOnDisk file(edited(good_results_bytes(), {bytes, size}));
    try {
        const StudyResults results = read_results(file.path());
        ensure(!answer_text(results).empty() && !report_html(results).empty(), "an answer says nothing");
    } catch (const SurroundingsFault& fault) {
        ensure(!std::string(fault.what()).empty(), "a refusal says nothing");
    }
    return 0;
}
