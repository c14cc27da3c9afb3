import type { Context } from 'hono';
import { describeRoute, resolver, validator } from 'hono-openapi';
import type * as z from 'zod/mini';
import * as contract from '../../src/services/rest/contract.ts';
import { Problem } from './problems.ts';

export type Schema = Parameters<typeof resolver>[0];

/** What a route answers, for the OpenAPI document; `more` beside 200 and problems. */
export function answers(summary: string, schema: Schema, more: Record<string, { description: string }> = {}) {
  const problem = { 'application/problem+json': { schema: resolver(contract.problem) } };
  return describeRoute({
    summary,
    responses: {
      200: { description: 'OK', content: { 'application/json': { schema: resolver(schema) } } },
      ...more,
      default: { description: 'A problem (RFC 9457)', content: problem },
    },
  });
}

/** Validates one part of a request with the contract; what does not fit is a `bad-request` that names the field. */
export function takes<Target extends 'query' | 'json' | 'header', S extends Schema>(target: Target, schema: S) {
  return validator(target, schema, result => {
    if (result.success) return;
    const [issue] = result.error;
    const path = (issue?.path ?? []).map(part => (typeof part === 'object' ? part.key : part)).join('.');
    throw new Problem('bad-request', { detail: `${target} ${path}: ${issue?.message ?? 'invalid'}` });
  });
}

/** Replies are checked too: a host that breaks its own contract fails loudly here, not strangely on a handheld. */
export function send<T>(c: Context, schema: z.ZodMiniType<T>, value: T) {
  return c.json(schema.parse(value) as object);
}
