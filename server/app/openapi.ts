/** /api/openapi.json: every route, its schemas and who may call it, from the same endpoints that are mounted. */
import { z } from 'zod';
import type { Endpoint, Policy } from '../../shared/endpoint.ts';
import { Problem } from '../../shared/outcome.ts';

type Json = Record<string, unknown>;

/** The document as OpenAPI 3.1, whose schemas are JSON Schema 2020-12. */
export function openApiOf(endpoints: readonly Endpoint[]): Json {
  const paths: Record<string, Json> = {};
  for (const endpoint of endpoints) {
    const path = endpoint.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operationOf(endpoint) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Trama',
      version: '1',
      description: 'Records of a network that follows families. JSON over HTTPS.',
    },
    paths,
    components: {
      schemas: { Problem: jsonSchema(Problem, 'output') },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'trama_session' },
        guest: { type: 'apiKey', in: 'cookie', name: 'trama_guest' },
        senderKey: { type: 'http', scheme: 'bearer' },
      },
    },
  };
}

function operationOf(endpoint: Endpoint): Json {
  const { method, path, summary, policy, params, query, body, response, answersFile } = endpoint;
  const named = [...path.matchAll(/:(\w+)/g)].map(([, name]) => name);
  const bodySchema = jsonSchema(body, 'input');
  const hasBody = method !== 'GET' && !isEmpty(bodySchema);
  return {
    summary,
    operationId: `${method.toLowerCase()}${path.replace(/[/:-]+(\w)/g, (_, letter: string) => letter.toUpperCase())}`,
    'x-policy': policy,
    description: describe(policy),
    security: securityOf(policy),
    parameters: [
      ...parametersOf(params, 'path').filter(({ name }) => named.includes(String(name))),
      ...parametersOf(query, 'query'),
    ],
    ...(hasBody && {
      requestBody: { required: true, content: { 'application/json': { schema: bodySchema } } },
    }),
    responses: {
      200: {
        description: 'Done.',
        content: answersFile
          ? { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } }
          : { 'application/json': { schema: jsonSchema(response, 'output') } },
      },
      default: {
        description: 'A refusal: `code` is stable.',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
}

function securityOf(policy: Policy): Json[] {
  if (policy.kind === 'public') return [];
  if (policy.kind === 'guest') return [{ guest: [] }];
  return policy.kind === 'sender-key' ? [{ senderKey: [] }, {}] : [{ session: [] }];
}

function describe(policy: Policy): string {
  if (policy.kind === 'functions') return `Only accounts of these functions: ${policy.functions.join(', ')}.`;
  if (policy.kind === 'household') return `Whoever may \`${policy.action}\` in this household.`;
  if (policy.kind === 'sender-key')
    return 'Registered senders, by their key: in the body or as a bearer token.';
  if (policy.kind === 'guest') return 'A guest of a conference, by the cookie of her link.';
  return policy.kind === 'public' ? 'Anybody.' : 'Anybody signed in; the answer holds what they may see.';
}

function parametersOf(schema: z.ZodType, where: 'path' | 'query'): Json[] {
  const { properties = {}, required = [] } = jsonSchema(schema, 'input') as {
    properties?: Record<string, Json>;
    required?: string[];
  }; // parameters are always objects
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: where,
    required: where === 'path' || required.includes(name),
    schema: property,
  }));
}

function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
}

const isEmpty = (schema: Json): boolean =>
  schema.type === 'object' && Object.keys(schema.properties ?? {}).length === 0;
