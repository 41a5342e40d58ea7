/** What becomes a binascii.Error; no Error, since nobody reads a stack of ours. */
export class BinasciiFailure {
  declare readonly message: string;

  constructor(message: string) {
    this.message = message;
  }
}
