#pragma once

#include <filesystem>
#include <span>

namespace headroom {

// A file on its way to the name a user gave: it grows beside it and takes the name when it is whole, as
// write_durably does; a link stays a link. `what` says in a sentence what it is: "results". Taken away when
// it is not finished.
class UnfinishedFile {
public:
    // Throws a SurroundingsFault, a sentence that starts with "Could not write `what`", where no file can
    // stand.
    UnfinishedFile(const std::filesystem::path& target, const char* what);
    ~UnfinishedFile();
    UnfinishedFile(const UnfinishedFile&) = delete;
    UnfinishedFile& operator=(const UnfinishedFile&) = delete;

    // Where to write it.
    const std::filesystem::path& path() const { return path_; }
    // Throws the same for what stopped the writing.
    [[noreturn]] void give_up(const std::filesystem::filesystem_error& fault) const;
    // To be called when it is safely on the disk. Throws the same.
    void finish();

private:
    std::filesystem::path target_;
    std::filesystem::path path_;
    const char* what_;
    bool is_finished_ = false;
};

// Puts the bytes under the name a user gave, all at once or not at all. Throws the same.
void write_safely(const std::filesystem::path& target, std::span<const char> bytes, const char* what);

}  // namespace headroom
