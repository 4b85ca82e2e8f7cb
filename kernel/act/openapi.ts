/* The description of the API, from the declarations: one POST per verb, since names and numbers of people must not stand in addresses. */
import type { Fields } from '../fields/kind.ts';
import { problemStatus } from '../problem.ts';
import { hasAnswers, type RecordDeclaration, standardColumns } from '../record/record.ts';
import type { Act } from './act.ts';

const unanswered = {
  type: 'object',
  properties: { unanswered: { enum: ['unknown', 'declined', 'not_asked'] } },
  required: ['unanswered'],
};

function shapeSchema(fields: Fields): object {
  return {
    type: 'object',
    additionalProperties: false,
    required: Object.entries(fields).flatMap(([name, field]) => (field.required ? [name] : [])),
    properties: Object.fromEntries(
      Object.entries(fields).map(([name, field]) => {
        const own = field.kind.schema(field.options);
        return [
          name,
          field.asked ? { oneOf: [own, unanswered, { type: 'null' }] } : { oneOf: [own, { type: 'null' }] },
        ];
      }),
    ),
  };
}

function rowSchema(record: RecordDeclaration): object {
  const standard = standardColumns(record).map(column => [
    column.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase()),
    column === 'version'
      ? { type: 'integer' }
      : column === 'unanswered'
        ? { type: 'object' }
        : { type: 'string' },
  ]);
  const fields = Object.entries(record.fields).map(([name, field]) => [
    name,
    field.tier === 'sealed'
      ? { type: 'object', properties: { sealed: { const: true } } }
      : field.kind.schema(field.options),
  ]);
  return {
    type: 'object',
    properties: Object.fromEntries([...standard, ...fields]),
    description: hasAnswers(record) ? 'Unanswered questions stand in `unanswered`.' : undefined,
  };
}

const body = (schema: object) => ({ required: true, content: { 'application/json': { schema } } });
const answers = (description: string, schema: object = { type: 'object' }) => ({
  '200': { description, content: { 'application/json': { schema } } },
  default: {
    description: 'A problem in the language of the caller',
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  },
});

export type JsonBody = Readonly<Record<string, object>>;
/** An address that follows from no declaration: what it is for and what its body may hold. */
export interface Described {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly summary: string;
  /** Properties of the JSON body; absent where there is none. */
  readonly body?: JsonBody;
  readonly required?: readonly string[];
  /** The body is a form with one file. */
  readonly form?: true;
  readonly answer: string;
}

function described({ method, summary, body: properties, required = [], form, answer }: Described): object {
  const sent = form
    ? {
        requestBody: {
          required: true,
          content: {
            'multipart/form-data': {
              schema: {
                type: 'object',
                required: ['file'],
                properties: { file: { type: 'string', format: 'binary' } },
              },
            },
          },
        },
      }
    : properties
      ? { requestBody: body({ type: 'object', ...(required.length > 0 ? { required } : {}), properties }) }
      : {};
  return { [method.toLowerCase()]: { summary, ...sent, responses: answers(answer) } };
}

export function openApi(
  records: readonly RecordDeclaration[],
  acts: readonly Act[],
  routes: readonly Described[] = [],
): object {
  const names = { enum: records.map(record => record.name) };
  const paths: Record<string, object> = {
    '/api/list': {
      post: {
        summary: 'A page of rows the caller may see',
        requestBody: body({
          type: 'object',
          required: ['record'],
          properties: {
            record: names,
            filter: { type: 'object', additionalProperties: { type: 'object', maxProperties: 1 } },
            sort: { type: 'object', properties: { by: { type: 'string' }, descending: { type: 'boolean' } } },
            after: { type: 'string', maxLength: 2000 },
            limit: { type: 'integer', minimum: 1, maximum: 100 },
            brief: {
              type: 'boolean',
              description: 'Only what lists show, without what may be done with each row',
            },
          },
        }),
        responses: answers('Rows and the place to go on from'),
      },
    },
    '/api/get': {
      post: {
        summary: 'One row; reading a person’s file is entered in the ledger',
        requestBody: body({
          type: 'object',
          required: ['record', 'id'],
          properties: { record: names, id: { type: 'string', format: 'uuid' } },
        }),
        responses: answers('The row with what the caller may do', {
          oneOf: records.map(record => ({ $ref: `#/components/schemas/${record.name}` })),
        }),
      },
    },
    '/api/search': {
      post: {
        summary: 'People and records by name or number, Vietnamese-aware',
        requestBody: body({
          type: 'object',
          required: ['text'],
          properties: { text: { type: 'string', maxLength: 200 } },
        }),
        responses: answers('Hits'),
      },
    },
  };
  for (const route of routes) paths[route.url] = described(route);
  for (const act of acts)
    paths[`/api/act/${act.name}`] = {
      post: {
        summary: `${act.name} on ${act.record}`,
        requestBody: body({
          type: 'object',
          required: ['id', 'subject', 'input'],
          properties: {
            id: {
              type: 'string',
              format: 'uuid',
              description: 'Made by the caller; sent again, the act answers what it answered before',
            },
            subject: { type: 'string', format: 'uuid' },
            purpose: { type: 'string', maxLength: 300 },
            madeAt: { type: 'string', format: 'date-time' },
            input: shapeSchema(act.input),
          },
        }),
        responses: answers('The subject and what to look at'),
      },
    };
  return {
    openapi: '3.1.0',
    info: {
      title: 'Chung Tay',
      version: '1',
      description: 'Sessions are cookies; every request but GET carries the header `x-chungtay: 1`.',
    },
    paths,
    components: {
      schemas: {
        Problem: {
          type: 'object',
          required: ['code', 'status', 'message'],
          properties: {
            code: { enum: Object.keys(problemStatus) },
            status: { type: 'integer' },
            message: { type: 'string' },
            details: { type: 'object' },
            fields: {
              type: 'array',
              items: {
                type: 'object',
                properties: {
                  field: { type: 'string' },
                  reason: { type: 'string' },
                  message: { type: 'string' },
                },
              },
            },
          },
        },
        ...Object.fromEntries(records.map(record => [record.name, rowSchema(record)])),
      },
    },
  };
}
