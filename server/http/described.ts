/* What each address of the server is for and what its body may hold, for the description of the API and for the tests that send it nonsense. Acts, lists, rows
 * and searches follow from the declarations (kernel/act/openapi.ts); everything else stands here, and a test fails for an address that does not. */
import type { Described, JsonBody } from '../../kernel/act/openapi.ts';
import { receivingRoles, roleNames } from '../../modules/agencies/index.ts';
import { routes as ways } from '../../modules/intake/index.ts';
import { ethnicityCodes } from '../../modules/people/index.ts';
import { authDescribed } from '../auth/described.ts';

const id = { type: 'string', format: 'uuid' } as const;
const day = { type: 'string', format: 'date' } as const;
const flag = { type: 'boolean' } as const;
const whole = { type: 'integer', minimum: 0 } as const;
const text = (maxLength: number) => ({ type: 'string', maxLength }) as const;
const one = (...codes: readonly string[]) => ({ enum: codes });
const ids = (maxItems: number) => ({ type: 'array', items: id, maxItems });

const post = (
  url: string,
  summary: string,
  body: JsonBody = {},
  required: readonly string[] = [],
  answer = 'What was asked for',
): Described => ({ method: 'POST', url: `/api/${url}`, summary, body, required, answer });
const read = (url: string, summary: string, answer: string): Described => ({
  method: 'GET',
  url: `/api/${url}`,
  summary,
  answer,
});

const people: readonly Described[] = [
  post(
    'path',
    'Everything of one person’s file that the caller may see; entered in the ledger',
    { person: id },
    ['person'],
  ),
  post(
    'act',
    'Any act, named in the body; see /api/act/{name} for what each takes',
    {
      id,
      act: text(80),
      subject: id,
      input: { type: 'object' },
      purpose: text(300),
      madeAt: { type: 'string', format: 'date-time' },
    },
    ['id', 'act'],
    'The subject and what to look at',
  ),
  post(
    'alike',
    `People already known who may be the same, over every office: whom to ask and why (${receivingRoles.join(', ')})`,
    {
      fullName: text(120),
      otherNames: {
        type: 'array',
        maxItems: 12,
        items: { type: 'object', properties: { text: text(120), kind: text(120) } },
      },
      born: text(10),
      sex: text(10),
      ethnicity: one(...ethnicityCodes),
      origin: id,
    },
    [],
    'Likely doubles with reasons, never a name',
  ),
  post(
    'open',
    'One sealed field, for a purpose; entered in the ledger',
    { record: text(80), id, field: text(80), purpose: text(300) },
    ['record', 'id', 'field', 'purpose'],
    'The value',
  ),
  post('board', 'What stands where, in numbers that open the list behind them'),
  post('work', 'What waits for the caller, due first'),
  post('deadlines', 'Limits of procedure that are past or near, counted by office and officer'),
  post('calendar', 'Whether the caller has a calendar address for her limits'),
  post('calendar/make', 'A new address for it, shown once; the one before ends', {}, [], 'The address'),
  post('calendar/end', 'Ends the address'),
  read(
    'calendar/{token}',
    'The limits of the post an address was made for, as text/calendar; needs no session',
    'A calendar',
  ),
  post('notifications', 'What the caller and her offices were told'),
  post(
    'feedback/enter',
    'Whether a code of an invitation to give feedback is good; needs no session',
    { code: text(40) },
    ['code'],
  ),
  post(
    'feedback/give',
    'Feedback under such a code; needs no session',
    { code: text(40), answers: { type: 'object' } },
    ['code', 'answers'],
    'Thanks',
  ),
  post('feedback/counts', 'Feedback an office may see about itself, without small numbers'),
  post(
    'feedback/said',
    'What was spoken and written for the tablet in the language of a code',
    { code: text(40) },
    ['code'],
  ),
  post(
    'feedback/hear',
    'One recording, for the tablet',
    { code: text(40), id },
    ['code', 'id'],
    'The sound in base64',
  ),
  post(
    'feedback/sentences',
    'What an office’s tablet would speak and write in a language',
    { language: one('vi', 'hmn', 'dao', 'giay', 'tay', 'zh') },
    ['language'],
  ),
  post(
    'feedback/voice',
    'One recording, for those who prepare the tablet',
    { id },
    ['id'],
    'The sound in base64',
  ),
  {
    method: 'POST',
    url: '/api/feedback/sentence',
    summary:
      'A recording of one sentence, with the fields of spokenSentence.give beside it as one JSON value',
    form: true,
    answer: 'The line',
  },
];

const reference: readonly Described[] = [
  post('units', 'Administrative units by words, code, parent or id, in the era of a day', {
    text: text(80),
    on: day,
    ever: flag,
    parent: id,
    level: one('province', 'district', 'commune'),
    ids: ids(200),
  }),
  post('offices', 'Offices on a day, by words, competence or id', {
    text: text(80),
    on: day,
    competence: text(40),
    ids: ids(300),
  }),
  post('offices/tree', 'The offices right below one, or those whose name has the words; ended ones as well', {
    parent: id,
    text: text(80),
  }),
  post('officers', 'Officers by words or id; `colleagues` are those one may lend a post to', {
    text: text(80),
    ids: ids(300),
    most: whole,
    ended: flag,
    colleagues: flag,
  }),
  post('permissions', 'What a role sees and may do', { role: one(...roleNames) }),
  read('rules', 'The dated lines of the law', 'Rules with their articles'),
  read('share-bundles', 'What is usually shared together, by purpose', 'Names of fields'),
];

const facilities: readonly Described[] = [
  post('facilities', 'The board of facilities: who takes whom in, where and when', {
    office: id,
    id,
    service: text(40),
    language: text(10),
    sex: text(10),
    age: whole,
    children: whole,
    nationality: text(10),
    from: id,
    since: day,
    days: whole,
  }),
  post(
    'facilities/stays',
    'Who stays, stayed or is expected in a facility',
    { facility: id, state: text(40) },
    ['facility'],
  ),
];

const flow: readonly Described[] = [
  post('flow', 'How long each stage takes, what is lengthened and returned, and where cases stay behind'),
  post(
    'flow/list',
    'The rows behind one number of it',
    { where: { type: 'object', additionalProperties: text(40) }, skip: whole },
    ['where'],
  ),
];

const papers: readonly Described[] = [
  {
    method: 'POST',
    url: '/api/documents/scan',
    summary: 'A scan of a paper, with the fields of scan.attach beside it as one JSON value',
    form: true,
    answer: 'The scan',
  },
  post('documents/preview', 'A paper of a file as it would read, with its blanks', {
    person: id,
    form: text(80),
    authority: text(10),
    onBehalfOf: text(120),
    signerTitle: text(120),
    signerName: text(120),
    entered: text(40_000),
    withSealed: flag,
    purpose: text(300),
  }),
  post('documents/open', 'A paper as a file, for a purpose; entered in the ledger', {
    document: id,
    format: one('docx', 'pdf'),
    purpose: text(300),
  }),
  post('documents/open-scan', 'The scan of a paper, for a purpose; entered in the ledger', {
    document: id,
    scan: id,
    purpose: text(300),
  }),
  {
    method: 'POST',
    url: '/api/exhibits/file',
    summary: 'A file of an exhibit, with the fields of exhibitFile.attach beside it as one JSON value',
    form: true,
    answer: 'The file',
  },
  post('exhibits/open', 'A file of an exhibit, for a purpose; entered in the ledger', {
    file: id,
    purpose: text(300),
  }),
  post(
    'exhibits/openings',
    'Who opened files of the exhibits of a case, when and why',
    { criminalCase: id },
    ['criminalCase'],
  ),
  post(
    'exhibits/export',
    'The exhibits of a case as a signed package that anybody can check, for a purpose; entered in the ledger',
    { criminalCase: id, exhibit: id, purpose: text(300) },
  ),
  post('support-accounts', 'What was spent on support between two days', { from: day, to: day }, [
    'from',
    'to',
  ]),
];

const account: readonly Described[] = [
  post('account/delegations', 'Whom the caller has lent her post to'),
  post('account/sign-in', 'How an officer signs in (administrators)', { officer: id }, ['officer']),
  post(
    'account/reset',
    'A one-time code to choose a password (administrators, second factor fresh)',
    { officer: id },
    ['officer'],
    'The code, shown once',
  ),
  post(
    'account/end-sessions',
    'Ends an officer’s sessions (administrators, second factor fresh)',
    { officer: id },
    ['officer'],
    'How many ended',
  ),
  post(
    'account/end-factors',
    'Takes an officer’s second factors away (administrators, second factor fresh)',
    { officer: id },
    ['officer'],
    'That they ended',
  ),
];

const plan: JsonBody = {
  profile: one('htcds', 'table'),
  sheet: text(200),
  headerRow: { type: 'integer', minimum: 0, maximum: 1000 },
  columns: {
    type: 'object',
    additionalProperties: { type: ['string', 'null'] },
    description: 'Column number → field, null leaves it aside',
  },
  answers: {
    type: 'object',
    properties: { disputedColumns: one('labels', 'names'), dayOrder: one('day-first', 'month-first') },
  },
  arrival: { type: ['object', 'null'], properties: { route: one(...ways), day } },
};
const exchange: readonly Described[] = [
  {
    method: 'POST',
    url: '/api/imports/rows',
    summary:
      'The cells of a short list, such as that of a group, for the screen to go on with; nothing is kept',
    form: true,
    answer: 'Rows of cells',
  },
  {
    method: 'POST',
    url: '/api/imports/upload',
    summary: 'A spreadsheet (CSV or XLSX) to bring in',
    form: true,
    answer: 'The job, and how the file is understood',
  },
  post('imports/read', 'A job and how its file is understood', { id }, ['id']),
  post(
    'imports/plan',
    'Which column is which field, and the answers to what the file leaves open',
    { id, plan: { type: 'object', properties: plan } },
    ['id', 'plan'],
    'How the file is understood now',
  ),
  post('imports/preview', 'What fifty rows would become', { id, from: whole }, ['id']),
  post('imports/start', 'Begins to bring the rows in, each wholly or not at all', { id }, ['id'], 'The job'),
  post('imports/stop', 'Stops a running job', { id }, ['id'], 'The job'),
  post('imports/discard', 'Throws a job’s file and report away', { id }, ['id'], 'The job'),
  post('imports/get', 'A job and how far it is', { id }, ['id']),
  post('imports/list', 'The last jobs of the caller’s offices'),
  post(
    'imports/report',
    'What became of each row, as lines or as a file',
    { id, from: whole, outcome: one('in', 'double', 'already', 'refused'), format: one('csv', 'xlsx') },
    ['id'],
  ),
  post(
    'export',
    'Files or a list taken out as a table, by HTCDS 2.0 or as on screen; entered in the ledger with the purpose',
    {
      record: text(80),
      profile: one('htcds', 'list'),
      format: one('csv', 'xlsx'),
      columns: one('all', 'core', 'used'),
      filter: { type: 'object', additionalProperties: { type: 'object' } },
      ids: ids(5000),
      purpose: text(300),
      withSealed: flag,
      onlyAllowed: text(40),
    },
    ['purpose'],
    'The files in base64, and what was left out and why',
  ),
  post(
    'export/list',
    'A list that is not one record’s, or everything of one file, as a spreadsheet; where people are named entered in the ledger with the purpose',
    {
      list: one(
        'work',
        'notices',
        'officers',
        'permissions',
        'ledger',
        'stays',
        'facilityDays',
        'feedback',
        'accounts',
        'path',
      ),
      asked: { type: 'object' },
      purpose: text(300),
    },
    ['list'],
    'The file in base64',
  ),
];

const ledger: readonly Described[] = [
  post('ledger', 'A page of the ledger (auditors)', {
    officer: id,
    office: id,
    person: id,
    file: text(40),
    role: text(80),
    kind: text(80),
    name: text(80),
    from: day,
    to: day,
    before: whole,
  }),
  post('ledger/names', 'The names entries have (auditors)'),
  post('ledger/files', 'Numbers and holders of files by id (auditors)', { ids: ids(200) }),
  post('ledger/entry', 'One entry with its place in the chain (auditors)', { id }, ['id']),
  post(
    'ledger/verify',
    'Proves the chain or names the first broken entry (auditors)',
    { note: text(4000), progress: flag },
    [],
    'The verdict; with `progress` a line for each step',
  ),
  post('ledger/checkpoint', 'Signs the head of the chain (auditors)', {}, [], 'The signed note'),
  post('ledger/checkpoints', 'The checkpoints kept here (auditors)'),
  read('ledger/export', 'The whole chain as lines an outsider can verify (auditors)', 'A file of lines'),
];

export const described: readonly Described[] = [
  ...people,
  ...reference,
  ...facilities,
  ...flow,
  ...papers,
  ...account,
  ...exchange,
  ...ledger,
  ...authDescribed,
];
