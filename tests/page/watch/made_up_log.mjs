// A log made by hand, in the shape that the simulator tells one in: days of 420 minutes, one team unless another is named.
export const words = {
  kinds: ["family_open", "referred", "stage_begins", "enquiry_begins", "enquiry_ends", "court_begins", "court_ends", "crisis", "loses_worker",
    "waits", "waits_on", "allocated", "turned_away", "closing", "family_closed", "task_done_before", "task_done", "task_given_up", "task_open", "worker_in_post",
    "worker_joins", "becomes_permanent", "gives_notice", "absent", "back", "moves_team", "first_year_ends", "worker_leaves", "day_counted"],
  reasons: ["none", "awaiting_manager", "over_limit", "no_suitable_worker", "worker_absent", "worker_left", "worker_sick", "worker_moved",
    "stage_elsewhere", "reorganised", "on_leave", "in_training", "sick", "no_worker", "stretched", "within_year",
    "raised_threshold", "early_closure", "not_in_need", "no_plan", "no_enquiry", "no_conference"],
  places: ["front_door", "waiting", "duty", "manager_held", "held", "nowhere"],
  stages: ["screening", "assessment", "brief_help", "child_in_need", "child_protection", "looked_after", "closed"],
  works: ["visit", "liaison", "review", "main", "enquiry", "court", "crisis", "record", "handover", "sign_off"],
  roles: ["newly_qualified", "social_worker", "senior", "agency", "manager", "other"],
  severities: ["low", "moderate", "high", "acute"],
};

export const day = 420;

// Twenty working days from 1 April 2025 (Easter has two bank holidays: 18 and 21 April).
const days = [1, 2, 3, 4, 7, 8, 9, 10, 11, 14, 15, 16, 17, 22, 23, 24, 25, 28, 29, 30].map((date) => `2025-04-${String(date).padStart(2, "0")}`);

// An entry with what it says; the rest as the simulator leaves it.
function row({ time, kind, reason = "none", place = "nowhere", stage = "closed", work, team = 0, family = -1, worker = -1, refersTo = 0, planned = 0, unmet = 0 }) {
  const at = (list, word) => {
    const found = words[list].indexOf(word);
    if (found < 0) throw new Error(`no ${list} "${word}"`);
    return found;
  };
  return {
    time, kind: at("kinds", kind), reason: at("reasons", reason), place: at("places", place), stage: at("stages", stage),
    work: work === undefined ? -1 : at("works", work), team, family, worker, refers_to: refersTo, planned_minutes: planned, unmet_hours: unmet,
  };
}

const columns = ["time", "kind", "reason", "place", "stage", "work", "team", "family", "worker", "refers_to", "planned_minutes", "unmet_hours"];

export function madeUpLog({ families, workers, entries, limits = [], teams = ["Patch"] }) {
  const rows = entries.map(row);
  return {
    alternative: "As now", future: 0, minutes_per_day: day, days, days_before: ["2025-03-27", "2025-03-28", "2025-03-31"], days_after: ["2025-05-01", "2025-05-02"],
    words, limits, team: 0, teams, families, workers,
    entries: Object.fromEntries(columns.map((column) => [column, rows.map((each) => each[column])])),
  };
}

// Worker 1 holds family 11 (2 children) and leaves on the 4th day, the family waits two days and comes to worker 2, an agency
// worker who arrived meanwhile; family 12 (3 children) is referred on the 2nd day and waits under the limit to the end.
export const leaver = madeUpLog({
  families: [[11, 2, 1], [12, 3, 2]],
  workers: [[1, 1, 0], [3, 0.6, 0], [4, 1, 0]],
  limits: [{ from: 0, kind: "hard", meaning: "", unit: "children", overflow: "waiting_list", ramp_weeks: 0, exempt: [4, 5],
    numbers: { children: 15, newly_qualified: 10, senior: 0, agency: 0 } }],
  entries: [
    { time: 0, kind: "worker_in_post", worker: 0, refersTo: -2 * day },
    { time: 0, kind: "worker_in_post", worker: 2, refersTo: -day },
    { time: 0, kind: "family_open", family: 0, worker: 0, place: "held", stage: "child_in_need", refersTo: -2 * day },
    { time: 0, kind: "day_counted" },
    { time: day + 10, kind: "referred", family: 1, place: "front_door", stage: "screening" },
    { time: day + 20, kind: "stage_begins", family: 1, place: "front_door", stage: "assessment" },
    { time: day + 20, kind: "waits", family: 1, place: "waiting", stage: "assessment", reason: "awaiting_manager", refersTo: day + 20 },
    { time: 2 * day, kind: "waits_on", family: 1, place: "waiting", stage: "assessment", reason: "over_limit", refersTo: day + 20 },
    { time: 2 * day + 5, kind: "task_done", family: 0, worker: 0, place: "held", stage: "child_in_need", work: "visit", refersTo: 2 * day + 100 , planned: 120 },
    { time: 3 * day, kind: "worker_leaves", worker: 0 },
    { time: 3 * day, kind: "loses_worker", family: 0, worker: 0, place: "held", stage: "child_in_need", reason: "worker_left" },
    { time: 3 * day, kind: "waits", family: 0, place: "waiting", stage: "child_in_need", reason: "no_suitable_worker", refersTo: 3 * day },
    { time: 4 * day, kind: "worker_joins", worker: 1, refersTo: 4 * day },
    { time: 5 * day, kind: "allocated", family: 0, worker: 1, place: "held", stage: "child_in_need", refersTo: 3 * day },
    { time: 9 * day, kind: "task_done", family: 0, worker: 1, place: "held", stage: "child_in_need", work: "visit", reason: "no_worker", refersTo: 4 * day, planned: 120, unmet: 0.5 },
    { time: 10 * day, kind: "absent", worker: 1, reason: "sick", refersTo: 16 * day },
    { time: 16 * day, kind: "back", worker: 1 },
    { time: 18 * day, kind: "family_closed", family: 0, stage: "child_in_need" },
  ],
});
