// What is wrong with an input, said so that its writer can put it right.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace headroom {

// One thing wrong with a file or an option: where it stands, what was found, and what would be right.
struct Fault {
    std::string file = {};  // as the user named it; "--set" and the like for an option
    int line = 0;           // from 1; 0: the file as a whole
    int column = 0;         // from 1; 0: the line as a whole
    std::string key = {};  // as in `alternatives[2].policy.posts.add`, counted from 1; empty: the file itself
    std::string found = {};     // completes "months is ..."
    std::string expected = {};  // completes "... but should be ..."; empty where `nearest` says it all
    std::string nearest = {};   // a whole sentence with the key or word probably meant, or other advice
};

// "ours.json, line 3: months is -3, but should be a whole number from 1 to 600."
std::string sentence_of(const Fault& fault);

// Every fault as a sentence, one a line.
std::string sentences_of(const std::vector<Fault>& faults);

// A text as a message may show it: in quotes, cut when long, with nothing that would upset a terminal.
std::string in_quotes(std::string_view text);

// A number as its writer would have written it: 18, 0.7, 1000000.
std::string number_text(double number);

}  // namespace headroom
