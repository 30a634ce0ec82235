#include "sim/results/kind_of_results.hpp"

#include "sim/results/opened_results.hpp"
#include "sim/storage/surroundings_fault.hpp"

namespace headroom {

ResultsKind kind_of_results(const std::filesystem::path& file) {
    try {
        return with_results(file, [](hid_t opened) {
            if (!hdf5::read_text(opened, "design").empty()) return ResultsKind::study;
            return H5Lexists(opened, "log_time", H5P_DEFAULT) > 0 ? ResultsKind::log : ResultsKind::answer;
        });
    } catch (const SurroundingsFault&) {
        return ResultsKind::none;
    }
}

}  // namespace headroom
