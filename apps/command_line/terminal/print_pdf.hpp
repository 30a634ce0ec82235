#pragma once

#include <filesystem>

namespace headroom {

// Prints a report to a PDF through an installed Chromium or Chrome. Throws a SurroundingsFault where there is
// none, or where it fails; then nothing partial stands under the PDF's name.
void print_pdf(const std::filesystem::path& page, const std::filesystem::path& pdf);

}  // namespace headroom
