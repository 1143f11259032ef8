let owner = '';

/** Whose drafts and keys this browser now reads and writes: the login. One desk computer serves several people. */
export function setOwner(login: string): void {
  owner = login;
}

/** A name in the browser's storage that belongs to the person signed in. */
export function owned(prefix: string, name: string): string {
  return `${prefix}${owner}.${name}`;
}
