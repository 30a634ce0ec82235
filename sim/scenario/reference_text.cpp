#include "sim/scenario/reference_text.hpp"

#include <algorithm>

#include "sim/settings/evidence_range.hpp"
#include "sim/text/fault.hpp"
#include "sim/text/small_words.hpp"

namespace headroom {

namespace {

void append_row(std::string& text, std::string_view name, const std::string& value) {
    constexpr std::size_t width = 10;
    if (value.empty()) return;
    text += "  " + std::string(name) + std::string(width - name.size(), ' ') + value + "\n";
}

// Rows are written as parts of a sentence or as sentences; a page shows them all as sentences.
std::string as_sentence(std::string text) {
    text = with_capital(std::move(text));
    return text.ends_with('.') ? text : text + ".";
}

// A pipe would end a table's cell.
std::string in_cell(std::string_view text) {
    std::string cell;
    for (const char c : text) cell += c == '|' ? std::string("\\|") : std::string(1, c);
    return cell;
}

// What the evidence leaves open of a setting, "10 to 30 (recalled, not verified)"; "" where no range
// stands.
std::string left_open(const Entry& entry) {
    const EvidenceRange* const range = find_evidence_range(entry.key);
    if (range == nullptr) return "";
    return number_text(range->low) + " to " + number_text(range->high) + " (" + std::string(range->basis) +
           ")";
}

std::string basis_of(const Entry& entry) {
    const std::string open = left_open(entry);
    return entry.evidence + (entry.source.empty() ? "" : ": " + entry.source) +
           (open.empty() ? "" : "; left open: " + open);
}

void append_table(std::string& page, const EntryGroup& group) {
    const auto has = [&](auto part) {
        return std::any_of(group.entries.begin(), group.entries.end(),
                           [&](const Entry& entry) { return !(entry.*part).empty(); });
    };
    const bool has_range = has(&Entry::range);
    const bool has_basis = has(&Entry::evidence);
    page += std::string("| key | meaning | unit |") + (has_range ? " default | range |" : "") +
            (has_basis ? " basis of the default |" : "") + "\n";
    page += std::string("|---|---|---|") + (has_range ? "---|---|" : "") + (has_basis ? "---|" : "") + "\n";
    for (const Entry& entry : group.entries) {
        page += "| `" + entry.key + "` | " + in_cell(as_sentence(entry.meaning)) +
                (entry.is_required ? " Required." : "") + " | " + in_cell(entry.unit) + " |";
        if (has_range) page += " " + in_cell(entry.normal) + " | " + in_cell(entry.range) + " |";
        if (has_basis) page += " " + in_cell(basis_of(entry)) + " |";
        page += "\n";
    }
}

constexpr std::string_view page_head = R"(# Every key of a question, and every measure

Written by `headroom explain --markdown` from the rows that the program itself reads; a test fails when they differ.
A question is a JSON file (// comments are allowed); `questions/caseload-limit.json` is one to start from. `headroom
check FILE` says everything that is wrong with one, `headroom explain KEY` prints one entry of this page,
`headroom schema` gives editors the same as a JSON Schema.

How a question is read:

- An alternative starts from today's policy and moves the levers it names; a lever keeps what is not named. A caseload
  limit of the same kind keeps its other numbers, one of another kind starts from that kind's defaults.
- `from_month` in a policy, or in one lever of it, dates the change: in force from the start of that month of the run,
  counted from 0: 0 is today, 12 is after a year; so it is for shocks. Answers, charts and `explain --month` count months
  from 1: what begins with `from_month` 12 begins in their month 13. `policy` may be a list of policies in order of `from_month`; each starts from the one before.
- `start` may be any day. Months are calendar months: from 15 April the first month is 15 to 30 April, the second is May, and
  12 months end on 31 March. (Months from the 15th to the 14th would be none that an authority counts by.) `from_month` 0 is the
  start, 1 is 1 May. The sums and costs of such a first month are those of the part, as are an agency budget's year and the newly
  qualified of a September or February that has begun; in a mean over months it counts for as much of a month. Where no working
  day of its month is left, as from a Saturday the 31st, the first month is the one after.
- What is counted in whole things takes whole numbers only: posts, workers, managers, the cases of a limit, days between
  allocations. Full-time equivalents, averages, times and today's numbers of children may have a fraction.
- `"steps": { "posts.add": [0, 10, 20, 30] }` makes an alternative for each value; with several keys, for each combination. Keys
  are those of a policy with its lever before the dot, settings, and `referrals` (percent more than as now).
- The others are compared with the first alternative, or with the one that `compare_with` or `--against` names.
- `settings` of the question come over the authority's figures, `--set` over those, an alternative's own last.
- Yes or no is written `true` or `false`.
- An authority's own figures are a CSV file of `figure,value` lines: `"authority": { "figures": "ours.csv" }`. A line may give
  a published figure (listed at the end of this page) or a setting; the answer says which it was. What follows from two
  figures need not be given: vacancies and social workers in post make the vacancy rate. Figures of today's position that the
  file does not give are the typical authority's, counts scaled to the number of children. The model is fitted to the figures
  when they are first asked about. The fit is kept beside them (`ours.fit.json`), or in the user's cache where that folder cannot
  be written, and made again when the figures change. `"fitted": "unfitted"` or `--unfitted` leaves it out. `headroom calibrate
  --authority NAME --figures ours.csv` fits figures that replace only some of those published for an authority.
- Figures that cannot be (a negative, a percentage above 100, three times what any authority has, more than the published
  figure that they are a part of) are refused. Figures that contradict each other, such as a caseload that is not
  cases over case holders, are named at the top of the answer.
- CSV files are read as spreadsheets, R and pandas write them: commas, semicolons (with decimal commas) or tabs, quoted or
  not, in UTF-8. Rows without anything in them and lines that start with `#` do not count. A first row with the headings
  `setting` (or `figure`) and `value`, in any order and in capitals or not, may have further columns for notes, each with
  a heading of its own. Numbers may
  be written as 147954, "147,954", 12.5%, or "12,5" in quotes, yes or no as `TRUE`, `yes` or 1. In figures of one's own, 1,234 is
  read as thousands where it could be either, and the answer says so. Where a figure was suppressed (c, x, `:`, `..`,
  low, NA), leave its line out.
- "assumption" means that no published figure was found: the default is a judgement. Where an
  authority is fitted, futures differ over what the evidence leaves open, and the answer says what it rests on.
)";

}  // namespace

std::string explained(const Entry& entry) {
    std::string text =
        entry.key + "\n  " + as_sentence(entry.meaning) + (entry.is_required ? " Required." : "") + "\n";
    append_row(text, "unit", entry.unit);
    append_row(text, "default", entry.normal);
    append_row(text, "range", entry.range);
    append_row(text, "evidence", entry.evidence);
    append_row(text, "source", entry.source);
    append_row(text, "left open", left_open(entry));
    append_row(text, "write", entry.example);
    return text;
}

std::string reference_list() {
    std::string text;
    for (const EntryGroup& group : reference()) {
        text += (text.empty() ? "" : "\n") + group.title + "\n";
        std::size_t widest = 0;
        for (const Entry& entry : group.entries) widest = std::max(widest, entry.key.size());
        for (const Entry& entry : group.entries) {
            text += "  " + entry.key + std::string(widest + 2 - entry.key.size(), ' ') +
                    as_sentence(entry.meaning) + "\n";
        }
    }
    return text;
}

std::string reference_page() {
    std::string page(page_head);
    for (const EntryGroup& group : reference()) {
        page += "\n## " + group.title + "\n\n" + group.introduction + "\n\n";
        append_table(page, group);
    }
    return page;
}

}  // namespace headroom
