export interface Piece {
  text: string;
  change: 'same' | 'added' | 'removed';
}

// Longer texts are compared by clause only; the table below grows with the product of both lengths.
const mostPieces = 1500;

function piecesOf(text: string): string[] {
  const characters = [...text];
  if (characters.length <= mostPieces) return characters;
  return text.split(/(?<=[\n\u3002\uff0c\uff1b\u3001.,;])/u).slice(0, mostPieces);
}

function push(pieces: Piece[], text: string, change: Piece['change']): void {
  const last = pieces.at(-1);
  if (last?.change === change) last.text += text;
  else pieces.push({ text, change });
}

/** What a later wording added to and removed from an earlier one, by the longest common sequence. */
export function differences(before: string, after: string): Piece[] {
  const a = piecesOf(before);
  const b = piecesOf(after);
  const width = b.length + 1;
  const common = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number) => common[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      common[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const pieces: Piece[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      push(pieces, a[i] ?? '', 'same');
      i++;
      j++;
    } else if (j >= b.length || (i < a.length && at(i + 1, j) >= at(i, j + 1))) {
      push(pieces, a[i] ?? '', 'removed');
      i++;
    } else {
      push(pieces, b[j] ?? '', 'added');
      j++;
    }
  }
  return pieces;
}
