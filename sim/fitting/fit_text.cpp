#include "sim/fitting/fit_text.hpp"

#include <cmath>
#include <nlohmann/json.hpp>

#include "sim/fitting/fitted_setting.hpp"

namespace headroom {

namespace {

using Json = nlohmann::ordered_json;

Json number(double value) {
    return std::isfinite(value) ? Json(value) : Json(nullptr);
}

Json figure_of(const FittedFigure& figure) {
    return {{"name", figure.target->name},
            {"unit", figure.target->unit},
            {"published", number(figure.published)},
            {"year", figure.year},
            {"own", figure.whose == FigureValue::From::own},
            {"unfitted", number(figure.unfitted)},
            {"fitted", number(figure.mean)},
            {"low", number(figure.low)},
            {"high", number(figure.high)},
            {"tolerances_off", number(figure.tolerances_off)}};
}

}  // namespace

std::string fit_heading(const Fit& fit) {
    return std::string(fit_file_begins) + " \"authority\": " + Json(fit.name).dump() +
           ", \"code\": " + Json(fit.code).dump() + ", \"model\": \"" + std::to_string(fit.model) +
           "\", \"seed\": " + std::to_string(fit.options.seed) +
           ", \"assimilations\": " + std::to_string(fit.options.assimilations) +
           ", \"of\": " + std::to_string(fit.options.members) + ",\n";
}

std::string fit_text(const Fit& fit) {
    std::string text = fit_heading(fit);
    Json keys = Json::array();
    for (const FittedSetting& setting : fitted_settings()) keys.push_back(setting.key);
    text += "\"settings\": " + keys.dump() + ",\n\"members\": [";
    for (std::size_t member = 0; member < fit.members.size(); ++member)
        text += (member == 0 ? "\n" : ",\n") + Json(fit.members[member]).dump();
    text += "],\n\"figures\": [";
    for (std::size_t k = 0; k < fit.figures.size(); ++k)
        text += (k == 0 ? "\n" : ",\n") + figure_of(fit.figures[k]).dump();
    return text + "]}\n";
}

}  // namespace headroom
