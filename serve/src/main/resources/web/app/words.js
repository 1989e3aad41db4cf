// What the cast makes of a prompt: where its unknown words stand, and which known ones to offer.

const pieces = /[\p{L}\p{N}]+/gu;

/** The prompt in runs of {text, unknown}, for drawing a line under what is not known. */
export function runs(prompt, unknown) {
  const marked = new Map(unknown.map((entry) => [entry.word.replaceAll('"', "").toLowerCase(), entry]));
  const found = [];
  let from = 0;
  const cut = (start, end, entry) => {
    if (start > from) found.push({ text: prompt.slice(from, start) });
    found.push({ text: prompt.slice(start, end), unknown: entry });
    from = end;
  };
  for (const [phrase, entry] of marked) {
    if (!phrase.includes(" ")) continue;
    const start = prompt.toLowerCase().indexOf(phrase);
    if (start >= from) cut(start, start + phrase.length, entry);
  }
  for (const match of prompt.matchAll(pieces)) {
    const entry = marked.get(match[0].toLowerCase());
    if (entry && match.index >= from) cut(match.index, match.index + match[0].length, entry);
  }
  if (from < prompt.length) found.push({ text: prompt.slice(from) });
  return found;
}

/** Puts a known word in the place of an unknown one, everywhere. */
export function replace(prompt, word, by) {
  return prompt.replace(pieces, (piece) => (piece.toLowerCase() === word.toLowerCase() ? by : piece));
}

/** The word that is being typed: the letters before the caret, if nothing follows them. */
export function beingTyped(prompt, caret) {
  const before = prompt.slice(0, caret).match(/[\p{L}]+$/u)?.[0] ?? "";
  const after = prompt.slice(caret).match(/^[\p{L}]/u);
  return after ? "" : before;
}

/** Known words that begin so; a word that is complete offers nothing. */
export function completions(known, start) {
  const small = start.toLowerCase();
  if (small.length < 2) return [];
  const all = known.flatMap(({ values }) => values.flatMap(({ words }) => words));
  if (all.includes(small)) return [];
  return [...new Set(all)].filter((word) => word.startsWith(small)).slice(0, 6);
}

const asked = ["subject", "color", "action", "place", "time", "style", "camera"];
const articles = {
  subject: "Add a subject",
  color: "Add a color",
  action: "Add what it does",
  place: "Add a place",
  time: "Add a time of day",
  style: "Add a style",
  camera: "Move the camera",
};

/** The first thing that the prompt leaves open, with the words for it. */
export function missing(known, understood) {
  const said = new Set(understood.map((entry) => entry.attribute));
  const attribute = asked.find(
    (name) => !said.has(name) && known.some((entry) => entry.name === name),
  );
  if (!attribute) return { label: "", words: [] };
  const values = known.find((entry) => entry.name === attribute).values;
  return { label: articles[attribute], words: values.map(({ value }) => value) };
}

/** Adds a word at the caret or at the end, with a blank where one is due. */
export function insert(prompt, caret, word) {
  const start = caret - beingTyped(prompt, caret).length;
  const before = prompt.slice(0, start);
  const after = prompt.slice(caret);
  const gap = before && !/\s$/.test(before) ? " " : "";
  return { prompt: `${before}${gap}${word} ${after.trimStart()}`, caret: (before + gap + word).length + 1 };
}

export function append(prompt, word) {
  const text = prompt.trimEnd();
  return `${text}${text ? " " : ""}${word} `;
}
