#include "apps/command_line/study/study_measures.hpp"

#include <charconv>
#include <vector>

#include "analysis/report/row_names.hpp"
#include "analysis/statistics/whole_run.hpp"
#include "apps/command_line/question/unfinished.hpp"
#include "apps/command_line/terminal/messages.hpp"
#include "sim/storage/surroundings_fault.hpp"
#include "sim/text/fault.hpp"
#include "sim/text/nearest.hpp"

namespace headroom {

namespace {

Fault typed(const std::string& option, const std::string& words, const std::string& expected) {
    Fault fault;
    fault.file = "command line";
    fault.key = option;
    fault.found = in_quotes(words);
    fault.expected = expected;
    return fault;
}

std::vector<std::string> keys_of_measures() {
    std::vector<std::string> names;
    for (const MeasureRow& row : measure_rows()) {
        if (row.kind != MeasureKind::histogram) names.emplace_back(row.name);
    }
    return names;
}

const MeasureRow* measure_meant(const std::string& words) {
    if (const MeasureRow* const row = find_measure(words)) return row;
    const std::optional<NamedNumber> number = number_called(words);
    return number && number->out_of == Measure::count ? &row_of(number->measure) : nullptr;
}

std::string without_blanks_around(const std::string& words) {
    constexpr const char* blanks = " \t";
    const std::size_t first = words.find_first_not_of(blanks);
    return first == words.npos ? "" : words.substr(first, words.find_last_not_of(blanks) - first + 1);
}

// The only world that a comparison has.
void count_as_one_world(StudyResults& origin) {
    if (!origin.design.kind.empty()) return;
    origin.design.worlds = 1;
    origin.design.policy_names = origin.point_names;
}

StudyTable table_of_one(const std::filesystem::path& file, std::string_view measure, Trust trust) {
    StudyTable table = read_study_table(file, measure, trust);
    count_as_one_world(table.origin);
    return table;
}

}  // namespace

const MeasureRow& measure_asked(const std::string& typed_words, const std::string& option) {
    const std::string words = without_blanks_around(typed_words);
    const MeasureRow* const row = measure_meant(words);
    if (row != nullptr && row->kind != MeasureKind::histogram) return *row;
    Fault fault = typed(option, words,
                        row == nullptr ? "a measure (\"headroom explain\" lists them)"
                                       : "a measure with one value, which a histogram has not");
    if (row == nullptr) fault.nearest = did_you_mean(words, keys_of_measures());
    throw std::vector<Fault>{fault};
}

StudyTable table_of(const std::filesystem::path& file, const MeasureRow& measure, Over over, Trust trust) {
    refuse_what_is_not_finished(file, Expected::a_study);
    StudyTable table = table_of_one(file, measure.name, trust);
    if (over == Over::periods || table.periods == 1) return table;
    if (measure.kind != MeasureKind::ratio) return over_whole_run(table, measure);
    return ratio_over_whole_run(table_of_one(file, row_of(measure.numerator).name, trust),
                                table_of_one(file, row_of(measure.denominator).name, trust), measure);
}

int policy_asked(const StudyDesign& design, const std::string& wanted, const std::string& option) {
    if (wanted.empty()) return 0;
    for (int policy = 0; policy < design.policies(); ++policy) {
        if (edit_distance(design.policy_names[static_cast<std::size_t>(policy)], wanted) == 0) return policy;
    }
    int number = 0;
    const char* const end = wanted.data() + wanted.size();
    const auto read = std::from_chars(wanted.data(), end, number);
    if (read.ec == std::errc{} && read.ptr == end && number >= 1 && number <= design.policies())
        return number - 1;
    Fault fault =
        typed(option, wanted,
              "the name of a policy in the file or a number from 1 to " + std::to_string(design.policies()));
    fault.nearest = did_you_mean(wanted, design.policy_names);
    throw std::vector<Fault>{fault};
}

LookedAt looked_at_asked(const StudyDesign& design, const std::string& policy, const std::string& against) {
    LookedAt looked_at;
    looked_at.policy = policy_asked(design, policy, "--policy");
    if (against.empty()) return looked_at;
    looked_at.against = policy_asked(design, against, "--against");
    if (*looked_at.against == looked_at.policy)
        throw std::vector<Fault>{
            typed("--against", against, "another policy than the one that is compared with it (--policy)")};
    return looked_at;
}

}  // namespace headroom
