// Who may include whom: the model never asks the scenario, the analysis never runs the model, and every
// outside library has one door.
#include "tests/catch.hpp"
#include "tests/house/tree.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <sstream>

namespace headroom::house {
namespace {

// A folder of the story and the folders whose files it may include besides its own.
struct Order {
    std::string_view folder;
    std::string_view may_include;
};

// A name for several folders at once, as `order` writes it.
constexpr std::array groups = {
    Order{"model",
          "sim/engine sim/settings sim/measures sim/referrals sim/workforce sim/families sim/policy "
          "sim/authority"},
    Order{"asked", "model sim/text sim/places sim/scenario sim/futures"},
    Order{"numbers",
          "sim/engine sim/settings sim/measures sim/text sim/places sim/futures analysis/statistics"},
    Order{"shown", "numbers analysis/words analysis/charts"},
};

// Three tiers, each including only what stands above it: the model and its futures, what is made of results,
// and the programs.
constexpr std::array order = {
    Order{"sim/engine", ""},
    Order{"sim/settings", "sim/engine"},
    Order{"sim/measures", "sim/engine sim/settings"},
    Order{"sim/referrals", "sim/engine sim/settings"},
    Order{"sim/families", "sim/engine sim/settings sim/referrals"},
    // A worker's diary names the tasks of families, so families come first.
    Order{"sim/workforce", "sim/engine sim/settings sim/families"},
    Order{"sim/policy", "sim/engine sim/settings sim/measures sim/referrals sim/workforce sim/families"},
    Order{"sim/authority", "model"},
    Order{"sim/text", "sim/engine sim/settings"},
    Order{"sim/places", "model sim/text"},
    Order{"sim/scenario", "model sim/text sim/places"},
    Order{"sim/futures", "asked build-generated"},
    Order{"sim/fitting", "model sim/text sim/places"},
    Order{"sim/forecasting", "model sim/text sim/places sim/fitting"},
    Order{"sim/storage", "asked"},
    Order{"sim/study", "asked sim/storage"},
    Order{"sim/results", "asked sim/storage sim/study"},
    Order{"analysis/statistics", "numbers"},
    Order{"analysis/words", "numbers sim/scenario"},
    Order{"analysis/charts", "shown"},
    Order{"analysis/report", "shown build-generated"},
    Order{"analysis/explanation", "shown"},
    Order{"analysis/sensitivity", "shown"},
    Order{"analysis/discovery", "shown"},
    Order{"analysis/frontier", "shown"},
    Order{"analysis/scoring", "shown sim/fitting sim/forecasting"},
    Order{"analysis/sustain", "shown sim/scenario sim/study"},
    Order{"apps/page", "asked shown analysis/report build-generated"},
    Order{"apps/command_line",
          "asked shown sim/fitting sim/forecasting sim/storage sim/study sim/results analysis/report "
          "analysis/explanation analysis/sensitivity analysis/discovery analysis/frontier analysis/scoring "
          "analysis/sustain build-generated"},
};

// An outside library, known by how its headers start, and the folders that may name it.
struct Door {
    std::string_view headers;
    std::string_view folders;
};

constexpr std::array<Door, 11> doors = {{
    {"emmintrin.h", "sim/engine"},               // the processor's own words, beside a plain form
    {"boost/archive/iterators/", "sim/places"},  // base64
    {"boost/", "sim/engine"},
    {"Eigen/", "sim/fitting"},
    {"nlohmann/", "sim/text sim/places sim/scenario sim/fitting sim/forecasting"},
    {"tbb/", "sim/study"},
    {"oneapi/", "sim/study"},
    {"hdf5", "sim/results"},
    {"H5", "sim/results"},
    {"libdeflate", "sim/results"},
    {"CLI/", "apps/command_line"},
}};

// The operating system may be asked by those that speak to it: for signals, terminals and files.
constexpr std::array<std::string_view, 7> system_headers = {"unistd.h", "fcntl.h",   "signal.h", "poll.h",
                                                            "spawn.h",  "termios.h", "sys/"};
constexpr std::string_view system_folders = "sim/storage sim/study sim/results apps/command_line";

bool lists(std::string_view words, std::string_view word) {
    std::istringstream in{std::string(words)};
    for (std::string each; in >> each;) {
        const auto group = std::ranges::find(groups, each, &Order::folder);
        if (each == word || (group != groups.end() && lists(group->may_include, word))) return true;
    }
    return false;
}

// What an #include line names, with its opening mark: "<vector" or "\"sim/engine/event.hpp".
std::optional<std::string> included_by(std::string_view line) {
    line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
    if (!line.starts_with('#')) return std::nullopt;
    line.remove_prefix(std::min(line.find_first_not_of(" \t", 1), line.size()));
    if (!line.starts_with("include")) return std::nullopt;
    const std::size_t open = line.find_first_of("<\"");
    if (open == line.npos) return std::nullopt;
    return std::string(line.substr(open, line.find_first_of(">\"", open + 1) - open));
}

// Why `folder` may not include our own file `path`, or nothing.
std::string own_file_breach(std::string_view folder, std::string_view path) {
    const auto row = std::ranges::find(order, folder, &Order::folder);
    if (row == order.end()) return std::string(folder) + " is not in the order of folders";
    const bool is_generated = path.starts_with("build-generated/");
    const std::string theirs = is_generated ? "build-generated" : folder_of(path);
    if (theirs == folder || lists(row->may_include, theirs)) return "";
    return std::string(folder) + " may not include " + std::string(path);
}

// Why `folder` may not include the header `name` of somebody else, or nothing.
std::string outside_breach(std::string_view folder, std::string_view name) {
    for (const Door& door : doors) {
        if (!name.starts_with(door.headers)) continue;
        if (lists(door.folders, folder)) return "";
        return std::string(name) + " is behind the door in " + std::string(door.folders);
    }
    for (std::string_view header : system_headers) {
        if (name.starts_with(header)) {
            return lists(system_folders, folder) ? ""
                                                 : std::string(folder) + " may not ask the operating system";
        }
    }
    const bool is_standard =
        std::ranges::all_of(name, [](char c) { return std::isalnum(c) != 0 || c == '_'; });
    return is_standard ? "" : std::string(name) + " belongs to a library that has no door";
}

Breaches include_breaches(const Tree& tree) {
    Breaches breaches;
    for (const TreeFile& file : tree) {
        if (!is_source(file.path) || !is_cpp(file.path)) continue;
        const std::vector<std::string> lines = lines_of(file.text);
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const auto included = included_by(lines[i]);
            if (!included) continue;
            const std::string folder = folder_of(file.path);
            const std::string_view name = std::string_view(*included).substr(1);
            const std::string breach =
                included->front() == '<' ? outside_breach(folder, name) : own_file_breach(folder, name);
            if (!breach.empty()) breaches.push_back(place(file, i) + breach);
        }
    }
    return breaches;
}

// How many breaches one file with one line has.
std::size_t breaches_of(std::string path, std::string line) {
    return include_breaches({{std::move(path), "#pragma once\n" + std::move(line) + "\n"}}).size();
}

TEST_CASE("no folder includes one that comes after it in the story") {
    CHECK(include_breaches(this_repository()) == Breaches{});
}

TEST_CASE("an include against the order of the folders is found") {
    CHECK(breaches_of("sim/engine/event.hpp", "#include \"sim/measures/measure.hpp\"") == 1);
    CHECK(breaches_of("sim/authority/happen.cpp", "#include \"sim/scenario/scenario.hpp\"") == 1);
    CHECK(breaches_of("analysis/report/page.cpp", "#  include \"sim/authority/authority.hpp\"") == 1);
    CHECK(breaches_of("sim/study/study.cpp", "#include \"analysis/words/json.hpp\"") == 1);
    CHECK(breaches_of("analysis/words/json.cpp", "#include \"apps/page/simulator/told.hpp\"") == 1);
    CHECK(breaches_of("sim/authority/happen.cpp", "#include \"sim/policy/limits/hard.hpp\"") == 0);
    CHECK(breaches_of("sim/policy/policy.cpp", "#include \"sim/policy/limits/hard.hpp\"") == 0);
}

TEST_CASE(
    "an include that is not written from the root, and a folder without a place in the order, are found") {
    CHECK(breaches_of("sim/engine/event.cpp", "#include \"event.hpp\"") == 1);
    CHECK(breaches_of("sim/wishes/wish.cpp", "#include \"sim/engine/event.hpp\"") == 1);
}

TEST_CASE("an outside library that is used past its door is found") {
    CHECK(breaches_of("sim/families/stage.cpp", "#include <boost/random/poisson_distribution.hpp>") == 1);
    CHECK(breaches_of("apps/command_line/question/compare.cpp", "#include <nlohmann/json.hpp>") == 1);
    CHECK(breaches_of("sim/study/study.cpp", "#include <hdf5.h>") == 1);
    CHECK(breaches_of("sim/study/study.cpp", "#include <fmt/core.h>") == 1);
    CHECK(breaches_of("sim/scenario/reader.cpp", "#include <unistd.h>") == 1);
    CHECK(breaches_of("sim/scenario/reader.cpp", "#include <nlohmann/json.hpp>") == 0);
    CHECK(breaches_of("apps/command_line/terminal/interrupt.cpp", "#include <signal.h>") == 0);
    CHECK(breaches_of("sim/engine/event.cpp", "#include <string_view>") == 0);
}

}  // namespace
}  // namespace headroom::house
