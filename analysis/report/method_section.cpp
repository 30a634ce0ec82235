#include <algorithm>
#include <charconv>
#include <optional>

#include "analysis/charts/svg.hpp"
#include "analysis/report/html.hpp"
#include "analysis/report/sections.hpp"
#include "analysis/words/authority_words.hpp"
#include "analysis/words/number_words.hpp"
#include "sim/settings/setting.hpp"

namespace headroom {

namespace {

// One item of the checklist.
struct Item {
    std::string heading;  // opens a part; mostly empty
    std::string subject;
    std::string text;
};

std::string whole(double number) {
    return number_words(number, 0);
}

std::string alternatives_words(const StudyResults& results) {
    std::string text;
    for (const std::string& name : lettered_names(results)) text += (text.empty() ? "" : "; ") + name;
    return text;
}

std::vector<Item> objectives(const StudyResults& results, const Comparison& comparison) {
    return {{"1. Objectives", "1.1 Purpose",
             "What a caseload limit and a staffing policy do to children\u2019s unmet need, to the workforce "
             "and to cost. "
             "Here: " +
                 results.question},
            {"", "1.2 Outputs",
             "Need unmet in hours of every 100 planned, of children waiting for a worker, of children whose "
             "worker is "
             "stretched and of children turned away, and their sum: planned hours not delivered when due "
             "over planned "
             "hours, summed over the run. With it " +
                 whole(static_cast<double>(comparison.rows.size())) + " headline measures of " +
                 whole(measure_count) +
                 " in the results file, each with unit and definition there and in the tables."},
            {"", "1.3 Aims of the experiment",
             "To compare " + whole(results.points()) + (results.points() == 1 ? " policy: " : " policies: ") +
                 alternatives_words(results) + ". The first is what the others are compared with."}};
}

std::vector<Item> logic() {
    return {
        {"2. Logic", "2.1 Overview",
         "Referral \u2192 screening \u2192 assessment (with section 47 enquiries and conferences) \u2192 "
         "brief help, "
         "in-need plan, protection plan or care \u2192 closure, and for some return. At every instant each "
         "family "
         "is in exactly one place: the front door, a waiting list, duty, a manager\u2019s list, or a "
         "worker."},
        {"", "2.2 Base logic",
         "A plan sets dated tasks (visits, reviews, records, enquiries, court work). Workers have finite "
         "hours "
         "after leave, sickness, supervision and protected time; what they cannot do in time is late. "
         "Nothing sets "
         "lateness directly. Hours due over hours there are make strain, which may make workers ill or "
         "leave."},
        {"", "2.3 Logic of the alternatives",
         "Each alternative changes policy only; the families, illnesses and resignations it meets are the "
         "same. The question as asked, below, holds what each changes."},
        {"", "2.4 Algorithms",
         "Allocation picks a suitable worker with room by the allocation policy; a limit sends the overflow "
         "where "
         "the question says. Workers take the most urgent task by kind and due day."},
        {"", "2.5 Components",
         "Entities: families (1 to 6 children with a hidden severity). Activities: tasks by kind, in hours. "
         "Resources: "
         "workers by role, full-time equivalent and experience, posts, teams, managers. Queues: waiting "
         "lists by team, "
         "tasks by worker. Entry: referrals and returns; exit: closure."}};
}

std::string evidence_words() {
    std::vector<int> counts(4);
    for (const SettingRow& row : setting_rows()) ++counts[static_cast<std::size_t>(row.evidence)];
    std::string text;
    for (const Evidence evidence :
         {Evidence::read, Evidence::derived, Evidence::recalled, Evidence::assumption})
        text += (text.empty() ? "" : ", ") + whole(counts[static_cast<std::size_t>(evidence)]) + " " +
                std::string(word_of(evidence));
    return text;
}

std::vector<Item> data_items(const StudyResults& results) {
    return {{"3. Data", "3.1 Sources",
             "Published statistics of the Department for Education (children in need, looked-after children, "
             "children\u2019s "
             "social work workforce), Ofsted and the Office for National Statistics, and research; each "
             "setting bears its source."},
            {"", "3.2 Preparation",
             "Start from the published position of " + authority_described(results.authority) +
                 ". Figures that were missing fell back to the region or England; each is listed under "
                 "\u201cWhat was assumed\u201d."},
            {"", "3.3 Input parameters",
             whole(static_cast<double>(setting_rows().size())) + " settings with unit, range and source: " +
                 evidence_words() + ". All values of this run stand under \u201cEvery setting\u201d."},
            {"", "3.4 Assumptions",
             "Listed under \u201cWhat was assumed\u201d and \u201cWhat this cannot tell\u201d."}};
}

std::vector<Item> experimentation(const StudyResults& results) {
    const int failed = static_cast<int>(results.failures.size());
    return {{"4. Experimentation", "4.1 Initialisation",
             "From today\u2019s position: open cases, staff, vacancies and agency as published, then a "
             "settling period "
             "in which queues and diaries form and nothing is counted. A terminating simulation: it answers "
             "for these months, not "
             "for a steady state."},
            {"", "4.2 Run length",
             length_words(results.months, results.start) +
                 ". Families who still wait at the end are counted with the days they have waited."},
            {"", "4.3 Estimation",
             whole(results.replications) + (results.replications == 1 ? " future" : " futures") +
                 " of each alternative on common random numbers. Means over futures with the middle 80 % by "
                 "order "
                 "statistics; paired differences from the first alternative with 95 % Student intervals; "
                 "verdicts against "
                 "the smallest differences that matter. " +
                 (failed == 0 ? "No future failed." : whole(failed) + " futures failed and are left out.")}};
}

std::vector<Item> implementation(const StudyResults& results) {
    return {
        {"5. Implementation", "5.1 Software",
         "Headroom " + results.headroom_version + ", commit " + results.git_commit +
             ": C++20, with Boost.Random, oneTBB, HDF5 and libdeflate. Made by: " + results.created_by},
        {"", "5.2 Random sampling",
         "Philox4x32-10, a counter-based generator (Salmon et al., 2011), keyed by seed " +
             std::to_string(results.seed) +
             ", future, entity, purpose and ordinal, so that alternatives share their chance."},
        {"", "5.3 Execution",
         "Events in order of working minute, kind and number; the same bits on any number of threads and any "
         "processor."},
        {"", "5.4 System", "Any 64-bit Linux; results do not depend on it, so the machine is not recorded."}};
}

std::vector<Item> access_items() {
    return {{"6. Code access", "6.1 Sharing",
             "The source is under the MIT licence. This page, the results file with every future, the "
             "question and "
             "the version above are all that is needed to run it again."}};
}

// The number after `"key":` in the resolved settings, if it is there.
std::optional<double> value_in(const std::string& scenario, std::string_view key) {
    const std::string quoted = "\"" + std::string(key) + "\":";
    std::size_t at = scenario.find(quoted);
    if (at == scenario.npos) return {};
    at = scenario.find_first_not_of(" \n", at + quoted.size());
    double value = 0;
    if (at == scenario.npos ||
        std::from_chars(scenario.data() + at, scenario.data() + scenario.size(), value).ec != std::errc{})
        return {};
    return value;
}

std::string short_number(double value) {
    std::string text = number_words(value, 4);
    while (text.ends_with('0')) text.pop_back();
    if (text.ends_with('.')) text.pop_back();
    return text;
}

// Settings that this run used and that are not the shipped ones.
std::string changed_settings(const StudyResults& results) {
    HtmlTable table("Settings that differ from the shipped defaults", {"Setting", "here", "default", "unit"});
    int changed = 0;
    for (const SettingRow& row : setting_rows()) {
        const std::optional<double> value = value_in(results.scenario_text, row.key);
        if (!value || *value == row.normal) continue;
        table.add_row(
            {std::string(row.key), short_number(*value), short_number(row.normal), std::string(row.unit)});
        ++changed;
    }
    if (changed == 0)
        return html_paragraph("Every setting outside the alternatives stood at its shipped default.");
    const std::string differ = changed == 1 ? " setting differs" : " settings differ";
    return html_details(std::to_string(changed) + differ + " from the shipped defaults", table.closed());
}

}  // namespace

std::string method_section(const StudyResults& results, const Comparison& comparison) {
    std::vector<Item> items = objectives(results, comparison);
    for (const std::vector<Item>& more :
         {logic(), data_items(results), experimentation(results), implementation(results), access_items()})
        items.insert(items.end(), more.begin(), more.end());
    std::string text = html_note(
        "In the order of STRESS-DES: Monks, Currie, Onggo, Robinson, Kunc and Taylor, Strengthening the "
        "reporting of "
        "empirical simulation studies, Journal of Simulation 13 (2019), 55-67.");
    for (const Item& item : items) {
        if (!item.heading.empty()) text += html_heading(item.heading);
        text += html_paragraph(item.subject, item.text);
    }
    return html_section("How it was made", text + changed_settings(results));
}

}  // namespace headroom
