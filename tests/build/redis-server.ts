import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A running Redis that keeps nothing on disk. */
export interface RedisServer {
  readonly url: string
  readonly port: number
  readonly stop: () => Promise<void>
}

/** Starts a Redis, which wants `password` if there is one; resolves when it answers. */
export async function startRedis(password?: string): Promise<RedisServer> {
  const folder = mkdtempSync(join(tmpdir(), 'rnn-redis-'))
  const port = await freePort()
  const options = ['--port', port, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder]
  const secret = password === undefined ? [] : ['--requirepass', password]
  const server = spawn('redis-server', [...options, ...secret].map(String), { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(server, 'exit')
  await new Promise<void>((resolve, reject) => {
    server.stdout.on('data', (text) => /Ready to accept connections/.test(String(text)) && resolve())
    server.on('exit', () => reject(new Error('redis-server ended')))
  })
  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    async stop() {
      server.kill('SIGKILL')
      await ended
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer()
  const port = await listening(server)
  await closed(server)
  return port
}

/** A server that accepts connections and never answers. */
export async function startSilent(): Promise<RedisServer & { readonly connections: () => number }> {
  const server = createServer((socket) => socket.on('error', () => {}))
  const sockets = new Set<{ destroy: () => void }>()
  server.on('connection', (socket) => sockets.add(socket))
  const port = await listening(server)
  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    connections: () => sockets.size,
    stop() {
      for (const socket of sockets) socket.destroy()
      return closed(server)
    },
  }
}

async function listening(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return typeof address === 'object' && address ? address.port : 0
}

async function closed(server: Server): Promise<void> {
  server.close()
  await once(server, 'close')
}
