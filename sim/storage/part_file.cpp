#include "sim/storage/part_file.hpp"

#include <cstring>
#include <utility>

#include "sim/futures/digest.hpp"

namespace headroom {

namespace {

constexpr std::string_view first_line = "headroom part 3\n";
constexpr std::size_t head_bytes = first_line.size() + 2 * sizeof(std::uint64_t);

std::uint64_t checksum(std::uint64_t inputs, std::string_view content) {
    Digest digest;
    digest.add(inputs);
    digest.add(content);
    return digest.value();
}

template <class Number>
void append(std::string& bytes, Number number) {
    bytes.append(reinterpret_cast<const char*>(&number), sizeof number);
}

void append_replication(std::string& bytes, const Replication& replication) {
    append(bytes, replication.world);
    append(bytes, replication.number);
    append(bytes, static_cast<std::uint32_t>(replication.series.size()));
    for (std::size_t i = 0; i < replication.series.size(); ++i) {
        const Series& series = replication.series[i];
        const std::string& fault = replication.faults[i];
        append(bytes, static_cast<std::int32_t>(series.months()));
        append(bytes, static_cast<std::int32_t>(series.teams()));
        append(bytes, series.first_part());
        append(bytes, static_cast<std::uint32_t>(fault.size()));
        bytes.append(fault);
        bytes.append(reinterpret_cast<const char*>(series.values().data()), series.values().size_bytes());
    }
}

// Takes numbers and text off the front of the bytes, and remembers when there were not enough.
class Reader {
public:
    explicit Reader(std::string_view bytes) : rest_(bytes) {}

    bool failed() const { return failed_; }
    bool at_end() const { return rest_.empty(); }
    std::string_view take(std::size_t count) {
        if (count > rest_.size()) {
            failed_ = true;
            return {};
        }
        const std::string_view taken = rest_.substr(0, count);
        rest_.remove_prefix(count);
        return taken;
    }
    template <class Number>
    Number number() {
        Number value{};
        const std::string_view bytes = take(sizeof value);
        if (!failed_) std::memcpy(&value, bytes.data(), sizeof value);
        return value;
    }
    std::size_t left() const { return rest_.size(); }

private:
    std::string_view rest_;
    bool failed_ = false;
};

bool read_series(Reader& reader, Replication& replication) {
    const auto months = reader.number<std::int32_t>();
    const auto teams = reader.number<std::int32_t>();
    const auto first_part = reader.number<double>();
    const std::string_view fault = reader.take(reader.number<std::uint32_t>());
    // A future of a month and a team has at least a value, so a length beyond what is left is a damaged one.
    const auto most = static_cast<std::int64_t>(reader.left());
    if (reader.failed() || months < 0 || teams < 0 || months > most || teams > most ||
        std::int64_t{months} * teams > most) {
        return false;
    }
    Series series(months, teams);
    series.set_first_part(first_part);
    const std::string_view values = reader.take(series.values().size_bytes());
    if (reader.failed()) return false;
    std::memcpy(series.values().data(), values.data(), values.size());
    replication.series.push_back(std::move(series));
    replication.faults.emplace_back(fault);
    return true;
}

bool read_replication(Reader& reader, Replication& replication) {
    replication.world = reader.number<std::uint32_t>();
    replication.number = reader.number<std::uint32_t>();
    const auto alternatives = reader.number<std::uint32_t>();
    for (std::uint32_t i = 0; i < alternatives; ++i) {
        if (!read_series(reader, replication)) return false;
    }
    return !reader.failed() && alternatives > 0;
}

}  // namespace

std::string part_bytes(std::uint64_t inputs, std::span<const Replication* const> replications) {
    std::string content;
    for (const Replication* replication : replications) append_replication(content, *replication);
    std::string bytes(first_line);
    append(bytes, inputs);
    append(bytes, checksum(inputs, content));
    return bytes + content;
}

namespace {

// What stands behind the head of a part; nothing, with the state, where it is not to be used.
std::optional<std::string_view> content_of(std::uint64_t inputs, std::string_view bytes, PartState& state) {
    state = PartState::damaged;
    if (bytes.size() < head_bytes || bytes.substr(0, first_line.size()) != first_line) return std::nullopt;
    Reader reader(bytes.substr(first_line.size()));
    const auto its_inputs = reader.number<std::uint64_t>();
    const auto its_checksum = reader.number<std::uint64_t>();
    const std::string_view content = bytes.substr(head_bytes);
    if (its_checksum != checksum(its_inputs, content)) return std::nullopt;
    state = its_inputs == inputs ? PartState::good : PartState::of_other_inputs;
    return state == PartState::good ? std::optional(content) : std::nullopt;
}

bool has_fault(const Replication& replication) {
    for (const std::string& fault : replication.faults) {
        if (!fault.empty()) return true;
    }
    return false;
}

// Calls take(replication, its bytes' offset, their length) for each in a part; false where one is damaged.
template <class Take>
bool read_each(std::string_view bytes, std::string_view content, Take take) {
    Reader reader(content);
    while (!reader.at_end()) {
        const std::uint64_t offset = bytes.size() - reader.left();
        Replication replication;
        if (!read_replication(reader, replication)) return false;
        take(std::move(replication), offset, bytes.size() - reader.left() - offset);
    }
    return true;
}

}  // namespace

Part read_part(std::uint64_t inputs, std::string_view bytes) {
    Part part;
    const auto content = content_of(inputs, bytes, part.state);
    const auto keep = [&](Replication&& replication, std::uint64_t, std::uint64_t) {
        part.replications.push_back(std::move(replication));
    };
    return !content || read_each(bytes, *content, keep) ? std::move(part) : Part{};
}

PartIndex index_part(std::uint64_t inputs, std::string_view bytes) {
    PartIndex index;
    const auto content = content_of(inputs, bytes, index.state);
    const auto note = [&](const Replication& replication, std::uint64_t offset, std::uint64_t length) {
        index.entries.push_back(
            {replication.world, replication.number, offset, length, has_fault(replication)});
    };
    return !content || read_each(bytes, *content, note) ? std::move(index) : PartIndex{};
}

std::optional<Replication> read_entry(std::string_view bytes) {
    Reader reader(bytes);
    Replication replication;
    if (!read_replication(reader, replication) || !reader.at_end()) return std::nullopt;
    return replication;
}

}  // namespace headroom
