// The door to HDF5: handles that close themselves, and the few calls that make a file netCDF-4 as well.
#pragma once

#include <hdf5.h>

#include <cstdint>
#include <span>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace headroom::hdf5 {

// HDF5 could not do what it was asked; caught where the file's name is known.
struct Hdf5Error : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// An HDF5 identifier that is closed when it goes out of scope.
class Handle {
public:
    using Closer = herr_t (*)(hid_t);
    Handle() = default;
    // Throws an Hdf5Error that names `what` failed when the identifier is invalid.
    Handle(hid_t id, Closer closer, const char* what);
    Handle(Handle&& other) noexcept { swap(other); }
    Handle& operator=(Handle&& other) noexcept {
        swap(other);
        return *this;
    }
    ~Handle();

    operator hid_t() const { return id_; }
    // For what may fail on closing.
    void close(const char* what);

private:
    void swap(Handle& other) noexcept {
        std::swap(id_, other.id_);
        std::swap(closer_, other.closer_);
    }
    hid_t id_ = H5I_INVALID_HID;
    Closer closer_ = nullptr;
};

inline void check(herr_t result, const char* what) {
    if (result < 0) throw Hdf5Error(what);
}

// Numbers as they lie in memory.
template <class Number>
hid_t native_type() {
    static_assert(std::is_same_v<Number, int> || std::is_same_v<Number, std::uint64_t> ||
                  std::is_same_v<Number, double>);
    if constexpr (std::is_same_v<Number, int>) return H5T_NATIVE_INT;
    if constexpr (std::is_same_v<Number, std::uint64_t>) return H5T_NATIVE_UINT64;
    return H5T_NATIVE_DOUBLE;
}

// While it lives, HDF5 prints nothing of its own on standard error.
class Silence {
public:
    Silence();
    ~Silence();
    Silence(const Silence&) = delete;
    Silence& operator=(const Silence&) = delete;

private:
    H5E_auto2_t printer_ = nullptr;
    void* destination_ = nullptr;
};

// Tracks creation order and keeps no times, so that the file is netCDF-4 and the same bytes every time.
Handle dataset_settings();

void write_text(hid_t object, const char* name, const std::string& text);
void write_number(hid_t object, const char* name, std::uint64_t number);
void write_number(hid_t object, const char* name, int number);
void write_real(hid_t object, const char* name, double number);
std::string read_text(hid_t object, const char* name);  // "" when there is none
std::uint64_t read_number(hid_t object, const char* name);
double read_real(hid_t object, const char* name);

Handle dataspace(std::span<const hsize_t> lengths);
std::vector<hsize_t> lengths_of(hid_t dataset);

// Text of variable length, as UTF-8.
Handle text_type();
Handle write_texts(hid_t file, const char* name, const std::vector<std::string>& texts);
std::vector<std::string> read_texts(hid_t file, const char* name);  // none when there is no such dataset

}  // namespace headroom::hdf5
