// Every file that one call of the program reads or writes, so that none of them replaces another.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace headroom {

// What is written, which decides what it may replace.
enum class FileKind {
    answer,
    log,
    study,
    report,
    page,
    event_table,
    table,
    pdf,
    script,
    fit,
    scores,
    picture
};

// A file that is read, by the word that its user knows it by: "QUESTION.json", "the figures in the question".
struct InputFile {
    std::string called;
    std::filesystem::path path;
};

// A file that is written, by the option that names it or in words where none does: "-o", "the report".
struct OutputFile {
    std::string called;
    std::filesystem::path path;
    FileKind kind;
};

// Those of one call. What is named by nothing has an empty path and is passed over.
struct CallFiles {
    std::vector<InputFile> inputs;
    std::vector<OutputFile> outputs;
};

// Throws a std::vector<Fault> that names both where an output is an input or another output of the same call,
// or lies where the work on one is kept meanwhile.
void ensure_apart(const CallFiles& files);

// The same, and where an output would replace anything but what Headroom wrote as the same kind of file. To
// be called before anything is run or written.
void ensure_safe_to_write(const CallFiles& files);

// Why a file that stands there must stay, completing "limit.h5 ...": "" where there is none, or one of that
// kind.
std::string why_it_stays(const std::filesystem::path& file, FileKind kind);

}  // namespace headroom
