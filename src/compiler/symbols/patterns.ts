import type * as ast from '../../syntax/ast.gen.ts';
import { checkName, define, type Builder } from './builder.ts';
import { visitExpr, visitExprs } from './expressions.ts';
import { DEF_LOCAL } from './scope.ts';

/** Records the names that a pattern captures and mentions: symtable_visit_pattern (Python/symtable.c). */
export function visitPattern(st: Builder, p: ast.pattern): void {
  switch (p.kind) {
    case 'MatchValue':
      visitExpr(st, p.value);
      return;
    case 'MatchSingleton':
      return;
    case 'MatchSequence':
    case 'MatchOr':
      visitPatterns(st, p.patterns);
      return;
    case 'MatchStar':
      if (p.name !== null) define(st, p.name, DEF_LOCAL, p);
      return;
    case 'MatchMapping':
      visitExprs(st, p.keys);
      visitPatterns(st, p.patterns);
      if (p.rest !== null) define(st, p.rest, DEF_LOCAL, p);
      return;
    case 'MatchClass':
      visitExpr(st, p.cls);
      visitPatterns(st, p.patterns);
      for (let i = 0; i < p.kwd_attrs.length; i++) {
        checkName(p.kwd_attrs[i]!, p.kwd_patterns[i]!, 'Store');
      }
      visitPatterns(st, p.kwd_patterns);
      return;
    case 'MatchAs':
      if (p.pattern !== null) visitPattern(st, p.pattern);
      if (p.name !== null) define(st, p.name, DEF_LOCAL, p);
  }
}

function visitPatterns(st: Builder, patterns: readonly ast.pattern[]): void {
  for (const p of patterns) visitPattern(st, p);
}
