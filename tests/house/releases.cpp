// What a release says of itself: one version everywhere, and what changed, sorted.
#include <algorithm>
#include <array>

#include "tests/catch.hpp"
#include "tests/house/tree.hpp"

namespace headroom::house {
namespace {

constexpr std::array<std::string_view, 4> sections = {"Results change", "Added", "Changed", "Fixed"};

std::string text_of(const Tree& tree, std::string_view path) {
    const auto found = std::ranges::find(tree, path, &TreeFile::path);
    return found == tree.end() ? "" : found->text;
}

// What stands between two texts, the first time both do: "0.1.0".
std::string between(const std::string& text, const std::string& before, const std::string& after) {
    const std::size_t start = text.find(before);
    if (start == text.npos) return "";
    const std::size_t from = start + before.size();
    const std::size_t end = text.find(after, from);
    return end == text.npos ? "" : text.substr(from, end - from);
}

Breaches version_breaches(const Tree& tree) {
    const std::string version = between(text_of(tree, "CMakeLists.txt"), "project(headroom VERSION ", " ");
    const std::string cited = between(text_of(tree, "CITATION.cff"), "\nversion: ", "\n");
    const std::string newest = between(text_of(tree, "CHANGELOG.md"), "\n## ", ",");
    Breaches breaches;
    if (version.empty()) breaches.push_back("CMakeLists.txt has no version");
    if (cited != version) breaches.push_back("CITATION.cff says \"" + cited + "\", not " + version);
    if (newest != version) breaches.push_back("CHANGELOG.md opens with \"" + newest + "\", not " + version);
    return breaches;
}

// A release has its sections in their order, each once; what changed is a list below one of them.
Breaches changelog_breaches(const std::string& text) {
    Breaches breaches;
    bool in_release = false;
    std::size_t next = 0;
    for (const std::string& line : lines_of(text)) {
        if (line.starts_with("## ")) {
            in_release = true;
            next = 0;
        }
        if (line.starts_with("### ")) {
            const auto found = std::ranges::find(sections, std::string_view(line).substr(4));
            const auto place = static_cast<std::size_t>(found - sections.begin());
            if (place >= sections.size() || place < next) breaches.push_back("out of order: " + line);
            next = place + 1;
        }
        if (in_release && line.starts_with("- ") && next == 0) breaches.push_back("in no section: " + line);
        const bool is_known =
            line.empty() || line.starts_with("#") || line.starts_with("- ") || line.starts_with("  ");
        if (in_release && !is_known) breaches.push_back("no point of a list: " + line);
    }
    return breaches;
}

TEST_CASE("build, citation and changelog are of one version") {
    CHECK(version_breaches(this_repository()) == Breaches{});
}

TEST_CASE("a citation or changelog of another version is found, and a build without one") {
    Tree tree{{"CHANGELOG.md", "# What\n\n## 0.2.0, unreleased\n"},
              {"CITATION.cff", "title: x\nversion: 0.2.0\nlicense: MIT\n"},
              {"CMakeLists.txt", "project(headroom VERSION 0.2.0 LANGUAGES CXX)\n"}};
    CHECK(version_breaches(tree).empty());
    tree[1].text = "title: x\nversion: 0.1.0\n";
    CHECK(version_breaches(tree).size() == 1);
    tree[0].text = "# What\n";
    CHECK(version_breaches(tree).size() == 2);
    CHECK(version_breaches({}).size() == 1);
}

TEST_CASE("the changelog keeps its sections: results, added, changed, fixed") {
    CHECK(changelog_breaches(text_of(this_repository(), "CHANGELOG.md")) == Breaches{});
}

TEST_CASE("an entry outside the sections, and a section out of order or of another name, are found") {
    const std::string head = "# What\n\nWords.\n\n## 0.2.0\n\n";
    CHECK(changelog_breaches(head + "### Added\n\n- One.\n  More.\n\n### Fixed\n\n- Two.\n").empty());
    CHECK(changelog_breaches(head + "- One.\n").size() == 1);
    CHECK(changelog_breaches(head + "A paragraph.\n").size() == 1);
    CHECK(changelog_breaches(head + "### Fixed\n\nA paragraph.\n").size() == 1);
    CHECK(changelog_breaches(head + "### Fixed\n\n### Added\n").size() == 1);
    CHECK(changelog_breaches(head + "### Added\n\n### Added\n").size() == 1);
    CHECK(changelog_breaches(head + "### Mended\n").size() == 1);
    CHECK(changelog_breaches(head + "### Added\n\n## 0.1.0\n\n### Added\n").empty());
}

}  // namespace
}  // namespace headroom::house
