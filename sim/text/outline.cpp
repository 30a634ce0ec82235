#include "sim/text/outline.hpp"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <cstdlib>
#include <nlohmann/json.hpp>

#include "sim/text/small_words.hpp"

namespace headroom {

namespace {

// A bracket being read, with the keys it has shown so far.
struct Frame {
    char bracket;
    int line;
    std::size_t path_length;
    std::size_t place = 0;
    bool awaits_key;
    std::unordered_map<std::string, int> keys = {};
};

bool is_endless(const std::string& token) {
    const std::string word =
        in_small_letters(token.substr(std::min(token.find_first_not_of("+-"), token.size())));
    if (word == "nan" || word == "inf" || word == "infinity") return true;
    const bool is_number = !word.empty() && std::isdigit(static_cast<unsigned char>(word[0]));
    return is_number && word.find('x') == std::string::npos && std::isinf(std::strtod(word.c_str(), nullptr));
}

std::string unescaped(std::string_view raw) {
    if (raw.find('\\') == std::string_view::npos) return std::string(raw);
    const auto value = nlohmann::json::parse("\"" + std::string(raw) + "\"", nullptr, false);
    return value.is_string() ? value.get<std::string>() : std::string(raw);
}

// Walks the text once, remembering the way from the outermost bracket to where it stands.
class Walk {
public:
    explicit Walk(std::string_view text) : text_(text) { outline_.lines[""] = 1; }

    Outline finish() {
        while (at_ < text_.size() && !is_stopped()) step();
        for (const Frame& frame : frames_) outline_.open.push_back({frame.bracket, frame.line});
        return std::move(outline_);
    }

private:
    bool is_stopped() const { return outline_.too_deep_line > 0 || outline_.has_too_many; }

    void step() {
        const char c = text_[at_];
        const bool is_blank = c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '/';
        if (!is_blank) outline_.is_blank = false;
        switch (c) {
            case '\n': ++line_; [[fallthrough]];
            case ' ':
            case '\t':
            case '\r': ++at_; break;
            case '/': skip_comment(); break;
            case '"': string(); break;
            case '{':
            case '[': open(c); break;
            case '}':
            case ']': close(); break;
            case ',': next_place(); break;
            case ':':
                if (!frames_.empty()) frames_.back().awaits_key = false;
                ++at_;
                break;
            default: literal(); break;
        }
    }

    void skip_comment() {
        const char second = at_ + 1 < text_.size() ? text_[at_ + 1] : ' ';
        if (second != '/' && second != '*') {
            ++at_;
            return;
        }
        const std::size_t end = second == '/' ? text_.find('\n', at_) : text_.find("*/", at_ + 2);
        const std::size_t stop = end == std::string_view::npos ? text_.size() : end + (second == '*' ? 2 : 0);
        line_ += static_cast<int>(std::count(text_.begin() + at_, text_.begin() + stop, '\n'));
        at_ = stop;
    }

    void string() {
        const std::size_t begin = ++at_;
        while (at_ < text_.size() && text_[at_] != '"' && text_[at_] != '\n')
            at_ += text_[at_] == '\\' ? 2 : 1;
        at_ = std::min(at_, text_.size());
        const std::string_view raw = text_.substr(begin, at_ - begin);
        if (at_ < text_.size() && text_[at_] == '"') ++at_;
        if (!frames_.empty() && frames_.back().awaits_key) {
            key(unescaped(raw));
        } else {
            note_value();
        }
    }

    void key(const std::string& name) {
        Frame& frame = frames_.back();
        path_.resize(frame.path_length);
        path_ = step_into(path_, name);
        const auto [place, is_new] = frame.keys.try_emplace(name, line_);
        if (!is_new) outline_.repeated.push_back({path_, place->second, line_});
        note(path_);
    }

    // A list's values get their path here; a value in curly brackets had it from its key.
    void note_value() {
        if (frames_.empty() || frames_.back().bracket != '[') return;
        path_.resize(frames_.back().path_length);
        path_ = step_into(path_, frames_.back().place);
        note(path_);
    }

    void note(const ValuePath& path) {
        outline_.lines[path] = line_;
        outline_.has_too_many = outline_.lines.size() > most_values;
    }

    void open(char bracket) {
        note_value();
        if (static_cast<int>(frames_.size()) == most_depth) {
            outline_.too_deep_line = line_;
            return;
        }
        frames_.push_back(
            {.bracket = bracket, .line = line_, .path_length = path_.size(), .awaits_key = bracket == '{'});
        ++at_;
    }

    void close() {
        if (!frames_.empty()) {
            path_.resize(frames_.back().path_length);
            frames_.pop_back();
        }
        ++at_;
    }

    void next_place() {
        ++at_;
        if (frames_.empty()) return;
        Frame& frame = frames_.back();
        ++frame.place;
        frame.awaits_key = frame.bracket == '{';
        path_.resize(frame.path_length);
    }

    void literal() {
        note_value();
        const std::size_t end = std::min(text_.find_first_of(" \t\r\n,:{}[]\"/", at_), text_.size());
        const std::size_t stop = std::max(end, at_ + 1);
        if (is_endless(std::string(text_.substr(at_, stop - at_)))) {
            outline_.endless.push_back({path_, line_, at_, stop - at_});
        }
        at_ = stop;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    int line_ = 1;
    ValuePath path_;
    std::vector<Frame> frames_;
    Outline outline_;
};

bool is_place(std::string_view step) {
    return !step.empty() &&
           std::all_of(step.begin(), step.end(), [](unsigned char c) { return std::isdigit(c); });
}

}  // namespace

// Longer keys are none of ours; cut, so that no text can make its paths larger than itself many times over.
ValuePath step_into(const ValuePath& path, std::string_view key) {
    constexpr std::size_t longest_key = 80;
    return path + "/" + std::string(key.substr(0, longest_key));
}

ValuePath step_into(const ValuePath& path, std::size_t place) {
    return path + "/" + std::to_string(place);
}

std::string shown(const ValuePath& path) {
    std::string text;
    std::size_t at = 0;
    while (at < path.size()) {
        const std::size_t end = std::min(path.find('/', at + 1), path.size());
        const std::string step = path.substr(at + 1, end - at - 1);
        if (is_place(step) && step.size() < 9) {
            text += "[" + std::to_string(std::stoi(step) + 1) + "]";
        } else {
            text += (text.empty() ? "" : ".") + step;
        }
        at = end;
    }
    return text;
}

int Outline::line_of(ValuePath path) const {
    while (true) {
        const auto found = lines.find(path);
        if (found != lines.end()) return found->second;
        const std::size_t slash = path.rfind('/');
        if (slash == ValuePath::npos) return 0;
        path.resize(slash);
    }
}

Outline outline_of(std::string_view text) {
    return Walk(text).finish();
}

}  // namespace headroom
