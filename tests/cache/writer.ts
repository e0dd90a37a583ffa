import { createStorage } from 'unstorage'
import { folderDriver } from '../../plugins/rnn-figures/cache/folder-driver.ts'

/** Writes one large entry over and over, until somebody ends this process: `node writer.ts <folder> <key>`. */
const [, , folder = '', key = ''] = process.argv
const storage = createStorage({ driver: folderDriver(folder) })
for (let byte = 1; ; byte = (byte % 250) + 1) {
  await storage.setItemRaw(key, new Uint8Array(16_000_000).fill(byte))
}
