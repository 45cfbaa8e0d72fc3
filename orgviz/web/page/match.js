// Whether a text holds what somebody types: as letters, as pinyin, or as the first letters of pinyin.

const sounds = new Map(Object.entries(data.readings).map(([character, all]) => [character, readAll(all)]));
const LONGEST_QUERY = 60;
const SILENT = /[\s\p{P}]/u; // what nobody types between syllables

/** All readings of a character; lü is written lv, and some type lu. */
function readAll(all) {
  const plain = all.split(" ");
  return [...new Set([...plain, ...plain.map((one) => one.replace("v", "u"))])];
}

/** A text without what nobody types: capitals, accents, wide forms. */
function plain(text) {
  return text.normalize("NFKC").toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").normalize("NFC");
}

/** The words of a query. */
function terms(query) {
  return plain(query.slice(0, LONGEST_QUERY)).replace(/['’]/g, "").split(/\s+/).filter(Boolean);
}

/** How well a plain text answers to a term: 0 best, 4 worst, -1 not at all. */
function rate(text, term) {
  const at = text.indexOf(term);
  if (at === 0) return 0;
  if (at > 0) return /[\s,、(（·]/.test(text[at - 1]) ? 1 : 2;
  if (!sounds.size || !/^[\p{Script=Han}a-z0-9]*[a-z][\p{Script=Han}a-z0-9]*$/u.test(term)) return -1;
  const characters = [...text];
  if (!characters.some((character) => sounds.has(character))) return -1;
  for (let start = 0; start < characters.length; start += 1) {
    if (!SILENT.test(characters[start]) && soundsLike(characters, start, term)) return start === 0 ? 3 : 4;
  }
  return -1;
}

/** Whether the term is how the text sounds from a character on: whole syllables, first letters, or a mixture. */
function soundsLike(characters, start, term) {
  let reached = new Set([0]);
  for (let i = start; i < characters.length && reached.size; i += 1) {
    if (SILENT.test(characters[i])) continue;
    const next = new Set();
    for (const at of reached) for (const end of steps(characters[i], term, at)) next.add(end);
    if (next.has(term.length)) return true;
    reached = next;
  }
  return false;
}

/** How far a character brings us in the term. */
function* steps(character, term, at) {
  if (term.startsWith(character, at)) yield at + character.length;
  for (const reading of sounds.get(character) ?? []) {
    let length = 0;
    while (length < reading.length && term[at + length] === reading[length]) length += 1;
    if (length) yield at + 1;
    if (length >= 2 && reading[1] === "h") yield at + 2; // zh, ch, sh
    if (length === reading.length || at + length === term.length) yield at + length;
  }
}

/** What can be found of a box: its texts, the weightiest first. */
function fieldsOf(card) {
  const { name, holders, duty, rows = [] } = card.said;
  const fields = [[name, 0], [holders, 1], [duty, 3]];
  for (const row of rows) {
    const isPerson = row.kind === "person";
    fields.push([row.name, isPerson ? 1 : 2], [row.holders, 1], [row.duty, 3]);
  }
  return fields.filter(([text]) => text).map(([text, weight]) => ({ text, weight, plain: plain(text) }));
}

/** The boxes that answer to a query, the best first, each with the text that does. */
function search(query) {
  const asked = terms(query);
  if (!asked.length) return [];
  const found = [];
  for (const card of order) {
    card.fields ??= fieldsOf(card);
    const best = bestField(card.fields, asked);
    if (best) found.push({ card, ...best });
  }
  return found.sort((a, b) => a.rank - b.rank || a.card.level - b.card.level);
}

/** The field that answers best, if the box answers to every term. */
function bestField(fields, asked) {
  let best = null;
  for (const term of asked) {
    let here = null;
    for (const field of fields) {
      const rated = rate(field.plain, term);
      const rank = rated < 0 ? Infinity : rated * 4 + field.weight;
      if (rank < (here?.rank ?? Infinity)) here = { rank, text: field.text, isName: field.weight === 0 };
    }
    if (!here) return null;
    if (!best || here.rank > best.rank) best = here;
  }
  return best;
}
