import type { Position } from '../errors.ts';
import { syntaxError } from '../errors.ts';
import type { NodePattern, PathPattern, RelationshipPattern } from '../syntax/ast.ts';
import { patternElements } from '../syntax/walk.ts';
import type { Setting } from './expressions.ts';
import { check } from './expressions.ts';
import type { Scope } from './scope.ts';
import type { StaticType } from './types.ts';
import { listOf, mayBe, typed } from './types.ts';

/** Checks the patterns of one MATCH (or of one expression) and gives the scope they make. */
export function checkPatterns(patterns: readonly PathPattern[], setting: Setting): Scope {
  const scope = new Map(setting.scope);
  const here = new Set<string>();
  for (const pattern of patterns) {
    for (const element of patternElements(pattern)) {
      if ('types' in element) bindRelationship(element, scope, here);
      else bindNode(element, scope);
    }
    bindPath(pattern, scope);
    checkShortest(pattern);
  }
  for (const pattern of patterns) checkProperties(pattern, { ...setting, scope });
  return scope;
}

function bindNode({ variable, at }: NodePattern, scope: Map<string, StaticType>): void {
  if (variable === null) return;
  const known = scope.get(variable);
  if (known && !mayBe(known, 'NODE')) throw conflict(variable, known, 'a node', at);
  scope.set(variable, typed('NODE'));
}

function bindRelationship(
  { variable, at, length }: RelationshipPattern,
  scope: Map<string, StaticType>,
  here: Set<string>,
): void {
  if (variable === null) return;
  if (here.has(variable)) throw usedTwice(variable, at);
  const type = length ? listOf(typed('RELATIONSHIP')) : typed('RELATIONSHIP');
  const known = scope.get(variable);
  if (known && !fits(known, type)) throw conflict(variable, known, 'a relationship', at);
  scope.set(variable, type);
  here.add(variable);
}

function fits(known: StaticType, wanted: StaticType): boolean {
  if (!mayBe(known, wanted.name)) return false;
  return !known.element || mayBe(known.element, 'RELATIONSHIP');
}

function bindPath({ variable, at }: PathPattern, scope: Map<string, StaticType>): void {
  if (variable === null) return;
  if (scope.has(variable)) {
    throw syntaxError('VariableAlreadyBound', `The variable ${variable} is already bound.`, at);
  }
  scope.set(variable, typed('PATH'));
}

function conflict(name: string, known: StaticType, wanted: string, at: Position): Error {
  const message = `The variable ${name} is a ${known.name} and cannot be ${wanted} too.`;
  return syntaxError('VariableTypeConflict', message, at);
}

function usedTwice(name: string, at: Position): Error {
  const message = `The relationship ${name} can stand in a pattern only once.`;
  return syntaxError('RelationshipUniquenessViolation', message, at);
}

function checkShortest(pattern: PathPattern): void {
  if (!pattern.shortest || pattern.relationships.length === 1) return;
  const message = 'A shortest path runs over one relationship pattern between two nodes.';
  throw syntaxError('InvalidRelationshipPattern', message, pattern.at);
}

function checkProperties(pattern: PathPattern, setting: Setting): void {
  for (const { properties } of patternElements(pattern)) {
    if (properties) check(properties, { ...setting, aggregates: false, patterns: false });
  }
}
