// What a command was asked to do, free of how it was written on the command line.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "sim/scenario/reader.hpp"
#include "sim/study/worlds_run.hpp"

namespace headroom {

// For the commands that run the model.
struct RunArguments {
    std::string file;
    Choices choices;
    int threads = 0;               // 0: all cores
    std::filesystem::path output;  // empty: as the command does by itself
    std::filesystem::path report;  // the same
    bool quiet = false;            // only the answer and what went wrong
    bool as_json = false;
    std::optional<std::uint32_t> only_future;  // that one alone, to look at a failure again
    std::string alternative;                   // the only one played, by name or number; empty: the first
    std::filesystem::path log;                 // where the event log of one future goes; empty: none is kept
    std::filesystem::path log_csv;             // the same in vidigi's columns
    std::string command;                       // "compare" or "run"
    std::string command_line;                  // as typed, to be typed again
};

// For `study`.
struct StudyArguments {
    RunArguments run;
    Shard shard;
    bool is_shard = false;
    std::optional<double> minutes;            // to stop after, so that a time limit is kept
    std::optional<std::uint32_t> slurm;       // write the script for so many shards, and run nothing
    std::optional<std::uint32_t> only_point;  // with only_future of `run`: that one alone
};

// For `merge`.
struct MergeArguments {
    std::filesystem::path folder;
    std::filesystem::path output;
    int threads = 0;  // 0: all cores
    bool quiet = false;
};

// For `explain FILE.h5 --why MEASURE`.
struct WhyArguments {
    std::filesystem::path file;
    std::string measure;
    std::string alternative;   // the one to keep a log of, by name or number; empty: where it is worst
    std::optional<int> month;  // from 1; the month with the most of it where none is named
    int limit = 5;             // families, and workers, told of one by one
};

// For the commands that read a results file.
struct ReadArguments {
    std::filesystem::path file;
    std::filesystem::path output;              // empty: as the command does by itself
    std::filesystem::path tables;              // the folder for tidy tables; empty: none
    std::optional<std::filesystem::path> pdf;  // print it; empty: named after the report
    bool quiet = false;
    bool as_json = false;
    bool as_csv = false;
    bool steady_state = false;  // without the months that still tell of today
};

// How the answer of a command that reads a study is printed.
enum class PrintedAs { table, csv, json };

// For `sensitivity`. Policies by name or number, measures by name or by their words in the answer.
struct SensitivityArguments {
    std::filesystem::path file;
    std::vector<std::string> measures;  // empty: need unmet
    std::string policy;                 // empty: the first
    std::string against;                // empty: none, so that the level itself is looked at
    std::string method;                 // empty: what the design allows
    bool over_time = false;             // a column for each period
    PrintedAs printed_as = PrintedAs::table;
};

// For `discover`.
struct DiscoverArguments {
    std::filesystem::path file;
    std::string fails;  // "children_unallocated > 20"
    std::string policy, against;
    std::optional<double> share;    // of its futures that must fail for a world to fail; nothing: their mean
    std::optional<double> density;  // that a box must have; nothing: the clearest
    int boxes = 3;                  // at most
    PrintedAs printed_as = PrintedAs::table;
};

// For `frontier`.
struct FrontierArguments {
    std::filesystem::path file;
    std::vector<std::string> measures;  // empty: need unmet, children without a worker, cost
    PrintedAs printed_as = PrintedAs::table;
};

}  // namespace headroom
