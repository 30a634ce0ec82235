#!/usr/bin/env python3
"""Asks limits-everywhere.json of every authority, and writes docs/limits-everywhere.md, .csv and .svg.

    python3 scenarios/england/limits_everywhere.py ANSWERS [--futures 40] [--into docs] [--only NAME ...] [--program FILE]

ANSWERS is a folder that keeps every authority's answer as JSON, so that a run that was stopped goes on. The
program is build/headroom, or another one. Answers of another build of it are asked for again.
"""
import argparse
import csv
import hashlib
import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
PROGRAM = ROOT / "build" / "headroom"
QUESTION = HERE.parent / "questions" / "limits-everywhere.json"
MEASURE = "unmet_per_100"
WORDS = {"better": "less", "worse": "more", "slight": "slight", "no difference": "same"}
SHADES = ("#1b6ca8", "#0b3c5d", "#2e8b57", "#b8860b")


def authorities():
    """Names, in the order of the published figures."""
    with open(HERE / "authorities.json", encoding="utf-8") as file:
        return [place["name"] for place in json.load(file)["authorities"]]


def file_name(name):
    return re.sub(r"[^a-z]+", "-", name.lower()).strip("-") + ".json"


def version(program):
    return subprocess.run([program, "--version"], check=True, capture_output=True, text=True).stdout.strip()


def kept(path, heading):
    """The answer in a file, if it is one to the same question of the same program."""
    try:
        answer = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return answer if answer.get("asked") == heading else None


def ask(name, wanted, heading):
    """Asks one authority and keeps the answer; returns it."""
    path = wanted.answers / file_name(name)
    answer = kept(path, heading)
    if answer:
        return answer
    with tempfile.TemporaryDirectory() as scratch:
        command = [wanted.program, "compare", QUESTION, "--authority", name,
                   "--replications", str(wanted.futures), "--json",
                   "--quiet", "-o", Path(scratch) / "answer.h5"]
        run = subprocess.run(command, capture_output=True, text=True)
    if run.returncode != 0:
        sys.exit(f"{name}: {run.stderr.strip()}")
    answer = json.loads(run.stdout)
    answer["asked"] = heading
    partial = path.with_suffix(".partial")
    partial.write_text(json.dumps(answer), encoding="utf-8")
    os.replace(partial, path)
    return answer


def rows_of(name, answer):
    """One row for every alternative but the first: (authority, alternative, and the columns of the table)."""
    levels = {each["name"]: each["measures"] for each in answer["alternatives"]}
    first = levels[answer["alternatives"][0]["name"]]
    marks = [figure["mark"] for figure in answer["this_is_us"]]
    rows = []
    for each in answer["differences"]:
        found, cost = each["measures"][MEASURE], each["measures"]["cost"]
        rows.append({
            "authority": name,
            "alternative": each["name"],
            "caseload_now": round(first["caseload_mean"]["mean"], 1),
            "unmet_now": round(first[MEASURE]["mean"], 1),
            "difference": round(found["mean"], 2),
            "low_95": round(found["joint_interval"][0], 2),
            "high_95": round(found["joint_interval"][1], 2),
            "share_better": round(found["share_better"], 2),
            "verdict": found["verdict"],
            "cost_million": round(cost["mean"] / 1e6, 2),
            "figures": len(marks),
            "figures_off": marks.count("does not fit"),
        })
    return rows


def kind_of(row):
    """What a verdict comes to: less, more, the same (or too little to matter), or cannot tell."""
    for start, word in WORDS.items():
        if row["verdict"].startswith(start):
            return "same" if word == "slight" else word
    return "cannot tell"


def summary(rows, alternatives):
    """A table of how many authorities there are of each kind."""
    lines = ["| | less need unmet | more | no difference that matters | cannot tell |", "|---|---|---|---|---|"]
    for name in alternatives:
        kinds = [kind_of(row) for row in rows if row["alternative"] == name]
        lines.append(f"| {name} | " + " | ".join(
            str(kinds.count(kind)) for kind in ("less", "more", "same", "cannot tell")) + " |")
    return lines


def cell(row):
    mark = {"less": "**less**", "more": "**more**", "same": "same", "cannot tell": "?"}[kind_of(row)]
    return f"{row['difference']:+.1f} ({row['low_95']:+.1f} to {row['high_95']:+.1f}) {mark}"


def table(rows, alternatives):
    lines = ["| | caseload now | unmet now | " + " | ".join(alternatives) + " | figures that do not fit |",
             "|---" * (4 + len(alternatives)) + "|"]
    places = {}
    for row in rows:
        places.setdefault(row["authority"], {})[row["alternative"]] = row
    for name, of in sorted(places.items()):
        any_row = of[alternatives[0]]
        lines.append(f"| {name} | {any_row['caseload_now']} | {any_row['unmet_now']} | " +
                     " | ".join(cell(of[each]) for each in alternatives) + f" | {any_row['figures_off'] or ''} |")
    return lines


def picture(rows, alternatives):
    """A panel for each alternative: every authority's difference, in order, with its interval."""
    wide, high, left, top, gap = 860, 190, 60, 30, 46
    reach = max(4.0, sorted(max(abs(row["low_95"]), abs(row["high_95"])) for row in rows)[int(0.97 * len(rows))])
    parts = []
    for number, name in enumerate(alternatives):
        of = sorted((row for row in rows if row["alternative"] == name), key=lambda row: row["difference"])
        base = top + number * (high + gap)

        def at(value, base=base):
            return base + high / 2 - max(-1.0, min(1.0, value / reach)) * high / 2

        parts.append(f'<text x="{left}" y="{base - 8}" class="name">{name}</text>')
        for tick in (-int(reach), 0, int(reach)):
            parts.append(f'<line x1="{left}" x2="{wide}" y1="{at(tick):.1f}" y2="{at(tick):.1f}" class="grid"/>'
                         f'<text x="{left - 8}" y="{at(tick) + 4:.1f}" class="tick">{tick:+d}</text>')
        for i, row in enumerate(of):
            x = left + (i + 0.5) * (wide - left) / len(of)
            shade = SHADES[number % len(SHADES)]
            weight = 0.35 if kind_of(row) in ("same", "cannot tell") else 1
            parts.append(
                f'<g opacity="{weight}"><title>{row["authority"]}: {row["difference"]:+.1f}</title>'
                f'<line x1="{x:.1f}" x2="{x:.1f}" y1="{at(row["low_95"]):.1f}" y2="{at(row["high_95"]):.1f}" '
                f'stroke="{shade}" stroke-width="1.2"/>'
                f'<circle cx="{x:.1f}" cy="{at(row["difference"]):.1f}" r="2.2" fill="{shade}"/></g>')
    height = top + len(alternatives) * (high + gap)
    style = ("text{font:13px sans-serif;fill:#333}.name{font-weight:bold}.tick{text-anchor:end}"
             ".grid{stroke:#999;stroke-width:.6}")
    return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide + 20} {height}" role="img" '
            f'aria-label="Difference in need unmet in every authority"><style>{style}</style>'
            f'<rect width="100%" height="100%" fill="white"/>' + "".join(parts) + "</svg>\n")


def document(rows, alternatives, futures, asked):
    places = len({row["authority"] for row in rows})
    return "\n".join([
        "# What a limit would do in every authority",
        "",
        f"`scenarios/questions/limits-everywhere.json` asked of all {places} authorities, each with the settings fitted to its own "
        f"figures: {futures} futures of 36 months, need unmet in hours of every 100 planned, against that authority as now "
        f"({asked}). Made by `python3 scenarios/england/limits_everywhere.py FOLDER --futures {futures}`.",
        "",
        *summary(rows, alternatives),
        "",
        "*Less* and *more*: the difference is known with 95 % confidence and large enough to matter. *No difference that matters*: sure, "
        "but too small. *Cannot tell*: these futures leave it open; ranges hold chance, what differs from year to year, and what the "
        "figures do not settle.",
        "",
        "![Difference in need unmet, every authority](limits-everywhere.svg)",
        "",
        "Each point is an authority, in the order of its difference, with the range that holds it in 95 of 100 such answers; pale where "
        "the answer is no difference or cannot tell. Below 0: less need unmet than as now.",
        "",
        *table(rows, alternatives),
        "",
        "The last column counts the published figures that the fitted model does not meet; the more there are, the less the row says.",
        "The same with costs, for spreadsheets: [limits-everywhere.csv](limits-everywhere.csv).",
        ""])


def write(path, text):
    partial = path.with_name(path.name + ".partial")
    partial.write_text(text, encoding="utf-8")
    os.replace(partial, path)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("answers", type=Path)
    parser.add_argument("--futures", type=int, default=40)
    parser.add_argument("--into", type=Path, default=ROOT / "docs")
    parser.add_argument("--only", nargs="+")
    parser.add_argument("--program", type=Path, default=PROGRAM)
    wanted = parser.parse_args()
    if wanted.futures < 3:
        parser.error("--futures takes 3 or more: fewer have no interval")
    wanted.answers.mkdir(parents=True, exist_ok=True)
    asked = version(wanted.program)
    build = hashlib.sha256(wanted.program.read_bytes()).hexdigest()
    heading = {"build": build, "futures": wanted.futures, "question": QUESTION.read_text(encoding="utf-8")}
    names = wanted.only or authorities()
    rows = []
    for number, name in enumerate(names, 1):
        rows += rows_of(name, ask(name, wanted, heading))
        print(f"\r{number} of {len(names)} authorities", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    alternatives = list(dict.fromkeys(row["alternative"] for row in rows))
    write(wanted.into / "limits-everywhere.md", document(rows, alternatives, wanted.futures, asked))
    write(wanted.into / "limits-everywhere.svg", picture(rows, alternatives))
    with tempfile.TemporaryFile("w+", newline="") as file:
        table_of = csv.DictWriter(file, rows[0].keys(), lineterminator="\n")
        table_of.writeheader()
        table_of.writerows(rows)
        file.seek(0)
        write(wanted.into / "limits-everywhere.csv", file.read())


if __name__ == "__main__":
    main()
