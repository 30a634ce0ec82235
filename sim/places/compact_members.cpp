#include "sim/places/compact_members.hpp"

#include <algorithm>
#include <boost/archive/iterators/base64_from_binary.hpp>
#include <boost/archive/iterators/binary_from_base64.hpp>
#include <boost/archive/iterators/transform_width.hpp>
#include <cmath>
#include <cstdio>
#include <cstdlib>

#include "sim/engine/whole_part.hpp"

namespace headroom {

namespace {

constexpr double steps = 255;
constexpr std::size_t letters_in_a_group = 4, bytes_in_a_group = 3;

double in_six_digits(double value) {
    char text[40];
    std::snprintf(text, sizeof text, "%.6g", value);
    return std::strtod(text, nullptr);
}

std::string in_base64(std::string bytes) {
    using namespace boost::archive::iterators;
    using Letters = base64_from_binary<transform_width<std::string::const_iterator, 6, 8>>;
    const std::size_t missing = (bytes_in_a_group - bytes.size() % bytes_in_a_group) % bytes_in_a_group;
    bytes.append(missing, '\0');
    std::string letters(Letters(bytes.cbegin()), Letters(bytes.cend()));
    std::fill(letters.end() - static_cast<std::ptrdiff_t>(missing), letters.end(), '=');
    return letters;
}

bool is_base64(std::string_view letters) {
    return std::ranges::all_of(letters, [](char letter) {
        const char low = static_cast<char>(letter | 0x20);
        return (low >= 'a' && low <= 'z') || (letter >= '0' && letter <= '9') || letter == '+' ||
               letter == '/';
    });
}

// Nothing where the letters are none of base64.
std::string from_base64(std::string letters) {
    using namespace boost::archive::iterators;
    using Bytes = transform_width<binary_from_base64<std::string::const_iterator>, 8, 6>;
    const std::size_t told = std::min(letters.find_last_not_of('=') + 1, letters.size());
    const std::size_t missing = letters.size() - told;
    const bool is_whole = letters.size() % letters_in_a_group == 0 && missing < bytes_in_a_group;
    if (!is_whole || !is_base64(std::string_view(letters).substr(0, told))) return {};
    std::fill(letters.begin() + static_cast<std::ptrdiff_t>(told), letters.end(), 'A');
    std::string bytes(Bytes(letters.cbegin()), Bytes(letters.cend()));
    bytes.resize(bytes.size() - missing);
    return bytes;
}

}  // namespace

CompactMembers compact_members(const std::vector<std::vector<double>>& values,
                               const std::vector<double>& least, const std::vector<double>& greatest) {
    CompactMembers compact;
    for (std::size_t i = 0; i < least.size(); ++i) {
        double low = greatest[i], high = least[i];
        for (const std::vector<double>& member : values) {
            low = std::min(low, member[i]);
            high = std::max(high, member[i]);
        }
        compact.low.push_back(std::clamp(in_six_digits(low), least[i], greatest[i]));
        compact.high.push_back(std::clamp(in_six_digits(high), least[i], greatest[i]));
    }
    std::string bytes;
    for (const std::vector<double>& member : values) {
        for (std::size_t i = 0; i < member.size(); ++i) {
            const double wide = compact.high[i] - compact.low[i];
            const double step = wide > 0 ? steps * (member[i] - compact.low[i]) / wide : 0;
            const auto whole = whole_part<unsigned char>(std::clamp(step, 0.0, steps) + 0.5);
            bytes += static_cast<char>(whole);
        }
    }
    compact.steps = in_base64(std::move(bytes));
    return compact;
}

std::vector<std::vector<double>> values_of(const CompactMembers& compact) {
    const std::string bytes = from_base64(compact.steps);
    const std::size_t settings = compact.low.size();
    if (settings == 0 || compact.high.size() != settings || bytes.size() % settings != 0) return {};
    std::vector<std::vector<double>> values(bytes.size() / settings);
    for (std::size_t byte = 0; byte < bytes.size(); ++byte) {
        const std::size_t i = byte % settings;
        const double step = static_cast<unsigned char>(bytes[byte]);
        const double value = compact.low[i] + (compact.high[i] - compact.low[i]) * step / steps;
        values[byte / settings].push_back(std::min(value, compact.high[i]));
    }
    return values;
}

}  // namespace headroom
