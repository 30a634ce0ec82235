#include "sim/results/memory_file.hpp"

#include <cstdlib>
#include <cstring>

namespace headroom::hdf5 {

// The memory HDF5 grows its file in; it would free it on closing, and here we keep it.
struct MemoryFile::Image {
    void* start = nullptr;
    std::size_t size = 0;

    Image() = default;
    Image(const Image&) = delete;
    Image& operator=(const Image&) = delete;
    ~Image() { std::free(start); }

    static void* grow(void* memory, std::size_t size, H5FD_file_image_op_t, void* image) {
        void* grown = std::realloc(memory, size);
        if (grown == nullptr) return nullptr;
        static_cast<Image*>(image)->start = grown;
        static_cast<Image*>(image)->size = size;
        return grown;
    }
    static void* allocate(std::size_t size, H5FD_file_image_op_t use, void* image) {
        return grow(nullptr, size, use, image);
    }
    static herr_t keep(void*, H5FD_file_image_op_t, void*) { return 0; }
    static void* same(void* image) { return image; }
    static herr_t leave(void*) { return 0; }
};

namespace {

// In a superblock of version 2, the length of the file stands after signature, version, three sizes and
// flags, base address and extension address. HDF5 File Format Specification 3.0, section II.A.
std::size_t length_in_superblock(const char* start) {
    std::uint64_t length = 0;
    std::memcpy(&length, start + 28, sizeof length);
    return length;
}

}  // namespace

MemoryFile::MemoryFile() : image_(std::make_unique<Image>()) {
    const Handle access(H5Pcreate(H5P_FILE_ACCESS), H5Pclose, "prepare a file");
    constexpr std::size_t growth = std::size_t{4} << 20;
    check(H5Pset_fapl_core(access, growth, false), "keep the file in memory");
    H5FD_file_image_callbacks_t callbacks{Image::allocate, nullptr,      Image::grow, Image::keep,
                                          Image::same,     Image::leave, image_.get()};
    check(H5Pset_file_image_callbacks(access, &callbacks), "keep the file in memory");
    check(H5Pset_libver_bounds(access, H5F_LIBVER_V18, H5F_LIBVER_V18), "choose the format");
    check(H5Pset_fclose_degree(access, H5F_CLOSE_STRONG), "prepare a file");
    const Handle creation(H5Pcreate(H5P_FILE_CREATE), H5Pclose, "prepare a file");
    check(H5Pset_obj_track_times(creation, false), "keep no times");
    check(H5Pset_link_creation_order(creation, H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED), "keep order");
    check(H5Pset_attr_creation_order(creation, H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED), "keep order");
    file_ = Handle(H5Fcreate("results in memory", H5F_ACC_TRUNC, creation, access), H5Fclose, "make a file");
}

MemoryFile::~MemoryFile() = default;

std::span<const char> MemoryFile::close() {
    file_.close("finish the file");
    const char* start = static_cast<const char*>(image_->start);
    const std::size_t length = length_in_superblock(start);
    if (length > image_->size) throw Hdf5Error("finish the file");
    return {start, length};
}

}  // namespace headroom::hdf5
