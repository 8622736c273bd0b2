import type { SqlQuery, SqlResultSet, Transaction } from "@prisma/driver-adapter-utils";
import { endsTransaction } from "./errors";

/**
 * A transaction whose statements go to the server one after another, and none after one that ended it: the server
 * would carry it out by itself, outside of any transaction, and keep it.
 */
export class OneByOne implements Transaction {
  readonly provider;
  readonly adapterName;
  readonly options;
  #last: Promise<unknown> = Promise.resolve();
  #ended: { error: unknown } | null = null;

  constructor(readonly inner: Transaction) {
    this.provider = inner.provider;
    this.adapterName = inner.adapterName;
    this.options = inner.options;
  }

  queryRaw(query: SqlQuery): Promise<SqlResultSet> {
    return this.#next(() => this.inner.queryRaw(query));
  }

  executeRaw(query: SqlQuery): Promise<number> {
    return this.#next(() => this.inner.executeRaw(query));
  }

  /** @throws the error that ended it, when one did */
  async commit(): Promise<void> {
    await this.#last;
    if (!this.#ended) return this.inner.commit();
    await this.inner.rollback();
    throw this.#ended.error;
  }

  async rollback(): Promise<void> {
    await this.#last;
    return this.inner.rollback();
  }

  #next<T>(statement: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(async () => {
      if (this.#ended) throw this.#ended.error;
      try {
        return await statement();
      } catch (error) {
        if (endsTransaction(error)) this.#ended = { error };
        throw error;
      }
    });
    this.#last = turn.catch(() => {});
    return turn;
  }
}
