#include "apps/command_line/command_line.hpp"

int main(int count, char** words) {
    return headroom::run_command_line(count, words);
}
