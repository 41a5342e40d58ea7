import { PyBaseException } from '../objects/exception.ts';
import { utf16 } from '../objects/str.ts';
import { fullName, toStr } from './text.ts';

/** An exception with its traceback as text, without source lines: for where the traceback module cannot be had. CPython: Python/traceback.c */
export function formatException(exception: PyBaseException): string {
  const lines: string[] = [];
  const { cause, context } = exception;
  if (cause !== null)
    lines.push(
      formatException(cause),
      '\nThe above exception was the direct cause of the following exception:\n\n',
    );
  else if (context !== null && !exception.suppressContext)
    lines.push(
      formatException(context),
      '\nDuring handling of the above exception, another exception occurred:\n\n',
    );
  if (exception.traceback !== null) lines.push('Traceback (most recent call last):\n');
  for (let tb = exception.traceback; tb !== null; tb = tb.next) {
    const { code } = tb.frame;
    lines.push(`  File "${code.filename}", line ${tb.line}, in ${code.info.name}\n`);
  }
  lines.push(`${fullName(exception.type)}${messageOf(exception)}\n`);
  return lines.join('');
}

function messageOf(exception: PyBaseException): string {
  try {
    const text = utf16(toStr(exception));
    return text === '' ? '' : `: ${text}`;
  } catch (error) {
    if (error instanceof PyBaseException) return ': <exception str() failed>';
    throw error;
  }
}
