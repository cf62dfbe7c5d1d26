/** Calls in the text of a program that listen on a port which is written down: `server.listen(8080)`, `app.listen({ port: 8080 })`. */
export const listensInText = /\.listen\(\s*(?:\{\s*port:\s*)?(\d{4,5})\b/g;

/** Command lines of servers on a port that is written down: `nc -l 8080`, `python3 -m http.server 8000`, `php -S localhost:8000`. */
export const listensInLine = /\b(?:nc|ncat|netcat)\s+(?:-\w+\s+)*-\w*l\w*\s+(?:-p\s*)?(?:[a-z][\w.]*\s+)?(\d{4,5})\b|\bpython3?\s+-m\s+(?:http\.server|SimpleHTTPServer)\s+(\d{4,5})\b|\bphp\s+-S\s+[\w.]+:(\d{4,5})\b/g;
export const maySayLines = /\b(?:nc|ncat|netcat)\s+-|-m\s+(?:http\.server|SimpleHTTPServer)|\bphp\s+-S/;

/** Such calls in the text of a file that has such programs in its own texts: what stands between may be escaped there (`\n`). */
export const maySayListens = /\.listen\([\s\\nrt{]*(?:port:[\s\\nrt]*)?\d{4}/;

/** The host of an address on this machine, in front of the port. */
export const localHost = /(?:localhost|127(?:\.\d+){3}|0\.0\.0\.0|\[::1?\])/i;

/** What servers of Node.js are made and started with: so is taken to be what is told to listen and of which nothing else is known. */
export const assumedServer = { from: 'node:net', maker: 'createServer', listen: 'listen', base: 'node:events' } as const;
