#include "analysis/report/html.hpp"

namespace headroom {

namespace {

// On paper: A4 with 14 mm around it. Nothing a reader needs is smaller than 12 pixels, or 8 points on paper.
constexpr std::string_view style = R"(
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { font: 16px/1.5 system-ui, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; color: #1a1a1a; background: #fff; max-width: 73rem; margin: 0 auto; padding: 1.2rem; overflow-wrap: break-word; }
p, ul, dl { max-width: 52rem; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: .2rem 0 .6rem; max-width: 52rem; }
h1.long { font-size: 1.2rem; }
h2 { font-size: 1.3rem; margin: 2.4rem 0 .6rem; border-bottom: 2px solid #0b5a8a; padding-bottom: .2rem; break-after: avoid; }
h3 { font-size: 1.05rem; margin: 1.5rem 0 .3rem; break-after: avoid; }
.kicker { color: #555; margin: 0; font-size: .9rem; }
.answer { font-size: 1.2rem; line-height: 1.4; border-left: 5px solid #0b5a8a; padding: .1rem 0 .1rem .8rem; margin: .8rem 0; }
.answer.red { border-color: #b00020; color: #b00020; font-weight: bold; }
.front dl { margin: .6rem 0; } .front dt { font-weight: bold; } .front dd { margin: 0 0 .5rem; }
.front figure { margin: .8rem 0 0; }
.scroll { overflow-x: auto; margin: .8rem 0; }
table { border-collapse: collapse; font-size: .9rem; font-variant-numeric: tabular-nums; width: 100%; }
caption { text-align: left; font-weight: bold; padding: .3rem 0; } caption span { display: block; max-width: calc(100vw - 2.5rem); }
th, td { padding: .25rem .6rem; text-align: right; vertical-align: bottom; border-bottom: 1px solid #ddd; }
tbody th { text-align: left; font-weight: normal; }
tbody td, td span { white-space: nowrap; }
tbody th { min-width: 9rem; }
thead th { max-width: 10rem; line-height: 1.25; } thead th:first-child { text-align: left; }
thead th, thead td { border-bottom: 2px solid #555; }
tr.group th { font-weight: bold; background: #f2f5f8; }
td.better { color: #00704f; font-weight: bold; } td.worse { color: #a33b00; font-weight: bold; }
.origin { font-size: .8rem; color: #555; margin: -.4rem 0 .8rem; max-width: none; }
.note { font-size: .9rem; color: #444; margin: .3rem 0; }
figure { margin: 1rem 0 1.8rem; } figcaption { font-size: .8rem; color: #555; }
.pictures { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 322px), 1fr)); gap: .6rem 1.2rem; }
.pictures svg { width: 100%; max-width: 400px; height: auto; display: block; }
.wide { max-width: 50rem; } .wide svg, .narrow svg { width: 100%; height: auto; display: block; } .narrow { display: none; }
details { margin: .5rem 0; } summary { cursor: pointer; color: #0b5a8a; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; background: #f6f6f6; padding: .8rem; font-size: .8rem; }
li { margin: .25rem 0; }
@media screen and (max-width: 700px) { body { padding: .75rem; } h1 { font-size: 1.35rem; } .answer { font-size: 1.05rem; } .wide { display: none; } .narrow { display: block; } th, td { padding: .25rem .4rem; } tbody th { min-width: 7rem; max-width: 42vw; } tbody th[scope=row], thead tr > :first-child { position: sticky; left: 0; background: #fff; box-shadow: 1px 0 #ddd; } .scroll:has(thead th:nth-child(4))::before { content: "Slide sideways for more columns \2192"; position: sticky; left: 0; display: block; font-size: .8rem; color: #555; } }
@page { size: A4; margin: 14mm; }
@media print {
body { max-width: none; padding: 0; font-size: 10pt; line-height: 1.35; } p, ul, dl { max-width: none; } h1 { font-size: 15pt; } h1.long { font-size: 12pt; } h2 { font-size: 13pt; margin-top: 1.4rem; } h3 { font-size: 11pt; margin-top: 1rem; }
.answer { font-size: 12pt; margin: .5rem 0; } .front { break-after: page; } .front table { font-size: 8pt; } .front tbody th { min-width: 38mm; } .front th, .front td { padding: .1rem .25rem; } .front p { margin-top: 0; } .front dl { margin: .4rem 0; } .front dd { margin-bottom: .3rem; }
figure { break-inside: avoid; } figcaption, .origin { break-before: avoid; } h2 + p { break-after: avoid; break-inside: avoid; } .scroll { overflow: visible; margin: .5rem 0; break-inside: avoid; } .note { break-after: avoid; } table { font-size: 8.5pt; } th, td { padding: .12rem .35rem; } tbody th { min-width: 0; } tbody td { white-space: normal; }
.origin, .kicker, figcaption, .note, pre { font-size: 8pt; } a { color: inherit; }
.pictures { grid-template-columns: 1fr 1fr; } .pictures svg { max-width: 100%; } svg, tr, li, dd { break-inside: avoid; } thead { display: table-header-group; }
details:not([open]) { display: none; }
}
)";

}  // namespace

std::string_view page_style() {
    return style;
}

}  // namespace headroom
