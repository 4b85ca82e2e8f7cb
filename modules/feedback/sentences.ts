/* Everything the tablet says, in the order of its pages: what an interpreter speaks and a translator writes, sentence by sentence. The Vietnamese of each is the text
 * `feedback.tablet.<sentence>`. */
export const tabletPages = {
  welcome: ['welcome.title', 'welcome.text', 'start', 'refuse', 'listen'],
  questions: ['q.respected', 'q.understood', 'q.safe', 'q.chosen', 'q.helped'],
  answers: ['a.good', 'a.middle', 'a.bad', 'skip', 'back', 'next'],
  words: ['words.title', 'words.hint'],
  raise: [
    'raise.title',
    'raise.none',
    'raise.complaint',
    'raise.not_safe',
    'raise.who',
    'raise.text',
    'raise.number',
    'raise.number_yes',
    'raise.number_no',
    'send',
  ],
  end: ['done.title', 'done.text', 'done.raised', 'left.title', 'left.text'],
} as const;

export const tabletSentences: readonly string[] = Object.values(tabletPages).flat();
