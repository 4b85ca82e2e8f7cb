/* The tablet's pictures: plain lines, drawn here, no font and no network. Each question has one; the answers are three faces, told apart by mouth and by word, never
 * by colour alone. */
const questions: Readonly<Record<string, string>> = {
  // two people, facing each other, at one height
  respected:
    'M12 26a8 8 0 1 0 0-.1M8 56c0-12 5-18 12-18s12 6 12 18M52 26a8 8 0 1 0 0-.1M48 56c0-12 5-18 12-18s12 6 12 18M34 22h12M42 18l4 4-4 4M46 32H34M38 28l-4 4 4 4',
  // a mouth that speaks, an ear that hears
  understood:
    'M10 14h34v24H26l-8 8v-8h-8zM18 22h18M18 30h12M60 56c6 0 8-4 8-9 0-4 4-7 4-13a11 11 0 0 0-22 0M56 34a5 5 0 0 1 10 0c0 4-4 4-5 9',
  // a house with a closed door and a roof over somebody
  safe: 'M10 36 40 10l30 26M18 30v30h44V30M34 38a6 6 0 1 0 0-.1M30 60c0-10 4-14 10-14s10 4 10 14',
  // a path that parts, and somebody before it
  chosen:
    'M40 40V24M40 24 20 8M40 24 60 8M20 18V8h10M60 18V8H50M34 54a6 6 0 1 0 0-.1M30 76c0-8 4-12 10-12s10 4 10 12',
  // two hands, one holding
  helped:
    'M8 46c8-4 14-4 20 0l10 6h10c4 0 4 6 0 6H36M8 62c10 2 16 8 26 8 12 0 20-8 34-18 3-2 0-7-4-6L50 54M40 10c-4-6-14-4-14 4 0 8 14 16 14 16s14-8 14-16c0-8-10-10-14-4z',
};

export function QuestionPicture({ name }: { name: string }) {
  return (
    <svg className="tablet-picture" viewBox="0 0 80 80" aria-hidden="true">
      <path d={questions[name]} />
    </svg>
  );
}

const mouths: Readonly<Record<string, string>> = {
  good: 'M25 48c6 12 24 12 30 0',
  middle: 'M26 52h28',
  bad: 'M25 56c6-12 24-12 30 0',
};

export function Face({ answer }: { answer: string }) {
  return (
    <svg className="tablet-face" viewBox="0 0 80 80" aria-hidden="true">
      <circle cx="40" cy="40" r="32" />
      <path d="M28 30v5M52 30v5" />
      <path d={mouths[answer]} />
    </svg>
  );
}
