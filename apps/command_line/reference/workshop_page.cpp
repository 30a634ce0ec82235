#include "apps/command_line/reference/workshop_page.hpp"

#include <fstream>
#include <iterator>
#include <vector>

#include "apps/command_line/reference/shipped_files.hpp"
#include "apps/command_line/terminal/call_files.hpp"
#include "apps/command_line/terminal/messages.hpp"
#include "apps/command_line/terminal/output_files.hpp"
#include "sim/storage/safe_file.hpp"

namespace headroom {

namespace {

using std::filesystem::path;

// Beside the program in its build folder, or in the share of where it is installed.
path built_page() {
    std::error_code unknown;
    const path folder = std::filesystem::read_symlink("/proc/self/exe", unknown).parent_path();
    for (const path& page : {folder / "page" / "headroom.html", shipped_folder() / "headroom.html"}) {
        if (std::filesystem::is_regular_file(page, unknown)) return page;
    }
    return {};
}

}  // namespace

ExitCode write_workshop_page(const path& output) {
    const path page = built_page();
    ensure_safe_to_write({{{"the page that was built", page}}, {{"-o", output, FileKind::page}}});
    if (page.empty()) {
        say("The page is not built yet. In a checkout of Headroom, ./headroom workshop installs what it "
            "needs and builds "
            "it; \"cmake --install\" then puts it beside the program.");
        return exit_surroundings_failed;
    }
    ensure_writable(output);
    std::ifstream file(page, std::ios::binary);
    const std::vector<char> bytes{std::istreambuf_iterator<char>(file), {}};
    if (!file || bytes.empty()) {
        say("The page in " + page.string() + " could not be read.");
        return exit_surroundings_failed;
    }
    write_safely(output, bytes, "the page");
    say("The page is in " + output.string() + " (" + number_text(static_cast<double>(bytes.size() / 1000)) +
        " kB). Open it with a double click, in Edge, Chrome or Firefox of 2023 or later; it needs no "
        "network, and may be "
        "copied or sent as it is.");
    return exit_done;
}

}  // namespace headroom
