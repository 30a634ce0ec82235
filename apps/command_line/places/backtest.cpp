#include "apps/command_line/places/backtest.hpp"

#include <algorithm>
#include <iostream>
#include <memory>

#include "analysis/scoring/backtest_answer.hpp"
#include "analysis/scoring/backtest_picture.hpp"
#include "apps/command_line/terminal/call_files.hpp"
#include "apps/command_line/terminal/messages.hpp"
#include "apps/command_line/terminal/output_files.hpp"
#include "apps/command_line/terminal/side_by_side.hpp"
#include "build-generated/version.hpp"
#include "sim/places/authority_names.hpp"
#include "sim/storage/durable_file.hpp"
#include "sim/storage/output_lock.hpp"
#include "sim/storage/part_store.hpp"
#include "sim/storage/real_place.hpp"
#include "sim/study/parallel.hpp"
#include "sim/study/progress.hpp"
#include "sim/text/small_words.hpp"

namespace headroom {

namespace {

using std::filesystem::path;

[[noreturn]] void refuse_authority(const std::string& sentence) {
    throw std::vector<Fault>{
        {.file = "command line", .key = "--authority", .found = "not settled", .nearest = sentence}};
}

std::string code_called(const Backtest& test, const std::string& name, int march) {
    const NamedPlace named = find_place(test.today(), name);
    if (!named) refuse_authority(named.fault);
    if (*named.code == "typical" || *named.code == "teaching team")
        refuse_authority("A back-test needs an authority's own past figures: name an authority, or all.");
    if (!test.place(*named.code))
        refuse_authority(named.name +
                         " had not published its referrals, children in care, staff and caseload by March " +
                         std::to_string(march) + ". Name a later year with --fit-to.");
    return *named.code;
}

// Each once, in the order they were named.
std::vector<std::string> codes_wanted(const Backtest& test, const BacktestArguments& arguments) {
    if (arguments.authorities == std::vector<std::string>{"all"}) return test.codes();
    std::vector<std::string> codes;
    for (const std::string& name : arguments.authorities) {
        const std::string code = code_called(test, name, arguments.plan.march);
        if (std::ranges::find(codes, code) == codes.end()) codes.push_back(code);
    }
    return codes;
}

path table_for(const BacktestArguments& arguments, const Backtest& test,
               const std::vector<std::string>& codes) {
    if (!arguments.output.empty()) return arguments.output;
    if (codes.size() == 1) return in_a_file_name(test.place(codes[0])->figures.name()) + "-backtest.csv";
    return arguments.authorities.size() == 1 ? "all-backtest.csv" : "backtest.csv";
}

path picture_beside(path table) {
    return table.replace_extension(".svg");
}

// Everything that the rows of an authority depend on.
std::string inputs_line(const BacktestPlan& plan) {
    std::string line = "# headroom " + std::string(headroom_version()) + " " +
                       std::string(headroom_git_commit()) + ", seed " + std::to_string(plan.fit.seed) +
                       ", members " + std::to_string(plan.fit.members) + ", fit to " +
                       std::to_string(plan.march) + ", score";
    for (const int year : plan.years) line += " " + std::to_string(year);
    return line;
}

// The back-tests of authorities that are done, one file each.
class KeptAuthorities {
public:
    KeptAuthorities(path folder, std::string inputs)
        : folder_(std::move(folder)), inputs_(std::move(inputs)) {}

    // Empty where it is not kept, or of other inputs.
    std::vector<ForecastRow> rows_of(const std::string& code) const {
        const path file = folder_ / (code + ".csv");
        if (!std::filesystem::exists(file)) return {};
        const std::string text = read_whole(file);
        std::vector<ForecastRow> rows = rows_from(text);
        return text.starts_with(first_line(rows.size())) ? rows : std::vector<ForecastRow>{};
    }

    void keep(const std::string& code, const std::vector<ForecastRow>& rows) const {
        write_durably(folder_ / (code + ".csv"), first_line(rows.size()) + rows_text(rows));
    }

    void remove(const std::vector<std::string>& codes) const {
        for (const std::string& code : codes) std::filesystem::remove(folder_ / (code + ".csv"));
    }

    const path& folder() const { return folder_; }

private:
    std::string first_line(std::size_t rows) const {
        return inputs_ + ", rows " + std::to_string(rows) + "\n";
    }

    path folder_;
    std::string inputs_;
};

// The progress of all authorities together, counted in futures.
class BacktestProgress {
public:
    BacktestProgress(const BacktestArguments& arguments, std::size_t authorities, std::size_t kept)
        : members_(arguments.plan.fit.members), per_authority_(futures_of_backtest(arguments.plan.fit)) {
        done_ = static_cast<int>(kept) * per_authority_;
        std::ostream* const terminal = arguments.quiet ? nullptr : terminal_for_progress();
        if (terminal != nullptr)
            line_ = std::make_unique<ProgressLine>(*terminal, static_cast<int>(authorities) * per_authority_,
                                                   done_);
    }

    void rounds_done(int rounds) const {
        if (line_) line_->show(done_ + rounds * members_);
    }
    void authority_done() {
        done_ += per_authority_;
        rounds_done(0);
    }

private:
    int members_, per_authority_;
    int done_ = 0;
    std::unique_ptr<ProgressLine> line_;
};

std::vector<std::string> missing_of(const KeptAuthorities& kept, const std::vector<std::string>& codes) {
    std::vector<std::string> missing;
    for (const std::string& code : codes)
        if (kept.rows_of(code).empty()) missing.push_back(code);
    return missing;
}

// Tests and keeps whatever is not kept yet.
void test_missing(const Backtest& test, const KeptAuthorities& kept, const std::vector<std::string>& codes,
                  const BacktestArguments& arguments) {
    const std::vector<std::string> missing = missing_of(kept, codes);
    const int threads = arguments.threads > 0 ? arguments.threads : all_threads();
    BacktestProgress progress(arguments, codes.size(), codes.size() - missing.size());
    for (const std::string& code : missing) {
        const auto on_threads = [&](int count, const std::function<void(int)>& work) {
            side_by_side(threads, count, work);
        };
        kept.keep(code, test.rows(*test.place(code), on_threads,
                                  [&](int done, int) { progress.rounds_done(done); }));
        progress.authority_done();
    }
}

ExitCode say_interrupted(const KeptAuthorities& kept, const std::vector<std::string>& codes,
                         const std::string& command_line) {
    const std::size_t done = codes.size() - missing_of(kept, codes).size();
    if (done == 0)
        say("Interrupted: nothing is kept. To start again: " + command_line);
    else
        say("Interrupted: " + std::to_string(done) + " of " +
            counted(static_cast<long>(codes.size()), "authority is", "authorities are") +
            " done and kept in " + kept.folder().string() + ". To resume: " + command_line);
    return exit_interrupted;
}

void say_left_out(const Backtest& test, const BacktestArguments& arguments) {
    const std::vector<std::string> names = test.left_out();
    const bool is_told = !arguments.quiet && arguments.authorities == std::vector<std::string>{"all"};
    if (!is_told || names.empty()) return;
    std::string listed_names;
    for (const std::string& name : names) listed_names += (listed_names.empty() ? "" : "; ") + name;
    say("Left out, because they had not published enough by March " + std::to_string(arguments.plan.march) +
        ": " + listed_names + ".");
}

}  // namespace

ExitCode backtest(const BacktestArguments& arguments) {
    const Backtest test(arguments.plan);
    const std::vector<std::string> codes = codes_wanted(test, arguments);
    const path table = table_for(arguments, test, codes), picture = picture_beside(table);
    const std::string called = arguments.output.empty() ? "the scores" : "-o";
    ensure_safe_to_write(
        {{}, {{called, table, FileKind::scores}, {"the picture", picture, FileKind::picture}}});
    ensure_writable(table);
    ensure_writable(picture);
    say_left_out(test, arguments);
    const OutputLock lock(parts_folder(table));
    if (!lock.warning().empty()) say(lock.warning());
    const KeptAuthorities kept(parts_folder(table), inputs_line(arguments.plan));
    try {
        test_missing(test, kept, codes, arguments);
    } catch (const GivenUpOnTheWay&) {
        return say_interrupted(kept, codes, arguments.command_line);
    }
    std::vector<ForecastRow> rows;
    for (const std::string& code : codes)
        for (ForecastRow& row : kept.rows_of(code)) rows.push_back(std::move(row));
    write_durably(real_place(table), rows_text(rows));
    write_durably(real_place(picture), backtest_picture(figure_scores(rows), arguments.plan));
    kept.remove(codes);
    std::cout << backtest_answer(rows, arguments.plan, test.unpublished());
    if (!arguments.quiet)
        say("The scores are in " + table.string() + ", a picture of them in " + picture.string() + ".");
    return exit_done;
}

}  // namespace headroom
