// Prints what stands for every number of the first futures of a question, for the test that a page lives the
// same ones:
//   digests QUESTION.json FUTURES
#include <fstream>
#include <iostream>
#include <iterator>

#include "apps/page/simulator/told.hpp"

int main(int count, char** words) {
    using namespace headroom;
    if (count != 3) return 2;
    std::ifstream file(words[1]);
    Workshop workshop(std::string(std::istreambuf_iterator<char>(file), {}));
    for (const Fault& fault : workshop.faults()) std::cerr << sentence_of(fault) << "\n";
    if (!workshop.faults().empty()) return 2;
    for (std::uint32_t future = 0; future < std::stoul(words[2]); ++future) {
        for (int alternative = 0; alternative < workshop.alternatives(); ++alternative)
            std::cout << digest_told(workshop.live(alternative, future)) << "\n";
    }
}
