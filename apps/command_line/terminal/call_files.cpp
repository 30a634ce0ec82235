#include "apps/command_line/terminal/call_files.hpp"

#include "apps/command_line/terminal/replaceable.hpp"
#include "apps/command_line/terminal/same_file.hpp"
#include "sim/storage/part_store.hpp"
#include "sim/storage/real_place.hpp"
#include "sim/text/fault.hpp"

namespace headroom {

namespace {

using std::filesystem::path;

// Where something is kept while an output is worked on: a file, or a folder with all that is in it.
struct WorkPlace {
    path place;
    std::string called;
};

std::vector<WorkPlace> work_places(const OutputFile& output) {
    path real = output.path;
    try {
        real = real_place(output.path);
    } catch (const std::filesystem::filesystem_error&) {
        // A link that leads in a circle: refused when it is tried whether it can be written.
    }
    const std::string called = "what is written for " + output.called + " at first";
    std::vector<WorkPlace> places{{real.string() + ".tmp", called}};
    const std::string kept = "where the work on " + output.called + " is kept";
    if (output.kind == FileKind::scores || output.kind == FileKind::answer || output.kind == FileKind::study)
        places.push_back({real.string() + ".parts", kept});
    return places;
}

[[noreturn]] void refuse(const OutputFile& output, const std::string& other, const path& other_path) {
    throw std::vector<Fault>{{.file = "command line",
                              .key = output.called,
                              .found = in_quotes(output.path.string()) + ", the same file as " + other +
                                       " (" + in_quotes(other_path.string()) + ")",
                              .expected = "another: one would replace the other",
                              .nearest = "Nothing was run."}};
}

// An option may be looked at twice, as it was typed and as the command understands it.
void ensure_apart_from(const OutputFile& output, const std::string& called, const path& other) {
    if (other.empty() || output.called == called) return;
    if (is_same_file(output.path, other)) refuse(output, called, other);
    for (const WorkPlace& work : work_places(output)) {
        if (is_in_folder(other, work.place)) refuse({called, other, output.kind}, work.called, work.place);
    }
}

}  // namespace

void ensure_apart(const CallFiles& files) {
    for (const OutputFile& output : files.outputs) {
        if (output.path.empty()) continue;
        for (const InputFile& input : files.inputs) ensure_apart_from(output, input.called, input.path);
        for (const OutputFile& other : files.outputs) ensure_apart_from(output, other.called, other.path);
    }
}

void ensure_safe_to_write(const CallFiles& files) {
    ensure_apart(files);
    std::vector<Fault> faults;
    for (const OutputFile& output : files.outputs) {
        const std::string reason = output.path.empty() ? "" : why_it_stays(output.path, output.kind);
        if (reason.empty()) continue;
        faults.push_back(
            {.file = "command line",
             .key = output.called,
             .found = in_quotes(output.path.string()) + ", which " + reason,
             .expected = "a new file, or " + words_for(output.kind) + " to be replaced",
             .nearest = "It stays as it is, and nothing was run: name another file, or take it away."});
    }
    if (!faults.empty()) throw faults;
}

std::string why_it_stays(const path& file, FileKind kind) {
    std::error_code failed;
    // What is no ordinary file is refused by a sentence of its own; an empty one, as mktemp makes it, holds
    // nothing.
    if (!std::filesystem::is_regular_file(file, failed)) return "";
    if (std::filesystem::file_size(file, failed) == 0 && !failed) return "";
    return is_of_kind(file, kind) ? "" : what_it_is(file, kind);
}

}  // namespace headroom
