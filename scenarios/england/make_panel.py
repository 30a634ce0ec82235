#!/usr/bin/env python3
"""Writes panel.json: what England's authorities published, year by year, for the back-test.

    python3 scenarios/england/make_panel.py FOLDER

FOLDER holds authorities.csv, regions.csv and national.csv with the columns that README.md beside this file
names. Years after LAST_YEAR are left out on purpose: they are kept aside, so that nothing is tuned to them.
"""
import csv
import json
import sys
from collections import defaultdict
from pathlib import Path

HERE = Path(__file__).parent
FIRST_YEAR, LAST_YEAR = 2012, 2024

# Our name of a metric: the name in the statistics (three for quartiles) and the decimals that are published.
MARCH = {
    "children_0_17": ("pop_0_17_mid_year", 0),
    "referrals": ("referrals", 0),
    "referrals_no_further_action": ("referrals_nfa", 0),
    "referrals_assessed_not_in_need": ("referrals_assessed_not_in_need", 0),
    "rereferrals_percent": ("rereferrals_within_12m_pct", 1),
    "assessments": ("assessments_completed", 0),
    "assessment_days_quartiles": (
        ("assessment_days_p25", "assessment_days_median", "assessment_days_p75"), 1),
    "assessments_within_45_days_percent": ("assessments_within_45_days_pct", 1),
    "s47_enquiries": ("s47_enquiries", 0),
    "conferences": ("icpc", 0),
    "conferences_within_15_days_percent": ("icpc_within_15_working_days_pct", 1),
    "protection_plans_started": ("cpp_started", 0),
    "protection_plans_open": ("cpp_at_31_march", 0),
    "second_protection_plans_percent": ("cpp_started_second_or_subsequent_pct", 1),
    "in_need_plans_started": ("cin_plans_started", 0),
    "in_need_plans_open": ("cin_plans_at_31_march", 0),
    "looked_after_started": ("cla_started", 0),
    "looked_after_open": ("cla_at_31_march", 0),
    "looked_after_three_workers_percent": ("cla_3plus_social_workers_in_year_pct", 1),
}
SEPTEMBER = {
    "in_post_fte": ("sw_inpost_fte", 1),
    "vacancies_fte": ("sw_vacancy_fte", 1),
    "agency_fte": ("sw_agency_fte", 1),
    "agency_cover_fte": ("sw_agency_cover_fte", 1),
    "case_holders_fte": ("sw_case_holders_fte", 1),
    "cases": ("sw_cases", 0),
    "starters_fte": ("sw_starters_fte", 1),
    "caseload": ("sw_caseload_fte", 1),
    "vacancy_percent": ("sw_vacancy_rate_fte", 1),
    "agency_percent": ("sw_agency_rate_fte", 1),
    "turnover_percent": ("sw_turnover_rate_fte", 1),
    "absence_percent": ("sw_absence_rate_fte", 1),
    "vacancies_covered_percent": ("sw_vacancy_agency_cover_rate_fte", 1),
    "agency_on_vacancies_percent": ("sw_agency_cover_rate_fte", 1),
}
METRICS = {**MARCH, **SEPTEMBER}

# Assessments were introduced in 2013-14: what is counted of that year is a part of it, in a part of England.
FIRST_WHOLE_YEAR = {"assessments": 2015}

# Of a joint workforce return: shares of the two members are weighted by these counts, all else is summed.
WEIGHTED_BY = {
    "rereferrals_percent": "referrals",
    "assessment_days_quartiles": "assessments",
    "assessments_within_45_days_percent": "assessments",
    "conferences_within_15_days_percent": "conferences",
    "second_protection_plans_percent": "protection_plans_started",
    "looked_after_three_workers_percent": "looked_after_open",
}


def rounded(value, decimals):
    value = round(value, decimals)
    return int(value) if value == int(value) else value


def read(path, code, metric):
    """{code: {metric: {year: value}}} of a file of statistics."""
    found = defaultdict(lambda: defaultdict(dict))
    with open(path, newline="", encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            try:
                year, value = int(row["year"]), float(row["value"])
            except ValueError:
                continue
            if FIRST_YEAR <= year <= LAST_YEAR:
                found[code(row)][row[metric]][year] = value
    return found


def values_of(statistics, metric):
    """{year: value, or the three quartiles} where every part is published."""
    names, decimals = METRICS[metric]
    if isinstance(names, str):
        first = FIRST_WHOLE_YEAR.get(metric, FIRST_YEAR)
        return {year: rounded(value, decimals) for year, value in statistics[names].items() if year >= first}
    years = set.intersection(*(set(statistics[name]) for name in names))
    return {year: [rounded(statistics[name][year], decimals) for name in names] for year in years}


def joined(metric, one, other):
    """What two members of a joint return come to together, in years that both publish."""
    weights = WEIGHTED_BY.get(metric)
    ours, theirs = values_of(one, metric), values_of(other, metric)
    together = {}
    for year in set(ours) & set(theirs):
        if weights is None:
            together[year] = ours[year] + theirs[year]
            continue
        by = [values_of(member, weights).get(year) for member in (one, other)]
        if None in by or sum(by) == 0:
            continue
        mean = lambda a, b: rounded((a * by[0] + b * by[1]) / sum(by), METRICS[metric][1])
        both = ours[year], theirs[year]
        together[year] = mean(*both) if not isinstance(both[0], list) else [mean(*p) for p in zip(*both)]
    return together


def row_of(years):
    """[first year, value, value, ...], null for a year without one."""
    first, last = min(years), max(years)
    return [first] + [years.get(year) for year in range(first, last + 1)]


def figures_of(place, statistics):
    code, members = place["code"], place["code"].split("+")
    figures = {}
    for metric in METRICS:
        years = values_of(statistics[code], metric)
        if len(members) == 2 and metric in MARCH:
            years = joined(metric, *(statistics[member] for member in members))
        if years:
            figures[metric] = row_of(years)
    return figures


def main(folder):
    today = json.loads((HERE / "authorities.json").read_text(encoding="utf-8"))
    # "E06000061 / E06000062" in the statistics, "E06000061+E06000062" here.
    authorities = read(folder / "authorities.csv", lambda row: row["la_code"].replace(" / ", "+"), "metric")
    regions = read(folder / "regions.csv", lambda row: row["region_name"], "metric")
    england = read(folder / "national.csv", lambda row: "England", "series")
    lines = ['{', f'"title":"What authorities in England published, {FIRST_YEAR} to {LAST_YEAR}",',
             f'"licence":{json.dumps(today["licence"])},',
             '"reading":"Each figure is [first year, value, value, ...], null where none is published. A year of the '
             'metrics under march ends on 31 March, of those under september on 30 September. Sources as in '
             'authorities.json.",',
             f'"march":{json.dumps(list(MARCH))},', f'"september":{json.dumps(list(SEPTEMBER))},',
             '"places":[']
    places = [(place, figures_of(place, authorities)) for place in today["authorities"]]
    places += [(region, figures_of({"code": region["name"]}, regions)) for region in today["regions"]]
    places.append((today["england"], figures_of({"code": "England"}, england)))
    compact = lambda value: json.dumps(value, separators=(",", ":"), ensure_ascii=False)
    lines.append(",\n".join(f'{{"code":{compact(place["code"])},"figures":{compact(figures)}}}'
                            for place, figures in places))
    lines += ["]", "}"]
    (HERE / "panel.json").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
