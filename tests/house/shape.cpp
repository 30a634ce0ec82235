// How files and folders look: short enough to hold one idea, none of them empty, each with its test.
#include "tests/catch.hpp"
#include "tests/house/tree.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace headroom::house {
namespace {

// At 300 lines ask what second idea moved in; at more than this many one certainly has.
constexpr std::size_t most_lines = 400;
// A folder's README says what the folder is in the story; more belongs beside the code.
constexpr std::size_t most_readme_lines = 12;

constexpr std::array<std::string_view, 9> written_by_hand = {".cpp", ".hpp", ".inc", ".py",   ".sh",
                                                             ".ts",  ".mjs", ".R",   ".cmake"};
constexpr std::array<std::string_view, 4> readmes_kept_short = {"sim/", "analysis/", "apps/", "tests/"};
constexpr std::array<std::string_view, 6> folders_of_the_story = {"sim",   "analysis",   "apps",
                                                                  "tests", "benchmarks", "scenarios"};

bool is_written_by_hand(std::string_view path) {
    const std::string_view name = path.substr(path.rfind('/') + 1);
    return name == "headroom" || name == "run" || name == "CMakeLists.txt" ||
           std::ranges::any_of(written_by_hand, [&](std::string_view end) { return path.ends_with(end); });
}

bool is_folder_readme(std::string_view path) {
    return path.ends_with("/README.md") && std::ranges::any_of(readmes_kept_short, [&](std::string_view top) {
               return path.starts_with(top);
           });
}

Breaches length_breaches(const Tree& tree) {
    Breaches breaches;
    for (const TreeFile& file : tree) {
        const std::size_t lines = lines_of(file.text).size();
        if (is_written_by_hand(file.path) && lines > most_lines) {
            breaches.push_back(file.path + " has " + std::to_string(lines) + " lines");
        }
        if (is_folder_readme(file.path) && lines > most_readme_lines) {
            breaches.push_back(file.path + " has " + std::to_string(lines) +
                               " lines; a folder needs few words");
        }
    }
    return breaches;
}

Breaches tab_breaches(const Tree& tree) {
    Breaches breaches;
    for (const TreeFile& file : tree) {
        if (!is_written_by_hand(file.path)) continue;
        const std::vector<std::string> lines = lines_of(file.text);
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const std::size_t first = lines[i].find_first_not_of(" \t");
            if (lines[i].substr(0, first).find('\t') != std::string::npos) {
                breaches.push_back(place(file, i) + "indented with a tab");
            }
        }
    }
    return breaches;
}

bool holds_files(const Tree& tree, const std::string& folder) {
    return std::ranges::any_of(tree,
                               [&](const TreeFile& file) { return file.path.starts_with(folder + "/"); });
}

Breaches empty_folder_breaches(const std::vector<std::string>& folders, const Tree& tree) {
    Breaches breaches;
    for (const std::string& folder : folders) {
        const std::string top = folder.substr(0, folder.find('/'));
        const bool is_ruled = std::ranges::find(folders_of_the_story, top) != folders_of_the_story.end();
        if (is_ruled && !holds_files(tree, folder)) breaches.push_back(folder + " is empty");
    }
    return breaches;
}

// tests/ mirrors sim/, analysis/ and apps/: the tests of sim/engine stand in tests/engine.
Breaches untested_folder_breaches(const Tree& tree) {
    Breaches breaches;
    for (const TreeFile& file : tree) {
        const bool is_of_the_program = is_source(file.path);
        if (!is_of_the_program || !is_cpp(file.path)) continue;
        const std::string folder = folder_of(file.path);
        const std::string complaint = folder + " has no tests in tests" + folder.substr(folder.find('/'));
        const bool is_said = !breaches.empty() && breaches.back() == complaint;
        if (!is_said && !holds_files(tree, "tests" + folder.substr(folder.find('/')))) {
            breaches.push_back(complaint);
        }
    }
    return breaches;
}

// The type that a line of code defines for everybody, or nothing: "Place" for "enum class Place : int {".
std::string type_defined_on(std::string_view line) {
    for (const std::string_view start : {"struct ", "class ", "enum class "}) {
        if (!line.starts_with(start) || !line.ends_with('{')) continue;
        const std::string_view rest = line.substr(start.size());
        return std::string(rest.substr(0, rest.find_first_of(" :{")));
    }
    return "";
}

// Two files of one name in two folders are mistaken for one another.
Breaches same_file_name_breaches(const Tree& tree) {
    Breaches breaches;
    std::map<std::string, std::string> folder_with;
    for (const TreeFile& file : tree) {
        if (!is_source(file.path) || !is_cpp(file.path)) continue;
        const std::size_t start = file.path.rfind('/') + 1;
        const std::string name = file.path.substr(start, file.path.rfind('.') - start);
        const std::string folder = file.path.substr(0, start);
        const std::string& other = folder_with.try_emplace(name, folder).first->second;
        if (other != folder) breaches.push_back(file.path + " has a namesake in " + other);
    }
    return breaches;
}

// Two types of one name are one type to the linker, which then takes either one's functions for both.
Breaches same_name_breaches(const Tree& tree) {
    Breaches breaches;
    std::map<std::string, std::string> defined_in;
    for (const TreeFile& file : tree) {
        const bool is_of_the_program = is_source(file.path);
        if (!is_of_the_program || !file.path.ends_with(".hpp")) continue;
        for (const std::string& line : lines_of(code_of(file.text))) {
            const std::string type = type_defined_on(line);
            if (type.empty() || defined_in.try_emplace(type, file.path).second) continue;
            breaches.push_back(type + " is defined in " + defined_in[type] + " and in " + file.path);
        }
    }
    return breaches;
}

TEST_CASE("no two files of different folders have one name") {
    CHECK(same_file_name_breaches(this_repository()) == Breaches{});
    CHECK(same_file_name_breaches({{"sim/text/shape.hpp", ""}, {"sim/text/shape.cpp", ""}}).empty());
    CHECK(same_file_name_breaches({{"analysis/charts/shape.hpp", ""}, {"sim/text/shape.cpp", ""}}) ==
          Breaches{"sim/text/shape.cpp has a namesake in analysis/charts/"});
}

TEST_CASE("no file is longer than one idea, and no README of a folder longer than a glance") {
    CHECK(length_breaches(this_repository()) == Breaches{});
}

TEST_CASE("a file of 401 lines and a folder's README of 13 are found") {
    const std::string many(401, '\n');
    CHECK(length_breaches({{"sim/engine/event.hpp", many}}).size() == 1);
    CHECK(length_breaches({{"headroom", many}}).size() == 1);
    CHECK(length_breaches({{"sim/engine/event.hpp", many.substr(1)}}).empty());
    CHECK(length_breaches({{"sim/engine/README.md", many.substr(0, 13)}}).size() == 1);
    CHECK(length_breaches({{"scenarios/README.md", many}}).empty());
}

TEST_CASE("nothing is indented with tabs") {
    CHECK(tab_breaches(this_repository()) == Breaches{});
}

TEST_CASE("a tab before the first word of a line is found") {
    CHECK(tab_breaches({{"sim/engine/event.hpp", "int a;\n  \tint b;\n"}}).size() == 1);
    CHECK(tab_breaches({{"sim/engine/event.hpp", "int a;\t// why\n"}}).empty());
}

TEST_CASE("no folder of the story is empty, and every folder of source has tests at the same path") {
    CHECK(empty_folder_breaches(read_folders(HEADROOM_SOURCE_DIR), this_repository()) == Breaches{});
    CHECK(untested_folder_breaches(this_repository()) == Breaches{});
}

TEST_CASE("an empty folder and a folder of source without tests are found") {
    const Tree tree = {
        {"sim/engine/event.hpp", ""}, {"sim/families/stage.hpp", ""}, {"tests/engine/event.cpp", ""}};
    CHECK(empty_folder_breaches({"sim", "sim/engine", "sim/policy", "tests"}, tree) ==
          Breaches{"sim/policy is empty"});
    CHECK(untested_folder_breaches(tree) == Breaches{"sim/families has no tests in tests/families"});
}

TEST_CASE("the name of a type stands for one thing in the whole program") {
    CHECK(same_name_breaches(this_repository()) == Breaches{});
}

TEST_CASE("two headers that define a type of the same name are found") {
    const Tree tree = {{"sim/families/family.hpp", "enum class Place : int {\n    held };\n"},
                       {"analysis/charts/svg.hpp", "struct Place;\nstruct Place {\n    int x;\n};\n"}};
    CHECK(same_name_breaches(tree) ==
          Breaches{"Place is defined in sim/families/family.hpp and in analysis/charts/svg.hpp"});
    CHECK(same_name_breaches({tree[0]}).empty());
    CHECK(same_name_breaches({tree[1]}).empty());
}

}  // namespace
}  // namespace headroom::house
