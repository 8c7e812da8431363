/**
 * Holds a resource against the published FHIR R4 schema (tests/records/exports/fhir-r4.schema.json): the keywords of
 * JSON Schema that it uses, and what it can't say, because a primitive may be replaced by an extension: that a required
 * one is there.
 */
import { readFileSync } from 'node:fs';

type Schema = {
  readonly $ref?: string;
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean;
  readonly items?: Schema;
  readonly oneOf?: readonly Schema[];
};

const { definitions }: { definitions: Readonly<Record<string, Schema>> } = JSON.parse(
  readFileSync(new URL('../records/exports/fhir-r4.schema.json', import.meta.url), 'utf8'),
);

/** Primitives of cardinality 1..1 (hl7.org/fhir/R4). */
const requiredPrimitives: Readonly<Record<string, readonly string[]>> = {
  Bundle: ['type'],
  CarePlan: ['status', 'intent'],
  Goal: ['lifecycleStatus'],
  Task: ['status', 'intent'],
  ServiceRequest: ['status', 'intent'],
  Consent: ['status'],
};

/** Every way in which the value isn't what the definition says, with its path; none when it is valid. */
export function faultsOf(value: unknown, definition: string): string[] {
  return check(value, { $ref: `#/definitions/${definition}` }, definition);
}

function check(value: unknown, schema: Schema, path: string): string[] {
  if (schema.$ref !== undefined) {
    const name = schema.$ref.slice('#/definitions/'.length);
    const known = definitions[name];
    if (known === undefined) return [`${path}: no definition ${name}`];
    return [...check(value, known, path), ...missingPrimitives(value, name, path)];
  }
  if (schema.oneOf !== undefined) {
    const tries = schema.oneOf.map((each) => check(value, each, path));
    if (tries.filter((faults) => faults.length === 0).length === 1) return [];
    return tries.reduce(
      (best, next) => (next.length < best.length ? next : best),
      [...(tries[0] ?? []), `${path}: none or several`],
    );
  }
  return [...checkValue(value, schema, path), ...checkParts(value, schema, path)];
}

function checkValue(value: unknown, schema: Schema, path: string): string[] {
  const type = Array.isArray(value) ? 'array' : typeof value;
  const wants = schema.type ?? (schema.properties ? 'object' : type);
  if (wants !== type) return [`${path}: ${type}, not ${wants}`];
  if (schema.const !== undefined && value !== schema.const) return [`${path}: not ${String(schema.const)}`];
  if (schema.enum !== undefined && !schema.enum.includes(value))
    return [`${path}: ${String(value)} is not in the list`];
  if (schema.pattern !== undefined && !new RegExp(schema.pattern).test(String(value))) {
    return [`${path}: ${String(value)} is not ${schema.pattern}`];
  }
  return [];
}

function checkParts(value: unknown, schema: Schema, path: string): string[] {
  if (Array.isArray(value)) {
    const { items } = schema;
    if (value.length === 0) return [`${path}: FHIR has no empty arrays`];
    return items ? value.flatMap((each, at) => check(each, items, `${path}[${at}]`)) : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  const missing = (schema.required ?? []).filter((key) => !Object.hasOwn(value, key));
  return [
    ...missing.map((key) => `${path}: no ${key}`),
    ...Object.entries(value).flatMap(([key, part]) => {
      const known = schema.properties?.[key];
      if (known !== undefined) return check(part, known, `${path}.${key}`);
      return schema.additionalProperties === false ? [`${path}: unknown ${key}`] : [];
    }),
  ];
}

function missingPrimitives(value: unknown, name: string, path: string): string[] {
  const needed = requiredPrimitives[name] ?? [];
  return needed.filter((key) => !Object.hasOwn(Object(value), key)).map((key) => `${path}: no ${key}`);
}
