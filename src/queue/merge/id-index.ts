/**
 * Finds the place of an id. A map of a million texts takes twice the memory of the tasks' ids and half the time of
 * the parse; this keeps a 32-bit hash of each and compares texts only where hashes agree.
 */
export class IdIndex {
  private hashes = new Int32Array(1024);
  /** Place + 1; 0 is empty. */
  private places = new Int32Array(1024);
  private count = 0;

  /** The place under which `id` is known; -1 when it was new and is now known under `place`. */
  findOrAdd(id: string, place: number, idAt: (place: number) => string | undefined): number {
    if (this.count * 2 >= this.places.length) this.grow();
    const hash = hashOf(id);
    const slot = this.slotOf(id, hash, idAt);
    const known = this.places[slot] ?? 0;
    if (known !== 0) return known - 1;
    this.hashes[slot] = hash;
    this.places[slot] = place + 1;
    this.count += 1;
    return -1;
  }

  /** The place under which `id` is known; -1 when it is not. */
  find(id: string, idAt: (place: number) => string | undefined): number {
    return (this.places[this.slotOf(id, hashOf(id), idAt)] ?? 0) - 1;
  }

  /** Where the id is, or the empty slot where it would go. */
  private slotOf(id: string, hash: number, idAt: (place: number) => string | undefined): number {
    const mask = this.places.length - 1;
    let slot = hash & mask;
    for (let known = this.places[slot] ?? 0; known !== 0; known = this.places[slot] ?? 0) {
      if (this.hashes[slot] === hash && idAt(known - 1) === id) return slot;
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private grow(): void {
    const { hashes, places } = this;
    this.hashes = new Int32Array(places.length * 4);
    this.places = new Int32Array(places.length * 4);
    const mask = this.places.length - 1;
    places.forEach((place, from) => {
      if (place === 0) return;
      const hash = hashes[from] ?? 0;
      let slot = hash & mask;
      while (this.places[slot] !== 0) slot = (slot + 1) & mask;
      this.hashes[slot] = hash;
      this.places[slot] = place;
    });
  }
}

/** Drawn anew for each page, so that no file can be made of ids that share a hash. */
const FACTOR = Math.floor((1 + Math.random()) * 2 ** 30) | 1;

function hashOf(text: string): number {
  let hash = 0;
  for (let index = 0; index < text.length; index += 1) hash = (Math.imul(hash, FACTOR) + text.charCodeAt(index)) | 0;
  // Spreads the high bits down, because the low ones choose the slot.
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  return hash ^ (hash >>> 15);
}
