import type { Backend, StoreName } from './backend.ts'

const DATABASE = 'silver-shield'
const STORE_NAMES: readonly StoreName[] = ['objects', 'records']

const answer = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

const committed = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error || new Error('The transaction was aborted'))
  })

const openDatabase = (factory: IDBFactory): Promise<IDBDatabase> => {
  const request = factory.open(DATABASE, 1)
  request.onupgradeneeded = () => {
    for (const store of STORE_NAMES) request.result.createObjectStore(store)
  }
  return answer(request)
}

/**
 * IndexedDB, the one store every web view and plain http have (docs/facts.md#browsers-on-panels). All keys carry
 * `prefix`, so that a viewer in the same browser never touches what the screen keeps. Rejects when the database
 * cannot be opened.
 */
export const indexedBackend = (factory: IDBFactory, prefix: string): Promise<Backend> =>
  openDatabase(factory).then((first) => {
    let database: IDBDatabase | null = first
    // The browser may close it behind us (disk fault, cleared data): the next call opens it anew.
    const watch = (opened: IDBDatabase): IDBDatabase => {
      opened.onclose = () => {
        database = null
      }
      opened.onversionchange = () => {
        opened.close()
        database = null
      }
      database = opened
      return opened
    }
    watch(first)
    const use = (): Promise<IDBDatabase> =>
      database ? Promise.resolve(database) : openDatabase(factory).then(watch)

    return {
      get: (store, key) =>
        use().then((db) =>
          answer(
            db
              .transaction(store)
              .objectStore(store)
              .get(prefix + key) as IDBRequest<unknown>,
          ),
        ),
      keys: (store) =>
        use()
          .then((db) => {
            const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`)
            return answer(db.transaction(store).objectStore(store).getAllKeys(range))
          })
          .then((keys) =>
            keys
              .map((key) => String(key).slice(prefix.length))
              // The screen's own prefix is empty: viewers' keys, which hold a colon, are not its own.
              .filter((key) => key.indexOf(':') < 0),
          ),
      write: (puts, removals = []) =>
        use().then((db) => {
          const transaction = db.transaction(STORE_NAMES.slice(), 'readwrite')
          const done = committed(transaction)
          for (const { store, key, value } of puts) transaction.objectStore(store).put(value, prefix + key)
          for (const { store, key } of removals) transaction.objectStore(store).delete(prefix + key)
          return done
        }),
    }
  })
