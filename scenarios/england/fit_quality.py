#!/usr/bin/env python3
"""Says how near the fits of fits.json come to the published figures, as tables in Markdown.

    python3 scenarios/england/fit_quality.py
"""
import json
from pathlib import Path

HERE = Path(__file__).parent
NEAR, OFF = 1, 2  # tolerances up to which a figure fits, and is near
STOCKS = ("caseload", "children held", "on in-need plans", "on protection plans", "looked after")


def fits():
    """Name and figures (a dict each) of every authority's fit."""
    with open(HERE / "fits.json", encoding="utf-8") as file:
        for fit in json.load(file):
            if fit["code"] == "typical":
                continue
            heading, *rows = fit["figures"]
            yield fit["authority"], [dict(zip(heading, row)) for row in rows]


def main():
    places = list(fits())
    by_figure, in_red, off = {}, [], []
    for name, figures in places:
        missed = [each["figure"] for each in figures if each["tolerances_off"] > OFF]
        off.append(len(missed))
        if 4 * len(missed) > len(figures) or any(each in STOCKS for each in missed):
            in_red.append((name, missed))
        for each in figures:
            counts = by_figure.setdefault(each["figure"], [0, 0, 0])
            counts[0 if each["tolerances_off"] <= NEAR else 1 if each["tolerances_off"] <= OFF else 2] += 1
    print(f"{len(places)} authorities. None of the {len(places[0][1])} figures off: {off.count(0)}; one: {off.count(1)}; "
          f"two or three: {off.count(2) + off.count(3)}; more: {sum(each > 3 for each in off)}.\n")
    print("| figure | fits | near | does not fit |\n|---|---|---|---|")
    for name, counts in by_figure.items():
        print(f"| {name} | " + " | ".join(str(each) for each in counts) + " |")
    print(f"\nOf {len(in_red)} the answer opens in red:\n")
    for name, missed in in_red:
        print(f"- {name}: {', '.join(missed)}")


if __name__ == "__main__":
    main()
