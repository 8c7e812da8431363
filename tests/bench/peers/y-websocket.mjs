/** The y-websocket reference server with its leveldb persistence, as its own server.js has it: `node y-websocket.mjs <folder>`. */
import { createServer } from 'node:http';
import { join } from 'node:path';
import WebSocket from 'ws';
import { answerParent } from '../servers/vitals.ts';

process.env.YPERSISTENCE = join(process.argv[2], 'leveldb');
const { getPersistence, setupWSConnection } = await import('@y/websocket-server/utils');

const sockets = new WebSocket.Server({ noServer: true });
const server = createServer((_request, response) => response.writeHead(404).end());
sockets.on('connection', setupWSConnection);
server.on('upgrade', (request, socket, head) => {
  sockets.handleUpgrade(request, socket, head, (accepted) => sockets.emit('connection', accepted, request));
});
server.listen(0, '127.0.0.1', () => answerParent(server.address().port));

// It has no shutdown of its own; this is kinder: what it has begun to write is written.
process.on('SIGTERM', () =>
  getPersistence()
    .provider.destroy()
    .finally(() => process.exit(0)),
);
