import type { FunctionBody } from '../ir/ir.ts';
import type { StatementPrinter } from './statements.ts';

/** The text of one module: lines, the runtime functions it calls, the code objects it declares. */
export class ModuleText {
  readonly runtimeNames = new Set<string>();
  readonly codes: FunctionBody[] = [];
  /** Prints a nested function. */
  readonly printFunction: (module: ModuleText, body: FunctionBody, level: number) => string;
  constructor(printFunction: ModuleText['printFunction']) {
    this.printFunction = printFunction;
  }

  runtime(name: string): string {
    this.runtimeNames.add(name);
    return `$${name}`;
  }
}

/** Prints the body of one function. */
export class FunctionPrinter implements StatementPrinter {
  readonly module: ModuleText;
  readonly compact: boolean;
  readonly lines: string[] = [];
  raiseExit = 'break $raise';
  private level: number;
  private scratches = 0;
  private labels = 0;
  returnPrefix = 'return ';

  constructor(module: ModuleText, compact: boolean, level: number) {
    this.module = module;
    this.compact = compact;
    this.level = level;
  }

  runtime(name: string): string {
    return this.module.runtime(name);
  }
  scratch(): string {
    return `$s${++this.scratches}`;
  }
  scratchNames(): string[] {
    return Array.from({ length: this.scratches }, (_, i) => `$s${i + 1}`);
  }
  line(text: string): void {
    this.lines.push('  '.repeat(this.level) + text);
  }
  indent(): void {
    this.level++;
  }
  dedent(): void {
    this.level--;
  }
  newLabel(name: string): string {
    return `$${name}_${++this.labels}`;
  }
  withRaiseExit(exit: string, action: () => void): void {
    const before = this.raiseExit;
    this.raiseExit = exit;
    action();
    this.raiseExit = before;
  }
  breakText(label: string): string {
    return `break ${label};`;
  }
  continueText(label: string): string {
    return `continue ${label};`;
  }
  returnText(value: string): string {
    return `${this.returnPrefix}${value};`;
  }
  functionText(body: FunctionBody): string {
    return this.module.printFunction(this.module, body, this.level);
  }
}

/** The Python name, marked so that it hides no variable of the program. */
export const functionName = (body: FunctionBody): string =>
  /^[A-Za-z_]\w*$/.test(body.record.name) ? `${body.record.name}$f` : '';
