// A short number that stands for many values: equal inputs have equal digests.
#pragma once

#include <bit>
#include <cstdint>
#include <string>
#include <string_view>

namespace headroom {

// FNV-1a, 64 bits (Fowler, Noll and Vo, as in RFC draft-eastlake-fnv): guards against mix-ups and torn files,
// not against malice.
class Digest {
public:
    void add(std::string_view bytes) {
        for (const char byte : bytes) value_ = (value_ ^ static_cast<unsigned char>(byte)) * 0x100000001b3u;
    }
    void add(std::uint64_t number) {
        for (int byte = 0; byte < 8; ++byte)
            value_ = (value_ ^ (number >> (8 * byte) & 0xff)) * 0x100000001b3u;
    }
    void add(double number) { add(std::bit_cast<std::uint64_t>(number)); }

    std::uint64_t value() const { return value_; }

private:
    std::uint64_t value_ = 0xcbf29ce484222325u;
};

// Sixteen digits.
inline std::string in_hexadecimal(std::uint64_t number) {
    std::string text;
    for (int shift = 60; shift >= 0; shift -= 4) text += "0123456789abcdef"[number >> shift & 15u];
    return text;
}

}  // namespace headroom
