#include "sim/places/own_figures.hpp"

#include <algorithm>
#include <optional>
#include <set>

#include "sim/places/figure_bounds.hpp"
#include "sim/places/own_clashes.hpp"
#include "sim/places/own_rows.hpp"
#include "sim/places/position.hpp"
#include "sim/text/spoken_number.hpp"

namespace headroom {

namespace {

constexpr int of_a_file = 0;  // the year of a figure that nobody published

const PublishedFigures& all_published() {
    static const PublishedFigures published = PublishedFigures::built_in();
    return published;
}

bool is_any_place(const PublishedPlace& place) {
    return place.code == any_place("").code;
}

// "a, b and c".
std::string listed_in_words(const std::vector<std::string>& names) {
    std::string text;
    for (std::size_t i = 0; i < names.size(); ++i)
        text += (i == 0 ? "" : i + 1 == names.size() ? " and " : ", ") + names[i];
    return text;
}

constexpr double counting = 1.03;  // how far a part may be above its whole without being a slip

// Whether these figures say what a setting of the position is.
bool give(const KnownValues& figures, const SettingRow& row) {
    const auto is_known = [&](Figure figure) { return value_of(figures, figure).has_value(); };
    if (const auto origin = origin_of(row))
        return is_known(origin->part) && (!origin->whole || is_known(*origin->whole));
    return is_known(Figure::assessments) && is_known(Figure::assessment_days_lower_quartile) &&
           is_known(Figure::assessment_days_median) && is_known(Figure::assessment_days_upper_quartile);
}

// From the rows of a file to what they say of a place together.
class Reader {
public:
    Reader(const std::string& file, const PublishedPlace& place, const OwnRows& rows)
        : file_(file), place_(place), rows_(rows.rows) {
        own_.faults = rows.faults;
        tell_thousands(rows.read_as_thousands);
    }

    OwnFigures read() {
        take_rows();
        find_impossible();
        find_contradictions();
        if (own_.faults.empty()) find_clashes();
        own_.settings = settings_of_file();
        if (is_any_place(place_)) fill_in_typical();
        tell_what_they_are();
        return std::move(own_);
    }

private:
    double children() const {
        const auto own = value_of(own_.figures, Figure::children_0_17);
        const auto published = place_.figures[static_cast<std::size_t>(Figure::children_0_17)];
        return own ? *own : published ? published->value : Settings().children_0_to_17;
    }

    void take_rows() {
        for (const OwnRow& row : rows_) {
            if (row.setting != nullptr) {
                own_.lines.emplace(row.setting->key, row.line);
                if (!row.figure) own_.held.push_back(row.setting);
            }
            const bool is_share = row.setting != nullptr && row.figure && origin_of(*row.setting)->whole;
            if (row.figure && !is_share) value_of(own_.figures, *row.figure) = row.value;
        }
        given_ = own_.figures;
        remember(add_what_follows(own_.figures));
        for (const OwnRow& row : rows_) take_share(row);
        remember(add_what_follows(own_.figures));
    }

    void remember(const std::vector<Following>& added) {
        follows_.insert(follows_.end(), added.begin(), added.end());
    }

    // A setting that is the share of one published figure in another says how many they are.
    void take_share(const OwnRow& row) {
        const auto origin = row.setting != nullptr ? origin_of(*row.setting) : std::nullopt;
        if (!origin || !origin->whole) return;
        const PlaceFigures completed = with_own_figures(place_, own_);
        value_of(own_.figures, origin->part) = row.value / 100 * completed[*origin->whole].value;
    }

    const OwnRow* row_of(Figure figure) const {
        const auto found =
            std::find_if(rows_.begin(), rows_.end(), [&](const OwnRow& row) { return row.figure == figure; });
        return found == rows_.end() ? nullptr : &*found;
    }

    void report(const OwnRow& row, std::string found, std::string expected, std::string advice) {
        own_.faults.push_back({file_, row.line, row.column, in_quotes(row.key), std::move(found),
                               std::move(expected), std::move(advice)});
    }

    std::string cure() const {
        const std::string limit = "The limit is three times the most of any authority, for " +
                                  spoken(children()) + " children. Check this figure";
        const bool says_so = value_of(given_, Figure::children_0_17).has_value();
        return limit + (says_so ? " and children_0_17." : ", or give children_0_17 too.");
    }

    void find_impossible() {
        for (const OwnRow& row : rows_) {
            const auto origin = row.setting != nullptr ? origin_of(*row.setting) : std::nullopt;
            const bool is_share = origin && origin->whole;
            if (row.figure &&
                must_be_fraction(row.value, *row.figure, is_share ? origin->whole : std::nullopt))
                report(row, number_text(row.value), "a percentage, not a fraction",
                       "Did you mean " + number_text(100 * row.value) + "?");
        }
        for (const OwnRow& row : rows_) {
            const bool is_share = row.setting != nullptr && row.figure && origin_of(*row.setting)->whole;
            if (!row.figure || is_share) continue;
            const Shape shape = shape_of(*row.figure, children());
            if (allows(shape, row.value)) continue;
            const bool depends_on_size = shape.high < shape_of(*row.figure, 2 * children()).high;
            report(row, number_text(row.value), expectation(shape),
                   row.value > shape.high && depends_on_size ? cure() : "");
        }
        for (const Following& third : follows_) find_impossible_third(third);
        find_impossible_shares();
    }

    // What follows from two figures must be possible too.
    void find_impossible_third(const Following& third) {
        const Shape shape = shape_of(third.figure, children());
        const double value = *value_of(own_.figures, third.figure);
        const OwnRow* const one = row_of(third.one);
        const OwnRow* const row = one != nullptr ? one : row_of(third.other);
        if (row == nullptr || (value >= shape.low && value <= counting * shape.high)) return;
        const Figure other = row == one ? third.other : third.one;
        report(*row,
               spoken(row->value) + " beside " + std::string(name_of(other)) + " " +
                   spoken(*value_of(own_.figures, other)) + ", which makes " +
                   std::string(name_of(third.figure)) + " " + spoken(value),
               "such that this is " + expectation(shape), "Check both.");
    }

    // A share that no setting can take would be brought to the end of its range and fitted to quietly.
    void find_impossible_shares() {
        for (const SettingRow* setting : position_rows()) {
            const auto origin = origin_of(*setting);
            if (!origin || !origin->whole || own_.lines.contains(setting->key)) continue;
            const OwnRow* const part = row_of(origin->part);
            const OwnRow* const row = part != nullptr ? part : row_of(*origin->whole);
            if (row == nullptr || !value_of(own_.figures, origin->part) ||
                !value_of(own_.figures, *origin->whole))
                continue;
            const double whole = *value_of(own_.figures, *origin->whole);
            const double share = whole > 0 ? 100 * *value_of(own_.figures, origin->part) / whole : 0;
            if (share <= counting * setting->high) continue;
            const Figure other = part != nullptr ? *origin->whole : origin->part;
            report(
                *row,
                spoken(row->value) + " beside " + std::string(name_of(other)) + " " +
                    spoken(*value_of(own_.figures, other)),
                "at most " + spoken(setting->high) + " for every 100 " + std::string(name_of(*origin->whole)),
                "Check both.");
        }
    }

    // The row that gives a figure, or that it follows from.
    const OwnRow* row_behind(Figure figure) const {
        if (const OwnRow* const row = row_of(figure)) return row;
        const auto third = std::ranges::find(follows_, figure, &Following::figure);
        if (third == follows_.end()) return nullptr;
        const OwnRow* const one = row_of(third->one);
        return one != nullptr ? one : row_of(third->other);
    }

    std::string of_the_place(const PlaceFigures& completed, Figure figure) const {
        const FigureValue& value = completed[figure];
        const std::string number = std::string(name_of(figure)) + " " + spoken(value.value);
        if (value.from != FigureValue::From::own) return number + " (of places like it)";
        return number +
               (value.year == of_a_file ? "" : " (published for " + std::to_string(value.year) + ")");
    }

    // What is published must be possible beside what is given in the file.
    void find_clashes() {
        const PlaceFigures completed = with_own_figures(place_, own_);
        std::set<const OwnRow*> told;
        for (const Clash& clash : clashes_among(completed)) {
            const OwnRow* row = nullptr;
            std::vector<std::string> published, names;
            bool is_scaled = false;
            for (const Figure figure : clash.figures) {
                if (row == nullptr) row = row_behind(figure);
                if (value_of(own_.figures, figure)) continue;
                published.push_back(of_the_place(completed, figure));
                names.emplace_back(name_of(figure));
                is_scaled =
                    is_scaled || (completed[figure].from != FigureValue::From::own && figure != clash.whole);
            }
            if (row == nullptr || published.empty() || is_scaled || !told.insert(row).second) continue;
            report(*row, spoken(row->value) + " beside " + listed_in_words(published), clash.expected,
                   "Give " + listed_in_words(names) + " too, of the same year.");
        }
    }

    void find_contradictions() {
        for (const Contradiction& found : contradictions_among(given_)) {
            std::vector<int> lines;
            for (const Figure figure : found.figures)
                if (const OwnRow* row = row_of(figure)) lines.push_back(row->line);
            std::sort(lines.begin(), lines.end());
            std::vector<std::string> words;
            for (const int line : lines) words.push_back(std::to_string(line));
            own_.contradictions.push_back(file_ + ", lines " + listed_in_words(words) + ": " +
                                          found.sentence + ".");
        }
    }

    // Those of the file in their own words; those that figures give.
    Settings settings_of_file() {
        const PlaceFigures completed = with_own_figures(place_, own_);
        Settings settings = is_any_place(place_) ? Settings() : settings_from_figures(completed);
        const Settings by_figures = settings_from_figures(completed);
        for (const SettingRow* row : position_rows()) {
            if (!give(own_.figures, *row)) continue;
            settings.*row->value = by_figures.*row->value;
            const auto origin = origin_of(*row);
            const OwnRow* const given = origin ? row_of(origin->part) : row_of(Figure::assessments);
            if (given != nullptr) own_.lines.emplace(row->key, given->line);
        }
        for (const OwnRow& row : rows_)
            if (row.setting != nullptr) settings.*row.setting->value = row.value;
        return settings;
    }

    void fill_in_typical() {
        const Settings typical;
        const double scale = own_.settings.children_0_to_17 / typical.children_0_to_17;
        std::string absent;
        for (const SettingRow* row : position_rows()) {
            if (own_.lines.contains(row->key) || give(own_.figures, *row)) continue;
            if (is_count(*row))
                own_.settings.*row->value = std::clamp(typical.*row->value * scale, row->low, row->high);
            absent += (absent.empty() ? "" : ", ") + std::string(row->key);
        }
        if (absent.empty()) return;
        own_.caveats.push_back("Not in " + file_ + ": " + absent +
                               ". The typical authority's figures stand in, counts scaled to " +
                               number_text(own_.settings.children_0_to_17) + " children.");
    }

    void tell_thousands(const std::vector<std::string>& numbers) {
        if (numbers.empty()) return;
        own_.caveats.push_back(
            "Read as thousands in " + file_ + ": " + listed_in_words(numbers) +
            ". If a decimal is meant, write it with a point and four decimals, such as 3.2460.");
    }

    // Which rows are figures that the model is laid beside, and which are settings that stay as given.
    void tell_what_they_are() {
        std::vector<std::string> figures, settings;
        for (const OwnRow& row : rows_) (row.figure ? figures : settings).push_back(row.key);
        if (!figures.empty())
            own_.caveats.push_back("Published figures in " + file_ + ": " + listed_in_words(figures) + ".");
        if (!settings.empty())
            own_.caveats.push_back("Settings in " + file_ +
                                   ", which stay as given: " + listed_in_words(settings) + ".");
    }

    const std::string& file_;
    const PublishedPlace& place_;
    const std::vector<OwnRow>& rows_;
    KnownValues given_{};  // in the file, before anything follows from them
    std::vector<Following> follows_;
    OwnFigures own_;
};

}  // namespace

PublishedPlace any_place(const std::string& name) {
    PublishedPlace place;
    place.code = "own";
    place.name = name;
    return place;
}

PublishedPlace place_behind(const PublishedFigures& published, const std::string& code,
                            const std::string& name) {
    const auto found = std::ranges::find(published.authorities(), code, &PublishedPlace::code);
    return found == published.authorities().end() ? any_place(name) : *found;
}

OwnFigures read_own_figures(const std::string& file, std::string_view text, const PublishedPlace& place) {
    const OwnRows rows = read_own_rows(file, text);
    return Reader(file, place, rows).read();
}

PlaceFigures with_own_figures(const PublishedPlace& place, const OwnFigures& own) {
    PublishedPlace with_own = place;
    KnownValues together = own.figures;
    for (std::size_t i = 0; i < figure_count; ++i)
        if (!together[i] && place.figures[i]) together[i] = place.figures[i]->value;
    const KnownValues followed = as_own_figures_have_it(together, own.figures);
    for (std::size_t i = 0; i < figure_count; ++i)
        if (own.figures[i] || followed[i] != together[i])
            with_own.figures[i] = PublishedValue{*followed[i], of_a_file};
    std::optional<PublishedValue>& children =
        with_own.figures[static_cast<std::size_t>(Figure::children_0_17)];
    if (!children) children = PublishedValue{Settings().children_0_to_17, of_a_file};
    return all_published().completed(with_own);
}

Settings settings_to_start_from(const PlaceFigures& place, const OwnFigures& own) {
    Settings settings = settings_from_figures(place);
    for (const SettingRow* row : own.held) settings.*row->value = own.settings.*row->value;
    return settings;
}

}  // namespace headroom
