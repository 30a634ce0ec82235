#include "sim/results/hdf5.hpp"

#include <algorithm>

namespace headroom::hdf5 {

namespace {

constexpr unsigned in_order = H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED;

Handle fixed_text_type(std::size_t length) {
    Handle type(H5Tcopy(H5T_C_S1), H5Tclose, "make a text type");
    check(H5Tset_size(type, std::max<std::size_t>(length, 1)), "set the length of a text");
    check(H5Tset_strpad(type, H5T_STR_NULLPAD), "set the padding of a text");
    check(H5Tset_cset(type, H5T_CSET_UTF8), "set the characters of a text");
    return type;
}

void write_attribute(hid_t object, const char* name, hid_t type, const void* value) {
    const Handle scalar(H5Screate(H5S_SCALAR), H5Sclose, "make a scalar");
    const Handle attribute(H5Acreate2(object, name, type, scalar, H5P_DEFAULT, H5P_DEFAULT), H5Aclose,
                           "make an attribute");
    check(H5Awrite(attribute, type, value), "write an attribute");
}

}  // namespace

Handle::Handle(hid_t id, Closer closer, const char* what) : id_(id), closer_(closer) {
    if (id < 0) throw Hdf5Error(what);
}

Handle::~Handle() {
    if (id_ >= 0) closer_(id_);
}

void Handle::close(const char* what) {
    if (closer_(std::exchange(id_, H5I_INVALID_HID)) < 0) throw Hdf5Error(what);
}

Silence::Silence() {
    H5Eget_auto2(H5E_DEFAULT, &printer_, &destination_);
    H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr);
}

Silence::~Silence() {
    H5Eset_auto2(H5E_DEFAULT, printer_, destination_);
}

Handle dataset_settings() {
    Handle settings(H5Pcreate(H5P_DATASET_CREATE), H5Pclose, "prepare a dataset");
    check(H5Pset_obj_track_times(settings, false), "keep no times");
    check(H5Pset_attr_creation_order(settings, in_order), "keep attributes in order");
    return settings;
}

void write_text(hid_t object, const char* name, const std::string& text) {
    write_attribute(object, name, fixed_text_type(text.size()), text.c_str());
}

void write_number(hid_t object, const char* name, std::uint64_t number) {
    write_attribute(object, name, H5T_STD_U64LE, &number);
}

void write_number(hid_t object, const char* name, int number) {
    write_attribute(object, name, H5T_STD_I32LE, &number);
}

void write_real(hid_t object, const char* name, double number) {
    write_attribute(object, name, H5T_IEEE_F64LE, &number);
}

namespace {

// An attribute of many numbers or texts would be written far beyond the one that is expected.
void ensure_single(hid_t attribute) {
    const Handle space(H5Aget_space(attribute), H5Sclose, "read the shape of an attribute");
    if (H5Sget_simple_extent_npoints(space) != 1) throw Hdf5Error("read an attribute of one value");
}

// Control characters would reach the reader's terminal; a text of ours has none but line breaks and tabs.
std::string without_controls(std::string text) {
    for (char& letter : text) {
        const auto byte = static_cast<unsigned char>(letter);
        const bool is_plain = byte >= 0x20 || letter == '\n' || letter == '\t' || letter == '\r';
        if (!is_plain || byte == 0x7F) letter = '?';
    }
    return text;
}

}  // namespace

std::string read_text(hid_t object, const char* name) {
    if (H5Aexists(object, name) <= 0) return {};
    const Handle attribute(H5Aopen(object, name, H5P_DEFAULT), H5Aclose, "open an attribute");
    const Handle type(H5Aget_type(attribute), H5Tclose, "read the type of an attribute");
    if (H5Tget_class(type) != H5T_STRING || H5Tis_variable_str(type) > 0) throw Hdf5Error("read a text");
    ensure_single(attribute);
    std::string text(H5Tget_size(type), '\0');
    check(H5Aread(attribute, type, text.data()), "read a text");
    text.resize(text.find_last_not_of('\0') + 1);
    return without_controls(std::move(text));
}

std::uint64_t read_number(hid_t object, const char* name) {
    const Handle attribute(H5Aopen(object, name, H5P_DEFAULT), H5Aclose, "open an attribute");
    ensure_single(attribute);
    std::uint64_t number = 0;
    check(H5Aread(attribute, H5T_NATIVE_UINT64, &number), "read a number");
    return number;
}

double read_real(hid_t object, const char* name) {
    const Handle attribute(H5Aopen(object, name, H5P_DEFAULT), H5Aclose, "open an attribute");
    ensure_single(attribute);
    double number = 0;
    check(H5Aread(attribute, H5T_NATIVE_DOUBLE, &number), "read a number");
    return number;
}

Handle dataspace(std::span<const hsize_t> lengths) {
    return Handle(H5Screate_simple(static_cast<int>(lengths.size()), lengths.data(), nullptr), H5Sclose,
                  "make the shape of a variable");
}

std::vector<hsize_t> lengths_of(hid_t dataset) {
    const Handle space(H5Dget_space(dataset), H5Sclose, "read the shape of a variable");
    const int rank = H5Sget_simple_extent_ndims(space);
    if (rank < 0) throw Hdf5Error("read the shape of a variable");
    std::vector<hsize_t> lengths(static_cast<std::size_t>(rank));
    H5Sget_simple_extent_dims(space, lengths.data(), nullptr);
    return lengths;
}

Handle text_type() {
    Handle type(H5Tcopy(H5T_C_S1), H5Tclose, "make a text type");
    check(H5Tset_size(type, H5T_VARIABLE), "set the length of a text");
    check(H5Tset_cset(type, H5T_CSET_UTF8), "set the characters of a text");
    return type;
}

Handle write_texts(hid_t file, const char* name, const std::vector<std::string>& texts) {
    std::vector<const char*> pointers;
    for (const std::string& text : texts) pointers.push_back(text.c_str());
    const hsize_t count = texts.size();
    const Handle type = text_type();
    Handle dataset(
        H5Dcreate2(file, name, type, dataspace({&count, 1}), H5P_DEFAULT, dataset_settings(), H5P_DEFAULT),
        H5Dclose, "make a variable of texts");
    check(H5Dwrite(dataset, type, H5S_ALL, H5S_ALL, H5P_DEFAULT, pointers.data()), "write texts");
    return dataset;
}

std::vector<std::string> read_texts(hid_t file, const char* name) {
    if (H5Lexists(file, name, H5P_DEFAULT) <= 0) return {};
    const Handle dataset(H5Dopen2(file, name, H5P_DEFAULT), H5Dclose, "open a variable of texts");
    const std::vector<hsize_t> lengths = lengths_of(dataset);
    constexpr hsize_t most = 10'000'000;
    if (lengths.size() != 1 || lengths[0] > most) throw Hdf5Error("read the shape of a variable of texts");
    std::vector<char*> pointers(lengths[0]);
    const Handle type = text_type();
    check(H5Dread(dataset, type, H5S_ALL, H5S_ALL, H5P_DEFAULT, pointers.data()), "read texts");
    std::vector<std::string> texts;
    for (const char* pointer : pointers) texts.push_back(without_controls(pointer == nullptr ? "" : pointer));
    const Handle space(H5Dget_space(dataset), H5Sclose, "read the shape of a variable");
    H5Dvlen_reclaim(type, space, H5P_DEFAULT, pointers.data());
    return texts;
}

}  // namespace headroom::hdf5
