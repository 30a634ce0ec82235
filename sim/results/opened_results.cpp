#include "sim/results/opened_results.hpp"

#include <algorithm>
#include <fstream>

#include "sim/results/layout.hpp"
#include "sim/results/trial.hpp"
#include "sim/storage/surroundings_fault.hpp"

namespace headroom {

using hdf5::check;
using hdf5::Handle;

void refuse(const std::filesystem::path& file, const std::string& reason) {
    throw SurroundingsFault("Could not read results from " + file.string() + ": " + reason);
}

namespace {

Handle open_for_reading(const std::filesystem::path& file) {
    std::error_code failed;
    if (!std::filesystem::exists(file, failed)) refuse(file, "there is no such file.");
    if (std::filesystem::is_directory(file, failed)) refuse(file, "it is a folder.");
    if (!std::filesystem::is_regular_file(file, failed)) refuse(file, "it is not an ordinary file.");
    std::ifstream beginning(file, std::ios::binary);
    char signature[8] = {};
    if (!beginning) refuse(file, "it may not be opened; check its permissions.");
    beginning.read(signature, sizeof signature);
    if (beginning.gcount() == 0) refuse(file, "it is empty.");
    constexpr char expected[8] = {'\x89', 'H', 'D', 'F', '\r', '\n', '\x1a', '\n'};
    if (!std::equal(signature, signature + 8, expected)) refuse(file, "it is not a results file (not HDF5).");
    const Handle access(H5Pcreate(H5P_FILE_ACCESS), H5Pclose, "prepare to read");
    check(H5Pset_file_locking(access, false, true), "read without a lock");
    const hid_t opened = H5Fopen(file.c_str(), H5F_ACC_RDONLY, access);
    if (opened < 0) refuse(file, "it is truncated or damaged; run the question again to make a new one.");
    return Handle(opened, H5Fclose, "open the file");
}

void refuse_other_formats(hid_t opened, const std::filesystem::path& file) {
    if (H5Aexists(opened, "format_version") <= 0 || H5Aexists(opened, "headroom_version") <= 0)
        refuse(file, "it is HDF5, but not a results file of Headroom.");
    const std::uint64_t version = hdf5::read_number(opened, "format_version");
    if (version == results_format_version) return;
    refuse(file, "its format version is " + std::to_string(version) + " (written by Headroom " +
                     hdf5::read_text(opened, "headroom_version") + "), and this Headroom reads version " +
                     std::to_string(results_format_version) +
                     ". Read it with that Headroom, or run it again.");
}

}  // namespace

// Ten seconds and two gigabytes are plenty for what a small file honestly holds; a large one may take longer,
// and deflate packs no more than 1,032 bytes into one (RFC 1951).
void ensure_harmless(const std::filesystem::path& file, const std::function<void()>& read) {
    std::error_code failed;
    const std::uintmax_t size = std::filesystem::file_size(file, failed);
    const std::uint64_t bytes = failed ? 0 : size;
    const Attempt trial =
        tried_apart(read, {static_cast<unsigned>(10 + bytes / 1'000'000), 2'000'000'000 + 2'200 * bytes});
    if (trial.end == Attempt::End::with_a_sentence) throw SurroundingsFault(trial.sentence);
    if (trial.end == Attempt::End::in_ruins)
        refuse(file,
               "it is damaged so that reading it breaks down. Run the question again to make a new one; if "
               "it came from someone else, do not trust it.");
}

Handle open_results(const std::filesystem::path& file) {
    Handle opened = open_for_reading(file);
    refuse_other_formats(opened, file);
    return opened;
}

}  // namespace headroom
