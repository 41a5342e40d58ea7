/** The packed standard library: one data file, an index of it, and reads of single files; CPython's counterpart is the standard library in a zip file. */

/** Reads `length` bytes at `offset` of the data file. */
export type ReadAt = (offset: number, length: number) => Uint8Array;

type Entry = Folder | readonly [offset: number, length: number];
interface Folder {
  readonly [name: string]: Entry;
}

const isFolder = (entry: Entry | undefined): entry is Folder =>
  entry !== undefined && !Array.isArray(entry);

/** Paths are relative to the library's root and use `/`: 'json/__init__.py'; '' is the root. */
export class PackedLibrary {
  /** Identifies the content of all files: what is compiled from them can be cached under it. */
  declare readonly hash: string;
  declare private readonly root: Folder;
  declare private readonly readAt: ReadAt;

  /** `index` is the text of library.json. */
  constructor(index: string, readAt: ReadAt) {
    const { format, hash, files } = JSON.parse(index) as {
      format: number;
      hash: string;
      files: Folder;
    };
    if (format !== 1) throw new Error(`unknown format ${format} of the packed library`);
    this.hash = hash;
    this.root = files;
    this.readAt = readAt;
  }

  private find(path: string): Entry | undefined {
    let entry: Entry | undefined = this.root;
    if (path === '') return entry;
    for (const name of path.split('/')) {
      if (!isFolder(entry) || !Object.hasOwn(entry, name)) return undefined;
      entry = entry[name];
    }
    return entry;
  }

  isFile(path: string): boolean {
    const entry = this.find(path);
    return entry !== undefined && !isFolder(entry);
  }

  isFolder(path: string): boolean {
    return isFolder(this.find(path));
  }

  /** The names in a folder, sorted by code unit; undefined when there is no such folder. */
  list(path: string): string[] | undefined {
    const entry = this.find(path);
    return isFolder(entry) ? Object.keys(entry) : undefined;
  }

  /** The size of a file in bytes; undefined when there is no such file. */
  size(path: string): number | undefined {
    const entry = this.find(path);
    return entry === undefined || isFolder(entry) ? undefined : entry[1];
  }

  /** The bytes of a file; undefined when there is no such file. */
  read(path: string): Uint8Array | undefined {
    const entry = this.find(path);
    if (entry === undefined || isFolder(entry)) return undefined;
    const [offset, length] = entry;
    return this.readAt(offset, length);
  }
}
