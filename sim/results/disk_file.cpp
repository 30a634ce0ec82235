#include "sim/results/disk_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <system_error>

namespace headroom::hdf5 {

// The file as the system knows it, with the first error that it met.
struct DiskFile::Bytes {
    std::filesystem::path path;
    int descriptor = -1;
    haddr_t end_allocated = 0;  // as HDF5 counts it
    haddr_t end_written = 0;
    int error = 0;

    // What the system said of a call that has just failed.
    void note_failure() {
        if (error == 0) error = errno;
    }

    void write(haddr_t at, const char* from, std::size_t size) {
        if (at + size > end_written) end_written = at + size;
        while (size > 0 && error == 0) {
            const ssize_t written = ::pwrite(descriptor, from, size, static_cast<off_t>(at));
            if (written < 0 && errno == EINTR) continue;
            if (written < 0) return note_failure();
            at += static_cast<haddr_t>(written);
            from += written;
            size -= static_cast<std::size_t>(written);
        }
    }

    // What lies beyond the end of the file, or cannot be read, is zero.
    void read(haddr_t at, char* to, std::size_t size) {
        while (size > 0) {
            const ssize_t taken = ::pread(descriptor, to, size, static_cast<off_t>(at));
            if (taken < 0 && errno == EINTR) continue;
            if (taken < 0) note_failure();
            if (taken <= 0) break;
            at += static_cast<haddr_t>(taken);
            to += taken;
            size -= static_cast<std::size_t>(taken);
        }
        std::memset(to, 0, size);
    }
};

namespace {

constexpr haddr_t longest_file = (haddr_t{1} << 62) - 1;

// What HDF5 asks of a driver, in its own words (HDF5 1.10, H5FDpublic.h).
template <class Bytes>
struct Driver {
    // HDF5's part of an open file, and ours behind it.
    struct Opened {
        H5FD_t of_hdf5;
        Bytes* bytes;
    };

    static Bytes& of(H5FD_t* file) { return *reinterpret_cast<Opened*>(file)->bytes; }
    static const Bytes& of(const H5FD_t* file) { return *reinterpret_cast<const Opened*>(file)->bytes; }

    static H5FD_t* open(const char*, unsigned, hid_t access, haddr_t) {
        const void* const given = H5Pget_driver_info(access);
        if (given == nullptr) return nullptr;
        auto* const opened = new Opened{};
        std::memcpy(&opened->bytes, given, sizeof opened->bytes);
        return &opened->of_hdf5;
    }
    static herr_t close(H5FD_t* file) {
        delete reinterpret_cast<Opened*>(file);
        return 0;
    }
    static herr_t query(const H5FD_t*, unsigned long* features) {
        *features =
            H5FD_FEAT_AGGREGATE_METADATA | H5FD_FEAT_ACCUMULATE_METADATA | H5FD_FEAT_AGGREGATE_SMALLDATA;
        return 0;
    }
    static haddr_t end_allocated(const H5FD_t* file, H5FD_mem_t) { return of(file).end_allocated; }
    static herr_t allocate_to(H5FD_t* file, H5FD_mem_t, haddr_t end) {
        of(file).end_allocated = end;
        return 0;
    }
    static haddr_t end_written(const H5FD_t* file, H5FD_mem_t) { return of(file).end_written; }
    static herr_t read(H5FD_t* file, H5FD_mem_t, hid_t, haddr_t at, std::size_t size, void* to) {
        of(file).read(at, static_cast<char*>(to), size);
        return 0;
    }
    static herr_t write(H5FD_t* file, H5FD_mem_t, hid_t, haddr_t at, std::size_t size, const void* from) {
        of(file).write(at, static_cast<const char*>(from), size);
        return 0;
    }
    static herr_t truncate(H5FD_t* file, hid_t, hbool_t) {
        Bytes& bytes = of(file);
        if (bytes.end_allocated == bytes.end_written) return 0;
        if (::ftruncate(bytes.descriptor, static_cast<off_t>(bytes.end_allocated)) != 0) bytes.note_failure();
        bytes.end_written = bytes.end_allocated;
        return 0;
    }

    static H5FD_class_t description() {
        H5FD_class_t driver{};
#if H5_VERSION_GE(1, 13, 2)
        driver.version = H5FD_CLASS_VERSION;
        driver.value = static_cast<H5FD_class_value_t>(512);  // from the range for drivers of one's own
#endif
        driver.name = "headroom";
        driver.maxaddr = longest_file;
        driver.fc_degree = H5F_CLOSE_STRONG;
        driver.fapl_size = sizeof(Bytes*);
        driver.open = open;
        driver.close = close;
        driver.query = query;
        driver.get_eoa = end_allocated;
        driver.set_eoa = allocate_to;
        driver.get_eof = end_written;
        driver.read = read;
        driver.write = write;
        driver.truncate = truncate;
        constexpr H5FD_mem_t one_list_of_free_space[] = H5FD_FLMAP_SINGLE;
        std::memcpy(driver.fl_map, one_list_of_free_space, sizeof driver.fl_map);
        return driver;
    }
};

}  // namespace

DiskFile::DiskFile(const std::filesystem::path& path) : bytes_(std::make_unique<Bytes>()) {
    bytes_->path = path;
    bytes_->descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (bytes_->descriptor < 0) bytes_->note_failure();
    ensure_written();
    static const H5FD_class_t description = Driver<Bytes>::description();
    driver_ = Handle(H5FDregister(&description), H5FDunregister, "prepare a file");
    const Handle access(H5Pcreate(H5P_FILE_ACCESS), H5Pclose, "prepare a file");
    Bytes* const bytes = bytes_.get();
    check(H5Pset_driver(access, driver_, &bytes), "prepare a file");
    check(H5Pset_libver_bounds(access, H5F_LIBVER_V18, H5F_LIBVER_V18), "choose the format");
    check(H5Pset_fclose_degree(access, H5F_CLOSE_STRONG), "prepare a file");
    const Handle creation(H5Pcreate(H5P_FILE_CREATE), H5Pclose, "prepare a file");
    check(H5Pset_obj_track_times(creation, false), "keep no times");
    check(H5Pset_link_creation_order(creation, H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED), "keep order");
    check(H5Pset_attr_creation_order(creation, H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED), "keep order");
    file_ = Handle(H5Fcreate(path.c_str(), H5F_ACC_TRUNC, creation, access), H5Fclose, "make a file");
}

DiskFile::~DiskFile() {
    file_ = Handle();
    if (bytes_->descriptor >= 0) ::close(bytes_->descriptor);
}

void DiskFile::ensure_written() const {
    if (bytes_->error == 0) return;
    throw std::filesystem::filesystem_error("writing", bytes_->path,
                                            std::error_code(bytes_->error, std::generic_category()));
}

void DiskFile::close() {
    file_.close("finish the file");
    if (bytes_->error == 0 && ::fsync(bytes_->descriptor) != 0) bytes_->note_failure();
    if (::close(std::exchange(bytes_->descriptor, -1)) != 0) bytes_->note_failure();
    ensure_written();
}

}  // namespace headroom::hdf5
