#pragma once

#include <string>
#include <vector>

namespace headroom {

// The whole program: reads the command line, carries out its command and says what went wrong. The exit code.
int run_command_line(int count, const char* const* words);

// An option of a command, or a word that stands by itself, as the parser knows it.
struct OfferedOption {
    std::string command;
    std::string name;   // as it is typed: "-o", "--months"; of a word by itself "QUESTION.json"
    std::string takes;  // what is typed behind it: "FILE.h5", "N"
    bool is_flag;       // nothing is
    bool stands_alone;  // no option, but a word in its place
    bool is_required;
    bool is_hidden;                      // not in the help: what older scripts may still say
    std::vector<std::string> spellings;  // all that may be typed for it: "-o" and "--report"
};

// Those of all commands.
std::vector<OfferedOption> offered_options();

// Whether what is typed there, such as "FILE.h5", "DIR" or "QUESTION.json", is the name of a file or folder.
bool takes_a_file(const std::string& takes);

// Whether it is a file that is read; other options' files are written.
bool reads_a_file(const std::string& takes);

}  // namespace headroom
