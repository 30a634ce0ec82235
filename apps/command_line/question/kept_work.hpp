// What is safe when the surroundings fail a run, and how to go on.
#pragma once

#include <filesystem>
#include <new>
#include <string>

#include "apps/command_line/terminal/messages.hpp"
#include "sim/futures/study_results.hpp"
#include "sim/storage/part_store.hpp"
#include "sim/storage/surroundings_fault.hpp"

namespace headroom {

// A run, by where it keeps its work and what was typed for it.
struct RunOnTheWay {
    const PartStore* store;  // nullptr: it keeps nothing
    std::string command_line;
};

// Says it where nothing stops another run from working in the same place.
void say_if_not_locked(const PartStore& store);

// "Finished work is kept in x.h5.parts, and the same command goes on from there: ...", or "" where none is.
std::string how_to_go_on(const RunOnTheWay& run);

// Puts those futures of a comparison into the store that are not there yet, as many as the disk takes: its
// results could not be written.
void keep_for_another_try(const PartStore& store, StudyResults results);

// Does the work; what the surroundings do to it is told with what is safe. Throws a SurroundingsFault then.
template <class Work>
auto with_what_is_kept(const RunOnTheWay& run, Work work) {
    try {
        return work();
    } catch (const SurroundingsFault& fault) {
        throw SurroundingsFault(fault.what() + how_to_go_on(run));
    } catch (const std::filesystem::filesystem_error& fault) {
        throw SurroundingsFault(sentence_on(fault) + how_to_go_on(run));
    }
}

}  // namespace headroom
