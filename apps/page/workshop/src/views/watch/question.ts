// What is watched where nobody brought a question.
export const ownQuestion = JSON.stringify({
  question: "What does a limit of 15 children do in one team?",
  authority: "teaching team",
  months: 36,
  replications: 20,
  seed: 1,
  alternatives: [
    { name: "As now" },
    { name: "Limit 15", policy: { caseload_limit: { kind: "hard", children: 15 } } },
  ],
}, null, 2);
