import { join, type Text } from '../../algorithms/text/contents.ts';

/** Gathers texts; as long as none is an array it is plain string concatenation. */
export class TextJoiner {
  private text = '';
  private parts: Text[] | null = null;

  add(part: Text): void {
    if (typeof part === 'string') this.text += part;
    else {
      this.parts ??= [];
      this.parts.push(this.text, part);
      this.text = '';
    }
  }

  finish(): Text {
    if (this.parts === null) return this.text;
    this.parts.push(this.text);
    return join('', this.parts);
  }
}
