import type {
  SqlDriverAdapter,
  SqlDriverAdapterFactory,
  SqlQuery,
  SqlQueryable,
  SqlResultSet,
} from "@prisma/driver-adapter-utils";
import { OneByOne } from "./one-by-one";

/** What is done with every statement on its way to the database, and with every answer on its way back. */
type Wrapping = { query?: (query: SqlQuery) => SqlQuery; answer?: (answer: SqlResultSet) => SqlResultSet };

/** A driver adapter that does so, in and out of transactions; in them one statement after another. */
export function wrapAdapter(factory: SqlDriverAdapterFactory, wrapping: Wrapping): SqlDriverAdapterFactory {
  const { query: onQuery = (query) => query, answer: onAnswer = (answer) => answer } = wrapping;

  function wrap<T extends SqlQueryable>(inner: T): T {
    return new Proxy(inner, {
      get(target, key) {
        if (key === "queryRaw") return async (query: SqlQuery) => onAnswer(await target.queryRaw(onQuery(query)));
        if (key === "executeRaw") return (query: SqlQuery) => target.executeRaw(onQuery(query));
        const value: unknown = Reflect.get(target, key, target);
        if (typeof value !== "function") return value;
        if (key !== "startTransaction") return value.bind(target);
        return async (...options: Parameters<SqlDriverAdapter["startTransaction"]>) =>
          wrap(new OneByOne(await Reflect.apply(value, target, options)));
      },
    });
  }

  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => wrap(await factory.connect()),
  };
}
