#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

namespace headroom {

// A first-in-first-out queue in a ring whose size is a power of two: people waiting in turn, or events that
// all have the same delay and so fall due in the order they were scheduled.
template <class Value>
class Ring {
public:
    Ring() : places_(16), last_place_(places_.size() - 1) {}
    Ring(const Ring&) = default;
    Ring(Ring&&) = default;
    Ring& operator=(Ring&&) = default;

    // Keeps the ring when it is large enough: branching a future from a settled state allocates nothing.
    Ring& operator=(const Ring& other) {
        if (this == &other) return *this;
        if (places_.size() < other.count_) resize(other.places_.size());
        for (std::size_t i = 0; i < other.count_; ++i) places_[i] = other[i];
        head_ = 0;
        count_ = other.count_;
        return *this;
    }

    bool empty() const { return count_ == 0; }
    std::size_t size() const { return count_; }
    const Value& operator[](std::size_t i) const { return places_[(head_ + i) & last_place_]; }
    const Value& front() const { return (*this)[0]; }
    const Value& back() const { return (*this)[count_ - 1]; }

    void push(const Value& value) {
        if (count_ > last_place_) [[unlikely]]
            grow(value);
        else
            places_[(head_ + count_++) & last_place_] = value;
    }

    void pop() {
        head_ = (head_ + 1) & last_place_;
        --count_;
    }

    void clear() { head_ = count_ = 0; }
    std::size_t bytes() const { return places_.capacity() * sizeof(Value); }

private:
    // The value by copy: it may live in the ring itself.
    [[gnu::cold, gnu::noinline]] void grow(Value value) {
        std::rotate(places_.begin(), places_.begin() + static_cast<std::ptrdiff_t>(head_), places_.end());
        head_ = 0;
        resize(places_.size() * 2);
        places_[count_++] = value;
    }

    void resize(std::size_t places) {
        places_.resize(places);
        last_place_ = places - 1;
    }

    std::vector<Value> places_;
    std::size_t last_place_;  // all bits set, so that it wraps a place by masking
    std::size_t head_ = 0;
    std::size_t count_ = 0;
};

}  // namespace headroom
