// What is named can be found: every document, down to its heading, and every source of a setting.
#include "tests/catch.hpp"
#include "tests/house/tree.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace headroom::house {
namespace {

bool is_small_letter_or_digit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

// The text on one line, without the marks of comments that go on.
std::string unwrapped(std::string_view text) {
    std::string line;
    for (std::string part : lines_of(text)) {
        const std::size_t start = part.find_first_not_of(' ');
        part.erase(0, start == part.npos ? part.size() : start);
        if (part.starts_with("// ")) part.erase(0, 3);
        line += (line.empty() ? "" : " ") + part;
    }
    return line;
}

const TreeFile* find_file(const Tree& tree, std::string_view path) {
    const auto found = std::ranges::find(tree, path, &TreeFile::path);
    return found == tree.end() ? nullptr : &*found;
}

// The headings of a document as they are written: "1. Referrals", "Leaving".
std::vector<std::string> headings_of(std::string_view text) {
    std::vector<std::string> headings;
    for (const std::string& line : lines_of(text)) {
        const std::size_t start = line.find_first_not_of('#');
        if (start != 0 && start != line.npos && line[start] == ' ')
            headings.push_back(line.substr(start + 1));
    }
    return headings;
}

// "Referrals" for "1. Referrals": what prose calls a heading, since numbers move.
std::string_view without_number(std::string_view heading) {
    const std::size_t digits = std::min(heading.find_first_not_of("0123456789"), heading.size());
    return digits > 0 && heading.substr(digits).starts_with(". ") ? heading.substr(digits + 2) : heading;
}

// "1-referrals" for "1. Referrals", as links write it.
std::string anchor_of(std::string_view heading) {
    std::string anchor;
    for (const char c : heading) {
        const char small = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        if (c == ' ') anchor += '-';
        if (is_small_letter_or_digit(small) || c == '-') anchor += small;
    }
    return anchor;
}

constexpr std::string_view ends_a_name = ".,;:)\"";

// Whether the text begins with the whole name of a heading.
bool begins_with_heading(std::string_view text, const std::vector<std::string>& headings) {
    return std::ranges::any_of(headings, [&](std::string_view heading) {
        heading = without_number(heading);
        if (!text.starts_with(heading)) return false;
        return text.size() == heading.size() || ends_a_name.find(text[heading.size()]) != ends_a_name.npos;
    });
}

bool names_a_heading(std::string_view after) {
    return after.size() > 2 && after.starts_with(", ") && after[2] >= 'A' && after[2] <= 'Z';
}

// The path that starts at `start` and ends in ".md", or "" when none does.
std::string_view document_at(std::string_view text, std::size_t start) {
    std::size_t end = start;
    while (end < text.size() && (is_small_letter_or_digit(text[end]) || text[end] == '-' || text[end] == '/'))
        ++end;
    if (!text.substr(end).starts_with(".md")) return {};
    return text.substr(start, end + 3 - start);
}

// "docs/responses.md" and "docs/evidence.md, Leaving" in running text.
Breaches mention_breaches(const Tree& tree, const TreeFile& file) {
    Breaches breaches;
    const std::string text = unwrapped(file.text);
    for (std::size_t at = text.find("docs/"); at != text.npos; at = text.find("docs/", at + 1)) {
        const std::string_view name = document_at(text, at);
        if (name.empty()) continue;
        const TreeFile* const named = find_file(tree, name);
        const std::string_view after = std::string_view(text).substr(at + name.size());
        if (named == nullptr) {
            breaches.push_back(file.path + " names " + std::string(name) + ", which does not exist");
        } else if (names_a_heading(after) &&
                   !begins_with_heading(after.substr(2), headings_of(named->text))) {
            breaches.push_back(file.path + ": " + std::string(name) + " has no heading \"" +
                               std::string(after.substr(2, 40)) + "\"");
        }
    }
    return breaches;
}

std::string path_of_link(const TreeFile& file, std::string_view target) {
    const std::string_view path = target.substr(0, target.find('#'));
    if (path.empty()) return file.path;
    const std::size_t folder = file.path.rfind('/');
    return (folder == std::string::npos ? "" : file.path.substr(0, folder + 1)) + std::string(path);
}

bool leads_somewhere(const Tree& tree, const TreeFile& file, std::string_view target) {
    const TreeFile* const named = find_file(tree, path_of_link(file, target));
    if (named == nullptr) return false;
    const std::size_t mark = target.find('#');
    if (mark == target.npos) return true;
    return std::ranges::any_of(headings_of(named->text), [&](std::string_view heading) {
        return anchor_of(heading) == target.substr(mark + 1);
    });
}

// "[responses](responses.md)" and "[above](#leaving)" as links of a document.
Breaches link_breaches(const Tree& tree, const TreeFile& file) {
    Breaches breaches;
    for (std::size_t at = file.text.find("]("); at != file.text.npos; at = file.text.find("](", at + 1)) {
        const std::string target = file.text.substr(at + 2, file.text.find(')', at) - at - 2);
        const bool is_document = target.ends_with(".md") || target.find('#') != target.npos;
        if (!is_document || target.find("://") != target.npos) continue;
        if (!leads_somewhere(tree, file, target)) {
            breaches.push_back(file.path + ": the link " + target + " leads nowhere");
        }
    }
    return breaches;
}

bool is_guide(std::string_view path) {
    return path == "README.md" || path == "CONTRIBUTING.md" || path == "scenarios/README.md" ||
           (path.starts_with("docs/") && path.ends_with(".md"));
}

Breaches document_breaches(const Tree& tree) {
    Breaches breaches;
    const auto add = [&](const Breaches& more) { breaches.insert(breaches.end(), more.begin(), more.end()); };
    for (const TreeFile& file : tree) {
        if (is_guide(file.path) || is_cpp(file.path)) add(mention_breaches(tree, file));
        if (is_guide(file.path)) add(link_breaches(tree, file));
    }
    return breaches;
}

// What only makes sense beside another row, or in a document that nobody has.
constexpr std::array<std::string_view, 4> leading_nowhere = {"\"as above", "\"as below", "evidence section",
                                                             "evidence, section"};

// `headroom explain` prints a row by itself.
Breaches source_breaches(const Tree& tree) {
    Breaches breaches;
    for (const TreeFile& file : tree) {
        if (!file.path.starts_with("sim/settings/") || !file.path.ends_with(".inc")) continue;
        for (const std::string_view words : leading_nowhere) {
            if (file.text.find(words) != std::string::npos)
                breaches.push_back(file.path + " says " + std::string(words));
        }
        for (std::size_t at = file.text.find(".md"); at != file.text.npos;
             at = file.text.find(".md", at + 1)) {
            const std::size_t start = file.text.find_last_of(" \"(", at) + 1;
            const std::string name = file.text.substr(start, at + 3 - start);
            if (find_file(tree, name) == nullptr) breaches.push_back(file.path + " names " + name);
        }
    }
    return breaches;
}

const std::string a_guide = "# Evidence\n\n## 1. Who leaves\n\n### By age\n";

Breaches breaches_beside_guide(const std::string& path, const std::string& text) {
    return document_breaches({{"docs/evidence.md", a_guide}, {path, text}});
}

TEST_CASE("every document that is named is there, and has the heading that is named") {
    CHECK(document_breaches(this_repository()) == Breaches{});
}

TEST_CASE("a document or heading that nobody would find is found out") {
    const std::string row = "ROW(\"fitted (docs/";
    CHECK(breaches_beside_guide("sim/settings/work.inc", row + "evidence.md, By age)\")").empty());
    CHECK(breaches_beside_guide("sim/settings/work.inc", row + "evidence.md, Who leaves): more\")").empty());
    CHECK(breaches_beside_guide("sim/settings/work.inc", row + "evidence.md)\")").empty());
    CHECK(breaches_beside_guide("sim/settings/work.inc", row + "evidence.md, By pay)\")").size() == 1);
    CHECK(breaches_beside_guide("sim/settings/work.inc", row + "evidence.md, By age and pay)\")").size() ==
          1);
    CHECK(breaches_beside_guide("sim/settings/work.inc", row + "gone.md)\")").size() == 1);
    CHECK(
        breaches_beside_guide("sim/a.hpp", "// (docs/" + std::string("evidence.md, By\n// age).\n")).empty());
    CHECK(breaches_beside_guide("README.md", "See [it](docs/evidence.md#1-who-leaves).").empty());
    CHECK(breaches_beside_guide("README.md", "See [it](docs/evidence.md#who-left).").size() == 1);
    CHECK(breaches_beside_guide("docs/studies.md", "See [it](evidence.md) and [that](#gone).").size() == 1);
}

TEST_CASE("the source of every setting makes sense when it is read alone") {
    CHECK(source_breaches(this_repository()) == Breaches{});
}

TEST_CASE("a source that needs another row, or a document nobody has, is found out") {
    const auto breaches_of = [](const std::string& source) {
        return source_breaches({{"sim/settings/work.inc", "ROW(key, \"" + source + "\", \"Hours.\")"}})
            .size();
    };
    CHECK(breaches_of("as above") == 1);
    CHECK(breaches_of("evidence section 8; more") == 1);
    CHECK(breaches_of("model.md section 5") == 1);
    CHECK(breaches_of("starts as above 18") == 0);
}

}  // namespace
}  // namespace headroom::house
