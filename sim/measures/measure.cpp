#include "sim/measures/measure.hpp"

namespace headroom {

namespace {

constexpr Measure no_measure = Measure::count;

constexpr MeasureRow all_rows[] = {
#define MONTHLY(name, unit, within, better, definition) \
    {Measure::name,                                     \
     #name,                                             \
     unit,                                              \
     MeasureKind::monthly,                              \
     Within::within,                                    \
     Better::better,                                    \
     no_measure,                                        \
     no_measure,                                        \
     1,                                                 \
     0,                                                 \
     0,                                                 \
     definition},
#define RATIO(name, unit, numerator, denominator, factor, better, definition) \
    {Measure::name,                                                           \
     #name,                                                                   \
     unit,                                                                    \
     MeasureKind::ratio,                                                      \
     Within::mean,                                                            \
     Better::better,                                                          \
     Measure::numerator,                                                      \
     Measure::denominator,                                                    \
     factor,                                                                  \
     0,                                                                       \
     0,                                                                       \
     definition},
#define WHOLE(name, unit, better, definition) \
    {Measure::name,                           \
     #name,                                   \
     unit,                                    \
     MeasureKind::whole,                      \
     Within::last,                            \
     Better::better,                          \
     no_measure,                              \
     no_measure,                              \
     1,                                       \
     0,                                       \
     0,                                       \
     definition},
#define HISTOGRAM(name, unit, bins, width, definition) \
    {Measure::name##_histogram,                        \
     #name "_histogram",                               \
     unit,                                             \
     MeasureKind::histogram,                           \
     Within::sum,                                      \
     Better::neither,                                  \
     no_measure,                                       \
     no_measure,                                       \
     1,                                                \
     bins,                                             \
     width,                                            \
     definition},
#include "sim/measures/measures.inc"
#undef MONTHLY
#undef RATIO
#undef WHOLE
#undef HISTOGRAM
};
static_assert(sizeof(all_rows) / sizeof(all_rows[0]) == measure_count, "every measure has one row");

constexpr bool rows_stand_in_order() {
    for (int i = 0; i < measure_count; ++i) {
        if (all_rows[i].measure != static_cast<Measure>(i)) return false;
    }
    return true;
}
static_assert(rows_stand_in_order());

}  // namespace

std::span<const MeasureRow> measure_rows() {
    return all_rows;
}

const MeasureRow* find_measure(std::string_view name) {
    for (const MeasureRow& row : all_rows) {
        if (row.name == name) return &row;
    }
    return nullptr;
}

std::string_view cell_method(const MeasureRow& row) {
    if (row.kind == MeasureKind::ratio) return "month: mean";
    switch (row.within) {
        case Within::sum: return "month: sum";
        case Within::mean: return "month: mean";
        case Within::peak: return "month: maximum";
        case Within::last: return "month: point";
    }
    return "";
}

}  // namespace headroom
