// Questions with something wrong, and the sentences that say so: read them as someone who has to act on them.
#pragma once

#include <string>
#include <vector>

// Whether a JSON Schema can tell: some faults are of the text, or need more than one value to see.
enum class SeenBy { schema_too, reader_only };

struct BadQuestion {
    std::string claim;
    std::string text;
    std::vector<std::string> sentences;  // each after "ours.json"
    SeenBy seen_by = SeenBy::schema_too;
};

// Faults of values: the text is JSON.
const std::vector<BadQuestion>& bad_values();

// Faults that only values together show.
const std::vector<BadQuestion>& contradictions();

// Texts that are no JSON.
const std::vector<BadQuestion>& broken_texts();
