import type { QueueTask } from '../../model/queue';

/**
 * Numbers repositories by id, or by integration and name; a task that shows both ties them together. Tasks come in the
 * same order round after round, so what followed the last time is tried before names are looked up.
 */
export class RepositoryNumbers {
  private readonly byId = new Map<string, number>();
  private readonly byName = new Map<string, Map<string, number>>();
  /** A task of each repository. */
  private readonly tasks: QueueTask[] = [];
  private readonly following: number[] = [];
  private last = 0;

  get count(): number {
    return this.tasks.length;
  }

  of(task: QueueTask): number {
    const guess = this.following[this.last];
    const other = guess === undefined ? undefined : this.tasks[guess];
    const isSame =
      other?.repositoryId === task.repositoryId &&
      other?.repository === task.repository &&
      other?.integration === task.integration;
    const number = guess !== undefined && isSame ? guess : this.find(task);
    this.following[this.last] = number;
    this.last = number;
    return number;
  }

  private find(task: QueueTask): number {
    const { repositoryId, integration = '', repository = '' } = task;
    const known = repositoryId === undefined ? undefined : this.byId.get(repositoryId);
    if (known !== undefined) return known;
    let names = this.byName.get(integration);
    if (!names) this.byName.set(integration, (names = new Map<string, number>()));
    let number = repository === '' && repositoryId !== undefined ? undefined : names.get(repository);
    if (number === undefined) {
      number = this.tasks.push(task) - 1;
      if (repository !== '' || repositoryId === undefined) names.set(repository, number);
    }
    if (repositoryId !== undefined) this.byId.set(repositoryId, number);
    return number;
  }
}
